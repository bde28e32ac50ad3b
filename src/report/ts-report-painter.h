/* ts-report-painter.h — puts a page on a Cairo surface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "report/ts-report-pages.h"

G_BEGIN_DECLS

/**
 * TsReportLinkFunction:
 * @cairo: where the page is painted
 * @target: the position in the outline that what is painted next leads to
 * @begins: whether it begins; else it has ended
 * @data: what was handed to the painter
 */
typedef void (*TsReportLinkFunction) (cairo_t  *cairo,
                                      guint     target,
                                      gboolean  begins,
                                      gpointer  data);

void ts_report_paint_page (cairo_t              *cairo,
                           const TsReportPages  *pages,
                           guint                 page,
                           TsReportLinkFunction  link,
                           gpointer              data);

G_END_DECLS
