/* ts-report-paper.h — the sheet that a report is laid out for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Layout units are CSS pixels, 1/96 inch, as in charts. */
#define TS_REPORT_UNITS_PER_POINT (96.0 / 72.0)
#define TS_REPORT_UNITS_PER_MM    (96.0 / 25.4)

typedef enum
{
  TS_REPORT_PAPER_A4,
  TS_REPORT_PAPER_LETTER,
} TsReportPaperKind;

/**
 * TsReportPaper:
 * @width: width of the sheet, in layout units
 * @height: height of it
 * @top: from the upper edge to the body; the running header stands in it
 * @bottom: from the lower edge to the body; the footer stands in it
 * @start: from the edge where lines begin to the body
 * @end: from the edge where lines end to the body
 */
typedef struct
{
  double width;
  double height;
  double top;
  double bottom;
  double start;
  double end;
} TsReportPaper;

const char *ts_report_paper_kind_get_name (TsReportPaperKind kind);
gboolean ts_report_paper_kind_from_name (const char        *name,
                                         TsReportPaperKind *kind);
void ts_report_paper_init (TsReportPaper     *self,
                           TsReportPaperKind  kind);
void ts_report_paper_init_sized (TsReportPaper *self,
                                 double         width,
                                 double         height);

G_END_DECLS
