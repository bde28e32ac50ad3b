/* ts-report-pages-private.h — for the layout only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/ts-report-pages.h"

G_BEGIN_DECLS

struct _TsReportPages
{
  TsReport *report;
  TsReportPaper paper;
  char *family;
  TsChartDirection direction;
  GPtrArray *pages; /* of GArray of TsReportItem */
  GArray *outline;
};

TsReportPages *ts_report_pages_new (TsReport            *report,
                                    const TsReportPaper *paper,
                                    const char          *family,
                                    TsChartDirection     direction);
GArray *ts_report_pages_add_page (TsReportPages *self);

GArray *ts_report_items_new (void);
void ts_report_item_copy (TsReportItem       *self,
                          const TsReportItem *other);

G_END_DECLS
