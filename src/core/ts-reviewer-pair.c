/* ts-reviewer-pair.c — how far each two reviewers agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-reviewer-pair.h"

#include "core/ts-bootstrap.h"
#include "core/ts-kappa.h"

#include <math.h>

enum
{
  VALUE_LINEAR,
  VALUE_QUADRATIC,
  VALUE_EXACT,
  VALUE_WITHIN_ONE,
  N_VALUES,
};

typedef struct
{
  guint first;
  guint second;
  guint n_units;
  TsBootstrap *bootstrap;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  ts_bootstrap_free (pair->bootstrap);
  g_free (pair);
}

static void
make_values (const double *sums,
             gpointer      data,
             double       *values)
{
  guint n_levels = GPOINTER_TO_UINT (data);
  double all = 0;
  double exact = 0;
  double within_one = 0;

  for (guint i = 0; i < n_levels; i++)
    {
      for (guint j = 0; j < n_levels; j++)
        {
          double n = sums[i * n_levels + j];

          all += n;
          exact += i == j ? n : 0;
          within_one += i <= j + 1 && j <= i + 1 ? n : 0;
        }
    }

  values[VALUE_LINEAR] = ts_kappa (sums, n_levels, TS_KAPPA_LINEAR);
  values[VALUE_QUADRATIC] = ts_kappa (sums, n_levels, TS_KAPPA_QUADRATIC);
  values[VALUE_EXACT] = all > 0 ? exact / all : NAN;
  values[VALUE_WITHIN_ONE] = all > 0 ? within_one / all : NAN;
}

static Pair *
get_pair (GHashTable *pairs,
          guint       first,
          guint       second,
          guint       n_levels)
{
  const gint64 key = (gint64) first << 32 | second;
  Pair *pair = g_hash_table_lookup (pairs, &key);

  if (pair == NULL)
    {
      pair = g_new (Pair, 1);
      *pair = (Pair) { first, second, 0, ts_bootstrap_new (n_levels * n_levels) };
      g_hash_table_insert (pairs, g_memdup2 (&key, sizeof key), pair);
    }

  return pair;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const TsReviewerPair *first = a;
  const TsReviewerPair *second = b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  return (first->second > second->second) - (first->second < second->second);
}

/**
 * ts_reviewer_pairs_measure:
 * @table: scores
 * @scope: on what, and who
 * @n_draws: how often to draw for the intervals, such as %TS_BOOTSTRAP_DRAWS; 0 for none
 * @seed: the same seed gives the same intervals
 *
 * Returns: (transfer full) (element-type TsReviewerPair): each two reviewers who have scored the same, in their order
 */
GArray *
ts_reviewer_pairs_measure (const TsScoreTable *table,
                           TsScoreScope        scope,
                           guint               n_draws,
                           guint32             seed)
{
  GArray *measured = g_array_new (FALSE, FALSE, sizeof (TsReviewerPair));
  guint n_levels = ts_score_table_get_n_levels (table);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, pair_free);
  g_auto (TsScoreUnits) units = { 0 };
  GHashTableIter iter;
  gpointer data;

  ts_score_units_init (&units, table, scope);

  while (ts_score_units_next (&units))
    {
      for (guint i = 0; i < units.n; i++)
        {
          for (guint j = i + 1; j < units.n; j++)
            {
              Pair *pair = get_pair (pairs, units.reviewers[i], units.reviewers[j], n_levels);

              pair->n_units++;
              ts_bootstrap_add (pair->bootstrap, units.assessment)[(guint) (units.levels[i] - 1) * n_levels + (guint) units.levels[j] - 1]++;
            }
        }
    }

  g_hash_table_iter_init (&iter, pairs);

  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      const Pair *pair = data;
      TsEstimate estimates[N_VALUES];
      TsReviewerPair made;

      ts_bootstrap_run (pair->bootstrap, make_values, GUINT_TO_POINTER (n_levels), N_VALUES, n_draws, seed, estimates);
      made = (TsReviewerPair) {
        pair->first,
        pair->second,
        pair->n_units,
        estimates[VALUE_LINEAR],
        estimates[VALUE_QUADRATIC],
        estimates[VALUE_EXACT],
        estimates[VALUE_WITHIN_ONE],
      };
      g_array_append_val (measured, made);
    }

  g_array_sort (measured, compare_pairs);

  return measured;
}
