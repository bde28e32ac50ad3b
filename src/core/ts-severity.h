/* ts-severity.h — who scores higher or lower than the others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-estimate.h"
#include "core/ts-score-table.h"

G_BEGIN_DECLS

/**
 * TsSeverity:
 * @n_scores: how many scores the reviewer has given
 * @n_shared: how many of them to what somebody else has scored too
 * @group: reviewers of the same group can be compared, because they, or others between them, have scored the same
 * @group_size: how many there are in it
 * @difference: by how many levels the reviewer scores higher than the others of the group on the same criteria of the same assessments, lower where it
 *   is below 0; not defined where nobody else has scored the same
 *
 * How a reviewer scores against the others.
 */
typedef struct
{
  guint n_scores;
  guint n_shared;
  guint group;
  guint group_size;
  TsEstimate difference;
} TsSeverity;

GArray *ts_severities_measure (const TsScoreTable *table,
                               TsScoreScope        scope,
                               guint               n_draws,
                               guint32             seed);
double ts_severity_get_offset (const TsSeverity *self);
double ts_severity_adjust (const TsSeverity *self,
                           int               level);
int ts_severity_round (double level,
                       guint  n_levels);

G_END_DECLS
