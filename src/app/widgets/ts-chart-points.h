/* ts-chart-points.h — the points of a chart, as what the keyboard and a screen reader find of them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-scene.h"

G_BEGIN_DECLS

/**
 * TsChartPoints:
 *
 * The children of a canvas that stand for the stops of its scene, and the cursor among them. There is a #TsChartStop for each; of more than a few
 * hundred, two stand for all and take turns, so that each move is a change of focus that is heard. They are made a few at a time, beside the main
 * loop, as nothing can be added while sizes are given out. The canvas owns it.
 */
typedef struct _TsChartPoints TsChartPoints;

/**
 * TsChartPointsMoved:
 * @canvas: the canvas
 *
 * The cursor is elsewhere.
 */
typedef void (*TsChartPointsMoved) (GtkWidget *canvas);

TsChartPoints *ts_chart_points_new (GtkWidget          *canvas,
                                    TsChartPointsMoved  moved);
void ts_chart_points_release (TsChartPoints *self);
void ts_chart_points_free (TsChartPoints *self);
void ts_chart_points_set_scene (TsChartPoints *self,
                                TsScene       *scene);
void ts_chart_points_update (TsChartPoints *self);
void ts_chart_points_allocate (TsChartPoints *self);
int ts_chart_points_get_cursor (TsChartPoints *self);
void ts_chart_points_set_cursor (TsChartPoints *self,
                                 int            cursor);
gboolean ts_chart_points_have_focus (TsChartPoints *self);
gboolean ts_chart_points_grab_focus (TsChartPoints *self);

G_END_DECLS
