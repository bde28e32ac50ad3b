/* ts-reviewer-pair.h — how far each two reviewers agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-estimate.h"
#include "core/ts-score-table.h"

G_BEGIN_DECLS

/**
 * TsReviewerPair:
 * @first: a reviewer's position
 * @second: another's, after it
 * @n_units: how many criteria of assessments both have scored
 * @linear: weighted kappa where two levels apart is twice as bad as one
 * @quadratic: weighted kappa where it is four times as bad
 * @exact: in which share of those units they gave the same level
 * @within_one: in which share they were no more than one level apart
 *
 * How far two reviewers agree. Kappa is not defined where both always gave the same one level.
 */
typedef struct
{
  guint first;
  guint second;
  guint n_units;
  TsEstimate linear;
  TsEstimate quadratic;
  TsEstimate exact;
  TsEstimate within_one;
} TsReviewerPair;

GArray *ts_reviewer_pairs_measure (const TsScoreTable *table,
                                   TsScoreScope        scope,
                                   guint               n_draws,
                                   guint32             seed);

G_END_DECLS
