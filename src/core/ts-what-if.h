/* ts-what-if.h — what a median would be if all reviewers scored alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-score-table.h"

G_BEGIN_DECLS

/**
 * TsWhatIf:
 * @assessment: of which assessment
 * @criterion: of which criterion
 * @n_scores: how many scores there are, at least one
 * @median: their median
 * @adjusted: the median of the scores less what each reviewer adds to everything
 * @level: the level at which the panel would start then
 *
 * Only ever shown beside what was scored: a level is adjusted by somebody, with a reason.
 */
typedef struct
{
  guint assessment;
  guint criterion;
  guint n_scores;
  double median;
  double adjusted;
  int level;
} TsWhatIf;

GArray *ts_what_ifs_make (const TsScoreTable *table,
                          TsScoreScope        scope,
                          GArray             *severities);

G_END_DECLS
