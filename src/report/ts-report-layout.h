/* ts-report-layout.h — from a document to its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-text-measurer.h"
#include "report/ts-report-pages.h"

G_BEGIN_DECLS

/* What reports are set in: the fonts that GNOME brings, else what the system has. */
#define TS_REPORT_FAMILY "Cantarell, Sans"

TsReportPages *ts_report_layout (TsReport            *report,
                                 const TsReportPaper *paper,
                                 TsTextMeasurer      *measurer,
                                 TsChartDirection     direction);

G_END_DECLS
