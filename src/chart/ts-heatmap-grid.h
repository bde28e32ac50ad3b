/* ts-heatmap-grid.h
 *
 * The rows and columns of a heat map.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-band-axis.h"
#include "chart/ts-heatmap-data.h"

G_BEGIN_DECLS

/**
 * TsHeatmapGrid:
 * @data: what is shown
 * @band: rows and their labels
 * @columns_x: where each column begins, and at the end where the last one ends
 * @decimals: for each column of numbers, with how many decimals they are written
 * @header_size: size of the letters of column names
 * @header_ascent: how far they reach above their base line
 * @header_line: height of a line of them
 * @name_lines: how many lines of them there are; 0 for codes only
 * @header_stride: one column of so many is named
 * @header_height: the room above the rows
 * @group_x: where the names of groups begin
 * @group_width: how wide they may be; 0 for none
 * @view_y: where rows may be seen
 * @view_height: how much of them
 */
typedef struct
{
  const TsHeatmapData *data;
  TsBandAxis band;
  double *columns_x;
  guint *decimals;
  double header_size;
  double header_ascent;
  double header_line;
  guint name_lines;
  guint header_stride;
  double header_height;
  double group_x;
  double group_width;
  double view_y;
  double view_height;
} TsHeatmapGrid;

void             ts_heatmap_grid_init               (TsHeatmapGrid        *self,
                                                     const TsHeatmapData  *data,
                                                     const TsChartOptions *options,
                                                     double                x,
                                                     double                width);
void             ts_heatmap_grid_clear              (TsHeatmapGrid        *self);
double           ts_heatmap_grid_get_natural_height (const TsHeatmapGrid  *self);
void             ts_heatmap_grid_fill               (TsHeatmapGrid        *self,
                                                     double                y,
                                                     double                height);
void             ts_heatmap_grid_scroll             (TsHeatmapGrid        *self,
                                                     double                y,
                                                     double                height,
                                                     double                offset);
gboolean         ts_heatmap_grid_get_visible        (const TsHeatmapGrid  *self,
                                                     guint                *first,
                                                     guint                *last);
TsChartRectangle ts_heatmap_grid_get_cell           (const TsHeatmapGrid  *self,
                                                     guint                 row,
                                                     guint                 column);
gboolean         ts_heatmap_grid_clip               (const TsHeatmapGrid  *self,
                                                     TsChartRectangle     *area);
void             ts_heatmap_grid_add                (const TsHeatmapGrid  *self,
                                                     const TsChartOptions *options,
                                                     TsSceneBuilder       *builder);

G_END_DECLS
