/* ts-roll-up-explanation.c — why a group has the level that it has
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-roll-up-explanation.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-level-words.h"

static void
part_free (gpointer data)
{
  TsExplainedPart *part = data;

  g_free (part->label);
  g_free (part->value);
  g_free (part->note);
  g_free (part);
}

/* Takes the strings. */
static void
add_part (GPtrArray *parts,
          char      *label,
          char      *value,
          char      *note)
{
  TsExplainedPart *part = g_new0 (TsExplainedPart, 1);

  part->label = label;
  part->value = value;
  part->note = note;
  g_ptr_array_add (parts, part);
}

static const TsNodeState *
find_part (const TsAssessmentState *state,
           const TsNode            *group,
           guint                    position)
{
  const TsNode *criterion = g_ptr_array_index (group->criteria, position);

  return ts_assessment_state_find (state, criterion->id);
}

static void
add_criteria (TsRollUpExplanation     *self,
              const TsAssessmentState *state,
              const TsNode            *group)
{
  for (guint i = 0; i < group->criteria->len; i++)
    {
      const TsNodeState *part = find_part (state, group, i);

      add_part (self->parts,
                ts_node_dup_name (part->node),
                ts_level_words_short (group->section->scale, part->level),
                part->level == 0 ? g_strdup (_("not rated")) : NULL);
    }
}

static void
add_rule (TsRollUpExplanation     *self,
          const TsAssessmentState *state,
          const TsNode            *group,
          TsRollUpRule             rule)
{
  const char *title = ts_roll_up_rule_get_title (rule);

  add_part (self->rules,
            /* Translators: %s is the name of a rule, such as “Majority” */
            rule == group->section->rule ? g_strdup_printf (_("%s, the rule of this framework"), title) : g_strdup (title),
            ts_level_words_short (group->section->scale, ts_assessment_state_roll_up (state, group, rule)),
            g_strdup (ts_roll_up_rule_get_explanation (rule)));
}

/* The framework's own rule first: it is the one that counts. */
static void
add_rules (TsRollUpExplanation     *self,
           const TsAssessmentState *state,
           const TsNode            *group)
{
  if (group->criteria->len == 0)
    return;

  add_rule (self, state, group, group->section->rule);

  for (guint i = 0; i < TS_N_ROLL_UP_RULES; i++)
    {
      if (i != group->section->rule)
        add_rule (self, state, group, i);
    }
}

/* "No level yet · 2, 3, –" */
static char *
list_levels (const TsAssessmentState *state,
             const TsNode            *group)
{
  g_autoptr (GString) levels = g_string_new (NULL);

  for (guint i = 0; i < group->criteria->len; i++)
    {
      g_autofree char *level = ts_level_words_short (group->section->scale, find_part (state, group, i)->level);

      g_string_append_printf (levels, "%s%s", i > 0 ? ", " : "", level);
    }

  return g_string_free (g_steal_pointer (&levels), FALSE);
}

static char *
make_chip (const TsAssessmentState *state,
           const TsNodeState       *group)
{
  g_autofree char *level = ts_level_words_middle (group->node->section->scale, group->level);
  g_autofree char *levels = NULL;

  if (group->basis != TS_BASIS_INCOMPLETE)
    return g_steal_pointer (&level);

  levels = list_levels (state, group->node);

  return g_strdup_printf ("%s · %s", level, levels);
}

static char *
make_sentence (const TsNodeState *group)
{
  TsRollUpRule rule = group->node->section->rule;
  guint n_open = group->n_parts - group->n_rated;

  switch (group->basis)
    {
    case TS_BASIS_ROLLED_UP:
      /* Translators: %s is a rule in words, such as “the lowest of the parts” */
      return g_strdup_printf (_("The level is %s."), ts_roll_up_rule_get_explanation (rule));

    case TS_BASIS_STATED:
      if (group->node->criteria->len == 0)
        return g_strdup (_("The level is chosen on this page; there are no parts that it could follow from."));

      return g_strdup (_("The level was stated for the whole. It counts instead of what the parts would give."));

    case TS_BASIS_INCOMPLETE:
      /* Translators: the second %s is a rule in words, such as “the lowest of the parts” */
      return g_strdup_printf (ngettext ("%u of %u parts is not rated yet, and what is not rated never counts as a level. "
                                        "Once all are rated, the level is %s.",
                                        "%u of %u parts are not rated yet, and what is not rated never counts as a level. "
                                        "Once all are rated, the level is %s.",
                                        n_open),
                              n_open, group->n_parts, ts_roll_up_rule_get_explanation (rule));

    case TS_BASIS_NONE:
    case TS_BASIS_RATED:
    default:
      if (group->node->criteria->len == 0)
        return g_strdup (_("Nothing is rated yet."));

      return g_strdup_printf (_("Nothing is rated yet. Once all parts are rated, the level is %s."),
                              ts_roll_up_rule_get_explanation (rule));
    }
}

static char *
make_target (const TsNodeState *group)
{
  const TsScale *scale = group->node->section->scale;
  g_autofree char *target = ts_level_words_long (scale, group->target);
  int gap = group->target - group->level;

  if (group->target == 0)
    return NULL;

  if (group->level == 0)
    return g_steal_pointer (&target);

  if (gap <= 0)
    /* Translators: %s is a level in words */
    return g_strdup_printf (_("%s: reached"), target);

  /* Translators: %s is a level in words */
  return g_strdup_printf (ngettext ("%s: %d level to go", "%s: %d levels to go", (gulong) gap), target, gap);
}

static char *
make_previous (const TsNodeState *group,
               const char        *previous_year)
{
  g_autofree char *level = ts_level_words_long (group->node->section->scale, group->previous_level);

  if (group->previous_level == 0)
    return NULL;

  if (previous_year == NULL)
    /* Translators: a level in words, and whose judgement it was, such as “Level 2, Developing (panel)” */
    return g_strdup_printf (_("%s (%s)"), level, ts_layer_get_title (group->previous_layer));

  /* Translators: a level in words, whose judgement it was, and a year, such as “Level 2, Developing (panel, 2008/09)” */
  return g_strdup_printf (_("%s (%s, %s)"), level, ts_layer_get_title (group->previous_layer), previous_year);
}

/**
 * ts_roll_up_explanation_new:
 * @state: where an assessment stands
 * @group: a graded group of its framework
 * @previous_year: (nullable): the year before, in words
 *
 * Returns: (transfer full): why the group has the level that it has
 */
TsRollUpExplanation *
ts_roll_up_explanation_new (const TsAssessmentState *state,
                            const TsNode            *group,
                            const char              *previous_year)
{
  const TsNodeState *group_state;
  TsRollUpExplanation *self;

  g_return_val_if_fail (state != NULL && group != NULL, NULL);
  g_return_val_if_fail (ts_node_is_group (group) && group->section->scale != NULL, NULL);

  group_state = ts_assessment_state_find (state, group->id);
  g_return_val_if_fail (group_state != NULL, NULL);

  self = g_new0 (TsRollUpExplanation, 1);
  self->heading = ts_level_words_long (group->section->scale, group_state->level);
  self->chip = make_chip (state, group_state);
  self->sentence = make_sentence (group_state);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->rules = g_ptr_array_new_with_free_func (part_free);
  self->target = make_target (group_state);
  self->previous = make_previous (group_state, previous_year);
  self->stated = group_state->basis == TS_BASIS_STATED && group->criteria->len > 0;
  add_criteria (self, state, group);
  add_rules (self, state, group);

  return self;
}

void
ts_roll_up_explanation_free (TsRollUpExplanation *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->heading);
  g_free (self->chip);
  g_free (self->sentence);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->rules);
  g_free (self->target);
  g_free (self->previous);
  g_free (self);
}
