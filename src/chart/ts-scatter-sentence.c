/* ts-scatter-sentence.c
 *
 * A scatter chart in words: what each point says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-scatter-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-number.h"

/* Rank correlations weaker than these are told as none, and as a weak one. */
#define WEAK   0.2
#define STRONG 0.5

/**
 * ts_scatter_data_value_text:
 * @self: data of a scatter chart
 * @axis: which axis
 * @value: a value on it
 *
 * Returns: (transfer full): @value with its unit, such as "80.1 years"
 */
char *
ts_scatter_data_value_text (const TsScatterData *self,
                            TsScatterAxis        axis,
                            double               value)
{
  return ts_chart_number_quantity (value, ts_chart_number_decimals (value, value),
                                   ts_scatter_data_get_unit (self, axis));
}

static char *
describe_relation (const TsScatterData *self)
{
  const char *x = ts_scatter_data_get_name (self, TS_SCATTER_AXIS_X);
  const char *y = ts_scatter_data_get_name (self, TS_SCATTER_AXIS_Y);
  g_autofree char *number = NULL;
  double relation;

  if (!ts_scatter_data_get_relation (self, &relation))
    return g_strdup (_("too few, or too much alike, to tell whether the two go together"));

  number = ts_chart_number_text (relation, 2);
  if (fabs (relation) < WEAK)
    /* Translators: goes after "152 organisations: "; the number is a rank correlation. */
    return g_strdup_printf (_("%s and %s hardly go together (rank correlation %s)"), x, y, number);
  if (relation >= STRONG)
    return g_strdup_printf (_("the higher %s, the higher %s (rank correlation %s)"), x, y, number);
  if (relation > 0)
    return g_strdup_printf (_("the higher %s, the higher %s, but only weakly (rank correlation %s)"), x, y, number);
  if (relation <= -STRONG)
    return g_strdup_printf (_("the higher %s, the lower %s (rank correlation %s)"), x, y, number);

  return g_strdup_printf (_("the higher %s, the lower %s, but only weakly (rank correlation %s)"), x, y, number);
}

/**
 * ts_scatter_data_describe:
 * @self: data of a scatter chart
 *
 * Tells whether the two measures go together, and how many organisations have not both.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_scatter_data_describe (const TsScatterData *self)
{
  g_autofree char *organisations = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *relation = NULL;
  guint n_points, n_missing;

  g_return_val_if_fail (self != NULL, NULL);

  n_points = ts_scatter_data_get_n_points (self);
  n_missing = ts_scatter_data_count_missing (self);
  organisations = ts_chart_count_organisations (n_points);
  missing = ts_chart_count_organisations (n_missing);

  if (n_points == 0 && n_missing == 0)
    return g_strdup (_("There is nothing to show yet."));
  if (n_points == 0)
    /* Translators: the number of organisations, as in "None of 8 organisations has both values." */
    return g_strdup_printf (_("None of %s has both values."), missing);

  relation = describe_relation (self);
  if (n_missing == 0)
    /* Translators: the number of organisations, and what there is to say of them. */
    return g_strdup_printf (_("%s: %s."), organisations, relation);

  /* Translators: the number of organisations, what there is to say of them, and how many more could not be compared, as in
   * "150 organisations: …; 2 organisations have not both values." */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s; %s has not both values.",
                                       "%s: %s; %s have not both values.", n_missing),
                          organisations, relation, missing);
}

static void
add_measure (const TsScatterData *self,
             TsChartTable        *table,
             TsScatterAxis        axis,
             const char          *otherwise)
{
  const char *name = ts_scatter_data_get_name (self, axis);

  ts_chart_table_add_column (table, *name != '\0' ? name : otherwise);
}

/**
 * ts_scatter_data_to_table:
 * @self: data of a scatter chart
 *
 * Returns: (transfer full): a row for each organisation that has both values
 */
TsChartTable *
ts_scatter_data_to_table (const TsScatterData *self)
{
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (ts_scatter_data_get_title (self));
  ts_chart_table_add_column (table, _("Code"));
  ts_chart_table_add_column (table, _("Organisation"));
  add_measure (self, table, TS_SCATTER_AXIS_X, _("First measure"));
  add_measure (self, table, TS_SCATTER_AXIS_Y, _("Second measure"));

  for (guint i = 0; i < ts_scatter_data_get_n_points (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      const TsScatterPoint *point = ts_scatter_data_get_point (self, i);
      g_autofree char *x = ts_scatter_data_value_text (self, TS_SCATTER_AXIS_X, point->x);
      g_autofree char *y = ts_scatter_data_value_text (self, TS_SCATTER_AXIS_Y, point->y);

      ts_chart_table_set_cell (table, row, 0, point->subject.code);
      ts_chart_table_set_cell (table, row, 1, point->subject.name);
      ts_chart_table_set_cell (table, row, 2, x);
      ts_chart_table_set_cell (table, row, 3, y);
    }

  return table;
}
