/* ts-compare-counts.c — what can be counted of many levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-compare-counts.h"

#include <math.h>
#include <string.h>

static guint
count_organisations (const TsComparison *self,
                     const GArray       *organisations)
{
  return organisations != NULL ? organisations->len : ts_comparison_get_n_organisations (self);
}

static guint
get_organisation (const GArray *organisations,
                  guint         position)
{
  return organisations != NULL ? g_array_index (organisations, guint, position) : position;
}

/**
 * ts_comparison_count_levels:
 * @self: a comparison
 * @organisations: (nullable) (element-type guint): those that are counted, %NULL for all
 * @year: a year
 * @layer: whose judgement
 * @node: a node
 * @counts: (out): how many have each level; at 0, how many have none
 */
void
ts_comparison_count_levels (const TsComparison *self,
                            const GArray       *organisations,
                            guint               year,
                            TsLayer             layer,
                            guint               node,
                            guint               counts[TS_COUNTS_N])
{
  g_return_if_fail (self != NULL && counts != NULL);

  memset (counts, 0, TS_COUNTS_N * sizeof *counts);

  for (guint i = 0; i < count_organisations (self, organisations); i++)
    counts[ts_comparison_get_cell (self, get_organisation (organisations, i), year, layer, node).level]++;
}

/**
 * ts_comparison_count_changes:
 * @self: a comparison
 * @from: an earlier year
 * @to: a later year
 * @layer: whose judgement
 * @nodes: (element-type guint): what is looked at
 * @with_breaks: whether what was defined otherwise in the one year than in the other counts too
 * @counts: (out): how many levels were which and became which; 0 for none. What has a level in neither year is not counted
 *
 * Returns: how many of @nodes were left out because they were defined otherwise
 */
guint
ts_comparison_count_changes (const TsComparison *self,
                             guint from,
                             guint to,
                             TsLayer layer,
                             const GArray *nodes,
                             gboolean with_breaks,
                             guint counts[TS_COUNTS_N][TS_COUNTS_N])
{
  guint n_left_out = 0;

  g_return_val_if_fail (self != NULL && nodes != NULL && counts != NULL, 0);

  memset (counts, 0, TS_COUNTS_N * TS_COUNTS_N * sizeof **counts);

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);

      if (!with_breaks && ts_comparison_is_break (self, from, to, node))
        {
          n_left_out++;
          continue;
        }

      for (guint j = 0; j < ts_comparison_get_n_organisations (self); j++)
        {
          int before = ts_comparison_get_cell (self, j, from, layer, node).level;
          int after = ts_comparison_get_cell (self, j, to, layer, node).level;

          if (before != 0 || after != 0)
            counts[before][after]++;
        }
    }

  return n_left_out;
}

/**
 * ts_comparison_get_optimism:
 * @self: a comparison that has read the boards' own layer, the panels' and the final one
 * @organisation: an organisation
 * @year: a year
 * @nodes: (element-type guint): what is looked at
 * @optimism: (out): what came out
 *
 * Of each node the final level counts, else what the panel agreed on, and only where the board has a level of its own too.
 *
 * Returns: whether there is any node of which both have a level
 */
gboolean
ts_comparison_get_optimism (const TsComparison *self,
                            guint               organisation,
                            guint               year,
                            const GArray       *nodes,
                            TsOptimism         *optimism)
{
  int own_sum = 0;
  int other_sum = 0;

  g_return_val_if_fail (self != NULL && nodes != NULL && optimism != NULL, FALSE);

  *optimism = (TsOptimism) { 0 };

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      int own = ts_comparison_get_cell (self, organisation, year, TS_LAYER_SELF, node).level;
      int other = ts_comparison_get_cell (self, organisation, year, TS_LAYER_FINAL, node).level;

      if (other == 0)
        other = ts_comparison_get_cell (self, organisation, year, TS_LAYER_PANEL, node).level;

      if (own == 0 || other == 0)
        continue;

      own_sum += own;
      other_sum += other;
      optimism->n++;
    }

  if (optimism->n == 0)
    return FALSE;

  optimism->own = (double) own_sum / optimism->n;
  optimism->other = (double) other_sum / optimism->n;

  return TRUE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Between the two nearest, as most spreadsheets do it. */
static double
find_quantile (const double *sorted,
               guint         n,
               double        share)
{
  double place = share * (n - 1);
  guint below = (guint) place;

  return below + 1 < n ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[n - 1];
}

/**
 * ts_spread_of_numbers:
 * @numbers: (array length=n): finite numbers; they are sorted
 * @n: how many
 * @spread: (out): their middle, and how far they reach
 */
void
ts_spread_of_numbers (double   *numbers,
                      guint     n,
                      TsSpread *spread)
{
  g_return_if_fail ((numbers != NULL || n == 0) && spread != NULL);

  *spread = (TsSpread) { .n = n };

  if (n == 0)
    return;

  g_qsort_with_data (numbers, (int) n, sizeof *numbers, compare_numbers, NULL);
  spread->lowest = numbers[0];
  spread->lower_quarter = find_quantile (numbers, n, 0.25);
  spread->median = find_quantile (numbers, n, 0.5);
  spread->upper_quarter = find_quantile (numbers, n, 0.75);
  spread->highest = numbers[n - 1];
}

/**
 * ts_comparison_get_spread:
 * @self: a comparison
 * @organisations: (nullable) (element-type guint): whose levels, %NULL for all
 * @year: a year
 * @layer: whose judgement
 * @node: a node
 * @spread: (out): their middle, and how far they reach
 */
void
ts_comparison_get_spread (const TsComparison *self,
                          const GArray       *organisations,
                          guint               year,
                          TsLayer             layer,
                          guint               node,
                          TsSpread           *spread)
{
  guint n_organisations = count_organisations (self, organisations);
  g_autofree double *levels = g_new (double, n_organisations + 1);
  guint n = 0;

  g_return_if_fail (self != NULL && spread != NULL);

  for (guint i = 0; i < n_organisations; i++)
    {
      int level = ts_comparison_get_cell (self, get_organisation (organisations, i), year, layer, node).level;

      if (level != 0)
        levels[n++] = level;
    }

  ts_spread_of_numbers (levels, n, spread);
  spread->n_missing = n_organisations - n;
}

/**
 * ts_comparison_list_sensitivities:
 * @self: a comparison
 * @year: a year
 * @layer: whose judgement
 * @nodes: (element-type guint): what is looked at
 * @rule: another rule than the comparison's
 *
 * Returns: (transfer full) (element-type TsSensitivity): every level that would be another under the rule, organisation by organisation
 */
GArray *
ts_comparison_list_sensitivities (const TsComparison *self,
                                  guint               year,
                                  TsLayer             layer,
                                  const GArray       *nodes,
                                  TsRollUpRule        rule)
{
  GArray *list;

  g_return_val_if_fail (self != NULL && nodes != NULL && rule < TS_N_ROLL_UP_RULES, NULL);

  list = g_array_new (FALSE, FALSE, sizeof (TsSensitivity));

  for (guint i = 0; i < ts_comparison_get_n_organisations (self); i++)
    {
      for (guint j = 0; j < nodes->len; j++)
        {
          TsSensitivity sensitivity = { i, g_array_index (nodes, guint, j), 0, 0 };

          sensitivity.level = ts_comparison_get_cell (self, i, year, layer, sensitivity.node).level;
          sensitivity.other = ts_comparison_roll_up (self, i, year, layer, sensitivity.node, rule);

          if (sensitivity.level != sensitivity.other)
            g_array_append_val (list, sensitivity);
        }
    }

  return list;
}

/**
 * ts_comparison_get_agreement:
 * @self: a comparison that has read both layers
 * @year: a year
 * @first: a layer
 * @second: another
 * @node: a node
 * @agreement: (out): how well they agree, over all organisations that have a level in both
 */
void
ts_comparison_get_agreement (const TsComparison *self,
                             guint               year,
                             TsLayer             first,
                             TsLayer             second,
                             guint               node,
                             TsAgreement        *agreement)
{
  g_return_if_fail (self != NULL && agreement != NULL);

  *agreement = (TsAgreement) { 0 };

  for (guint i = 0; i < ts_comparison_get_n_organisations (self); i++)
    {
      int a = ts_comparison_get_cell (self, i, year, first, node).level;
      int b = ts_comparison_get_cell (self, i, year, second, node).level;

      if (a == 0 || b == 0)
        continue;

      agreement->n++;
      agreement->n_exact += a == b;
      agreement->n_within_one += ABS (a - b) <= 1;
      agreement->sum += a - b;
    }
}
