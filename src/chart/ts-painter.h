/* ts-painter.h
 *
 * Paints a scene with Cairo and Pango.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "chart/ts-palette.h"
#include "chart/ts-scene.h"

G_BEGIN_DECLS

void ts_painter_paint            (cairo_t         *cairo,
                                  const TsScene   *scene,
                                  const TsPalette *palette,
                                  TsSurfaceKind    surface_kind);
void ts_painter_paint_part (cairo_t                *cairo,
                            const TsScene          *scene,
                            const TsPalette        *palette,
                            TsSurfaceKind           surface_kind,
                            const TsChartRectangle *part);
void ts_painter_paint_background (cairo_t         *cairo,
                                  const TsPalette *palette);
void ts_painter_paint_cursor     (cairo_t         *cairo,
                                  const TsScene   *scene,
                                  const TsPalette *palette,
                                  guint            stop);

G_END_DECLS
