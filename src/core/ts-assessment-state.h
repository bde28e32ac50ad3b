/* ts-assessment-state.h — where an assessment stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-layer.h"
#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsBasis:
 * @TS_BASIS_NONE: there is no level and nothing that one could follow from
 * @TS_BASIS_RATED: a criterion's own level
 * @TS_BASIS_STATED: a group's level, stated as such
 * @TS_BASIS_ROLLED_UP: a group's level, which follows from its criteria by the rule
 * @TS_BASIS_INCOMPLETE: a group that has no level because some of its criteria are not rated
 *
 * Where a level comes from.
 */
typedef enum
{
  TS_BASIS_NONE,
  TS_BASIS_RATED,
  TS_BASIS_STATED,
  TS_BASIS_ROLLED_UP,
  TS_BASIS_INCOMPLETE,
} TsBasis;

/**
 * TsMissing:
 *
 * What a criterion still needs before it is ready. Unrated is only that: rationale and evidence are missed once a level
 * is claimed. What was carried forward from last year does not count until it is confirmed; where it holds a level or evidence,
 * its confirmation is missed in their place.
 */
typedef enum
{
  TS_MISSING_NOTHING = 0,
  TS_MISSING_LEVEL = 1 << 0,
  TS_MISSING_RATIONALE = 1 << 1,
  TS_MISSING_EVIDENCE = 1 << 2,
  TS_MISSING_CONFIRMATION = 1 << 3,
} TsMissing;

/**
 * TsNodeState:
 * @node: the criterion or group
 * @rating: (nullable): what is kept of it on the layer looked at
 * @target_row: (nullable): its target for the assessment's year
 * @level: its level, 0 for none
 * @basis: where the level comes from
 * @missing: what it still needs; for a group, what any of its criteria needs
 * @carried_level: the level that was carried forward and is to be confirmed, which does not count yet; 0 for none
 * @n_evidence: how many items of evidence are linked to it; those that were carried forward and are to be confirmed are not among them
 * @n_carried_evidence: how many items were carried forward and are to be confirmed
 * @n_stale: how many items, counted or to be confirmed, have a period that ended before the assessment's year; for a group, with those
 *   of its criteria
 * @target: the level aimed at, 0 for none
 * @previous_level: last year's most settled level, 0 for none
 * @previous_layer: whose judgement that was
 * @n_parts: for a group, how many criteria it has; for a criterion, 1
 * @n_rated: how many of them have a level
 * @n_ready: how many of them miss nothing
 * @n_to_confirm: how many of them hold something to be confirmed; a group's own stated level is one more
 *
 * Where one criterion or group stands. Borrowed from its [struct@AssessmentState].
 */
typedef struct
{
  const TsNode *node;
  TsRow *rating;
  TsRow *target_row;
  int level;
  TsBasis basis;
  TsMissing missing;
  int carried_level;
  guint n_evidence;
  guint n_carried_evidence;
  guint n_stale;
  int target;
  int previous_level;
  TsLayer previous_layer;
  guint n_parts;
  guint n_rated;
  guint n_ready;
  guint n_to_confirm;
} TsNodeState;

gboolean ts_node_state_is_carried (const TsNodeState *self);

/**
 * TsAssessmentState:
 *
 * Everything that a page shows of an assessment, derived from its rows: immutable, atomically reference counted, and tested
 * without a widget.
 */
typedef struct _TsAssessmentState TsAssessmentState;

TsAssessmentState *ts_assessment_state_new (TsFramework *framework,
                                            TsRow       *assessment,
                                            TsLayer      layer,
                                            GPtrArray   *ratings,
                                            GPtrArray   *targets,
                                            GPtrArray   *links,
                                            TsFramework *previous_framework,
                                            GPtrArray   *previous_ratings);
TsAssessmentState *ts_assessment_state_new_with_evidence (TsFramework *framework,
                                                          TsRow       *assessment,
                                                          TsLayer      layer,
                                                          GPtrArray   *ratings,
                                                          GPtrArray   *targets,
                                                          GPtrArray   *links,
                                                          GPtrArray   *evidence,
                                                          TsFramework *previous_framework,
                                                          GPtrArray   *previous_ratings);
TsAssessmentState *ts_assessment_state_ref (TsAssessmentState *self);
void ts_assessment_state_unref (TsAssessmentState *self);

TsFramework *ts_assessment_state_get_framework (const TsAssessmentState *self);
TsRow *ts_assessment_state_get_assessment (const TsAssessmentState *self);
const TsNodeState *ts_assessment_state_find (const TsAssessmentState *self,
                                             const char              *node_id);

int ts_assessment_state_roll_up (const TsAssessmentState *self,
                                 const TsNode            *group,
                                 TsRollUpRule             rule);
int ts_assessment_state_get_level (const TsAssessmentState *self,
                                   const char              *node_id,
                                   const TsRollUpRule      *rule);
int ts_assessment_state_get_previous_level (const TsAssessmentState *self,
                                            const char              *node_id,
                                            const TsRollUpRule      *rule,
                                            TsLayer                 *layer);
int ts_assessment_state_get_target (const TsAssessmentState *self,
                                    const char              *node_id,
                                    int                      year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsAssessmentState, ts_assessment_state_unref)

G_END_DECLS
