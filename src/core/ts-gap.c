/* ts-gap.c — how far levels lie from their targets and from last year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-gap.h"

static void
add (GArray                  *gaps,
     const TsAssessmentState *state,
     const TsNode            *node,
     int                      year,
     const TsRollUpRule      *rule)
{
  TsGap gap = { .node = node };

  gap.level = ts_assessment_state_get_level (state, node->id, rule);
  gap.target = ts_assessment_state_get_target (state, node->id, year);
  gap.previous_level = ts_assessment_state_get_previous_level (state, node->id, rule, &gap.previous_layer);
  g_array_append_val (gaps, gap);
}

/**
 * ts_gap_list:
 * @state: where an assessment stands
 * @section: a graded section of its framework
 * @year: the calendar year in which the financial year begins whose targets are looked at
 * @rule: (nullable): the rule to roll groups up by, in both years; %NULL for each section's own
 *
 * Lists every group, each with its criteria after it, whether or not there is anything to say of them. The levels are always those of the
 * assessment: what a later year aims at is measured from where the board is now.
 *
 * Returns: (transfer full) (element-type TsGap): the list; it must not outlive @state
 */
GArray *
ts_gap_list (const TsAssessmentState *state,
             const TsSection         *section,
             int                      year,
             const TsRollUpRule      *rule)
{
  GArray *gaps;

  g_return_val_if_fail (state != NULL && section != NULL, NULL);

  gaps = g_array_new (FALSE, FALSE, sizeof (TsGap));

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      add (gaps, state, group, year, rule);

      for (guint j = 0; j < group->criteria->len; j++)
        add (gaps, state, g_ptr_array_index (group->criteria, j), year, rule);
    }

  return gaps;
}

/**
 * ts_gap_is_in_scope:
 * @self: a gap
 * @scope: what is looked at
 *
 * Returns: whether it belongs there
 */
gboolean
ts_gap_is_in_scope (const TsGap *self,
                    TsGapScope   scope)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (scope == TS_GAP_SCOPE_GROUPS)
    return ts_node_is_group (self->node);

  return self->node->criteria->len == 0;
}

/**
 * ts_gap_is_numbered:
 * @self: a gap
 *
 * Returns: whether its node's id is worth showing: a number, as in "5b"; a word such as "strategy" only repeats the title
 */
gboolean
ts_gap_is_numbered (const TsGap *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return ts_node_is_numbered (self->node);
}

/**
 * ts_gap_get_gap:
 * @self: a gap
 * @gap: (out) (optional): how many levels are left to the target: 0 where it is met, negative where the level is above it
 *
 * Returns: whether there is a level and a target; unrated is never zero
 */
gboolean
ts_gap_get_gap (const TsGap *self,
                int         *gap)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->level == 0 || self->target == 0)
    return FALSE;

  if (gap != NULL)
    *gap = self->target - self->level;

  return TRUE;
}

/**
 * ts_gap_get_change:
 * @self: a gap
 * @change: (out) (optional): how many levels it has risen since last year, negative where it has fallen
 *
 * Returns: whether there is a level in both years
 */
gboolean
ts_gap_get_change (const TsGap *self,
                   int         *change)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->level == 0 || self->previous_level == 0)
    return FALSE;

  if (change != NULL)
    *change = self->level - self->previous_level;

  return TRUE;
}
