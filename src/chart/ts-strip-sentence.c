/* ts-strip-sentence.c
 *
 * A strip plot in words: what each dot says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-strip-data.h"

#include <glib/gi18n-lib.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"

/**
 * ts_strip_data_value_text:
 * @self: data of a strip plot
 * @value: a value
 *
 * Returns: (transfer full): @value with its unit, such as "27 points"
 */
char *
ts_strip_data_value_text (const TsStripData *self,
                          double             value)
{
  return ts_chart_number_quantity (value, ts_chart_number_decimals (value, value),
                                   ts_strip_data_get_unit (self));
}

static void
count_all (const TsStripData *self,
           guint             *n_missing,
           guint             *highest,
           guint             *lowest,
           guint             *n_rows)
{
  double high = 0, low = 0, middle;

  *n_missing = *n_rows = 0;
  for (guint row = 0; row < ts_strip_data_get_n_rows (self); row++)
    {
      *n_missing += ts_strip_data_count_missing (self, row);
      if (!ts_strip_data_get_middle (self, row, &middle))
        continue;
      if (*n_rows == 0 || middle > high)
        {
          high = middle;
          *highest = row;
        }
      if (*n_rows == 0 || middle < low)
        {
          low = middle;
          *lowest = row;
        }
      (*n_rows)++;
    }
}

static char *
middle_text (const TsStripData *self,
             guint              row)
{
  double middle = 0;

  ts_strip_data_get_middle (self, row, &middle);

  return ts_strip_data_value_text (self, middle);
}

/**
 * ts_strip_data_describe:
 * @self: data of a strip plot
 *
 * Tells where the median is highest and where lowest, and how many have no value.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_strip_data_describe (const TsStripData *self)
{
  g_autofree char *organisations = NULL;
  g_autofree char *text = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high_name = NULL;
  g_autofree char *low_name = NULL;
  guint n_missing, n_rows, highest = 0, lowest = 0;

  g_return_val_if_fail (self != NULL, NULL);

  count_all (self, &n_missing, &highest, &lowest, &n_rows);
  if (n_rows == 0 && n_missing == 0)
    return g_strdup (_("There is nothing to show yet."));

  missing = ts_chart_count_organisations (n_missing);
  if (n_rows == 0)
    /* Translators: the number of organisations, as in "None of 152 organisations has a value yet." */
    return g_strdup_printf (_("None of %s has a value yet."), missing);

  organisations = ts_chart_count_organisations (ts_strip_data_get_n_points (self));
  high = middle_text (self, highest);
  low = middle_text (self, lowest);
  high_name =
    ts_chart_text_isolate (ts_chart_subject_name (ts_strip_data_get_row (self, highest)));
  low_name = ts_chart_text_isolate (ts_chart_subject_name (ts_strip_data_get_row (self, lowest)));

  if (n_rows == 1 || highest == lowest)
    /* Translators: the number of organisations and the value in their middle, as in "152 organisations: the median is
     * 27 points". */
    text = g_strdup_printf (_("%s: the median is %s"), organisations, high);
  else
    /* Translators: the number of organisations, and where the value in their middle is highest and lowest, as in "152
     * organisations: the median is highest for London (31 points), lowest for North East (24 points)". */
    text = g_strdup_printf (_("%s: the median is highest for %s (%s), lowest for %s (%s)"),
                            organisations, high_name, high, low_name, low);

  if (n_missing == 0)
    return g_strdup_printf (_("%s."), text);

  /* Translators: goes on after a sentence, as in "; 3 organisations have no value." */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %s has no value.",
                                       "%s; %s have no value.", n_missing),
                          text, missing);
}

/**
 * ts_strip_data_to_table:
 * @self: data of a strip plot
 *
 * Returns: (transfer full): a row for each organisation that has a value
 */
TsChartTable *
ts_strip_data_to_table (const TsStripData *self)
{
  const char *measure;
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  measure = ts_strip_data_get_measure (self);
  table = ts_chart_table_new (ts_strip_data_get_title (self));
  ts_chart_table_add_column (table, _("Group"));
  ts_chart_table_add_column (table, _("Organisation"));
  ts_chart_table_add_column (table, *measure != '\0' ? measure : _("Value"));

  for (guint i = 0; i < ts_strip_data_get_n_points (self); i++)
    {
      const TsStripPoint *point = ts_strip_data_get_point (self, i);
      guint row = ts_chart_table_add_row (table);
      g_autofree char *title = ts_chart_subject_title (&point->subject);
      g_autofree char *group = ts_chart_subject_title (ts_strip_data_get_row (self, point->row));
      g_autofree char *text = ts_strip_data_value_text (self, point->value);

      ts_chart_table_set_cell (table, row, 0, group);
      ts_chart_table_set_cell (table, row, 1, title);
      ts_chart_table_set_cell (table, row, 2, text);
    }

  return table;
}
