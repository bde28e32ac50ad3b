/* ts-pango-text.h
 *
 * Sets a Pango layout up in the one way that measuring and painting must agree on.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "chart/ts-chart-types.h"

G_BEGIN_DECLS

PangoLayout *ts_pango_text_new_layout     (cairo_t       *cairo,
                                           TsSurfaceKind  surface_kind,
                                           TsSurfaceKind  text_kind);
double       ts_pango_text_prepare_layout (PangoLayout   *layout,
                                           TsSurfaceKind  text_kind,
                                           const char    *family,
                                           double         size,
                                           TsChartWeight  weight,
                                           const char    *text);

G_END_DECLS
