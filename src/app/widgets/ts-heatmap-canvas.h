/* ts-heatmap-canvas.h — a heat map on the screen, whose rows are scrolled
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/ts-scene-canvas.h"
#include "chart/ts-heatmap-data.h"

G_BEGIN_DECLS

/**
 * TsHeatmapCanvas:
 *
 * Draws the part of a heat map that can be seen, below a header that stays, so that thousands of rows cost what a screen of them costs. It is a
 * #GtkScrollable: it stands in a #GtkScrolledWindow.
 *
 * Arrow keys move a cursor from cell to cell, Home and End within the row, with Control to the first and the last row, Page Up and Page
 * Down by what can be seen. Enter, Space or a click chooses the cell. The pointer shows a tooltip where it rests.
 *
 * ## CSS nodes
 *
 * `heatmap`, with two nodes `stop`.
 *
 * ## Accessibility
 *
 * A grid, whose label is the chart's title and whose description is its finding. A cell has the focus: there are two widgets for all of them,
 * which take turns, so that a screen reader hears of each move as of any other change of focus.
 *
 * Properties: those of #GtkScrollable.
 *
 * ## Signals
 *
 * - `cell-activated (guint row, guint column)`: a cell was chosen
 * - `column-activated (guint column)`: the header of a column was pressed
 */
#define TS_TYPE_HEATMAP_CANVAS (ts_heatmap_canvas_get_type ())

G_DECLARE_FINAL_TYPE (TsHeatmapCanvas, ts_heatmap_canvas, TS, HEATMAP_CANVAS, TsSceneCanvas)

GtkWidget *ts_heatmap_canvas_new (void);
void ts_heatmap_canvas_set_data (TsHeatmapCanvas *self,
                                 TsHeatmapData   *data);
TsHeatmapData *ts_heatmap_canvas_get_data (TsHeatmapCanvas *self);
void ts_heatmap_canvas_set_cursor (TsHeatmapCanvas *self,
                                   int              row,
                                   int              column);
gboolean ts_heatmap_canvas_get_cursor (TsHeatmapCanvas *self,
                                       guint           *row,
                                       guint           *column);
void ts_heatmap_canvas_set_chosen (TsHeatmapCanvas *self,
                                   int              row,
                                   int              column);

G_END_DECLS
