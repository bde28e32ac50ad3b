/* ts-report-source.h — documents out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "model/ts-worker.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

/* Read on a workbook's thread. Each tells of the workbook as its last change left it, and bears the moment of that: the same workbook gives the same
 * document. */

TsReport *ts_report_source_read_submission (TsWorkplace  *workplace,
                                            const char   *assessment_id,
                                            gint64        as_of,
                                            GError      **error);
TsReport *ts_report_source_read_comparison (TsWorkplace            *workplace,
                                            const TsCompareFilter  *filter,
                                            GError                **error);
TsReport *ts_report_source_read_panel (TsWorkplace  *workplace,
                                       const char   *assessment_id,
                                       GError      **error);
TsReport *ts_report_source_read_register (TsWorkplace  *workplace,
                                          GError      **error);

gboolean ts_report_source_check_sight (TsWorkplace  *workplace,
                                       const char   *assessment_id,
                                       GError      **error);
char *ts_report_source_read_moment (TsWorkplace  *workplace,
                                    gint64        as_of,
                                    GError      **error);
char *ts_report_source_get_name (TsWorkplace *workplace);

G_END_DECLS
