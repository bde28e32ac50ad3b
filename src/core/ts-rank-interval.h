/* ts-rank-interval.h — ranks, and how far they can be trusted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-scoring.h"

G_BEGIN_DECLS

#define TS_RANK_CONFIDENCE 0.95
#define TS_RANK_SEED       1u

/**
 * TsRankInterval:
 * @is_ranked: whether there is a rank; not where a level that counts is missing
 * @n_missing: how many of them are
 * @score: what the rank is made from
 * @rank: 1 for the best; those alike share the middle of their ranks
 * @low: the best rank that the interval holds
 * @high: the worst
 *
 * Where an organisation stands among those compared.
 */
typedef struct
{
  gboolean is_ranked;
  guint n_missing;
  double score;
  double rank;
  double low;
  double high;
} TsRankInterval;

GArray *ts_rank_intervals_make (const TsScoring *scoring,
                                double           confidence,
                                guint32          seed);

G_END_DECLS
