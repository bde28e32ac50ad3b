/* ts-heatmap-data.c
 *
 * What a heat map shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-heatmap-data.h"

#include <math.h>

#include "chart/ts-chart-text.h"

struct _TsHeatmapData
{
  char *title;
  GArray *columns;
  GPtrArray *levels;
  GArray *rows;

  /* Row by row. */
  GArray *cells;
  int sorted;
  gboolean descending;
  gboolean grouped;
};

G_DEFINE_BOXED_TYPE (TsHeatmapData, ts_heatmap_data, ts_heatmap_data_ref, ts_heatmap_data_unref)

static void
levels_clear (gpointer levels)
{
  g_clear_pointer ((TsChartLevels **) &levels, ts_chart_levels_unref);
}

/**
 * ts_heatmap_data_new:
 * @title: (nullable): what the chart is about
 *
 * Returns: (transfer full): data without columns and rows
 */
TsHeatmapData *
ts_heatmap_data_new (const char *title)
{
  TsHeatmapData *self = g_atomic_rc_box_new0 (TsHeatmapData);

  self->title = ts_chart_text_clean (title);
  self->columns = ts_chart_subjects_new ();
  self->levels = g_ptr_array_new_with_free_func (levels_clear);
  self->rows = ts_chart_subjects_new ();
  self->cells = g_array_new (FALSE, TRUE, sizeof (TsHeatmapCell));
  self->sorted = -1;

  return self;
}

/**
 * ts_heatmap_data_ref:
 * @self: data of a heat map
 *
 * Returns: (transfer full): @self
 */
TsHeatmapData *
ts_heatmap_data_ref (TsHeatmapData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_heatmap_data_clear (TsHeatmapData *self)
{
  g_free (self->title);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->levels);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
}

/**
 * ts_heatmap_data_unref:
 * @self: (transfer full): data of a heat map
 */
void
ts_heatmap_data_unref (TsHeatmapData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_heatmap_data_clear);
}

/**
 * ts_heatmap_data_add_column:
 * @self: data of a heat map with less than %TS_HEATMAP_MAX_COLUMNS columns and without rows
 * @id: (nullable): how the program finds it again
 * @code: (nullable): a few letters that tell it apart, such as "5"
 * @name: (nullable): its title, such as "Manage knowledge and assess needs"
 * @levels: (nullable) (transfer none): the scale of its cells; %NULL for numbers, such as a total
 *
 * Returns: the column's position
 */
guint
ts_heatmap_data_add_column (TsHeatmapData *self,
                            const char    *id,
                            const char    *code,
                            const char    *name,
                            TsChartLevels *levels)
{
  const TsChartSubject column = { .id = id, .code = code, .name = name };

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (self->rows->len == 0, G_MAXUINT);
  g_return_val_if_fail (self->columns->len < TS_HEATMAP_MAX_COLUMNS, G_MAXUINT);

  g_ptr_array_add (self->levels, levels != NULL ? ts_chart_levels_ref (levels) : NULL);

  return ts_chart_subjects_add (self->columns, &column);
}

/**
 * ts_heatmap_data_add_row:
 * @self: data of a heat map
 * @subject: the organisation, copied
 *
 * Adds a row of missing cells.
 *
 * Returns: the row's position
 */
guint
ts_heatmap_data_add_row (TsHeatmapData        *self,
                         const TsChartSubject *subject)
{
  const TsHeatmapCell missing = { .value = NAN };

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);

  for (guint column = 0; column < self->columns->len; column++)
    g_array_append_val (self->cells, missing);

  return ts_chart_subjects_add (self->rows, subject);
}

static TsHeatmapCell *
find_cell (const TsHeatmapData *self,
           guint                row,
           guint                column)
{
  return &g_array_index (self->cells, TsHeatmapCell, (gsize) row * self->columns->len + column);
}

/**
 * ts_heatmap_data_set_value:
 * @self: data of a heat map
 * @row: a row's position
 * @column: a column's position
 * @value: a level of the column's scale, or a finite number where it has none
 * @stated: whether the level was stated by a person rather than rolled up
 *
 * What is no level of the scale is kept as missing rather than bent to the nearest level.
 */
void
ts_heatmap_data_set_value (TsHeatmapData *self,
                           guint          row,
                           guint          column,
                           double         value,
                           gboolean       stated)
{
  const TsChartLevels *levels;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (column < self->columns->len);

  levels = self->levels->pdata[column];
  if (levels != NULL ? ts_chart_levels_is_level (levels, value) : isfinite (value))
    *find_cell (self, row, column) = (TsHeatmapCell) {
      .state = TS_HEATMAP_STATE_VALUE,
      .stated = stated,
      .value = value,
    };
  else
    *find_cell (self, row, column) = (TsHeatmapCell) { .value = NAN };
}

/**
 * ts_heatmap_data_set_lent:
 * @self: data of a heat map
 * @row: a row's position
 * @column: a column's position
 *
 * Says of a cell that has a value that it is that of predecessors.
 */
void
ts_heatmap_data_set_lent (TsHeatmapData *self,
                          guint          row,
                          guint          column)
{
  TsHeatmapCell *cell;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (column < self->columns->len);

  cell = find_cell (self, row, column);
  cell->lent = cell->state == TS_HEATMAP_STATE_VALUE;
}

/**
 * ts_heatmap_data_set_incomplete:
 * @self: data of a heat map
 * @row: a row's position
 * @column: a column's position
 * @n_rated: how much of it is rated
 * @n_wanted: of how much; 0 if that is not known
 *
 * Says that too little is rated for a level.
 */
void
ts_heatmap_data_set_incomplete (TsHeatmapData *self,
                                guint          row,
                                guint          column,
                                guint          n_rated,
                                guint          n_wanted)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (column < self->columns->len);

  *find_cell (self, row, column) = (TsHeatmapCell) {
    .state = TS_HEATMAP_STATE_INCOMPLETE,
    .n_rated = (guint16) MIN (n_rated, G_MAXUINT16),
    .n_wanted = (guint16) MIN (n_wanted, G_MAXUINT16),
    .value = NAN,
  };
}

/**
 * ts_heatmap_data_set_sorted:
 * @self: data of a heat map
 * @column: by which column the rows are sorted; -1 if by something else
 * @descending: whether the highest come first
 *
 * Only says so: rows stay in the order in which they were added.
 */
void
ts_heatmap_data_set_sorted (TsHeatmapData *self,
                            int            column,
                            gboolean       descending)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (column < (int) self->columns->len);

  self->sorted = MAX (column, -1);
  self->descending = descending;
}

/**
 * ts_heatmap_data_set_grouped:
 * @self: data of a heat map
 * @grouped: whether rows of one group stand together
 *
 * Has lines drawn between groups.
 */
void
ts_heatmap_data_set_grouped (TsHeatmapData *self,
                             gboolean       grouped)
{
  g_return_if_fail (self != NULL);

  self->grouped = grouped;
}

/**
 * ts_heatmap_data_get_title:
 * @self: data of a heat map
 *
 * Returns: what the chart is about
 */
const char *
ts_heatmap_data_get_title (const TsHeatmapData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_heatmap_data_get_n_columns:
 * @self: data of a heat map
 *
 * Returns: the number of columns
 */
guint
ts_heatmap_data_get_n_columns (const TsHeatmapData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * ts_heatmap_data_get_column:
 * @self: data of a heat map
 * @column: less than ts_heatmap_data_get_n_columns()
 *
 * Returns: (transfer none): what the column is
 */
const TsChartSubject *
ts_heatmap_data_get_column (const TsHeatmapData *self,
                            guint                column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < ts_heatmap_data_get_n_columns (self), NULL);

  return ts_chart_subjects_get (self->columns, column);
}

/**
 * ts_heatmap_data_get_levels:
 * @self: data of a heat map
 * @column: less than ts_heatmap_data_get_n_columns()
 *
 * Returns: (transfer none) (nullable): the scale of its cells; %NULL for numbers
 */
const TsChartLevels *
ts_heatmap_data_get_levels (const TsHeatmapData *self,
                            guint                column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < ts_heatmap_data_get_n_columns (self), NULL);

  return self->levels->pdata[column];
}

/**
 * ts_heatmap_data_get_n_rows:
 * @self: data of a heat map
 *
 * Returns: the number of rows
 */
guint
ts_heatmap_data_get_n_rows (const TsHeatmapData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_heatmap_data_get_row:
 * @self: data of a heat map
 * @row: less than ts_heatmap_data_get_n_rows()
 *
 * Returns: (transfer none): what the row is
 */
const TsChartSubject *
ts_heatmap_data_get_row (const TsHeatmapData *self,
                         guint                row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < ts_heatmap_data_get_n_rows (self), NULL);

  return ts_chart_subjects_get (self->rows, row);
}

/**
 * ts_heatmap_data_get_cell:
 * @self: data of a heat map
 * @row: less than ts_heatmap_data_get_n_rows()
 * @column: less than ts_heatmap_data_get_n_columns()
 *
 * Returns: (transfer none): the cell
 */
const TsHeatmapCell *
ts_heatmap_data_get_cell (const TsHeatmapData *self,
                          guint                row,
                          guint                column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return find_cell (self, row, column);
}

/**
 * ts_heatmap_data_get_sorted:
 * @self: data of a heat map
 * @descending: (out) (optional): whether the highest come first
 *
 * Returns: by which column the rows are sorted; -1 if by something else
 */
int
ts_heatmap_data_get_sorted (const TsHeatmapData *self,
                            gboolean            *descending)
{
  g_return_val_if_fail (self != NULL, -1);

  if (descending != NULL)
    *descending = self->descending;

  return self->sorted;
}

/**
 * ts_heatmap_data_is_grouped:
 * @self: data of a heat map
 *
 * Returns: whether rows of one group stand together
 */
gboolean
ts_heatmap_data_is_grouped (const TsHeatmapData *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->grouped;
}
