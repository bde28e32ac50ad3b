/* ts-reliability.c — how far those who score agree
 *
 * Krippendorff's alpha as he computes it (“Computing Krippendorff's alpha-reliability”, University of Pennsylvania, 2011), by the matrix of
 * coincidences: it takes any number of raters and any that are missing. Its interval is that of resampled clusters (Efron's percentiles):
 * criteria of one submission rise and fall together, so drawing them one by one would make the interval too narrow. The coincidences of a
 * cluster are worked out once, and each resample only adds them up.
 *
 * Weighted kappa is Cohen's of 1968, with the square of the distance as weight of a disagreement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-reliability.h"

#include <math.h>
#include <string.h>

#define N TS_SCORE_HIGHEST

/* Less than this share of resamples in which something is defined says too little about it. */
#define FEWEST_DEFINED 0.9

typedef struct
{
  double pairs[N][N];
} Coincidences;

static int
get_level (const TsScoreMatrix *matrix,
           guint                unit,
           guint                rater)
{
  double level = ts_score_matrix_get (matrix, unit, rater);

  return isnan (level) ? 0 : (int) lround (level);
}

/* How many have given each level. */
static guint
count_levels (const TsScoreMatrix *matrix,
              guint                unit,
              guint               *counts)
{
  guint n = 0;

  memset (counts, 0, N * sizeof (guint));

  for (guint i = 0; i < ts_score_matrix_get_n_raters (matrix); i++)
    {
      int level = get_level (matrix, unit, i);

      if (level > 0)
        {
          counts[level - 1]++;
          n++;
        }
    }

  return n;
}

static void
add_coincidences (Coincidences *self,
                  const guint  *counts,
                  guint         n_scores)
{
  for (guint c = 0; c < N; c++)
    {
      for (guint k = 0; counts[c] > 0 && k < N; k++)
        self->pairs[c][k] += (double) counts[c] * (counts[k] - (c == k)) / (n_scores - 1);
    }
}

static double
get_distance (const double *totals,
              TsMetric      metric,
              guint         c,
              guint         k)
{
  double between = 0;

  switch (metric)
    {
    case TS_METRIC_NOMINAL:
      return 1;

    case TS_METRIC_INTERVAL:
      return (double) (k - c) * (k - c);

    case TS_METRIC_ORDINAL:
    default:
      for (guint g = c; g <= k; g++)
        between += totals[g];

      between -= (totals[c] + totals[k]) / 2;

      return between * between;
    }
}

/* Where all scores are of one level, none could differ by chance either, and there is nothing to compare with: 0 / 0. */
static double
compute_alpha (const Coincidences *self,
               TsMetric            metric)
{
  double totals[N] = { 0 };
  double n = 0;
  double observed = 0;
  double expected = 0;

  for (guint c = 0; c < N; c++)
    {
      for (guint k = 0; k < N; k++)
        totals[c] += self->pairs[c][k];

      n += totals[c];
    }

  for (guint c = 0; c < N; c++)
    {
      for (guint k = c + 1; totals[c] > 0 && k < N; k++)
        {
          double distance;

          if (totals[k] <= 0)
            continue;

          distance = get_distance (totals, metric, c, k);
          observed += self->pairs[c][k] * distance;
          expected += totals[c] * totals[k] * distance;
        }
    }

  return expected > 0 ? 1 - (n - 1) * observed / expected : NAN;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * ts_estimate_from_resamples:
 * @value: what was measured
 * @resamples: (element-type double): what was measured in each resample in which it is defined; sorted afterwards
 * @n_resamples: how many resamples there were
 *
 * Returns: the value with its interval, from the 2.5th to the 97.5th of a hundred; no interval where too few resamples define it
 */
TsEstimate
ts_estimate_from_resamples (double  value,
                            GArray *resamples,
                            guint   n_resamples)
{
  TsEstimate estimate = { value, NAN, NAN };

  if (isnan (value) || resamples->len < 2 || resamples->len < FEWEST_DEFINED * n_resamples)
    return estimate;

  g_array_sort (resamples, compare_doubles);
  estimate.low = g_array_index (resamples, double, (guint) floor (0.025 * (resamples->len - 1)));
  estimate.high = g_array_index (resamples, double, (guint) ceil (0.975 * (resamples->len - 1)));

  return estimate;
}

static TsEstimate
estimate_alpha (const Coincidences *whole,
                const Coincidences *clusters,
                guint               n_clusters,
                TsMetric            metric,
                guint               n_resamples,
                guint32             seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GArray) resamples = g_array_new (FALSE, FALSE, sizeof (double));
  double value = compute_alpha (whole, metric);

  /* Of a single cluster, every resample is the same. */
  for (guint i = 0; n_clusters > 1 && i < n_resamples; i++)
    {
      Coincidences sum = { 0 };
      double alpha;

      for (guint j = 0; j < n_clusters; j++)
        {
          const Coincidences *drawn = &clusters[g_rand_int_range (random, 0, (gint32) n_clusters)];
          double *to = &sum.pairs[0][0];
          const double *from = &drawn->pairs[0][0];

          for (guint k = 0; k < N * N; k++)
            to[k] += from[k];
        }

      alpha = compute_alpha (&sum, metric);

      if (!isnan (alpha))
        g_array_append_val (resamples, alpha);
    }

  return ts_estimate_from_resamples (value, resamples, n_resamples);
}

typedef struct
{
  double spread;
  double n_pairs;
  double n_exact;
  double n_within_one;
} Sums;

static void
add_unit (Sums        *sums,
          const guint *counts)
{
  int lowest = -1;
  int highest = 0;

  for (int c = 0; c < N; c++)
    {
      if (counts[c] == 0)
        continue;

      lowest = lowest < 0 ? c : lowest;
      highest = c;
      sums->n_exact += counts[c] * (counts[c] - 1) / 2.0;

      for (int k = c; k < N; k++)
        {
          double n = c == k ? counts[c] * (counts[c] - 1) / 2.0 : (double) counts[c] * counts[k];

          sums->n_pairs += n;

          if (k - c <= 1)
            sums->n_within_one += n;
        }
    }

  sums->spread += highest - lowest;
}

/**
 * ts_reliability_measure:
 * @matrix: who gave which level to what
 * @metric: how far apart two levels are
 * @n_resamples: how many resamples make the interval of alpha, 0 for none
 * @seed: from which the resamples follow: the same seed gives the same interval
 * @reliability: (out caller-allocates): how far they agree
 *
 * What only one has scored says nothing about agreement and is left out.
 */
void
ts_reliability_measure (const TsScoreMatrix *matrix,
                        TsMetric             metric,
                        guint                n_resamples,
                        guint32              seed,
                        TsReliability       *reliability)
{
  guint n_clusters;
  g_autofree Coincidences *clusters = NULL;
  Coincidences whole = { 0 };
  Sums sums = { 0 };

  g_return_if_fail (matrix != NULL && reliability != NULL);

  n_clusters = ts_score_matrix_get_n_clusters (matrix);
  clusters = g_new0 (Coincidences, MAX (1, n_clusters));
  *reliability = (TsReliability) { 0, 0, NAN, NAN, NAN, { NAN, NAN, NAN } };

  for (guint i = 0; i < ts_score_matrix_get_n_units (matrix); i++)
    {
      guint counts[N];
      guint n_scores = count_levels (matrix, i, counts);

      if (n_scores < 2)
        continue;

      reliability->n_units++;
      reliability->n_scores += n_scores;
      add_unit (&sums, counts);
      add_coincidences (&clusters[ts_score_matrix_get_cluster (matrix, i)], counts, n_scores);
      add_coincidences (&whole, counts, n_scores);
    }

  if (reliability->n_units == 0)
    return;

  reliability->mean_spread = sums.spread / reliability->n_units;
  reliability->exact = sums.n_exact / sums.n_pairs;
  reliability->within_one = sums.n_within_one / sums.n_pairs;
  reliability->alpha = estimate_alpha (&whole, clusters, n_clusters, metric, n_resamples, seed);
}

/**
 * ts_kappa_of_table:
 * @table: (array): how often the first rater gave the level of the row and the second that of the column; @n_levels rows of as many
 * @disagreement: (array): how much each of these counts as disagreement, 0 for none
 * @n_levels: how many levels there are
 *
 * Returns: Cohen's weighted kappa, or NaN where no disagreement could come about by chance
 */
double
ts_kappa_of_table (const double *table,
                   const double *disagreement,
                   guint         n_levels)
{
  g_autofree double *rows = g_new0 (double, n_levels);
  g_autofree double *columns = g_new0 (double, n_levels);
  double n = 0;
  double observed = 0;
  double expected = 0;

  g_return_val_if_fail (table != NULL && disagreement != NULL, NAN);

  for (guint i = 0; i < n_levels; i++)
    {
      for (guint j = 0; j < n_levels; j++)
        {
          rows[i] += table[i * n_levels + j];
          columns[j] += table[i * n_levels + j];
          n += table[i * n_levels + j];
          observed += table[i * n_levels + j] * disagreement[i * n_levels + j];
        }
    }

  for (guint i = 0; i < n_levels; i++)
    {
      for (guint j = 0; j < n_levels; j++)
        expected += rows[i] * columns[j] * disagreement[i * n_levels + j];
    }

  return expected > 0 ? 1 - n * observed / expected : NAN;
}

/**
 * ts_weighted_kappa:
 * @matrix: who gave which level to what
 * @first: a rater
 * @second: another
 * @n_units: (out) (optional): how many units both have scored
 *
 * Returns: the kappa of the pair, a disagreement weighing as the square of its distance; NaN where it is not defined
 */
double
ts_weighted_kappa (const TsScoreMatrix *matrix,
                   guint                first,
                   guint                second,
                   guint               *n_units)
{
  double table[N * N] = { 0 };
  double disagreement[N * N];
  guint n = 0;

  g_return_val_if_fail (matrix != NULL, NAN);

  for (guint i = 0; i < ts_score_matrix_get_n_units (matrix); i++)
    {
      int a = get_level (matrix, i, first);
      int b = get_level (matrix, i, second);

      if (a == 0 || b == 0)
        continue;

      table[(a - 1) * N + b - 1]++;
      n++;
    }

  for (int i = 0; i < N * N; i++)
    disagreement[i] = (i / N - i % N) * (i / N - i % N);

  if (n_units != NULL)
    *n_units = n;

  return ts_kappa_of_table (table, disagreement, N);
}
