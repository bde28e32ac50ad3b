/* ts-chart-table.c
 *
 * A table of words that says the same as a chart.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-table.h"

struct _TsChartTable
{
  char *title;
  GPtrArray *columns;
  GPtrArray *cells;
  guint n_rows;
};

G_DEFINE_BOXED_TYPE (TsChartTable, ts_chart_table, ts_chart_table_ref, ts_chart_table_unref)

/**
 * ts_chart_table_new:
 * @title: what the table is about
 *
 * Returns: (transfer full): a table without columns
 */
TsChartTable *
ts_chart_table_new (const char *title)
{
  TsChartTable *self = g_atomic_rc_box_new0 (TsChartTable);

  self->title = g_strdup (title);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * ts_chart_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
TsChartTable *
ts_chart_table_ref (TsChartTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_chart_table_clear (TsChartTable *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
}

/**
 * ts_chart_table_unref:
 * @self: (transfer full): a table
 */
void
ts_chart_table_unref (TsChartTable *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_chart_table_clear);
}

/**
 * ts_chart_table_add_column:
 * @self: a table without rows
 * @title: the column's title
 */
void
ts_chart_table_add_column (TsChartTable *self,
                           const char   *title)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_rows == 0);

  g_ptr_array_add (self->columns, g_strdup (title));
}

/**
 * ts_chart_table_add_row:
 * @self: a table that has all its columns
 *
 * Returns: the position of a new row of empty cells
 */
guint
ts_chart_table_add_row (TsChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (self->cells, g_strdup (""));

  return self->n_rows++;
}

/**
 * ts_chart_table_set_cell:
 * @self: a table
 * @row: less than ts_chart_table_get_n_rows()
 * @column: less than ts_chart_table_get_n_columns()
 * @text: what the cell says
 */
void
ts_chart_table_set_cell (TsChartTable *self,
                         guint         row,
                         guint         column,
                         const char   *text)
{
  char **cell;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->n_rows);
  g_return_if_fail (column < self->columns->len);

  cell = (char **) &self->cells->pdata[row * self->columns->len + column];
  g_free (*cell);
  *cell = g_strdup (text);
}

/**
 * ts_chart_table_get_title:
 * @self: a table
 *
 * Returns: what the table is about
 */
const char *
ts_chart_table_get_title (const TsChartTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_chart_table_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns
 */
guint
ts_chart_table_get_n_columns (const TsChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * ts_chart_table_get_n_rows:
 * @self: a table
 *
 * Returns: the number of rows, titles not counted
 */
guint
ts_chart_table_get_n_rows (const TsChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * ts_chart_table_get_column_title:
 * @self: a table
 * @column: less than ts_chart_table_get_n_columns()
 *
 * Returns: the column's title
 */
const char *
ts_chart_table_get_column_title (const TsChartTable *self,
                                 guint               column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return self->columns->pdata[column];
}

/**
 * ts_chart_table_get_cell:
 * @self: a table
 * @row: less than ts_chart_table_get_n_rows()
 * @column: less than ts_chart_table_get_n_columns()
 *
 * Returns: what the cell says
 */
const char *
ts_chart_table_get_cell (const TsChartTable *self,
                         guint               row,
                         guint               column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->n_rows, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return self->cells->pdata[row * self->columns->len + column];
}

/* Columns that a terminal gives to @text. */
static guint
text_cells (const char *text)
{
  guint cells = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (character))
        cells += g_unichar_iswide (character) ? 2 : 1;
    }

  return cells;
}

static void
append_padded (GString    *string,
               const char *text,
               guint       width,
               gboolean    last)
{
  g_string_append (string, text);
  if (!last)
    for (guint i = text_cells (text); i < width + 2; i++)
      g_string_append_c (string, ' ');
}

/**
 * ts_chart_table_to_text:
 * @self: a table
 *
 * Returns: (transfer full): the table in lines for a terminal, with aligned columns, ending in a line
 *   break
 */
char *
ts_chart_table_to_text (const TsChartTable *self)
{
  guint n_columns;
  g_autofree guint *widths = NULL;
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  n_columns = self->columns->len;
  widths = g_new0 (guint, n_columns + 1);
  for (guint column = 0; column < n_columns; column++)
    {
      widths[column] = text_cells (self->columns->pdata[column]);
      for (guint row = 0; row < self->n_rows; row++)
        widths[column] = MAX (widths[column],
                              text_cells (ts_chart_table_get_cell (self, row, column)));
    }

  string = g_string_new (NULL);
  for (guint column = 0; column < n_columns; column++)
    append_padded (string, self->columns->pdata[column], widths[column], column + 1 == n_columns);
  g_string_append_c (string, '\n');

  for (guint column = 0; column < n_columns; column++)
    {
      for (guint i = 0; i < widths[column]; i++)
        g_string_append_c (string, '-');
      g_string_append (string, column + 1 == n_columns ? "\n" : "  ");
    }

  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        append_padded (string, ts_chart_table_get_cell (self, row, column), widths[column],
                       column + 1 == n_columns);
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}
