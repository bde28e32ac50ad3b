/* ts-kappa.c — Cohen's weighted kappa, how far two reviewers agree beyond chance
 *
 * J. Cohen, Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit, Psychological Bulletin 70 (1968),
 * 213–220. Kappa is 1 less the disagreement that was found over the one that two people would have who give each level as often as these do,
 * but not knowing to what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-kappa.h"

#include <math.h>

/**
 * ts_kappa_weighted:
 * @table: (array): how often, or in which share of cases, the first gave the level of the row and the second that of the column; row by row
 * @n_levels: how many rows and columns there are
 * @weights: (array): how bad each disagreement is, in the same order, 0 for none
 *
 * Returns: kappa; NaN where nothing was scored by both, or where chance could not have made a disagreement
 */
double
ts_kappa_weighted (const double *table,
                   guint         n_levels,
                   const double *weights)
{
  double *rows;
  double *columns;
  double all = 0;
  double found = 0;
  double expected = 0;

  g_return_val_if_fail (table != NULL && weights != NULL && n_levels > 0 && n_levels < 1000, NAN);

  rows = g_newa0 (double, n_levels);
  columns = g_newa0 (double, n_levels);

  for (guint i = 0; i < n_levels; i++)
    {
      for (guint j = 0; j < n_levels; j++)
        {
          double n = table[i * n_levels + j];

          rows[i] += n;
          columns[j] += n;
          all += n;
          found += n * weights[i * n_levels + j];
        }
    }

  for (guint i = 0; i < n_levels; i++)
    {
      for (guint j = 0; j < n_levels; j++)
        expected += rows[i] * columns[j] * weights[i * n_levels + j];
    }

  return all > 0 && expected > 0 ? 1 - found * all / expected : NAN;
}

/**
 * ts_kappa:
 * @table: (array): as for ts_kappa_weighted()
 * @n_levels: how many rows and columns there are
 * @weights: how bad a disagreement is
 *
 * Returns: kappa, or NaN; see ts_kappa_weighted()
 */
double
ts_kappa (const double   *table,
          guint           n_levels,
          TsKappaWeights  weights)
{
  double *distances;

  g_return_val_if_fail (n_levels > 0 && n_levels < 100, NAN);

  distances = g_newa (double, n_levels *n_levels);

  for (guint i = 0; i < n_levels; i++)
    {
      for (guint j = 0; j < n_levels; j++)
        {
          double distance = fabs ((double) i - (double) j);

          distances[i * n_levels + j] = weights == TS_KAPPA_LINEAR ? distance : distance * distance;
        }
    }

  return ts_kappa_weighted (table, n_levels, distances);
}
