/* ts-severity.c — who scores high, and who low
 *
 * Each score is set beside the mean of what all others gave the same unit, and the differences are averaged: a number that can be checked with
 * a pencil. Nobody is compared with somebody who scored other submissions. The same is done for panels, by the medians that they gave
 * submissions which several of them scored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-severity.h"

#include <math.h>

typedef struct
{
  double sum;
  double n;
} Sum;

/* The differences of each rater, added up by cluster. */
static Sum *
sum_differences (const TsScoreMatrix *matrix,
                 guint                n_raters,
                 guint                n_clusters)
{
  Sum *sums = g_new0 (Sum, MAX (1, n_raters * n_clusters));

  for (guint i = 0; i < ts_score_matrix_get_n_units (matrix); i++)
    {
      guint cluster = ts_score_matrix_get_cluster (matrix, i);
      double total = 0;
      guint n = 0;

      for (guint j = 0; j < n_raters; j++)
        {
          double level = ts_score_matrix_get (matrix, i, j);

          if (!isnan (level))
            {
              total += level;
              n++;
            }
        }

      for (guint j = 0; n > 1 && j < n_raters; j++)
        {
          double level = ts_score_matrix_get (matrix, i, j);
          Sum *sum = &sums[j * n_clusters + cluster];

          if (isnan (level))
            continue;

          sum->sum += level - (total - level) / (n - 1);
          sum->n++;
        }
    }

  return sums;
}

static TsSeverity
measure (const char *rater,
         const Sum  *clusters,
         guint       n_clusters,
         guint       n_resamples,
         GRand      *random)
{
  g_autoptr (GArray) resamples = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Sum));
  TsSeverity severity = { .rater = rater };
  Sum whole = { 0 };

  for (guint i = 0; i < n_clusters; i++)
    {
      whole.sum += clusters[i].sum;
      whole.n += clusters[i].n;

      if (clusters[i].n > 0)
        g_array_append_val (own, clusters[i]);
    }

  for (guint i = 0; own->len > 1 && i < n_resamples; i++)
    {
      Sum drawn = { 0 };
      double mean;

      for (guint j = 0; j < own->len; j++)
        {
          const Sum *cluster = &g_array_index (own, Sum, g_rand_int_range (random, 0, (gint32) own->len));

          drawn.sum += cluster->sum;
          drawn.n += cluster->n;
        }

      mean = drawn.sum / drawn.n;
      g_array_append_val (resamples, mean);
    }

  severity.n_units = (guint) whole.n;
  severity.difference = ts_estimate_from_resamples (whole.n > 0 ? whole.sum / whole.n : NAN, resamples, n_resamples);

  return severity;
}

static int
compare_severities (gconstpointer a,
                    gconstpointer b)
{
  const TsSeverity *first = a;
  const TsSeverity *second = b;
  gboolean first_missing = isnan (first->difference.value);
  gboolean second_missing = isnan (second->difference.value);

  if (first_missing != second_missing)
    return first_missing - second_missing;

  if (!first_missing && first->difference.value != second->difference.value)
    return first->difference.value < second->difference.value ? -1 : 1;

  return g_strcmp0 (first->rater, second->rater);
}

/**
 * ts_severity_measure:
 * @matrix: who gave which level to what; the names are borrowed from it
 * @n_resamples: how many resamples of clusters make the intervals, 0 for none
 * @seed: from which the resamples follow
 *
 * Returns: (transfer full) (element-type TsSeverity): everybody, the most severe first; last those whose scores nobody else has scored
 */
GArray *
ts_severity_measure (const TsScoreMatrix *matrix,
                     guint                n_resamples,
                     guint32              seed)
{
  GArray *severities = g_array_new (FALSE, FALSE, sizeof (TsSeverity));
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree Sum *sums = NULL;
  guint n_clusters;
  guint n_raters;

  g_return_val_if_fail (matrix != NULL, severities);

  n_clusters = ts_score_matrix_get_n_clusters (matrix);
  n_raters = ts_score_matrix_get_n_raters (matrix);
  sums = sum_differences (matrix, n_raters, n_clusters);

  for (guint i = 0; i < n_raters; i++)
    {
      TsSeverity severity = measure (ts_score_matrix_get_rater (matrix, i), &sums[i * n_clusters], n_clusters, n_resamples, random);

      g_array_append_val (severities, severity);
    }

  g_array_sort (severities, compare_severities);

  return severities;
}

/**
 * ts_severity_adjust:
 * @level: a level as it was given
 * @difference: how far above others whoever gave it scores
 * @n_levels: how many levels the scale has
 *
 * What if the severity were taken out? It is shown beside the level and never put in its place: that takes a reason, on the final layer.
 *
 * Returns: the level less the difference, as a level of the scale; 0 of none
 */
int
ts_severity_adjust (int    level,
                    double difference,
                    guint  n_levels)
{
  if (level <= 0 || isnan (difference))
    return level;

  return CLAMP ((int) lround (level - difference), 1, (int) n_levels);
}
