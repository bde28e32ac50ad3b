/* ts-report-pdf.h — a report as a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/ts-report-pages.h"

G_BEGIN_DECLS

/**
 * TsReportError:
 * @TS_REPORT_ERROR_DRAW: the document could not be drawn
 * @TS_REPORT_ERROR_NOTHING: there is nothing to report
 * @TS_REPORT_ERROR_CONFLICT: the reader may not open what it would be about, because of an interest
 */
typedef enum
{
  TS_REPORT_ERROR_DRAW,
  TS_REPORT_ERROR_NOTHING,
  TS_REPORT_ERROR_CONFLICT,
} TsReportError;

#define TS_REPORT_ERROR (ts_report_error_quark ())
GQuark ts_report_error_quark (void);

GBytes *ts_report_pdf_make (const TsReportPages  *pages,
                            GError              **error);
GBytes *ts_report_pdf_make_from (TsReport            *report,
                                 const TsReportPaper *paper,
                                 GError             **error);

G_END_DECLS
