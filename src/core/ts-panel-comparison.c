/* ts-panel-comparison.c — two panels that have scored the same
 *
 * Somebody who sits on both is left out: they would make the panels look alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-panel-comparison.h"

#include "core/ts-agenda.h"
#include "core/ts-bootstrap.h"

#include <math.h>

enum
{
  UNITS,
  DIFFERENCE,
  SAME,
  WITHIN_ONE,
  N_SUMS,
};

enum
{
  VALUE_DIFFERENCE,
  VALUE_SAME,
  VALUE_WITHIN_ONE,
  N_VALUES,
};

static void
make_values (const double *sums,
             gpointer      data,
             double       *values)
{
  values[VALUE_DIFFERENCE] = sums[UNITS] > 0 ? sums[DIFFERENCE] / sums[UNITS] : NAN;
  values[VALUE_SAME] = sums[UNITS] > 0 ? sums[SAME] / sums[UNITS] : NAN;
  values[VALUE_WITHIN_ONE] = sums[UNITS] > 0 ? sums[WITHIN_ONE] / sums[UNITS] : NAN;
}

typedef struct
{
  int *levels;
  guint n;
  double mean;
} Side;

static void
take_side (const TsScoreTable *table,
           const TsScoreUnits *unit,
           guint               panel,
           guint               other,
           Side               *side)
{
  side->n = 0;
  side->mean = 0;

  for (guint i = 0; i < unit->n; i++)
    {
      if (ts_score_table_is_seated (table, panel, unit->reviewers[i]) && !ts_score_table_is_seated (table, other, unit->reviewers[i]))
        {
          side->levels[side->n++] = unit->levels[i];
          side->mean += unit->levels[i];
        }
    }

  side->mean /= MAX (side->n, 1);
}

static void
compare (const TsScoreTable *table,
         guint               n_draws,
         guint32             seed,
         TsPanelComparison  *self)
{
  g_autoptr (TsBootstrap) bootstrap = ts_bootstrap_new (N_SUMS);
  g_autofree int *first_levels = g_new (int, ts_score_table_get_n_reviewers (table) + 1);
  g_autofree int *second_levels = g_new (int, ts_score_table_get_n_reviewers (table) + 1);
  Side first = { .levels = first_levels };
  Side second = { .levels = second_levels };
  TsEstimate estimates[N_VALUES];
  guint assessment = G_MAXUINT;
  g_auto (TsScoreUnits) units = { 0 };

  ts_score_units_init (&units, table, TS_SCORE_SCOPE_ALL);

  while (ts_score_units_next (&units))
    {
      double *sums;
      int distance;

      if (!ts_score_table_is_assigned (table, self->first, units.assessment) || !ts_score_table_is_assigned (table, self->second, units.assessment))
        continue;

      take_side (table, &units, self->first, self->second, &first);
      take_side (table, &units, self->second, self->first, &second);

      if (first.n == 0 || second.n == 0)
        continue;

      sums = ts_bootstrap_add (bootstrap, units.assessment);
      distance = ABS (ts_median_get_start (ts_median (first.levels, first.n)) - ts_median_get_start (ts_median (second.levels, second.n)));
      sums[UNITS]++;
      sums[DIFFERENCE] += first.mean - second.mean;
      sums[SAME] += distance == 0;
      sums[WITHIN_ONE] += distance <= 1;
      self->n_units++;
      self->n_assessments += units.assessment != assessment;
      assessment = units.assessment;
    }

  ts_bootstrap_run (bootstrap, make_values, NULL, N_VALUES, n_draws, seed, estimates);
  self->difference = estimates[VALUE_DIFFERENCE];
  self->same = estimates[VALUE_SAME];
  self->within_one = estimates[VALUE_WITHIN_ONE];
}

static gboolean
shares_assessment (const TsScoreTable *table,
                   guint               first,
                   guint               second)
{
  for (guint i = 0; i < ts_score_table_get_n_assessments (table); i++)
    {
      if (ts_score_table_is_assigned (table, first, i) && ts_score_table_is_assigned (table, second, i))
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_panel_comparisons_measure:
 * @table: scores
 * @n_draws: how often to draw for the intervals, such as %TS_BOOTSTRAP_DRAWS; 0 for none
 * @seed: the same seed gives the same intervals
 *
 * Returns: (transfer full) (element-type TsPanelComparison): each two panels that have scored the same, in their order
 */
GArray *
ts_panel_comparisons_measure (const TsScoreTable *table,
                              guint               n_draws,
                              guint32             seed)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (TsPanelComparison));
  guint n_panels = ts_score_table_get_n_panels (table);

  for (guint first = 0; first < n_panels; first++)
    {
      for (guint second = first + 1; second < n_panels; second++)
        {
          TsPanelComparison it = { .first = first, .second = second };

          if (!shares_assessment (table, first, second))
            continue;

          compare (table, n_draws, seed, &it);

          if (it.n_units > 0)
            g_array_append_val (made, it);
        }
    }

  return made;
}
