/* ts-sign-off.c — how an assessment moves from stage to stage
 *
 * An assessment goes forward one stage at a time. It goes back to any stage before, which is called reopening, and needs a reason. Each move is
 * one change that moves the stage and records the move, so that the one is never there without the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-sign-off.h"

#include "core/ts-date.h"
#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-text.h"

#include <glib/gi18n-lib.h>

/**
 * ts_stage_can_follow:
 * @from: a stage
 * @to: another
 *
 * Returns: whether an assessment can move straight from @from to @to
 */
gboolean
ts_stage_can_follow (TsStage from,
                     TsStage to)
{
  g_return_val_if_fail (from < TS_N_STAGES && to < TS_N_STAGES, FALSE);

  return to == from + 1 || to < from;
}

static char *
clean (const char *text)
{
  return ts_text_clean (text != NULL ? text : "", -1, TS_TEXT_LINE);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
check_move (TsStage   from,
            TsStage   to,
            GError  **error)
{
  if (from == to)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("The assessment is at this stage already."));
      return FALSE;
    }

  if (ts_stage_can_follow (from, to))
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
               _("An assessment at the stage “%s” goes on to “%s”; it cannot go straight to “%s”."),
               ts_stage_get_title (from), ts_stage_get_title (from + 1), ts_stage_get_title (to));

  return FALSE;
}

/**
 * ts_sign_off_check_sealed:
 * @n_unsealed: how many reviewers have still to seal, see [func@ts_sight_count_awaited]
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * Once an assessment is moderated, no score can be made or sealed any more, and what is not sealed would never be seen.
 *
 * Returns: whether it can be moderated
 */
gboolean
ts_sign_off_check_sealed (guint    n_unsealed,
                          GError **error)
{
  if (n_unsealed == 0)
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "%u reviewer has not sealed yet. Wait, or let the chair open the scores early and say why.",
                            "%u reviewers have not sealed yet. Wait, or let the chair open the scores early and say why.", n_unsealed),
               n_unsealed);

  return FALSE;
}

static gboolean
check_request (TsStage                  from,
               TsStage                  to,
               const TsSignOffRequest  *request,
               GError                 **error)
{
  g_autofree char *name = clean (request->name);
  g_autofree char *meeting = clean (request->meeting);
  g_autofree char *reason = ts_text_clean (request->reason != NULL ? request->reason : "", -1, TS_TEXT_PARAGRAPHS);

  if (*name == '\0')
    return refuse (error, _("Say who decided it."));

  if (request->day == NULL || !ts_date_is_valid (request->day))
    return refuse (error, _("Say on which day it was decided, as year, month and day, for example 2010-03-03."));

  if (to < from)
    return *reason != '\0' ? TRUE : refuse (error, _("Say why the assessment is reopened."));

  if (to == TS_STAGE_BOARD_APPROVED && *meeting == '\0')
    return refuse (error, _("Say in which meeting the board approved it."));

  if (to <= TS_STAGE_SUBMITTED && request->n_rated == 0)
    return refuse (error, _("Nothing is rated yet, so there is nothing to approve."));

  if (to == TS_STAGE_MODERATED && !ts_sign_off_check_sealed (request->n_unsealed, error))
    return FALSE;

  /* What the board has approved in spite of it is handed in without asking again. */
  if (to == TS_STAGE_BOARD_APPROVED && request->n_open > 0 && *reason == '\0')
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE, "%u point of the checklist is open. Settle it, or say why it goes on all the same.",
                                "%u points of the checklist are open. Settle them, or say why it goes on all the same.", request->n_open),
                   request->n_open);
      return FALSE;
    }

  return TRUE;
}

static gint64
find_next_position (GPtrArray *sign_offs)
{
  gint64 last = 0;

  for (guint i = 0; i < sign_offs->len; i++)
    last = MAX (last, ts_row_get_integer (g_ptr_array_index (sign_offs, i), TS_SIGN_OFF_POSITION));

  return last + 1;
}

static void
set_optional (TsRow      *row,
              guint       field,
              const char *text,
              TsTextKind  kind)
{
  g_autofree char *cleaned = ts_text_clean (text != NULL ? text : "", -1, kind);

  ts_row_set_text (row, field, *cleaned != '\0' ? cleaned : NULL);
}

static TsRow *
new_sign_off (const TsRow            *assessment,
              gint64                  position,
              TsStage                 from,
              TsStage                 to,
              const TsSignOffRequest *request)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, position);
  g_autofree char *id = ts_identifier_derive ("sign_off", ts_row_get_id (assessment), number, NULL);
  g_autofree char *name = clean (request->name);
  TsRow *row = ts_row_new (TS_ENTITY_SIGN_OFF, id);

  ts_row_set_text (row, TS_SIGN_OFF_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_integer (row, TS_SIGN_OFF_POSITION, position);
  ts_row_set_text (row, TS_SIGN_OFF_FROM_STAGE, ts_stage_get_name (from));
  ts_row_set_text (row, TS_SIGN_OFF_TO_STAGE, ts_stage_get_name (to));
  ts_row_set_text (row, TS_SIGN_OFF_NAME, name);
  set_optional (row, TS_SIGN_OFF_ROLE, request->role, TS_TEXT_LINE);
  set_optional (row, TS_SIGN_OFF_MEETING, request->meeting, TS_TEXT_LINE);
  ts_row_set_text (row, TS_SIGN_OFF_DAY, request->day);
  set_optional (row, TS_SIGN_OFF_REASON, request->reason, TS_TEXT_PARAGRAPHS);
  ts_row_set_text (row, TS_SIGN_OFF_HASH, request->hash);

  return row;
}

/**
 * ts_change_move_stage:
 * @assessment: the assessment's row
 * @sign_offs: (element-type TsRow): its moves so far
 * @to: the stage to move to
 * @request: who decided it, and what the move depends on
 * @error: where to put why not
 *
 * Fails with %TS_RULE_ERROR_UNKNOWN, %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change, which moves the stage and records the move. It is never undone: one reopens
 */
TsChange *
ts_change_move_stage (TsRow                   *assessment,
                      GPtrArray               *sign_offs,
                      TsStage                  to,
                      const TsSignOffRequest  *request,
                      GError                 **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autoptr (TsRow) sign_off = NULL;
  g_autofree char *label = NULL;
  const char *stage;
  TsChange *change;
  TsStage from;

  g_return_val_if_fail (assessment != NULL && ts_row_get_entity (assessment) == TS_ENTITY_ASSESSMENT, NULL);
  g_return_val_if_fail (sign_offs != NULL && request != NULL && to < TS_N_STAGES, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stage = ts_row_get_text (assessment, TS_ASSESSMENT_STAGE);

  if (!ts_stage_from_name (stage, &from))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                   _("The assessment is at a stage that this version does not know (“%s”), so it is left as it is."), stage);
      return NULL;
    }

  if (!check_move (from, to, error) || !check_request (from, to, request, error))
    return NULL;

  after = ts_row_copy (assessment);
  ts_row_set_text (after, TS_ASSESSMENT_STAGE, ts_stage_get_name (to));
  sign_off = new_sign_off (assessment, find_next_position (sign_offs), from, to, request);

  /* Translators: both are stages, such as "Draft" and "Board approved" */
  label = to > from ? g_strdup_printf (C_("change of a stage", "Stage: %s → %s"), ts_stage_get_title (from), ts_stage_get_title (to))
                    : g_strdup_printf (C_("change of a stage", "Reopened: %s → %s"), ts_stage_get_title (from), ts_stage_get_title (to));
  change = ts_change_new (label);
  ts_change_update (change, assessment, after);
  ts_change_create (change, sign_off);

  return change;
}

/**
 * ts_sign_off_fits:
 * @sign_off: the record of a move
 * @before: the assessment's row before the move
 * @after: the assessment's row after it
 * @error: where to put %TS_RULE_ERROR_INVALID
 *
 * What [func@ts_change_move_stage] promises, looked at from the other side: for changes that came from elsewhere.
 *
 * Returns: whether the record is that of the move, and the move is one that can be made
 */
gboolean
ts_sign_off_fits (const TsRow  *sign_off,
                  const TsRow  *before,
                  const TsRow  *after,
                  GError      **error)
{
  const char *from_name = ts_row_get_text (before, TS_ASSESSMENT_STAGE);
  const char *to_name = ts_row_get_text (after, TS_ASSESSMENT_STAGE);
  TsStage from;
  TsStage to;

  g_return_val_if_fail (sign_off != NULL && ts_row_get_entity (sign_off) == TS_ENTITY_SIGN_OFF, FALSE);

  if (g_strcmp0 (ts_row_get_text (sign_off, TS_SIGN_OFF_ASSESSMENT), ts_row_get_id (after)) != 0 ||
      g_strcmp0 (ts_row_get_text (sign_off, TS_SIGN_OFF_FROM_STAGE), from_name) != 0 ||
      g_strcmp0 (ts_row_get_text (sign_off, TS_SIGN_OFF_TO_STAGE), to_name) != 0)
    return refuse (error, _("The record of a move from stage to stage does not fit the move. Nothing was changed."));

  if (!ts_stage_from_name (from_name, &from) || !ts_stage_from_name (to_name, &to))
    return refuse (error, _("The assessment would move to or from a stage that this version does not know. Nothing was changed."));

  if (!ts_stage_can_follow (from, to))
    return check_move (from, to, error);

  if (to < from && !ts_row_has (sign_off, TS_SIGN_OFF_REASON))
    return refuse (error, _("Say why the assessment is reopened."));

  return TRUE;
}

/**
 * ts_sign_off_find_move:
 * @change: a change
 * @sign_off: (nullable): a row of it that records a move
 *
 * Returns: (transfer none) (nullable): the row of the same change that made the move
 */
const TsChangeRow *
ts_sign_off_find_move (const TsChange *change,
                       const TsRow    *sign_off)
{
  g_return_val_if_fail (change != NULL, NULL);

  if (sign_off == NULL || ts_row_get_entity (sign_off) != TS_ENTITY_SIGN_OFF)
    return NULL;

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);

      if (row->before != NULL && row->after != NULL && ts_row_get_entity (row->after) == TS_ENTITY_ASSESSMENT &&
          g_strcmp0 (ts_row_get_id (row->after), ts_row_get_text (sign_off, TS_SIGN_OFF_ASSESSMENT)) == 0 &&
          g_strcmp0 (ts_row_get_text (row->before, TS_ASSESSMENT_STAGE), ts_row_get_text (sign_off, TS_SIGN_OFF_FROM_STAGE)) == 0 &&
          g_strcmp0 (ts_row_get_text (row->after, TS_ASSESSMENT_STAGE), ts_row_get_text (sign_off, TS_SIGN_OFF_TO_STAGE)) == 0)
        return row;
    }

  return NULL;
}

/**
 * ts_sign_off_tells:
 * @change: a change
 * @row: a row of it
 *
 * Who reads the record of a move knows that the stage moved.
 *
 * Returns: whether @row is an assessment of which nothing but the stage changes, and the change has the record of that move
 */
gboolean
ts_sign_off_tells (const TsChange    *change,
                   const TsChangeRow *row)
{
  g_autoptr (TsRow) moved = NULL;

  g_return_val_if_fail (change != NULL && row != NULL, FALSE);

  if (row->before == NULL || row->after == NULL || ts_row_get_entity (row->after) != TS_ENTITY_ASSESSMENT)
    return FALSE;

  moved = ts_row_copy (row->before);
  ts_row_set_text (moved, TS_ASSESSMENT_STAGE, ts_row_get_text (row->after, TS_ASSESSMENT_STAGE));

  if (!ts_row_equal (moved, row->after))
    return FALSE;

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      if (ts_sign_off_find_move (change, ts_change_get_row (change, i)->after) == row)
        return TRUE;
    }

  return FALSE;
}
