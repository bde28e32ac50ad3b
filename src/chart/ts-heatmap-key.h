/* ts-heatmap-key.h
 *
 * What the columns of a heat map are called, where there is no room for names above them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-heatmap-grid.h"

G_BEGIN_DECLS

/**
 * TsHeatmapKey:
 * @data: what is shown
 * @size: size of its letters
 * @line_height: height of a line
 * @ascent: how far letters reach above the baseline
 * @column_width: how wide each name may be
 * @n_columns: how many names stand beside each other
 * @height: what room it wants below the rows; 0 where it is not needed
 */
typedef struct
{
  const TsHeatmapData *data;
  double size;
  double line_height;
  double ascent;
  double column_width;
  guint n_columns;
  double height;
} TsHeatmapKey;

void ts_heatmap_key_init (TsHeatmapKey         *self,
                          const TsHeatmapGrid  *grid,
                          const TsChartOptions *options,
                          double                width);
void ts_heatmap_key_add  (const TsHeatmapKey   *self,
                          TsSceneBuilder       *builder,
                          TsChartRectangle     *area);

G_END_DECLS
