/* ts-assessment-progress.h — how far an assessment has come, and what is left to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"

G_BEGIN_DECLS

/**
 * TsProgress:
 * @n_criteria: how many there are
 * @n_rated: how many have a level
 * @n_ready: how many have a level, a rationale and evidence
 * @n_without_rationale: how many have a level and no rationale
 * @n_without_evidence: how many have a level and no evidence
 * @n_carried: how many have no level that counts, but one that was carried forward and is to be confirmed
 * @n_to_confirm: how many hold something that was carried forward and is to be confirmed, with stated levels of groups
 * @n_with_stale_evidence: how many have evidence whose period ended before the assessment's year
 * @n_groups: how many groups there are
 * @n_groups_with_level: how many groups have a level
 * @n_groups_with_target: how many have a target
 * @n_groups_on_target: how many have a level that reaches their target
 */
typedef struct
{
  guint n_criteria;
  guint n_rated;
  guint n_ready;
  guint n_without_rationale;
  guint n_without_evidence;
  guint n_carried;
  guint n_to_confirm;
  guint n_with_stale_evidence;
  guint n_groups;
  guint n_groups_with_level;
  guint n_groups_with_target;
  guint n_groups_on_target;
} TsProgress;

TsProgress ts_assessment_state_get_progress (const TsAssessmentState *self,
                                             const TsSection         *section);
GPtrArray *ts_assessment_state_list_weakest (const TsAssessmentState *self,
                                             const TsSection         *section,
                                             guint                    n_most);

/**
 * TsNextStepKind:
 *
 * What a board can do next, in the order in which it is proposed.
 */
typedef enum
{
  TS_NEXT_STEP_CONFIRM,
  TS_NEXT_STEP_RATE,
  TS_NEXT_STEP_EXPLAIN,
  TS_NEXT_STEP_ATTACH,
  TS_NEXT_STEP_AIM,
} TsNextStepKind;

/**
 * TsNextStep:
 * @kind: what to do
 * @first: the first criterion or group that it is to be done for
 * @n_nodes: for how many
 */
typedef struct
{
  TsNextStepKind kind;
  const TsNode *first;
  guint n_nodes;
} TsNextStep;

GArray *ts_assessment_state_list_next_steps (const TsAssessmentState *self,
                                             const TsSection         *section);

G_END_DECLS
