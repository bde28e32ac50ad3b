/* ts-assessment-progress.c — how far an assessment has come, and what is left to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-assessment-progress.h"

/**
 * ts_assessment_state_get_progress:
 * @self: where an assessment stands
 * @section: a graded section of its framework
 *
 * Counts honestly: what is not rated is not rated, and a group has a level only when all its criteria have one or it was stated.
 *
 * Returns: the counts
 */
TsProgress
ts_assessment_state_get_progress (const TsAssessmentState *self,
                                  const TsSection         *section)
{
  TsProgress progress = { 0 };

  g_return_val_if_fail (self != NULL && section != NULL, progress);

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);
      const TsNodeState *state = ts_assessment_state_find (self, group->id);

      progress.n_groups++;
      progress.n_groups_with_level += state->level != 0;
      progress.n_groups_with_target += state->target != 0;
      progress.n_groups_on_target += state->level != 0 && state->target != 0 && state->level >= state->target;
      progress.n_criteria += state->n_parts;
      progress.n_rated += state->n_rated;
      progress.n_ready += state->n_ready;
      progress.n_to_confirm += state->n_to_confirm;

      for (guint j = 0; j < MAX (group->criteria->len, 1); j++)
        {
          const TsNodeState *part = state;

          if (group->criteria->len > 0)
            part = ts_assessment_state_find (self, ((const TsNode *) g_ptr_array_index (group->criteria, j))->id);

          progress.n_without_rationale += (part->missing & TS_MISSING_RATIONALE) != 0;
          progress.n_without_evidence += (part->missing & TS_MISSING_EVIDENCE) != 0;
          progress.n_carried += part->level == 0 && part->carried_level != 0;
          progress.n_with_stale_evidence += part->n_stale > 0;
        }
    }

  return progress;
}

static int
compare_weakness (gconstpointer a,
                  gconstpointer b)
{
  const TsNodeState *first = *(const TsNodeState *const *) a;
  const TsNodeState *second = *(const TsNodeState *const *) b;
  int first_gap = first->target != 0 ? first->target - first->level : 0;
  int second_gap = second->target != 0 ? second->target - second->level : 0;

  if (first->level != second->level)
    return first->level - second->level;

  return second_gap - first_gap;
}

/**
 * ts_assessment_state_list_weakest:
 * @self: where an assessment stands
 * @section: a graded section of its framework
 * @n_most: how many to give at most
 *
 * Lists the groups with the lowest levels, among equals the ones farthest below their target first. Groups without a level are not weak but
 * unknown, and groups at the top of the scale are never weak.
 *
 * Returns: (transfer container) (element-type TsNodeState): the weakest groups
 */
GPtrArray *
ts_assessment_state_list_weakest (const TsAssessmentState *self,
                                  const TsSection         *section,
                                  guint                    n_most)
{
  g_autoptr (GPtrArray) weakest = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && section != NULL, NULL);

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNodeState *state = ts_assessment_state_find (self, ((const TsNode *) g_ptr_array_index (section->groups, i))->id);

      if (state->level != 0 && (guint) state->level < ts_scale_get_n_levels (section->scale))
        g_ptr_array_add (weakest, (gpointer) state);
    }

  /* The library's sort is stable, so that equals stay in the framework's order. */
  g_ptr_array_sort (weakest, compare_weakness);

  if (weakest->len > n_most)
    g_ptr_array_set_size (weakest, n_most);

  return g_steal_pointer (&weakest);
}

static void
count_step (GArray         *steps,
            TsNextStepKind  kind,
            const TsNode   *node)
{
  TsNextStep *step = &g_array_index (steps, TsNextStep, kind);

  if (step->n_nodes++ == 0)
    step->first = node;
}

/**
 * ts_assessment_state_list_next_steps:
 * @self: where an assessment stands
 * @section: a graded section of its framework
 *
 * Returns: (transfer full) (element-type TsNextStep): what is left to do, in the order in which to do it; empty when all is done
 */
GArray *
ts_assessment_state_list_next_steps (const TsAssessmentState *self,
                                     const TsSection         *section)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (TsNextStep));

  g_return_val_if_fail (self != NULL && section != NULL, NULL);

  g_array_set_size (steps, TS_NEXT_STEP_AIM + 1);

  for (guint i = 0; i <= TS_NEXT_STEP_AIM; i++)
    g_array_index (steps, TsNextStep, i).kind = i;

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);
      const TsNodeState *whole = ts_assessment_state_find (self, group->id);

      if (ts_node_state_is_carried (whole) || whole->n_carried_evidence > 0)
        count_step (steps, TS_NEXT_STEP_CONFIRM, group);

      for (guint j = 0; j < MAX (group->criteria->len, 1); j++)
        {
          const TsNode *node = group->criteria->len > 0 ? g_ptr_array_index (group->criteria, j) : group;
          const TsNodeState *state = ts_assessment_state_find (self, node->id);

          if (state->n_to_confirm > 0 && node != group)
            count_step (steps, TS_NEXT_STEP_CONFIRM, node);

          if (state->missing & TS_MISSING_LEVEL)
            count_step (steps, TS_NEXT_STEP_RATE, node);

          if (state->missing & TS_MISSING_RATIONALE)
            count_step (steps, TS_NEXT_STEP_EXPLAIN, node);

          if (state->missing & TS_MISSING_EVIDENCE)
            count_step (steps, TS_NEXT_STEP_ATTACH, node);
        }

      if (whole->target == 0)
        count_step (steps, TS_NEXT_STEP_AIM, group);
    }

  for (guint i = steps->len; i > 0; i--)
    {
      if (g_array_index (steps, TsNextStep, i - 1).n_nodes == 0)
        g_array_remove_index (steps, i - 1);
    }

  return g_steal_pointer (&steps);
}
