/* ts-chart-tsv.c — a chart's table as spreadsheets take it from the clipboard
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-tsv.h"

#include <string.h>

/* "-3" or "-0.5" */
static gboolean
is_negative_number (const char *text)
{
  gsize whole;
  gsize part;

  if (*text != '-')
    return FALSE;

  text++;
  whole = strspn (text, "0123456789");

  if (whole == 0 || text[whole] != '.')
    return whole > 0 && text[whole] == '\0';

  text += whole + 1;
  part = strspn (text, "0123456789");

  return part > 0 && text[part] == '\0';
}

/* A spreadsheet would take a text that begins with one of these for a formula, and run it. The apostrophe says that it is
 * text. A number is not run, and is wanted as one. */
static void
append_cell (GString    *string,
             const char *text)
{
  if (*text != '\0' && strchr ("=+-@", *text) != NULL && !is_negative_number (text))
    g_string_append_c (string, '\'');

  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (string, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

/**
 * ts_chart_table_to_tsv:
 * @table: a chart's table
 *
 * Returns: (transfer full): a line for the titles and one for each row, with tabs between the cells
 */
char *
ts_chart_table_to_tsv (TsChartTable *table)
{
  GString *string = g_string_new (NULL);
  guint n_columns;

  g_return_val_if_fail (table != NULL, NULL);

  n_columns = ts_chart_table_get_n_columns (table);

  for (guint column = 0; column < n_columns; column++)
    {
      append_cell (string, ts_chart_table_get_column_title (table, column));
      g_string_append_c (string, column + 1 < n_columns ? '\t' : '\n');
    }

  for (guint row = 0; row < ts_chart_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          append_cell (string, ts_chart_table_get_cell (table, row, column));
          g_string_append_c (string, column + 1 < n_columns ? '\t' : '\n');
        }
    }

  return g_string_free (string, FALSE);
}
