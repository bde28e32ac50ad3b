/* ts-seal.c — sealing scores, and opening them
 *
 * A seal is one row for each reviewer of an assessment. It is never deleted: unsealing changes its state and says why, so that the journal has
 * both. An opening is never taken back either, for nobody can forget what they have seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-seal.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-rate.h"
#include "core/ts-row-edit.h"

#include <glib/gi18n-lib.h>

#define SEALED   "sealed"
#define UNSEALED "unsealed"

char *
ts_seal_row_id (const char *assessment_id,
                const char *assessor)
{
  return ts_identifier_derive ("review_seal", assessment_id, assessor, NULL);
}

char *
ts_opening_row_id (const char *assessment_id)
{
  return ts_identifier_derive ("review_opening", assessment_id, NULL);
}

/**
 * ts_seal_is_sealed:
 * @seal: (nullable): a reviewer's seal
 *
 * Returns: whether the reviewer's scores are sealed
 */
gboolean
ts_seal_is_sealed (const TsRow *seal)
{
  return seal != NULL && g_strcmp0 (ts_row_get_text (seal, TS_REVIEW_SEAL_STATE), SEALED) == 0;
}

static TsRow *
edit_seal (TsRow       *seal,
           const TsRow *assessment,
           const char  *assessor,
           const char  *state)
{
  g_autofree char *id = ts_seal_row_id (ts_row_get_id (assessment), assessor);
  TsRow *after = ts_row_edit (seal, TS_ENTITY_REVIEW_SEAL, id);

  ts_row_set_text (after, TS_REVIEW_SEAL_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_REVIEW_SEAL_ASSESSOR, assessor);
  ts_row_set_text (after, TS_REVIEW_SEAL_STATE, state);

  return after;
}

/**
 * ts_change_seal:
 * @assessment: the assessment's row
 * @assessor: whose scores
 * @seal: (nullable): their seal as it is kept
 * @n_scored: how many criteria they have scored
 * @day: today
 * @error: where to put why not
 *
 * Fails with %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_seal (const TsRow  *assessment,
                const char   *assessor,
                TsRow        *seal,
                guint         n_scored,
                const char   *day,
                GError      **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (assessment != NULL && assessor != NULL && day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_REVIEWER, error))
    return NULL;

  if (*assessor == '\0')
    {
      ts_rule_refuse (error, _("A reviewer’s seal needs the reviewer’s name."));
      return NULL;
    }

  if (ts_seal_is_sealed (seal))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("The scores are sealed already."));
      return NULL;
    }

  if (n_scored == 0)
    {
      ts_rule_refuse (error, _("Nothing is scored yet, so there is nothing to seal."));
      return NULL;
    }

  after = edit_seal (seal, assessment, assessor, SEALED);
  ts_row_clear (after, TS_REVIEW_SEAL_REASON);

  if (!ts_row_set_day (after, TS_REVIEW_SEAL_DAY, day, error))
    return NULL;

  label = g_strdup_printf (_("Scores of %s sealed"), assessor);

  return ts_change_of_row (label, seal, after, error);
}

/**
 * ts_change_unseal:
 * @assessment: the assessment's row
 * @seal: (nullable): the reviewer's seal as it is kept
 * @reason: why it is opened again
 * @day: today
 * @error: where to put why not
 *
 * Lets a reviewer change scores that were sealed. From then on, nobody sees them, and nobody another's, until they are sealed again.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_unseal (const TsRow  *assessment,
                  TsRow        *seal,
                  const char   *reason,
                  const char   *day,
                  GError      **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (assessment != NULL && reason != NULL && day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_REVIEWER, error))
    return NULL;

  if (!ts_seal_is_sealed (seal))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("The scores are not sealed."));
      return NULL;
    }

  after = edit_seal (seal, assessment, ts_row_get_text (seal, TS_REVIEW_SEAL_ASSESSOR), UNSEALED);
  ts_row_set_clean (after, TS_REVIEW_SEAL_REASON, reason, TS_TEXT_PARAGRAPHS);

  if (!ts_row_require (after, TS_REVIEW_SEAL_REASON, _("Say why the scores are unsealed."), error) ||
      !ts_row_set_day (after, TS_REVIEW_SEAL_DAY, day, error))
    return NULL;

  label = g_strdup_printf (_("Scores of %s unsealed"), ts_row_get_text (seal, TS_REVIEW_SEAL_ASSESSOR));

  return ts_change_of_row (label, seal, after, error);
}

/**
 * ts_change_open_early:
 * @assessment: the assessment's row
 * @opening: (nullable): the opening as it is kept
 * @sight: who has sealed
 * @opened_by: who opens the scores
 * @is_chair: whether that is the chair of a panel that has the assessment
 * @reason: why not everybody is waited for
 * @day: today
 * @error: where to put why not
 *
 * Returns: (transfer full): the change, which is never undone
 */
TsChange *
ts_change_open_early (const TsRow    *assessment,
                      TsRow          *opening,
                      const TsSight  *sight,
                      const char     *opened_by,
                      gboolean        is_chair,
                      const char     *reason,
                      const char     *day,
                      GError        **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (assessment != NULL && sight != NULL && opened_by != NULL && reason != NULL && day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_REVIEWER, error))
    return NULL;

  if (opening != NULL || ts_sight_is_open (sight))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("The scores are open already."));
      return NULL;
    }

  if (!is_chair)
    {
      ts_rule_refuse (error, _("Only the chair of the panel opens sealed scores before everybody has sealed."));
      return NULL;
    }

  id = ts_opening_row_id (ts_row_get_id (assessment));
  after = ts_row_new (TS_ENTITY_REVIEW_OPENING, id);
  ts_row_set_text (after, TS_REVIEW_OPENING_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_clean (after, TS_REVIEW_OPENING_OPENED_BY, opened_by, TS_TEXT_LINE);
  ts_row_set_clean (after, TS_REVIEW_OPENING_REASON, reason, TS_TEXT_PARAGRAPHS);

  if (!ts_row_require (after, TS_REVIEW_OPENING_OPENED_BY, _("Say who opens the scores."), error) ||
      !ts_row_require (after, TS_REVIEW_OPENING_REASON, _("Say why the scores are opened before everybody has sealed."), error) ||
      !ts_row_set_day (after, TS_REVIEW_OPENING_DAY, day, error))
    return NULL;

  return ts_change_of_row (_("Sealed scores opened early"), NULL, after, error);
}

static gboolean
refuse_seal (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                       _("A seal and the opening of scores are not undone. To change sealed scores, unseal them and say why."));

  return FALSE;
}

/**
 * ts_seal_check_row:
 * @before: (nullable): a seal or an opening as it is kept
 * @after: (nullable): as it would become
 * @error: where to put %TS_RULE_ERROR_LOCKED or %TS_RULE_ERROR_INVALID
 *
 * What the functions above promise, for changes that come from elsewhere: an undo, an import, a package.
 *
 * Returns: whether it may become so
 */
gboolean
ts_seal_check_row (const TsRow  *before,
                   const TsRow  *after,
                   GError      **error)
{
  const char *state;

  g_return_val_if_fail (before != NULL || after != NULL, FALSE);

  if (after == NULL)
    return refuse_seal (error);

  if (ts_row_get_entity (after) == TS_ENTITY_REVIEW_OPENING)
    return before == NULL ? TRUE : refuse_seal (error);

  state = ts_row_get_text (after, TS_REVIEW_SEAL_STATE);

  if (g_str_equal (state, UNSEALED))
    return ts_row_require (after, TS_REVIEW_SEAL_REASON, _("Say why the scores are unsealed."), error) &&
           (before != NULL || ts_rule_refuse (error, _("What was never sealed cannot be unsealed.")));

  return g_str_equal (state, SEALED) || ts_rule_refuse (error, _("Scores are either sealed or unsealed."));
}

/**
 * ts_seal_check_scoring:
 * @seal: (nullable): a reviewer's seal
 * @opening: (nullable): the opening of the assessment's scores
 * @assessor: the reviewer
 * @error: where to put %TS_RULE_ERROR_LOCKED
 *
 * After the chair has opened the scores, nobody begins to score: it would no longer be independent. Whoever had sealed can still correct
 * what was unsealed with a reason.
 *
 * Returns: whether the reviewer's scores can be changed
 */
gboolean
ts_seal_check_scoring (const TsRow  *seal,
                       const TsRow  *opening,
                       const char   *assessor,
                       GError      **error)
{
  if (ts_seal_is_sealed (seal))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                   _("The scores of %s are sealed. Nothing was changed. Unseal them first and say why."), assessor);
      return FALSE;
    }

  if (opening != NULL && seal == NULL)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                   _("The chair has opened the scores, so %s can no longer score independently. Nothing was changed."), assessor);
      return FALSE;
    }

  return TRUE;
}
