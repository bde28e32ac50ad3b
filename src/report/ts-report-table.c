/* ts-report-table.c — a table in a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-table.h"

#include "report/ts-report-text.h"

typedef struct
{
  char *group; /* a heading across the table; such a row has no cells */
  TsReportCell *cells;
} Row;

struct _TsReportTable
{
  char *title;
  gboolean facts;
  GArray *columns;
  GArray *rows;
};

/**
 * ts_report_table_new:
 * @title: (nullable): what it shows; printed above it
 *
 * Returns: (transfer full): an empty table
 */
TsReportTable *
ts_report_table_new (const char *title)
{
  TsReportTable *self = g_atomic_rc_box_new0 (TsReportTable);

  self->title = ts_report_text_clean (title);
  self->columns = g_array_new (FALSE, TRUE, sizeof (TsReportColumn));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));

  return self;
}

/**
 * ts_report_table_new_facts:
 *
 * Returns: (transfer full): a table of names and values, without a head
 */
TsReportTable *
ts_report_table_new_facts (void)
{
  TsReportTable *self = ts_report_table_new (NULL);

  self->facts = TRUE;
  ts_report_table_add_column (self, NULL, 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (self, NULL, 1, TS_REPORT_ALIGN_START);

  return self;
}

static gboolean
looks_like_number (const char *text)
{
  gboolean digit = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isdigit (character))
        digit = TRUE;
      else if (!g_unichar_isspace (character) && g_utf8_strchr ("+-−–—.,%/()", -1, character) == NULL)
        return FALSE;
    }

  return digit;
}

static gboolean
is_numeric (const TsChartTable *table,
            guint               column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < ts_chart_table_get_n_rows (table); i++)
    {
      const char *text = ts_chart_table_get_cell (table, i, column);

      if (text == NULL || *text == '\0' || g_str_equal (text, "–") || g_str_equal (text, "—"))
        continue;

      if (!looks_like_number (text))
        return FALSE;

      any = TRUE;
    }

  return any;
}

/**
 * ts_report_table_new_from_chart:
 * @table: what a chart shows, in words
 *
 * Columns that hold nothing but numbers are narrow, with their text at the end.
 *
 * Returns: (transfer full): the same as a table of a report
 */
TsReportTable *
ts_report_table_new_from_chart (const TsChartTable *table)
{
  TsReportTable *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = ts_report_table_new (ts_chart_table_get_title (table));

  for (guint j = 0; j < ts_chart_table_get_n_columns (table); j++)
    {
      gboolean numeric = is_numeric (table, j);

      ts_report_table_add_column (self, ts_chart_table_get_column_title (table, j), numeric ? 0 : j == 0 ? 2
                                                                                                         : 1,
                                  numeric ? TS_REPORT_ALIGN_END : TS_REPORT_ALIGN_START);
    }

  for (guint i = 0; i < ts_chart_table_get_n_rows (table); i++)
    {
      guint row = ts_report_table_add_row (self);

      for (guint j = 0; j < ts_chart_table_get_n_columns (table); j++)
        ts_report_table_set_text (self, row, j, ts_chart_table_get_cell (table, i, j));
    }

  return self;
}

TsReportTable *
ts_report_table_ref (TsReportTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
table_clear (TsReportTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      for (guint j = 0; row->cells != NULL && j < self->columns->len; j++)
        g_free (row->cells[j].text);

      g_free (row->cells);
      g_free (row->group);
    }

  for (guint i = 0; i < self->columns->len; i++)
    g_free (g_array_index (self->columns, TsReportColumn, i).title);

  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->title);
}

void
ts_report_table_unref (TsReportTable *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) table_clear);
}

/**
 * ts_report_table_add_column:
 * @self: a table without rows yet
 * @title: (nullable): its head
 * @share: how much of the width that is left over it takes, in proportion to the others; 0 makes it as wide as what stands in it
 * @align: where its text stands
 */
void
ts_report_table_add_column (TsReportTable *self,
                            const char    *title,
                            double         share,
                            TsReportAlign  align)
{
  TsReportColumn column = { NULL, MAX (share, 0), align };

  g_return_if_fail (self != NULL && self->rows->len == 0);

  column.title = ts_report_text_clean (title);
  g_array_append_val (self->columns, column);
}

/**
 * ts_report_table_add_row:
 * @self: a table
 *
 * Returns: the position of a new row of empty cells
 */
guint
ts_report_table_add_row (TsReportTable *self)
{
  Row row = { NULL, NULL };

  g_return_val_if_fail (self != NULL, 0);

  row.cells = g_new0 (TsReportCell, MAX (self->columns->len, 1));
  g_array_append_val (self->rows, row);

  return self->rows->len - 1;
}

/**
 * ts_report_table_add_group:
 * @self: a table
 * @title: what the rows that follow have in common
 */
void
ts_report_table_add_group (TsReportTable *self,
                           const char    *title)
{
  Row row = { NULL, NULL };

  g_return_if_fail (self != NULL && title != NULL);

  row.group = ts_report_text_clean (title);
  g_array_append_val (self->rows, row);
}

static TsReportCell *
get_cell (const TsReportTable *self,
          guint                row,
          guint                column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, NULL);

  if (g_array_index (self->rows, Row, row).cells == NULL)
    return NULL;

  return &g_array_index (self->rows, Row, row).cells[column];
}

void
ts_report_table_set_text (TsReportTable *self,
                          guint          row,
                          guint          column,
                          const char    *text)
{
  TsReportCell *cell = get_cell (self, row, column);

  g_return_if_fail (cell != NULL);

  g_free (cell->text);
  cell->text = ts_report_text_clean (text);
}

void
ts_report_table_set_number (TsReportTable *self,
                            guint          row,
                            guint          column,
                            gint64         number)
{
  g_autofree char *text = g_strdup_printf ("%s%" G_GINT64_FORMAT, number < 0 ? "−" : "", ABS (number));

  ts_report_table_set_text (self, row, column, text);
}

/**
 * ts_report_table_set_marks:
 * @self: a table
 * @row: a row
 * @column: a column
 * @n_filled: how many marks are filled
 * @n_marks: how many there are
 * @role: the colour of the filled ones
 *
 * Draws marks before the cell's text, which has to say the same.
 */
void
ts_report_table_set_marks (TsReportTable *self,
                           guint          row,
                           guint          column,
                           guint          n_filled,
                           guint          n_marks,
                           TsChartRole    role)
{
  TsReportCell *cell = get_cell (self, row, column);

  g_return_if_fail (cell != NULL && n_filled <= n_marks && n_marks <= 16);

  cell->n_filled = (guint8) n_filled;
  cell->n_marks = (guint8) n_marks;
  cell->role = role;
}

/**
 * ts_report_table_add_fact:
 * @self: a table of facts
 * @name: what is told
 * @value: (nullable): what there is to tell; without it nothing is added
 */
void
ts_report_table_add_fact (TsReportTable *self,
                          const char    *name,
                          const char    *value)
{
  guint row;

  g_return_if_fail (self != NULL && self->facts);

  if (value == NULL || *value == '\0')
    return;

  row = ts_report_table_add_row (self);
  ts_report_table_set_text (self, row, 0, name);
  ts_report_table_set_text (self, row, 1, value);
}

const char *
ts_report_table_get_title (const TsReportTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

gboolean
ts_report_table_is_facts (const TsReportTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->facts;
}

guint
ts_report_table_get_n_columns (const TsReportTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const TsReportColumn *
ts_report_table_get_column (const TsReportTable *self,
                            guint                column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return &g_array_index (self->columns, TsReportColumn, column);
}

guint
ts_report_table_get_n_rows (const TsReportTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_report_table_get_group:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer none) (nullable): the heading that the row is; %NULL for a row of cells
 */
const char *
ts_report_table_get_group (const TsReportTable *self,
                           guint                row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return g_array_index (self->rows, Row, row).group;
}

/**
 * ts_report_table_get_cell:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): a cell, %NULL in a row that is a heading
 */
const TsReportCell *
ts_report_table_get_cell (const TsReportTable *self,
                          guint                row,
                          guint                column)
{
  return get_cell (self, row, column);
}
