/* ts-overview-text.c — the words of the overview
 *
 * What the page says is made here from what core has derived, so that it can be read and tested without a window.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-overview-text.h"

#include <glib/gi18n-lib.h>

static const char *
get_token (const TsNodeState *group,
           int                level)
{
  return ts_scale_get_token (group->node->section->scale, level);
}

/**
 * ts_overview_text_progress:
 * @progress: counts
 *
 * Returns: (transfer full): how much is done, such as "21 of 33 criteria rated · 15 ready"
 */
char *
ts_overview_text_progress (const TsProgress *progress)
{
  g_autofree char *rated = NULL;
  g_autofree char *ready = NULL;

  g_return_val_if_fail (progress != NULL, NULL);

  rated = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u criterion rated", "%u of %u criteria rated", progress->n_criteria),
                           progress->n_rated, progress->n_criteria);
  /* Translators: how many criteria have a level, a reason and evidence */
  ready = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u ready", "%u ready", progress->n_ready), progress->n_ready);

  /* Translators: "21 of 33 criteria rated" and "15 ready" */
  return g_strdup_printf (C_("progress", "%s · %s"), rated, ready);
}

/**
 * ts_overview_text_groups:
 * @progress: counts
 *
 * Returns: (transfer full): how many competencies have a level and how many reach their target, in a sentence
 */
char *
ts_overview_text_groups (const TsProgress *progress)
{
  g_autofree char *levels = NULL;
  g_autofree char *targets = NULL;

  g_return_val_if_fail (progress != NULL, NULL);

  /* Translators: how many have a level, of how many */
  levels = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u competencies has a level", "%u of %u competencies have a level",
                                         progress->n_groups_with_level),
                            progress->n_groups_with_level, progress->n_groups);

  if (progress->n_groups_with_target == 0)
    {
      /* Translators: "8 of 11 competencies have a level" */
      return g_strdup_printf (_("%s; no target is set."), levels);
    }

  targets = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u targets is reached", "%u of %u targets are reached",
                                          progress->n_groups_on_target),
                             progress->n_groups_on_target, progress->n_groups_with_target);

  /* Translators: "8 of 11 competencies have a level" and "2 of 9 targets are reached" */
  return g_strdup_printf (C_("progress", "%s; %s."), levels, targets);
}

/**
 * ts_overview_text_done:
 * @progress: counts
 *
 * Returns: (transfer full): what to say when nothing is left to do
 */
char *
ts_overview_text_done (const TsProgress *progress)
{
  g_return_val_if_fail (progress != NULL, NULL);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %u criterion has a level, a reason and evidence, and every target is set.",
                                       "All %u criteria have a level, a reason and evidence, and every target is set.",
                                       progress->n_criteria),
                          progress->n_criteria);
}

/**
 * ts_overview_text_step:
 * @step: what to do next
 *
 * Returns: (transfer full): the same in words, such as "Rate 9 criteria"
 */
char *
ts_overview_text_step (const TsNextStep *step)
{
  guint n = 0;

  g_return_val_if_fail (step != NULL, NULL);

  n = step->n_nodes;

  switch (step->kind)
    {
    case TS_NEXT_STEP_CONFIRM:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Confirm %u carried forward", "Confirm %u carried forward", n), n);

    case TS_NEXT_STEP_RATE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Rate %u criterion", "Rate %u criteria", n), n);

    case TS_NEXT_STEP_EXPLAIN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Say why for %u level", "Say why for %u levels", n), n);

    case TS_NEXT_STEP_ATTACH:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Attach evidence for %u level", "Attach evidence for %u levels", n), n);

    case TS_NEXT_STEP_AIM:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Set a target for %u competency", "Set targets for %u competencies", n), n);

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ts_overview_text_step_start:
 * @step: what to do next
 *
 * Returns: (transfer full): where to do it first
 */
char *
ts_overview_text_step_start (const TsNextStep *step)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (step != NULL, NULL);

  name = ts_node_dup_name (step->first);

  if (step->n_nodes == 1)
    return g_steal_pointer (&name);

  /* Translators: a criterion or competency, by number and title: "4c Reputation as a leader of clinical engagement" */
  return g_strdup_printf (C_("next step", "Starting with %s"), name);
}

/**
 * ts_overview_text_step_place:
 * @step: what to do next
 *
 * Returns: (transfer full): the place, as `win.show-place` takes it
 */
char *
ts_overview_text_step_place (const TsNextStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return g_strconcat (ts_node_is_group (step->first) ? "group/" : "criterion/", step->first->id, NULL);
}

/**
 * ts_overview_text_weakness:
 * @group: where a group stands that has a level
 *
 * Returns: (transfer full): why it is among the weakest, such as "Level 1, target 3"
 */
char *
ts_overview_text_weakness (const TsNodeState *group)
{
  g_autofree char *standing = NULL;
  const char *level;
  const char *previous;

  g_return_val_if_fail (group != NULL && group->level != 0, NULL);

  level = get_token (group, group->level);

  if (group->target == 0)
    standing = g_strdup_printf (_("Level %s, no target"), level);
  else if (group->level >= group->target)
    standing = g_strdup_printf (_("Level %s, target %s reached"), level, get_token (group, group->target));
  else
    standing = g_strdup_printf (_("Level %s, target %s"), level, get_token (group, group->target));

  if (group->previous_level == 0 || group->previous_level == group->level)
    return g_steal_pointer (&standing);

  previous = get_token (group, group->previous_level);

  /* Translators: the first part is "Level 1, target 3" */
  return group->previous_level < group->level ? g_strdup_printf (_("%s; up from %s last year"), standing, previous)
                                              : g_strdup_printf (_("%s; down from %s last year"), standing, previous);
}

/**
 * ts_overview_text_level:
 * @group: where a group stands
 *
 * Returns: (transfer full): its level, a dash where it has none
 */
char *
ts_overview_text_level (const TsNodeState *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  return g_strdup (group->level != 0 ? get_token (group, group->level) : "–");
}

/**
 * ts_overview_text_target:
 * @group: where a group stands
 *
 * Returns: (transfer full): its target, and whether it is reached
 */
char *
ts_overview_text_target (const TsNodeState *group)
{
  const char *target;

  g_return_val_if_fail (group != NULL, NULL);

  if (group->target == 0)
    return g_strdup (_("no target"));

  target = get_token (group, group->target);

  if (group->level >= group->target)
    return g_strdup_printf (_("target %s ✓"), target);

  return g_strdup_printf (_("target %s"), target);
}

/**
 * ts_overview_text_previous:
 * @group: where a group stands
 *
 * Returns: (transfer full): last year's level, with a sign for the change since; empty where it had none
 */
char *
ts_overview_text_previous (const TsNodeState *group)
{
  const char *previous;

  g_return_val_if_fail (group != NULL, NULL);

  if (group->previous_level == 0)
    return g_strdup ("");

  previous = get_token (group, group->previous_level);

  if (group->level == 0)
    return g_strdup_printf (_("last year %s"), previous);

  if (group->level == group->previous_level)
    return g_strdup_printf (C_("the same as last year", "last year %s ="), previous);

  return group->level > group->previous_level ? g_strdup_printf (C_("better than last year", "last year %s ▲"), previous)
                                              : g_strdup_printf (C_("worse than last year", "last year %s ▼"), previous);
}

static char *
say_level (const TsNodeState *group)
{
  if (group->level != 0)
    return g_strdup_printf (_("level %s, %s"), get_token (group, group->level),
                            ts_scale_get_label (group->node->section->scale, group->level));

  if (group->n_rated == 0)
    return g_strdup (_("not rated"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "no level yet, %u of %u criterion rated", "no level yet, %u of %u criteria rated",
                                       group->n_parts),
                          group->n_rated, group->n_parts);
}

static char *
say_target (const TsNodeState *group)
{
  const char *target;

  if (group->target == 0)
    return g_strdup (_("no target"));

  target = get_token (group, group->target);

  return group->level >= group->target ? g_strdup_printf (_("target %s reached"), target)
                                       : g_strdup_printf (_("target %s"), target);
}

static char *
say_previous (const TsNodeState *group)
{
  const char *previous = get_token (group, group->previous_level);

  if (group->level == 0)
    return g_strdup_printf (_("last year %s"), previous);

  if (group->level == group->previous_level)
    return g_strdup (_("the same as last year"));

  return group->level > group->previous_level ? g_strdup_printf (_("up from %s last year"), previous)
                                              : g_strdup_printf (_("down from %s last year"), previous);
}

/**
 * ts_overview_text_group:
 * @group: where a group stands
 *
 * Returns: (transfer full): all of it in one line without signs, for a screen reader
 */
char *
ts_overview_text_group (const TsNodeState *group)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *level = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  level = say_level (group);
  target = say_target (group);
  name = ts_node_dup_name (group->node);
  text = g_string_new (NULL);
  g_string_printf (text, "%s: %s, %s", name, level, target);

  if (group->previous_level != 0)
    {
      g_autofree char *previous = say_previous (group);

      g_string_append_printf (text, ", %s", previous);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
