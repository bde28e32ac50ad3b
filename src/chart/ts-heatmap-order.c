/* ts-heatmap-order.c
 *
 * The rows of a heat map in another order. Rows that are alike stay in the order in which they were.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-heatmap-order.h"

#include <math.h>

typedef struct
{
  char *text;   /* a key for collation, NULL where numbers decide */
  double value; /* NaN comes last */
  guint row;
} Key;

static void
clear_key (gpointer data)
{
  Key *key = data;

  g_free (key->text);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;
  int order = first->text != NULL ? strcmp (first->text, second->text) : 0;

  if (order != 0)
    return order;
  if (isnan (first->value) != isnan (second->value))
    return isnan (first->value) ? 1 : -1;
  if (first->value != second->value && !isnan (first->value))
    return first->value < second->value ? -1 : 1;

  return first->row < second->row ? -1 : first->row > second->row;
}

static void
init_key (Key                 *key,
          const TsHeatmapData *data,
          guint                row,
          TsHeatmapOrder       order,
          guint                column,
          gboolean             descending)
{
  const TsChartSubject *subject = ts_heatmap_data_get_row (data, row);
  g_autofree char *name = g_utf8_collate_key (ts_chart_subject_name (subject), -1);

  *key = (Key) { .row = row };

  if (order == TS_HEATMAP_ORDER_NAME)
    {
      key->text = g_steal_pointer (&name);
    }
  else if (order == TS_HEATMAP_ORDER_GROUP)
    {
      g_autofree char *group = g_utf8_collate_key (subject->group, -1);

      /* What belongs to nothing comes last. */
      key->text = g_strdup_printf ("%s%s\001%s", *subject->group == '\0' ? "\377" : "", group, name);
    }
  else
    {
      const TsHeatmapCell *cell = ts_heatmap_data_get_cell (data, row, column);

      key->value = cell->state == TS_HEATMAP_STATE_VALUE ? cell->value : NAN;
      if (descending)
        key->value = -key->value;
    }
}

static void
copy_row (TsHeatmapData       *copy,
          const TsHeatmapData *data,
          guint                from)
{
  guint row = ts_heatmap_data_add_row (copy, ts_heatmap_data_get_row (data, from));

  for (guint column = 0; column < ts_heatmap_data_get_n_columns (data); column++)
    {
      const TsHeatmapCell *cell = ts_heatmap_data_get_cell (data, from, column);

      if (cell->state == TS_HEATMAP_STATE_VALUE)
        ts_heatmap_data_set_value (copy, row, column, cell->value, cell->stated);
      else if (cell->state == TS_HEATMAP_STATE_INCOMPLETE)
        ts_heatmap_data_set_incomplete (copy, row, column, cell->n_rated, cell->n_wanted);
    }
}

/**
 * ts_heatmap_data_in_order:
 * @data: data of a heat map
 * @order: the order of its rows
 * @column: for %TS_HEATMAP_ORDER_COLUMN, by which
 * @descending: whether the highest come first there
 *
 * Returns: (transfer full): the same with its rows in that order, which it says of itself
 */
TsHeatmapData *
ts_heatmap_data_in_order (const TsHeatmapData *data,
                          TsHeatmapOrder       order,
                          guint                column,
                          gboolean             descending)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  TsHeatmapData *copy;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (order != TS_HEATMAP_ORDER_COLUMN || column < ts_heatmap_data_get_n_columns (data), NULL);

  g_array_set_clear_func (keys, clear_key);
  for (guint row = 0; row < ts_heatmap_data_get_n_rows (data); row++)
    {
      Key key = { .row = row };

      if (order != TS_HEATMAP_ORDER_GIVEN)
        init_key (&key, data, row, order, column, descending);
      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);

  copy = ts_heatmap_data_new (ts_heatmap_data_get_title (data));
  for (guint i = 0; i < ts_heatmap_data_get_n_columns (data); i++)
    {
      const TsChartSubject *subject = ts_heatmap_data_get_column (data, i);

      /* The levels are shared: they never change. */
      ts_heatmap_data_add_column (copy, subject->id, subject->code, subject->name,
                                  (TsChartLevels *) ts_heatmap_data_get_levels (data, i));
    }
  for (guint i = 0; i < keys->len; i++)
    copy_row (copy, data, g_array_index (keys, Key, i).row);

  if (order == TS_HEATMAP_ORDER_COLUMN)
    ts_heatmap_data_set_sorted (copy, (int) column, descending);
  ts_heatmap_data_set_grouped (copy, order == TS_HEATMAP_ORDER_GROUP);

  return copy;
}
