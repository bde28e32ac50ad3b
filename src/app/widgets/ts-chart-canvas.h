/* ts-chart-canvas.h — a chart on the screen
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/ts-scene-canvas.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

/**
 * TsChartCanvas:
 *
 * Draws a chart of any kind, in the colours, the font, the text size and the reading direction of the screen, as large as it is
 * allocated. It is made to stand on a card. The title and the finding are for whoever surrounds it: see #TsChartView.
 *
 * A cursor visits the chart's points. The arrow keys move it to the next and the previous one, Home and End to the ends, a click to
 * the one below the pointer; it has a ring while the keyboard is used. The pointer shows a tooltip where it rests.
 *
 * ## CSS nodes
 *
 * `chart`, with a node `stop` for each place that the cursor stops at. They draw nothing.
 *
 * ## Accessibility
 *
 * A list, whose label is the chart's title, whose description is its finding and whose value text is the point below the cursor. Each point
 * is a list item that has the focus while the cursor is there, so that a screen reader reads it like any other thing that gets
 * the focus. There is a widget for each point; of more than a few hundred points, two widgets stand for all and take turns.
 *
 * Properties: `chart` (#TsChart, nullable), `cursor` (position of the current point, -1 when there is none).
 */
#define TS_TYPE_CHART_CANVAS (ts_chart_canvas_get_type ())

G_DECLARE_FINAL_TYPE (TsChartCanvas, ts_chart_canvas, TS, CHART_CANVAS, TsSceneCanvas)

GtkWidget *ts_chart_canvas_new (void);
TsChart *ts_chart_canvas_get_chart (TsChartCanvas *self);
void ts_chart_canvas_set_chart (TsChartCanvas *self,
                                TsChart       *chart);
TsScene *ts_chart_canvas_get_scene (TsChartCanvas *self);
int ts_chart_canvas_get_cursor (TsChartCanvas *self);
void ts_chart_canvas_set_cursor (TsChartCanvas *self,
                                 int            cursor);

G_END_DECLS
