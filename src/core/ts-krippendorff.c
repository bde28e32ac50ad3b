/* ts-krippendorff.c — Krippendorff's alpha, how reliable scores are
 *
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). Alpha is 1 less the disagreement that was found over the one that chance would
 * have made out of the same scores: 1 is perfect, 0 what chance does. Everything is made from the coincidences: how often each two levels were given
 * to the same unit, where a unit with m scores counts each of its pairs 1 ÷ (m − 1) times. So units may lack scores, and units add up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-krippendorff.h"

#include <math.h>

/**
 * ts_coincidences_get_n:
 * @n_levels: how many levels the scale has
 *
 * Returns: how many pairs of levels there are; of each two, only the one with the lower level first is kept
 */
guint
ts_coincidences_get_n (guint n_levels)
{
  return n_levels * (n_levels + 1) / 2;
}

/* Where the pair of two levels is, both counted from 0 and the first not above the second. */
static guint
get_place (guint n_levels,
           guint first,
           guint second)
{
  return first * n_levels - first * (first + 1) / 2 + second;
}

/**
 * ts_coincidences_add:
 * @coincidences: (inout) (array): those so far
 * @n_levels: how many levels the scale has
 * @levels: (array length=n): the scores of one unit, each from 1 to @n_levels
 * @n: how many; a single one has no pair, and adds nothing
 */
void
ts_coincidences_add (double    *coincidences,
                     guint      n_levels,
                     const int *levels,
                     guint      n)
{
  g_return_if_fail (coincidences != NULL);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        {
          guint low = (guint) MIN (levels[i], levels[j]) - 1;
          guint high = (guint) MAX (levels[i], levels[j]) - 1;

          /* A pair of the same level stands for both of its orders; of two different ones each has a cell. */
          coincidences[get_place (n_levels, low, high)] += (low == high ? 2.0 : 1.0) / (n - 1);
        }
    }
}

static double
get_distance (const double  *totals,
              guint          first,
              guint          second,
              TsAlphaMetric  metric)
{
  double distance = second - first;

  if (metric == TS_ALPHA_NOMINAL)
    return 1;

  if (metric == TS_ALPHA_ORDINAL)
    {
      distance = -(totals[first] + totals[second]) / 2;

      for (guint level = first; level <= second; level++)
        distance += totals[level];
    }

  return distance * distance;
}

/**
 * ts_krippendorff_alpha:
 * @coincidences: (array): the coincidences of all units, see ts_coincidences_add()
 * @n_levels: how many levels the scale has
 * @metric: how far levels are apart
 *
 * Returns: alpha; NaN where no unit has two scores, or where all scores are the same, so that there was nothing to agree on
 */
double
ts_krippendorff_alpha (const double  *coincidences,
                       guint          n_levels,
                       TsAlphaMetric  metric)
{
  double *totals;
  double all = 0;
  double found = 0;
  double expected = 0;

  g_return_val_if_fail (coincidences != NULL && n_levels > 0 && n_levels < 1000, NAN);

  totals = g_newa0 (double, n_levels);

  for (guint first = 0; first < n_levels; first++)
    {
      for (guint second = first; second < n_levels; second++)
        {
          double n = coincidences[get_place (n_levels, first, second)];

          totals[first] += n;

          if (second != first)
            totals[second] += n;
        }
    }

  for (guint level = 0; level < n_levels; level++)
    all += totals[level];

  for (guint first = 0; first < n_levels; first++)
    {
      for (guint second = first + 1; second < n_levels; second++)
        {
          double distance = get_distance (totals, first, second, metric);

          found += coincidences[get_place (n_levels, first, second)] * distance;
          expected += totals[first] * totals[second] * distance;
        }
    }

  if (all < 1.5 || expected <= 0)
    return NAN;

  return 1 - (all - 1) * found / expected;
}
