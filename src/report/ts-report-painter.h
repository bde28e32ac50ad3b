/* ts-report-painter.h — puts a page on a Cairo surface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "report/ts-report-pages.h"

G_BEGIN_DECLS

/**
 * TsReportItemFunction:
 * @cairo: where the page is painted
 * @item: what is painted next, or has just been
 * @begins: whether it is next
 * @data: what was handed to the painter
 *
 * Called around each item, for a surface that wants to know what is painted on it.
 */
typedef void (*TsReportItemFunction) (cairo_t            *cairo,
                                      const TsReportItem *item,
                                      gboolean            begins,
                                      gpointer            data);

void ts_report_paint_page (cairo_t              *cairo,
                           const TsReportPages  *pages,
                           guint                 page,
                           TsReportItemFunction  function,
                           gpointer              data);

G_END_DECLS
