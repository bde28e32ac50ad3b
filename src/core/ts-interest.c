/* ts-interest.c — declaring interests, and deciding about conflicts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-interest.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-person.h"
#include "core/ts-row-edit.h"

#include <glib/gi18n-lib.h>

char *
ts_interest_row_id (const char *organisation_id,
                    const char *person_id,
                    const char *role)
{
  return ts_identifier_derive ("interest", organisation_id, person_id, role, NULL);
}

char *
ts_conflict_action_row_id (const char *assessment_id,
                           const char *person_id)
{
  return ts_identifier_derive ("conflict_action", assessment_id, person_id, NULL);
}

/**
 * ts_change_declare_interest:
 * @interest: (nullable): the interest as it is kept, which keeps its organisation, person and role
 * @organisation_id: in which organisation
 * @person: (nullable): the person's row, if the workbook has them
 * @name: who declares it
 * @declaration: what is declared
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change, which brings a person along whom the workbook does not have yet
 */
TsChange *
ts_change_declare_interest (TsRow                        *interest,
                            const char                   *organisation_id,
                            TsRow                        *person,
                            const char                   *name,
                            const TsInterestDeclaration  *declaration,
                            GError                      **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *role = NULL;
  g_autofree char *person_id = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  const char *from;
  const char *to;

  g_return_val_if_fail (organisation_id != NULL && name != NULL && declaration != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  clean = ts_text_clean (name, -1, TS_TEXT_LINE);
  role = ts_text_clean (declaration->role != NULL ? declaration->role : "", -1, TS_TEXT_LINE);

  if (*clean == '\0')
    {
      ts_rule_refuse (error, _("Say whose interest it is."));
      return NULL;
    }

  if (*role == '\0')
    {
      ts_rule_refuse (error, _("Say what ties the person to the organisation, for example “employee”."));
      return NULL;
    }

  person_id = ts_person_derive_id (clean);
  id = ts_interest_row_id (organisation_id, person_id, role);
  after = ts_row_edit (interest, TS_ENTITY_INTEREST, id);
  ts_row_set_text (after, TS_INTEREST_ORGANISATION, organisation_id);
  ts_row_set_text (after, TS_INTEREST_PERSON, person_id);
  ts_row_set_text (after, TS_INTEREST_ROLE, role);
  ts_row_set_clean (after, TS_INTEREST_NOTE, declaration->note, TS_TEXT_PARAGRAPHS);

  if (!ts_row_set_day (after, TS_INTEREST_VALID_FROM, declaration->valid_from, error) ||
      !ts_row_set_day (after, TS_INTEREST_VALID_TO, declaration->valid_to, error) ||
      !ts_row_set_day (after, TS_INTEREST_DECLARED, declaration->declared, error))
    return NULL;

  from = ts_row_get_text (after, TS_INTEREST_VALID_FROM);
  to = ts_row_get_text (after, TS_INTEREST_VALID_TO);

  if (from != NULL && to != NULL && g_strcmp0 (to, from) < 0)
    {
      ts_rule_refuse (error, _("An interest cannot end before it begins."));
      return NULL;
    }

  label = g_strdup_printf (interest == NULL ? _("Interest of %s declared") : _("Interest of %s edited"), clean);
  change = ts_change_of_row (label, interest, after, error);

  if (change != NULL && person == NULL)
    ts_change_carry_person (change, NULL, clean, NULL);

  return g_steal_pointer (&change);
}

/**
 * ts_change_withdraw_interest:
 * @interest: (nullable): an interest as it is kept
 * @name: whose it is
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 *
 * For what was declared by mistake. The journal keeps it.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_withdraw_interest (TsRow       *interest,
                             const char  *name,
                             GError     **error)
{
  g_autofree char *label = g_strdup_printf (_("Interest of %s withdrawn"), name);

  return ts_change_remove_row (label, interest, error);
}

/**
 * ts_conflict_action_check_row:
 * @after: what was decided about a conflict, from anywhere
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Returns: whether it is a decision that can be made
 */
gboolean
ts_conflict_action_check_row (const TsRow  *after,
                              GError      **error)
{
  g_autofree char *decider_id = NULL;
  TsConflictState decision;

  if (!ts_conflict_state_from_name (ts_row_get_text (after, TS_CONFLICT_ACTION_DECISION), &decision) || decision < TS_CONFLICT_LEAVES)
    return ts_rule_refuse (error, _("About a conflict, one decides whether somebody leaves, stays without scoring, or is cleared."));

  if (decision != TS_CONFLICT_CLEARED)
    return TRUE;

  decider_id = ts_person_derive_id (ts_row_get_text (after, TS_CONFLICT_ACTION_DECIDED_BY));

  if (g_strcmp0 (decider_id, ts_row_get_text (after, TS_CONFLICT_ACTION_PERSON)) == 0)
    return ts_rule_refuse (error, _("Nobody clears a conflict of their own."));

  return ts_row_require (after, TS_CONFLICT_ACTION_REASON, _("Say why the conflict does not stand in the way."), error);
}

/**
 * ts_change_decide_conflict:
 * @assessment: the assessment's row
 * @action: (nullable): what was decided before
 * @person_id: about whose conflict
 * @name: their name
 * @decision: what is done, or %TS_CONFLICT_OPEN to take a decision back
 * @decided_by: who decides; nobody clears themselves
 * @reason: (nullable): why; clearing needs one
 * @day: today
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_decide_conflict (const TsRow      *assessment,
                           TsRow            *action,
                           const char       *person_id,
                           const char       *name,
                           TsConflictState   decision,
                           const char       *decided_by,
                           const char       *reason,
                           const char       *day,
                           GError          **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (assessment != NULL && person_id != NULL && name != NULL && decided_by != NULL && day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  label = g_strdup_printf (_("Conflict of %s: %s"), name, ts_conflict_state_get_title (decision));

  if (decision < TS_CONFLICT_LEAVES)
    return ts_change_remove_row (label, action, error);

  id = ts_conflict_action_row_id (ts_row_get_id (assessment), person_id);
  after = ts_row_edit (action, TS_ENTITY_CONFLICT_ACTION, id);
  ts_row_set_text (after, TS_CONFLICT_ACTION_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_CONFLICT_ACTION_PERSON, person_id);
  ts_row_set_text (after, TS_CONFLICT_ACTION_DECISION, ts_conflict_state_get_name (decision));
  ts_row_set_clean (after, TS_CONFLICT_ACTION_DECIDED_BY, decided_by, TS_TEXT_LINE);
  ts_row_set_clean (after, TS_CONFLICT_ACTION_REASON, reason, TS_TEXT_PARAGRAPHS);

  if (!ts_row_require (after, TS_CONFLICT_ACTION_DECIDED_BY, _("Say who decides it."), error) ||
      !ts_row_set_day (after, TS_CONFLICT_ACTION_DAY, day, error) || !ts_conflict_action_check_row (after, error))
    return NULL;

  return ts_change_of_row (label, action, after, error);
}
