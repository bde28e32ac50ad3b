/* ts-roll-up-explanation.h — why a group has the level that it has
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"

G_BEGIN_DECLS

/**
 * TsExplainedPart:
 * @label: what it is: a criterion's id and title, or a rule's name
 * @value: the level in words, short
 * @note: (nullable): more about it
 *
 * One line of an explanation.
 */
typedef struct
{
  char *label;
  char *value;
  char *note;
} TsExplainedPart;

/**
 * TsRollUpExplanation:
 * @heading: the level in words
 * @chip: the same in as few words as will do
 * @sentence: how it comes about
 * @parts: (element-type TsExplainedPart): the criteria with their levels
 * @rules: (element-type TsExplainedPart): what each rule would give, the framework's own first
 * @target: (nullable): the level aimed at, and how far it is
 * @previous: (nullable): last year's level and whose judgement it was
 * @stated: whether the level is stated and not rolled up
 *
 * Why a group has the level that it has: a number that explains itself.
 */
typedef struct
{
  char *heading;
  char *chip;
  char *sentence;
  GPtrArray *parts;
  GPtrArray *rules;
  char *target;
  char *previous;
  gboolean stated;
} TsRollUpExplanation;

TsRollUpExplanation *ts_roll_up_explanation_new  (const TsAssessmentState *state,
                                                  const TsNode            *group,
                                                  const char              *previous_year);
void                 ts_roll_up_explanation_free (TsRollUpExplanation     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRollUpExplanation, ts_roll_up_explanation_free)

G_END_DECLS
