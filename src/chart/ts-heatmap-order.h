/* ts-heatmap-order.h
 *
 * The rows of a heat map in another order.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-heatmap-data.h"

G_BEGIN_DECLS

/**
 * TsHeatmapOrder:
 * @TS_HEATMAP_ORDER_GIVEN: as they are
 * @TS_HEATMAP_ORDER_NAME: by the organisations' names
 * @TS_HEATMAP_ORDER_GROUP: by what organisations belong to, and by name within it
 * @TS_HEATMAP_ORDER_COLUMN: by a column; what has no value there comes last, whichever way
 */
typedef enum
{
  TS_HEATMAP_ORDER_GIVEN,
  TS_HEATMAP_ORDER_NAME,
  TS_HEATMAP_ORDER_GROUP,
  TS_HEATMAP_ORDER_COLUMN,
} TsHeatmapOrder;

TsHeatmapData *ts_heatmap_data_in_order (const TsHeatmapData *data,
                                         TsHeatmapOrder       order,
                                         guint                column,
                                         gboolean             descending);

G_END_DECLS
