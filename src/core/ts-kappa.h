/* ts-kappa.h — Cohen's weighted kappa, how far two reviewers agree beyond chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsKappaWeights:
 * @TS_KAPPA_LINEAR: two levels apart is twice as bad as one
 * @TS_KAPPA_QUADRATIC: two levels apart is four times as bad as one
 */
typedef enum
{
  TS_KAPPA_LINEAR,
  TS_KAPPA_QUADRATIC,
} TsKappaWeights;

double ts_kappa_weighted (const double *table,
                          guint         n_levels,
                          const double *weights);
double ts_kappa (const double   *table,
                 guint           n_levels,
                 TsKappaWeights  weights);

G_END_DECLS
