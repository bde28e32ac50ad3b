/* ts-gap.h — how far levels lie from their targets and from last year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"

G_BEGIN_DECLS

/**
 * TsGapScope:
 * @TS_GAP_SCOPE_GROUPS: a section's groups, such as competencies
 * @TS_GAP_SCOPE_CRITERIA: what is judged itself: criteria, and groups that have none
 */
typedef enum
{
  TS_GAP_SCOPE_GROUPS,
  TS_GAP_SCOPE_CRITERIA,
} TsGapScope;

/**
 * TsGap:
 * @node: a criterion or group; belongs to the framework
 * @level: its level, 0 for none
 * @target: the level aimed at, 0 for none
 * @previous_level: last year's most settled level, 0 for none
 * @previous_layer: whose judgement that was, where there is one
 *
 * A level with what it is to be compared with.
 */
typedef struct
{
  const TsNode *node;
  int level;
  int target;
  int previous_level;
  TsLayer previous_layer;
} TsGap;

GArray *ts_gap_list (const TsAssessmentState *state,
                     const TsSection         *section,
                     int                      year,
                     const TsRollUpRule      *rule);

gboolean ts_gap_is_in_scope (const TsGap *self,
                             TsGapScope   scope);
gboolean ts_gap_is_numbered (const TsGap *self);
gboolean ts_gap_get_gap (const TsGap *self,
                         int         *gap);
gboolean ts_gap_get_change (const TsGap *self,
                            int         *change);

G_END_DECLS
