/* ts-outcome-change.c — the changes that define outcomes
 *
 * Each function takes what is kept now and what is wanted, and gives the change that leads there, or says why not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-outcome-change.h"

#include "core/ts-error.h"
#include "core/ts-outcome-lock.h"
#include "core/ts-rate.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

static void
set_unchanged (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
}

static int
get_year (const TsOutcomeScope *scope)
{
  return (int) ts_row_get_integer (scope->assessment, TS_ASSESSMENT_YEAR);
}

static const char *
get_metric (const TsRow *outcome)
{
  return ts_row_get_text (outcome, TS_OUTCOME_METRIC);
}

/**
 * ts_outcome_scope_list:
 * @scope: an assessment and what there is
 *
 * Returns: (transfer container) (element-type TsRow): the outcomes that are part of the assessment, in their order
 */
GPtrArray *
ts_outcome_scope_list (const TsOutcomeScope *scope)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (guint i = 0; i < scope->outcomes->len; i++)
    {
      TsRow *outcome = g_ptr_array_index (scope->outcomes, i);

      if (ts_outcome_covers (outcome, get_year (scope)))
        g_ptr_array_add (list, ts_row_ref (outcome));
    }

  ts_outcome_sort (list);

  return list;
}

/* Adding */

static gint64
find_next_position (const TsOutcomeScope *scope)
{
  gint64 last = 0;

  for (guint i = 0; i < scope->outcomes->len; i++)
    last = MAX (last, ts_row_get_integer (g_ptr_array_index (scope->outcomes, i), TS_OUTCOME_POSITION));

  return last < G_MAXINT64 ? last + 1 : last;
}

static TsRow *
find_same (const TsOutcomeScope *scope,
           const TsRow          *wanted)
{
  for (guint i = 0; i < scope->outcomes->len; i++)
    {
      TsRow *outcome = g_ptr_array_index (scope->outcomes, i);

      if (!g_str_equal (ts_row_get_id (outcome), ts_row_get_id (wanted)) &&
          ts_outcome_measures (outcome, get_metric (wanted), ts_row_get_text (wanted, TS_OUTCOME_UNIT)))
        return outcome;
    }

  return NULL;
}

static gboolean
check_room (const TsOutcomeScope  *scope,
            guint                  most,
            GError               **error)
{
  g_autoptr (GPtrArray) list = ts_outcome_scope_list (scope);

  if (list->len < most)
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "An assessment has %u outcome at most. Remove it to make room for another.",
                            "An assessment has %u outcomes at most. Remove one to make room for another.", most),
               most);

  return FALSE;
}

static void
set_duplicate (const TsRow  *outcome,
               GError      **error)
{
  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
               _("There is an outcome “%s” in the same unit already. Give this one another name."), get_metric (outcome));
}

/* An outcome that had been ended is not a new one: its values are still there. */
static TsChange *
take_up_again (const TsOutcomeScope  *scope,
               TsRow                 *ended,
               GError               **error)
{
  g_autoptr (TsRow) after = ts_row_copy (ended);
  g_autofree char *label = NULL;
  TsChange *change;
  int year = get_year (scope);

  ts_row_set_integer (after, TS_OUTCOME_SINCE, MIN (ts_row_get_integer (ended, TS_OUTCOME_SINCE), year));

  if (ts_row_has (ended, TS_OUTCOME_UNTIL) && ts_row_get_integer (ended, TS_OUTCOME_UNTIL) < year)
    ts_row_clear (after, TS_OUTCOME_UNTIL);

  if (!ts_outcome_check_row_unlocked (ended, after, NULL, scope->assessments, error))
    return NULL;

  label = g_strdup_printf (_("Take up the outcome “%s” again"), get_metric (ended));
  change = ts_change_new (label);
  ts_change_update (change, ended, after);

  return change;
}

/**
 * ts_change_add_outcome:
 * @scope: the assessment that it shall be part of, and what there is
 * @most: how many an assessment may have
 * @id: a fresh row id
 * @definition: what is measured, as typed or as the framework suggests
 * @error: where to put why not
 *
 * Fails with %TS_RULE_ERROR_LOCKED or %TS_RULE_ERROR_INVALID.
 *
 * Returns: (transfer full): the change; it takes an outcome that had been ended up again where it is the same
 */
TsChange *
ts_change_add_outcome (const TsOutcomeScope       *scope,
                       guint                       most,
                       const char                 *id,
                       const TsOutcomeDefinition  *definition,
                       GError                    **error)
{
  g_autoptr (TsRow) outcome = NULL;
  g_autofree char *label = NULL;
  TsChange *change;
  TsRow *same;

  g_return_val_if_fail (scope != NULL && id != NULL && definition != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (scope->assessment, TS_LAYER_SELF, error) || !check_room (scope, most, error))
    return NULL;

  outcome = ts_outcome_new (id, ts_row_get_text (scope->assessment, TS_ASSESSMENT_ORGANISATION), definition, get_year (scope),
                            find_next_position (scope), error);

  if (outcome == NULL)
    return NULL;

  same = find_same (scope, outcome);

  if (same != NULL && !ts_outcome_covers (same, get_year (scope)) &&
      g_strcmp0 (ts_row_get_text (same, TS_OUTCOME_DIRECTION), ts_row_get_text (outcome, TS_OUTCOME_DIRECTION)) == 0)
    return take_up_again (scope, same, error);

  if (same != NULL)
    {
      set_duplicate (same, error);
      return NULL;
    }

  if (!ts_outcome_check_row_unlocked (NULL, outcome, NULL, scope->assessments, error))
    return NULL;

  label = g_strdup_printf (_("Add the outcome “%s”"), get_metric (outcome));
  change = ts_change_new (label);
  ts_change_create (change, outcome);

  return change;
}

/* Changing */

/**
 * ts_outcome_scope_check_definition:
 * @scope: an assessment that it is part of, and what there is
 * @outcome: the outcome as it is kept
 * @error: where to put %TS_RULE_ERROR_LOCKED; where only another year's assessment holds it, with words on what can be done instead
 *
 * Returns: whether what it measures, and its place, can be changed
 */
gboolean
ts_outcome_scope_check_definition (const TsOutcomeScope  *scope,
                                   const TsRow           *outcome,
                                   GError               **error)
{
  g_autofree char *year = NULL;

  g_return_val_if_fail (scope != NULL && outcome != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_assessment_check_unlocked (scope->assessment, TS_LAYER_SELF, error))
    return FALSE;

  if (ts_outcome_check_definition_unlocked (outcome, scope->assessments, NULL))
    return TRUE;

  year = ts_year_format (get_year (scope));
  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
               _("“%s” is part of another year’s assessment that has been approved, so what it measures and its place stay as they are. "
                 "Remove it from %s and add a new outcome to measure something else from then on."),
               get_metric (outcome), year);

  return FALSE;
}

/**
 * ts_change_define_outcome:
 * @scope: an assessment that it is part of, and what there is
 * @outcome: the outcome as it is kept
 * @definition: what it shall measure
 * @error: where to put why not
 *
 * Fails with %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_define_outcome (const TsOutcomeScope       *scope,
                          TsRow                      *outcome,
                          const TsOutcomeDefinition  *definition,
                          GError                    **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  TsChange *change;
  TsRow *same;

  g_return_val_if_fail (scope != NULL && outcome != NULL && definition != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  after = ts_row_copy (outcome);

  if (!ts_outcome_define (after, definition, error))
    return NULL;

  if (ts_row_equal (outcome, after))
    {
      set_unchanged (error);
      return NULL;
    }

  if (!ts_outcome_scope_check_definition (scope, outcome, error))
    return NULL;

  same = find_same (scope, after);

  if (same != NULL)
    {
      set_duplicate (same, error);
      return NULL;
    }

  if (g_str_equal (get_metric (outcome), get_metric (after)))
    label = g_strdup_printf (_("Change the outcome “%s”"), get_metric (outcome));
  else
    label = g_strdup_printf (_("Outcome “%s” → “%s”"), get_metric (outcome), get_metric (after));

  change = ts_change_new (label);
  ts_change_update (change, outcome, after);

  return change;
}

static guint
find_index (GPtrArray   *outcomes,
            const TsRow *outcome)
{
  guint at = 0;

  while (at < outcomes->len && !g_str_equal (ts_row_get_id (g_ptr_array_index (outcomes, at)), ts_row_get_id (outcome)))
    at++;

  return at;
}

/* Gives the outcomes in their new order the places that were there, in a row where several had the same. */
static gboolean
renumber (TsChange              *change,
          const TsOutcomeScope  *scope,
          GPtrArray             *before,
          GPtrArray             *after,
          GError               **error)
{
  gint64 position = 0;

  for (guint i = 0; i < after->len; i++)
    {
      TsRow *row = g_ptr_array_index (after, i);
      g_autoptr (TsRow) moved = NULL;
      gint64 place = ts_row_get_integer (g_ptr_array_index (before, i), TS_OUTCOME_POSITION);

      position = i == 0 ? place : MAX (place, position + 1);

      if (ts_row_get_integer (row, TS_OUTCOME_POSITION) == position)
        continue;

      if (!ts_outcome_scope_check_definition (scope, row, error))
        return FALSE;

      moved = ts_row_copy (row);
      ts_row_set_integer (moved, TS_OUTCOME_POSITION, position);
      ts_change_update (change, row, moved);
    }

  return TRUE;
}

/**
 * ts_change_move_outcome:
 * @scope: an assessment that it is part of, and what there is
 * @outcome: the outcome as it is kept
 * @step: 1 to move it down by one among the assessment's outcomes, -1 to move it up
 * @error: where to put why not
 *
 * Fails with %TS_RULE_ERROR_LOCKED, or %TS_RULE_ERROR_UNCHANGED where it stands at the end already.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_move_outcome (const TsOutcomeScope  *scope,
                        TsRow                 *outcome,
                        int                    step,
                        GError               **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autofree char *label = NULL;
  guint from;
  guint to;

  g_return_val_if_fail (scope != NULL && outcome != NULL && (step == 1 || step == -1), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  list = ts_outcome_scope_list (scope);
  from = find_index (list, outcome);

  if (from >= list->len || (step < 0 && from == 0) || (step > 0 && from + 1 >= list->len))
    {
      set_unchanged (error);
      return NULL;
    }

  /* Outcomes of other years may stand between the two that change places. */
  before = g_ptr_array_new ();
  g_ptr_array_extend (before, scope->outcomes, NULL, NULL);
  ts_outcome_sort (before);
  after = g_ptr_array_new ();
  g_ptr_array_extend (after, before, NULL, NULL);
  to = find_index (before, g_ptr_array_index (list, step > 0 ? from + 1 : from - 1));
  from = find_index (before, outcome);
  g_ptr_array_index (after, from) = g_ptr_array_index (before, to);
  g_ptr_array_index (after, to) = g_ptr_array_index (before, from);

  label = g_strdup_printf (step > 0 ? _("Move the outcome “%s” down") : _("Move the outcome “%s” up"), get_metric (outcome));
  change = ts_change_new (label);

  return renumber (change, scope, before, after, error) ? g_steal_pointer (&change) : NULL;
}

/* Removing */

/**
 * ts_outcome_is_ended_by_removal:
 * @scope: an assessment that it is part of, and what there is
 * @outcome: the outcome as it is kept
 *
 * Returns: whether an earlier assessment keeps the outcome when it is removed from this one
 */
gboolean
ts_outcome_is_ended_by_removal (const TsOutcomeScope *scope,
                                const TsRow          *outcome)
{
  g_return_val_if_fail (scope != NULL && outcome != NULL, FALSE);

  for (guint i = 0; i < scope->assessments->len; i++)
    {
      int year = (int) ts_row_get_integer (g_ptr_array_index (scope->assessments, i), TS_ASSESSMENT_YEAR);

      if (year < get_year (scope) && ts_outcome_covers (outcome, year))
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_change_remove_outcome:
 * @scope: an assessment that it is part of, and what there is
 * @outcome: the outcome as it is kept
 * @values: (element-type TsRow): its values
 * @error: where to put why not
 *
 * Ends the outcome with the year before where an earlier assessment has it too, and deletes it with its values where none has.
 *
 * Fails with %TS_RULE_ERROR_LOCKED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_remove_outcome (const TsOutcomeScope  *scope,
                          TsRow                 *outcome,
                          GPtrArray             *values,
                          GError               **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;
  TsChange *change;

  g_return_val_if_fail (scope != NULL && outcome != NULL && values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (scope->assessment, TS_LAYER_SELF, error))
    return NULL;

  if (ts_outcome_is_ended_by_removal (scope, outcome))
    {
      g_autofree char *last = ts_year_format (get_year (scope) - 1);

      after = ts_row_copy (outcome);
      ts_row_set_integer (after, TS_OUTCOME_UNTIL, get_year (scope) - 1);
      label = g_strdup_printf (_("End the outcome “%s” with %s"), get_metric (outcome), last);
    }
  else
    {
      label = g_strdup_printf (_("Remove the outcome “%s”"), get_metric (outcome));
    }

  if (!ts_outcome_check_row_unlocked (outcome, after, NULL, scope->assessments, error))
    return NULL;

  change = ts_change_new (label);

  if (after != NULL)
    {
      ts_change_update (change, outcome, after);
      return change;
    }

  for (guint i = 0; i < values->len; i++)
    ts_change_delete (change, g_ptr_array_index (values, i));

  ts_change_delete (change, outcome);

  return change;
}
