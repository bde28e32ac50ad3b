/* ts-transition-sentence.c
 *
 * A matrix of change in words: what each cell says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-transition-data.h"

#include <glib/gi18n-lib.h>

#include "chart/ts-chart-count.h"

/**
 * ts_transition_data_level_text:
 * @self: data of a matrix of change
 * @level: a level, or %TS_TRANSITION_UNRATED
 *
 * Returns: (transfer full): such as "2 Developing" or "not rated"
 */
char *
ts_transition_data_level_text (const TsTransitionData *self,
                               guint                   level)
{
  return level == TS_TRANSITION_UNRATED
           ? g_strdup (_("not rated"))
           : ts_chart_levels_text (ts_transition_data_get_levels (self), level);
}

/**
 * ts_transition_data_cell_text:
 * @self: data of a matrix of change
 * @from: the level before, or %TS_TRANSITION_UNRATED
 * @to: the level after, or %TS_TRANSITION_UNRATED
 *
 * Returns: (transfer full): how many moved that way, and what share of those at @from that is, such as "12 of 61 (20%)"
 */
char *
ts_transition_data_cell_text (const TsTransitionData *self,
                              guint                   from,
                              guint                   to)
{
  guint count = ts_transition_data_get_count (self, from, to);
  guint all = ts_transition_data_count_from (self, from);
  g_autofree char *part = ts_chart_count_text (count);
  g_autofree char *whole = ts_chart_count_text (all);
  g_autofree char *share = NULL;

  if (all == 0)
    return g_strdup (_("none of 0"));

  share = ts_chart_count_share (count, all);

  return g_strdup_printf (_("%s of %s (%s)"), part, whole, share);
}

/**
 * ts_transition_data_describe:
 * @self: data of a matrix of change
 *
 * Tells how many rose, stayed and fell, and how many were not rated in both years.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_transition_data_describe (const TsTransitionData *self)
{
  TsTransitionCounts counts;
  g_autofree char *compared = NULL;
  g_autofree char *up = NULL;
  g_autofree char *same = NULL;
  g_autofree char *down = NULL;
  g_autofree char *text = NULL;
  guint n_unrated;

  g_return_val_if_fail (self != NULL, NULL);

  ts_transition_data_get_counts (self, &counts);
  if (counts.n_total == 0)
    return g_strdup (_("There is nothing to show yet."));

  n_unrated = counts.n_total - counts.n_compared;
  if (counts.n_compared == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The %u there is was not rated in both years.",
                                         "None of %u was rated in both years.", n_unrated),
                            n_unrated);

  compared = ts_chart_count_text (counts.n_compared);
  up = ts_chart_count_share (counts.n_up, counts.n_compared);
  same = ts_chart_count_share (counts.n_same, counts.n_compared);
  down = ts_chart_count_share (counts.n_down, counts.n_compared);

  /* Translators: of how many rated in both years what shares rose, stayed and fell, as in "Of 1,604 rated in both years, 40%
   * rose, 50% stayed, 10% fell". */
  text = g_strdup_printf (_("Of %s rated in both years, %s rose, %s stayed, %s fell"), compared, up,
                          same, down);
  if (n_unrated == 0)
    return g_strdup_printf (_("%s."), text);

  /* Translators: goes on after a sentence about those rated in both years, as in "; 68 more were not." */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u more was not.",
                                       "%s; %u more were not.", n_unrated),
                          text, n_unrated);
}

static void
add_row (const TsTransitionData *self,
         TsChartTable           *table,
         guint                   from,
         gboolean                sums)
{
  guint n_levels = ts_chart_levels_get_n (ts_transition_data_get_levels (self));
  guint row = ts_chart_table_add_row (table), total = 0;
  g_autofree char *name = sums ? g_strdup (_("All")) : ts_transition_data_level_text (self, from);
  g_autofree char *all = NULL;

  ts_chart_table_set_cell (table, row, 0, name);
  for (guint i = 1; i <= n_levels + 1; i++)
    {
      guint to = i % (n_levels + 1);
      guint count = sums ? ts_transition_data_count_to (self, to)
                         : ts_transition_data_get_count (self, from, to);
      g_autofree char *text = ts_chart_count_text (count);

      total += count;
      ts_chart_table_set_cell (table, row, i, text);
    }
  all = ts_chart_count_text (total);
  ts_chart_table_set_cell (table, row, n_levels + 2, all);
}

/**
 * ts_transition_data_to_table:
 * @self: data of a matrix of change
 *
 * Returns: (transfer full): a row for each level before and a column for each level after, then those not rated and all
 */
TsChartTable *
ts_transition_data_to_table (const TsTransitionData *self)
{
  TsChartTable *table;
  guint n_levels;
  g_autofree char *corner = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  n_levels = ts_chart_levels_get_n (ts_transition_data_get_levels (self));
  table = ts_chart_table_new (ts_transition_data_get_title (self));

  /* Translators: the years that a table of changes is about: before and after. */
  corner = g_strdup_printf (_("%s → %s"), ts_transition_data_get_from_name (self),
                            ts_transition_data_get_to_name (self));
  ts_chart_table_add_column (table, corner);
  for (guint i = 1; i <= n_levels + 1; i++)
    {
      g_autofree char *name = ts_transition_data_level_text (self, i % (n_levels + 1));

      ts_chart_table_add_column (table, name);
    }
  ts_chart_table_add_column (table, _("All"));

  for (guint i = 1; i <= n_levels + 1; i++)
    add_row (self, table, i % (n_levels + 1), FALSE);
  add_row (self, table, 0, TRUE);

  return table;
}
