/* ts-scoring.h — one number for an organisation, and how it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-comparison.h"

G_BEGIN_DECLS

/**
 * TsWeighting:
 * @TS_WEIGHTING_SUM: the sum of the levels
 * @TS_WEIGHTING_MAP: the score of the map that the Health Service Journal published: governance, red 0, amber 1 and green 2, as a percentage of what
 *   can be had, and levels as a percentage of what can be had, half each
 * @TS_WEIGHTING_GOVERNANCE_FIRST: governance decides, and the sum of the levels between those whose governance is alike, as in the same journal's
 *   table
 * @TS_WEIGHTING_OWN: levels as a percentage of what can be had, each weighted as the user says
 *
 * What of the levels counts how much.
 */
typedef enum
{
  TS_WEIGHTING_SUM,
  TS_WEIGHTING_MAP,
  TS_WEIGHTING_GOVERNANCE_FIRST,
  TS_WEIGHTING_OWN,
} TsWeighting;

#define TS_N_WEIGHTINGS (TS_WEIGHTING_OWN + 1)

/* What a user's weight may be at most. */
#define TS_WEIGHT_MOST 1000.0

const char *ts_weighting_get_name (TsWeighting weighting);
const char *ts_weighting_get_title (TsWeighting weighting);
const char *ts_weighting_get_explanation (TsWeighting weighting);
gboolean ts_weighting_from_name (const char  *name,
                                 TsWeighting *weighting);
GHashTable *ts_weights_parse (const char *text);

/**
 * TsScoringColumn:
 * @node: what counts
 * @part: 0 or 1: columns of one part are alike, and are drawn from when chance is imitated
 * @factor: what one level is worth
 * @base: the level that is worth nothing
 *
 * A part of a score.
 */
typedef struct
{
  guint node;
  guint part;
  double factor;
  int base;
} TsScoringColumn;

#define TS_SCORING_N_PARTS 2

/**
 * TsScoring:
 *
 * How a score is made of the levels of one year and layer: the sum of its columns. Immutable; it keeps its comparison.
 */
typedef struct _TsScoring TsScoring;

TsScoring *ts_scoring_new (TsComparison *comparison,
                           guint         year,
                           TsLayer       layer,
                           const char   *section,
                           TsWeighting   weighting,
                           GHashTable   *weights);
TsScoring *ts_scoring_new_like_for_like (TsComparison *comparison,
                                         guint         year,
                                         TsLayer       layer,
                                         const char   *section,
                                         TsWeighting   weighting,
                                         GHashTable   *weights);
void ts_scoring_free (TsScoring *self);

TsComparison *ts_scoring_get_comparison (const TsScoring *self);
guint ts_scoring_get_year (const TsScoring *self);
TsLayer ts_scoring_get_layer (const TsScoring *self);
TsWeighting ts_scoring_get_weighting (const TsScoring *self);
guint ts_scoring_get_n_columns (const TsScoring *self);
const TsScoringColumn *ts_scoring_get_column (const TsScoring *self,
                                              guint            column);
gboolean ts_scoring_get_score (const TsScoring *self,
                               guint            organisation,
                               double          *score,
                               guint           *n_missing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsScoring, ts_scoring_free)

G_END_DECLS
