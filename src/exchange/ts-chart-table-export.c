/* ts-chart-table-export.c — what a chart shows, as a table that goes out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-chart-table-export.h"

#include "core/ts-number.h"

/* Digits with a point and a minus, as charts write numbers; "007" and "1e5" are names. */
static gboolean
is_number (const char *text,
           double     *number)
{
  const char *digits = *text == '-' ? text + 1 : text;

  if (!g_ascii_isdigit (*digits) || (digits[0] == '0' && g_ascii_isdigit (digits[1])))
    return FALSE;

  for (const char *at = digits; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at) && *at != '.')
        return FALSE;
    }

  return ts_number_parse (text, number, NULL);
}

static void
add_cell (TsTableWriter *writer,
          TsChartTable  *table,
          guint          row,
          guint          column)
{
  const char *text = ts_chart_table_get_cell (table, row, column);
  double number;

  /* The first column says what a row is. */
  if (column > 0 && text != NULL && is_number (text, &number))
    ts_table_writer_add_number (writer, number);
  else
    ts_table_writer_add_text (writer, text);
}

/**
 * ts_chart_table_export:
 * @table: what a chart shows
 * @export: where and how; its filter is not looked at
 * @error: where to put why not; see [struct@Export]
 *
 * Writes the table as it is, with numbers as numbers. It touches no workbook, and may run on any thread.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_chart_table_export (TsChartTable  *table,
                       TsExport      *export,
                       GError       **error)
{
  g_autoptr (TsTableWriter) writer = NULL;
  g_autofree const char **columns = NULL;
  guint n_columns;

  g_return_val_if_fail (table != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  n_columns = ts_chart_table_get_n_columns (table);
  g_return_val_if_fail (n_columns > 0, FALSE);
  columns = g_new0 (const char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    columns[i] = ts_chart_table_get_column_title (table, i);

  writer = ts_export_begin (export, columns);

  for (guint row = 0; row < ts_chart_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        add_cell (writer, table, row, column);

      if (!ts_export_end_row (export, writer, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}
