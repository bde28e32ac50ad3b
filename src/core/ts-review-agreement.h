/* ts-review-agreement.h — how far reviewers agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-estimate.h"
#include "core/ts-score-table.h"

G_BEGIN_DECLS

/**
 * TsReviewAgreement:
 * @n_assessments: how many assessments have a score
 * @n_units: how many criteria of assessments have one
 * @n_shared: how many of them have two or more
 * @n_scores: how many scores there are
 * @n_missing: how many are missing, of reviewers who have scored another criterion of the same assessment
 * @low: the lowest score of a unit, on average over those with a score; with one assessment and one criterion just the lowest
 * @high: the highest score
 * @median: the median
 * @spread: how many levels lie between the lowest and the highest, on average over units with two scores or more; not defined without any
 * @alpha: Krippendorff's alpha for ordered levels; not defined where fewer than two units have two scores, or all scores are the same
 * @exact: in which share of pairs of scores of the same unit both are the same
 * @within_one: in which share they are no more than one level apart
 *
 * How far reviewers agree on what they all scored. Without a score nothing but the counts holds.
 */
typedef struct
{
  guint n_assessments;
  guint n_units;
  guint n_shared;
  guint n_scores;
  guint n_missing;
  double low;
  double high;
  double median;
  TsEstimate spread;
  TsEstimate alpha;
  TsEstimate exact;
  TsEstimate within_one;
} TsReviewAgreement;

/**
 * TsAlphaGap:
 * @TS_ALPHA_GAP_NONE: alpha is defined
 * @TS_ALPHA_GAP_NOT_SHARED: two have scored nothing in common
 * @TS_ALPHA_GAP_ONE_UNIT: they have scored one thing in common, such as one criterion of a single assessment: its scores are all that chance could
 *   have drawn from, so that they cannot be told from chance
 * @TS_ALPHA_GAP_ALL_THE_SAME: all scores are the same, so that there was nothing to tell apart
 *
 * Why alpha is not defined.
 */
typedef enum
{
  TS_ALPHA_GAP_NONE,
  TS_ALPHA_GAP_NOT_SHARED,
  TS_ALPHA_GAP_ONE_UNIT,
  TS_ALPHA_GAP_ALL_THE_SAME,
} TsAlphaGap;

TsAlphaGap ts_review_agreement_find_alpha_gap (const TsReviewAgreement *self);
const char *ts_alpha_gap_get_name (TsAlphaGap gap);
const char *ts_alpha_gap_explain (TsAlphaGap gap);

void ts_review_agreement_measure (TsReviewAgreement  *self,
                                  const TsScoreTable *table,
                                  TsScoreScope        scope,
                                  guint               n_draws,
                                  guint32             seed);

G_END_DECLS
