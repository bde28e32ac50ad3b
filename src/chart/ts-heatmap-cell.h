/* ts-heatmap-cell.h
 *
 * One cell of a heat map.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-heatmap-grid.h"

G_BEGIN_DECLS

void ts_heatmap_cell_add (const TsHeatmapGrid  *grid,
                          const TsChartOptions *options,
                          TsSceneBuilder       *builder,
                          guint                 row,
                          guint                 column);

G_END_DECLS
