/* ts-heatmap-keys.h — what a key does in a heat map
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsHeatmapKey:
 * @TS_HEATMAP_KEY_NONE: nothing: it is for somebody else
 * @TS_HEATMAP_KEY_MOVE: it moves the cursor
 * @TS_HEATMAP_KEY_CHOOSE: it chooses the cell below the cursor
 */
typedef enum
{
  TS_HEATMAP_KEY_NONE,
  TS_HEATMAP_KEY_MOVE,
  TS_HEATMAP_KEY_CHOOSE,
} TsHeatmapKey;

/**
 * TsHeatmapExtent:
 * @n_rows: how many rows there are
 * @n_columns: how many columns there are
 * @page: by how many rows a page is turned
 * @right_to_left: whether the first column is the rightmost
 */
typedef struct
{
  int n_rows;
  int n_columns;
  int page;
  gboolean right_to_left;
} TsHeatmapExtent;

TsHeatmapKey ts_heatmap_keys_read (const TsHeatmapExtent *extent,
                                   guint                  keyval,
                                   GdkModifierType        state,
                                   int                   *row,
                                   int                   *column);

G_END_DECLS
