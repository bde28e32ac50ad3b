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

void ts_pango_text_prepare_context (PangoContext  *context,
                                    TsSurfaceKind  surface_kind);
void ts_pango_text_prepare_layout  (PangoLayout   *layout,
                                    const char    *family,
                                    double         size,
                                    TsChartWeight  weight,
                                    const char    *text);

G_END_DECLS
