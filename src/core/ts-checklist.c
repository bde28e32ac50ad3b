/* ts-checklist.c — what a submission still lacks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-checklist.h"

#include "core/ts-outcome-lock.h"
#include "core/ts-outcome.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint n;
  const TsNode *first;
} Found;

static void
check_free (gpointer data)
{
  TsCheck *check = data;

  g_free (check->place);
  g_free (check->title);
  g_free (check->detail);
  g_free (check);
}

static void
find (Found        *found,
      const TsNode *node)
{
  if (found->n++ == 0)
    found->first = node;
}

static gboolean
is_governance (const TsSection *section)
{
  return ts_scale_get_kind (section->scale) == TS_SCALE_RATING;
}

static void
look_at_node (Found             *found,
              const TsNodeState *state,
              gboolean           governance)
{
  if (state->missing & TS_MISSING_CONFIRMATION)
    find (&found[TS_CHECK_UNCONFIRMED], state->node);

  if (state->n_stale > 0)
    find (&found[TS_CHECK_STALE], state->node);

  /* An area of governance is open as a whole; that its indicators are not rated is the same point. What only waits to be confirmed is
   * another. */
  if ((state->missing & TS_MISSING_LEVEL) && state->carried_level == 0 && !governance)
    find (&found[TS_CHECK_UNRATED], state->node);

  if (state->missing & TS_MISSING_RATIONALE)
    find (&found[TS_CHECK_RATIONALE], state->node);

  if (state->missing & TS_MISSING_EVIDENCE)
    find (&found[TS_CHECK_EVIDENCE], state->node);
}

static void
look_at_section (Found                   *found,
                 const TsAssessmentState *state,
                 const TsSection         *section)
{
  gboolean governance = section->groups->len > 0 && is_governance (section);

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);
      const TsNodeState *group_state = ts_assessment_state_find (state, group->id);

      if (governance && group_state->level == 0)
        find (&found[TS_CHECK_GOVERNANCE], group);

      if (group->criteria->len == 0)
        look_at_node (found, group_state, governance);

      for (guint j = 0; j < group->criteria->len; j++)
        {
          const TsNode *criterion = g_ptr_array_index (group->criteria, j);

          look_at_node (found, ts_assessment_state_find (state, criterion->id), governance);
        }
    }
}

static char *
title_of (TsCheckKind kind,
          guint       n)
{
  switch (kind)
    {
    case TS_CHECK_UNCONFIRMED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion carried forward is to be confirmed",
                                           "%u criteria carried forward are to be confirmed", n),
                              n);

    case TS_CHECK_STALE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion rests on evidence whose period has run out",
                                           "%u criteria rest on evidence whose period has run out", n),
                              n);

    case TS_CHECK_UNRATED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion is not rated", "%u criteria are not rated", n), n);

    case TS_CHECK_GOVERNANCE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area of governance has no colour yet",
                                           "%u areas of governance have no colour yet", n),
                              n);

    case TS_CHECK_RATIONALE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u level has no reason", "%u levels have no reason", n), n);

    case TS_CHECK_EVIDENCE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u level has no evidence", "%u levels have no evidence", n), n);

    case TS_CHECK_OUTCOMES:
      return n == 0 ? g_strdup (_("No outcomes are chosen"))
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u outcome has no full trajectory",
                                                    "%u outcomes have no full trajectory", n),
                                       n);

    default:
      g_assert_not_reached ();
    }
}

static TsCheck *
add_check (GPtrArray   *checks,
           TsCheckKind  kind,
           guint        n,
           char        *place,
           const char  *first)
{
  TsCheck *check = g_new0 (TsCheck, 1);

  check->kind = kind;
  check->is_open = kind != TS_CHECK_OUTCOMES && kind != TS_CHECK_STALE;
  check->n = n;
  check->place = place;
  check->title = title_of (kind, n);
  check->detail = first != NULL ? g_strdup_printf (n > 1 ? _("Starting with %s") : "%s", first) : NULL;
  g_ptr_array_add (checks, check);

  return check;
}

static void
add_found (GPtrArray   *checks,
           TsCheckKind  kind,
           const Found *found)
{
  const TsNode *node = found->first;
  g_autofree char *name = NULL;

  if (found->n == 0)
    return;

  name = g_ascii_isdigit (*node->id) ? g_strdup_printf ("%s %s", node->id, node->title) : g_strdup (node->title);
  add_check (checks, kind, found->n,
             ts_node_is_group (node) ? g_strconcat ("group/", node->id, NULL) : g_strconcat ("criterion/", node->id, NULL), name);
}

static GPtrArray *
list_values_of (GPtrArray   *values,
                const TsRow *outcome)
{
  GPtrArray *of_outcome = g_ptr_array_new ();

  for (guint i = 0; i < values->len; i++)
    {
      TsRow *value = g_ptr_array_index (values, i);

      if (g_strcmp0 (ts_row_get_text (value, TS_OUTCOME_VALUE_OUTCOME), ts_row_get_id (outcome)) == 0)
        g_ptr_array_add (of_outcome, value);
    }

  return of_outcome;
}

static void
look_at_outcomes (GPtrArray               *checks,
                  const TsAssessmentState *state,
                  GPtrArray               *outcomes,
                  GPtrArray               *values)
{
  int year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (state), TS_ASSESSMENT_YEAR);
  const TsRow *first = NULL;
  guint n_covered = 0;
  guint n_open = 0;

  if (ts_framework_find_outcomes_section (ts_assessment_state_get_framework (state)) == NULL)
    return;

  for (guint i = 0; i < outcomes->len; i++)
    {
      const TsRow *outcome = g_ptr_array_index (outcomes, i);
      g_autoptr (GPtrArray) of_outcome = NULL;

      if (!ts_outcome_covers (outcome, year))
        continue;

      n_covered++;
      of_outcome = list_values_of (values, outcome);

      if (ts_outcome_find_missing (of_outcome, year) != TS_OUTCOME_MISSING_NOTHING && n_open++ == 0)
        first = outcome;
    }

  if (n_covered == 0)
    add_check (checks, TS_CHECK_OUTCOMES, 0, g_strdup ("outcomes"), NULL);
  else if (n_open > 0)
    add_check (checks, TS_CHECK_OUTCOMES, n_open, g_strconcat ("outcomes/", ts_row_get_id (first), NULL),
               ts_row_get_text (first, TS_OUTCOME_METRIC));
}

/**
 * ts_checklist_make:
 * @state: where the assessment stands
 * @outcomes: (nullable) (element-type TsRow): the organisation's outcomes; %NULL leaves outcomes out
 * @values: (nullable) (element-type TsRow): their values
 *
 * Returns: (transfer full) (element-type TsCheck): what is missing; empty where nothing is
 */
GPtrArray *
ts_checklist_make (const TsAssessmentState *state,
                   GPtrArray               *outcomes,
                   GPtrArray               *values)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (check_free);
  TsFramework *framework;
  Found found[TS_N_CHECK_KINDS] = { 0 };

  g_return_val_if_fail (state != NULL, checks);
  g_return_val_if_fail ((outcomes == NULL) == (values == NULL), checks);

  framework = ts_assessment_state_get_framework (state);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    look_at_section (found, state, ts_framework_get_section (framework, i));

  for (guint kind = 0; kind < TS_N_CHECK_KINDS; kind++)
    add_found (checks, kind, &found[kind]);

  if (outcomes != NULL)
    look_at_outcomes (checks, state, outcomes, values);

  return checks;
}

/**
 * ts_checklist_count_open:
 * @checks: (element-type TsCheck): a checklist
 *
 * Returns: how many points the board has to settle, advice not counted
 */
guint
ts_checklist_count_open (GPtrArray *checks)
{
  guint n_open = 0;

  g_return_val_if_fail (checks != NULL, 0);

  for (guint i = 0; i < checks->len; i++)
    n_open += ((const TsCheck *) g_ptr_array_index (checks, i))->is_open;

  return n_open;
}

/**
 * ts_checklist_count_rated:
 * @state: where an assessment stands
 *
 * Returns: how many criteria have a level, and groups a stated one
 */
guint
ts_checklist_count_rated (const TsAssessmentState *state)
{
  TsFramework *framework;
  guint n_rated = 0;

  g_return_val_if_fail (state != NULL, 0);

  framework = ts_assessment_state_get_framework (state);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNodeState *group = ts_assessment_state_find (state, ((const TsNode *) g_ptr_array_index (section->groups, j))->id);

          n_rated += group->n_rated + (group->basis == TS_BASIS_STATED && group->n_parts > group->n_rated);
        }
    }

  return n_rated;
}
