/* ts-reliability.h — how far those who score agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-score-matrix.h"

G_BEGIN_DECLS

/**
 * TsMetric:
 * @TS_METRIC_NOMINAL: two levels are the same, or they are not
 * @TS_METRIC_ORDINAL: two levels are as far apart as there are scores between them
 * @TS_METRIC_INTERVAL: two levels are as far apart as their numbers
 *
 * How far apart two levels are. Levels of a framework are ordinal.
 */
typedef enum
{
  TS_METRIC_NOMINAL,
  TS_METRIC_ORDINAL,
  TS_METRIC_INTERVAL,
} TsMetric;

/**
 * TsEstimate:
 * @value: the value, or NaN where it is not defined
 * @low: where its 95 % interval begins, or NaN
 * @high: where that ends, or NaN
 */
typedef struct
{
  double value;
  double low;
  double high;
} TsEstimate;

/**
 * TsReliability:
 * @n_units: how many units two or more have scored
 * @n_scores: how many scores these have
 * @mean_spread: the distance of the highest from the lowest, on average
 * @exact: the share of pairs of scores of the same unit that are the same
 * @within_one: the share that is no more than one level apart
 * @alpha: Krippendorff's alpha
 *
 * How far those who score agree. What is not defined, for want of scores or of any difference between them, is NaN and never zero.
 */
typedef struct
{
  guint n_units;
  guint n_scores;
  double mean_spread;
  double exact;
  double within_one;
  TsEstimate alpha;
} TsReliability;

void ts_reliability_measure (const TsScoreMatrix *matrix,
                             TsMetric             metric,
                             guint                n_resamples,
                             guint32              seed,
                             TsReliability       *reliability);

double ts_kappa_of_table (const double *table,
                          const double *disagreement,
                          guint         n_levels);
double ts_weighted_kappa (const TsScoreMatrix *matrix,
                          guint                first,
                          guint                second,
                          guint               *n_units);
TsEstimate ts_estimate_from_resamples (double  value,
                                       GArray *resamples,
                                       guint   n_resamples);

G_END_DECLS
