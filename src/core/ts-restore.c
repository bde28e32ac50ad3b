/* ts-restore.c — the change that brings back an earlier value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-restore.h"

#include "core/ts-error.h"
#include "core/ts-rate.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/**
 * ts_row_can_be_restored:
 * @then: a row as it once was
 *
 * Returns: whether it is one of the values that are brought back one by one: a rating, a target, a value of an outcome or the description
 *   of an item of evidence
 */
gboolean
ts_row_can_be_restored (const TsRow *then)
{
  g_return_val_if_fail (then != NULL, FALSE);

  switch (ts_row_get_entity (then))
    {
    case TS_ENTITY_RATING:
    case TS_ENTITY_TARGET:
    case TS_ENTITY_OUTCOME_VALUE:
    case TS_ENTITY_EVIDENCE:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
check_lock (const TsRow  *then,
            const TsRow  *assessment,
            GError      **error)
{
  TsLayer layer = TS_LAYER_SELF;

  if (assessment == NULL)
    return TRUE;

  if (ts_row_get_entity (then) == TS_ENTITY_RATING && !ts_layer_from_name (ts_row_get_text (then, TS_RATING_LAYER), &layer))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("There is no layer “%s”."), ts_row_get_text (then, TS_RATING_LAYER));
      return FALSE;
    }

  return ts_assessment_check_unlocked (assessment, layer, error);
}

static char *
label (const TsWords *words,
       const TsRow   *then,
       const TsRow   *now,
       const char    *day)
{
  g_autofree char *level = NULL;
  const char *name = NULL;

  switch (ts_row_get_entity (then))
    {
    case TS_ENTITY_RATING:
      if (now != NULL && ts_row_get_integer (now, TS_RATING_LEVEL) == ts_row_get_integer (then, TS_RATING_LEVEL))
        /* Translators: a criterion and a day */
        return g_strdup_printf (_("%s: restore rationale of %s"), ts_row_get_text (then, TS_RATING_NODE), day);

      level = ts_words_name_level (words, ts_row_get_text (then, TS_RATING_NODE), (int) ts_row_get_integer (then, TS_RATING_LEVEL));
      /* Translators: a criterion, a level and a day, as in “5b: restore level 2 of 3 June 2010” */
      return g_strdup_printf (_("%s: restore %s of %s"), ts_row_get_text (then, TS_RATING_NODE), level, day);

    case TS_ENTITY_TARGET:
      level = ts_words_name_level (words, ts_row_get_text (then, TS_TARGET_NODE), (int) ts_row_get_integer (then, TS_TARGET_LEVEL));
      return g_strdup_printf (_("%s: restore target %s of %s"), ts_row_get_text (then, TS_TARGET_NODE), level, day);

    case TS_ENTITY_OUTCOME_VALUE:
      if (words->name != NULL)
        name = words->name (TS_ENTITY_OUTCOME, ts_row_get_text (then, TS_OUTCOME_VALUE_OUTCOME), words->data);

      return g_strdup_printf (_("Restore “%s” of %s"), name != NULL ? name : _("outcome"), day);

    default:
      return g_strdup_printf (_("Restore “%s” of %s"), ts_row_get_text (then, TS_EVIDENCE_TITLE), day);
    }
}

/* An item of evidence keeps the file that it has: only its description comes back. */
static TsRow *
make_after (TsRow *then,
            TsRow *now)
{
  static const guint kept[] = { TS_EVIDENCE_CONTENT, TS_EVIDENCE_FILE_NAME, TS_EVIDENCE_MEDIA_TYPE, TS_EVIDENCE_ADDRESS };
  TsRow *after = ts_row_copy (then);

  if (ts_row_get_entity (then) != TS_ENTITY_EVIDENCE)
    return after;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    ts_row_set_text (after, kept[i], ts_row_get_text (now, kept[i]));

  if (ts_row_has (now, TS_EVIDENCE_SIZE))
    ts_row_set_integer (after, TS_EVIDENCE_SIZE, ts_row_get_integer (now, TS_EVIDENCE_SIZE));
  else
    ts_row_clear (after, TS_EVIDENCE_SIZE);

  return after;
}

/**
 * ts_change_restore:
 * @words: what is looked up for the label
 * @then: the row as it once was
 * @now: (nullable): the row as it is kept now
 * @assessment: (nullable): the assessment that it belongs to, if it belongs to one
 * @day: the day of the earlier value, as people read it
 * @error: where to put why not
 *
 * Brings back one earlier value. It is a change like any other: what was there meanwhile stays in the journal, and a stage locks it as it
 * locks any other. Fails with %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_UNCHANGED or %TS_RULE_ERROR_INVALID.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_restore (const TsWords  *words,
                   TsRow          *then,
                   TsRow          *now,
                   const TsRow    *assessment,
                   const char     *day,
                   GError        **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *text = NULL;
  TsChange *change;

  g_return_val_if_fail (words != NULL && then != NULL && day != NULL, NULL);
  g_return_val_if_fail (now == NULL || g_str_equal (ts_row_get_id (then), ts_row_get_id (now)), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_row_can_be_restored (then))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("Only a rating, a target, a value of an outcome or the description of evidence can be restored by itself."));
      return NULL;
    }

  if (!check_lock (then, assessment, error))
    return NULL;

  if (now == NULL && ts_row_get_entity (then) == TS_ENTITY_EVIDENCE)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("“%s” has been removed from the evidence. Attach it again first."),
                   ts_row_get_text (then, TS_EVIDENCE_TITLE));
      return NULL;
    }

  after = make_after (then, now);

  if (now != NULL && ts_row_equal (now, after))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("This is the value that it has now."));
      return NULL;
    }

  text = label (words, then, now, day);
  change = ts_change_new (text);

  if (now == NULL)
    ts_change_create (change, after);
  else
    ts_change_update (change, now, after);

  return change;
}
