/* ts-report-words.h — what documents have in common
 *
 * Of the report floor only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-stage.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

char *ts_report_words_day (const char *day);
char *ts_report_words_moment (const char *moment);
char *ts_report_words_level (const TsScale *scale,
                             int            level);
const char *ts_report_words_permitted_use (TsStage stage);
void ts_report_words_set_level (TsReportTable *table,
                                guint          row,
                                guint          column,
                                const TsScale *scale,
                                int            level);
void ts_report_words_set_difference (TsReportTable *table,
                                     guint          row,
                                     guint          column,
                                     gboolean       known,
                                     int            difference);

G_END_DECLS
