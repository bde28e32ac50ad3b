/* ts-lock.c — whether a change leaves alone what a stage has locked
 *
 * Every function that makes a change asks first whether it may. This asks once more, of any change, whoever made it: an undo, a restored
 * value, an import, a package from elsewhere. It stands at the one door, so that there is no way past it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-lock.h"

#include "core/ts-about.h"
#include "core/ts-error.h"
#include "core/ts-move-lock.h"
#include "core/ts-outcome-lock.h"
#include "core/ts-rate.h"
#include "core/ts-review-lock.h"
#include "core/ts-seal.h"
#include "core/ts-sign-off.h"
#include "core/ts-stage.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TsChange *change;
  const TsLockSource *source;
  gpointer data;
  GHashTable *scorers; /* who may score what, found out once for all scores of an import */
  GHashTable *agreed;  /* whose panel may set levels, found out once as well */
} Guard;

static const TsRow *
either_side (const TsChangeRow *row)
{
  return row->after != NULL ? row->after : row->before;
}

/* The row as it is kept, or as this change makes it where it is new. No row and no error: there is none, and the store will say so. */
static gboolean
find_row (Guard       *guard,
          TsEntity     entity,
          const char  *id,
          TsRow      **row,
          GError     **error)
{
  g_autoptr (GError) failure = NULL;

  *row = guard->source->find (guard->data, entity, id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; *row == NULL && i < ts_change_get_n_rows (guard->change); i++)
    {
      const TsChangeRow *candidate = ts_change_get_row (guard->change, i);

      if (candidate->before == NULL && ts_row_get_entity (candidate->after) == entity &&
          g_str_equal (ts_row_get_id (candidate->after), id))
        *row = ts_row_ref (candidate->after);
    }

  return TRUE;
}

static gboolean
check_layer (Guard       *guard,
             const char  *assessment_id,
             TsLayer      layer,
             GError     **error)
{
  g_autoptr (TsRow) assessment = NULL;

  if (!find_row (guard, TS_ENTITY_ASSESSMENT, assessment_id, &assessment, error))
    return FALSE;

  return assessment == NULL || ts_assessment_check_unlocked (assessment, layer, error);
}

static gboolean
check_score (Guard        *guard,
             const TsRow  *rating,
             gboolean      takes_back,
             GError      **error)
{
  const char *assessment_id = ts_row_get_text (rating, TS_RATING_ASSESSMENT);
  const char *assessor = ts_row_get_text (rating, TS_RATING_ASSESSOR);
  g_autofree char *key = g_strdup_printf ("%s %d %s", assessment_id, takes_back, assessor);
  g_autoptr (TsRow) assessment = NULL;

  if (g_hash_table_contains (guard->scorers, key))
    return TRUE;

  if (!find_row (guard, TS_ENTITY_ASSESSMENT, assessment_id, &assessment, error))
    return FALSE;

  if (assessment != NULL && !ts_review_check_scoring (guard->source, guard->data, assessment, assessor, takes_back, error))
    return FALSE;

  g_hash_table_add (guard->scorers, g_steal_pointer (&key));

  return TRUE;
}

/* Taking a level away tells nobody anything before the time. */
static gboolean
check_panel_level (Guard        *guard,
                   const TsRow  *rating,
                   gboolean      takes_back,
                   GError      **error)
{
  const char *assessment_id = ts_row_get_text (rating, TS_RATING_ASSESSMENT);
  g_autoptr (TsRow) assessment = NULL;

  if (takes_back || g_hash_table_contains (guard->agreed, assessment_id))
    return TRUE;

  if (!find_row (guard, TS_ENTITY_ASSESSMENT, assessment_id, &assessment, error))
    return FALSE;

  if (assessment != NULL && !ts_move_check_panel_level (guard->source, guard->data, assessment, error))
    return FALSE;

  g_hash_table_add (guard->agreed, g_strdup (assessment_id));

  return TRUE;
}

static gboolean
check_rating (Guard        *guard,
              const TsRow  *rating,
              gboolean      takes_back,
              GError      **error)
{
  TsLayer layer;

  /* A layer that this version does not know is locked with the first. */
  if (!ts_layer_from_name (ts_row_get_text (rating, TS_RATING_LAYER), &layer))
    layer = TS_LAYER_SELF;

  return check_layer (guard, ts_row_get_text (rating, TS_RATING_ASSESSMENT), layer, error) &&
         (layer != TS_LAYER_REVIEWER || check_score (guard, rating, takes_back, error)) &&
         (layer != TS_LAYER_PANEL || check_panel_level (guard, rating, takes_back, error));
}

/* What describes an item is part of each submission that it is linked to. */
static gboolean
check_evidence (Guard        *guard,
                const TsRow  *evidence,
                GError      **error)
{
  g_autoptr (GPtrArray) links = guard->source->list (guard->data, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_EVIDENCE,
                                                     ts_row_get_id (evidence), error);

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const char *assessment_id = ts_row_get_text (g_ptr_array_index (links, i), TS_EVIDENCE_LINK_ASSESSMENT);

      if (!check_layer (guard, assessment_id, TS_LAYER_SELF, error))
        return FALSE;
    }

  return TRUE;
}

/* The only record of a move of @assessment_id in this change. */
static const TsRow *
find_record (Guard      *guard,
             const char *assessment_id)
{
  const TsRow *record = NULL;

  for (guint i = 0; i < ts_change_get_n_rows (guard->change); i++)
    {
      const TsRow *after = ts_change_get_row (guard->change, i)->after;

      if (after == NULL || ts_row_get_entity (after) != TS_ENTITY_SIGN_OFF ||
          g_strcmp0 (ts_row_get_text (after, TS_SIGN_OFF_ASSESSMENT), assessment_id) != 0)
        continue;

      if (record != NULL)
        return NULL;

      record = after;
    }

  return record;
}

static gboolean
refuse_move (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                       _("A move from stage to stage is not undone. To change the assessment, reopen it and say why."));

  return FALSE;
}

/* Whether a review may move is found out from what is kept before, so nothing else of the assessment comes or goes in the same change. */
static gboolean
check_moves_alone (Guard       *guard,
                   const char  *assessment_id,
                   GError     **error)
{
  for (guint i = 0; i < ts_change_get_n_rows (guard->change); i++)
    {
      const TsRow *side = either_side (ts_change_get_row (guard->change, i));
      TsEntity entity = ts_row_get_entity (side);

      if (entity == TS_ENTITY_ASSESSMENT || entity == TS_ENTITY_SIGN_OFF || g_strcmp0 (ts_row_get_about (side), assessment_id) != 0)
        continue;

      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                           _("An assessment moves from stage to stage by itself, and something else of it would change with it. Nothing was changed."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_assessment (Guard              *guard,
                  const TsChangeRow  *row,
                  GError            **error)
{
  const TsRow *record;
  gboolean moves;

  if (row->before == NULL)
    {
      if (g_strcmp0 (ts_row_get_text (row->after, TS_ASSESSMENT_STAGE), ts_stage_get_name (TS_STAGE_DRAFT)) == 0)
        return TRUE;

      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("A new assessment begins as a draft."));
      return FALSE;
    }

  if (row->after == NULL)
    return ts_assessment_check_unlocked (row->before, TS_LAYER_SELF, error);

  moves = g_strcmp0 (ts_row_get_text (row->before, TS_ASSESSMENT_STAGE), ts_row_get_text (row->after, TS_ASSESSMENT_STAGE)) != 0;

  if (!moves)
    return ts_assessment_check_unlocked (row->before, TS_LAYER_SELF, error);

  record = find_record (guard, ts_row_get_id (row->after));

  if (record == NULL)
    return refuse_move (error);

  return ts_sign_off_fits (record, row->before, row->after, error) && check_moves_alone (guard, ts_row_get_id (row->after), error) &&
         ts_move_check (guard->source, guard->data, row->before, record, error);
}

/* A record is made together with the move, and stays. */
static gboolean
check_sign_off (Guard              *guard,
                const TsChangeRow  *row,
                GError            **error)
{
  const char *assessment_id;

  if (row->before != NULL)
    return refuse_move (error);

  assessment_id = ts_row_get_text (row->after, TS_SIGN_OFF_ASSESSMENT);

  for (guint i = 0; i < ts_change_get_n_rows (guard->change); i++)
    {
      const TsChangeRow *other = ts_change_get_row (guard->change, i);

      if (other->before != NULL && other->after != NULL && ts_row_get_entity (other->after) == TS_ENTITY_ASSESSMENT &&
          g_strcmp0 (ts_row_get_id (other->after), assessment_id) == 0)
        return ts_sign_off_fits (row->after, other->before, other->after, error);
    }

  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                       _("The record of a move from stage to stage comes without the move. Nothing was changed."));

  return FALSE;
}

static gboolean
check_outcome (Guard              *guard,
               const TsChangeRow  *row,
               GError            **error)
{
  const TsRow *side = either_side (row);
  gboolean is_value = ts_row_get_entity (side) == TS_ENTITY_OUTCOME_VALUE;
  const char *organisation_id = ts_row_get_text (side, is_value ? TS_OUTCOME_VALUE_ORGANISATION : TS_OUTCOME_ORGANISATION);
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (TsRow) outcome = NULL;

  if (!is_value)
    outcome = ts_row_ref ((TsRow *) (row->before != NULL ? row->before : row->after));
  else if (!find_row (guard, TS_ENTITY_OUTCOME, ts_row_get_text (side, TS_OUTCOME_VALUE_OUTCOME), &outcome, error))
    return FALSE;

  if (outcome == NULL)
    return TRUE;

  assessments = guard->source->list (guard->data, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, organisation_id, error);

  return assessments != NULL && ts_outcome_check_row_unlocked (row->before, row->after, outcome, assessments, error);
}

static gboolean
check_row (Guard              *guard,
           const TsChangeRow  *row,
           GError            **error)
{
  const TsRow *side = either_side (row);

  switch (ts_row_get_entity (side))
    {
    case TS_ENTITY_RATING:
      return check_rating (guard, side, row->after == NULL, error) &&
             (row->before == NULL || check_rating (guard, row->before, row->after == NULL, error));

    case TS_ENTITY_TARGET:
      return check_layer (guard, ts_row_get_text (side, TS_TARGET_ASSESSMENT), TS_LAYER_SELF, error);

    case TS_ENTITY_EVIDENCE:
      return row->before == NULL || check_evidence (guard, row->before, error);

    case TS_ENTITY_EVIDENCE_LINK:
      return check_layer (guard, ts_row_get_text (side, TS_EVIDENCE_LINK_ASSESSMENT), TS_LAYER_SELF, error);

    case TS_ENTITY_ASSESSMENT:
      return check_assessment (guard, row, error);

    case TS_ENTITY_SIGN_OFF:
      return check_sign_off (guard, row, error);

    case TS_ENTITY_OUTCOME:
    case TS_ENTITY_OUTCOME_VALUE:
      return check_outcome (guard, row, error);

    case TS_ENTITY_EVIDENCE_REVIEW:
      return check_layer (guard, ts_row_get_text (side, TS_EVIDENCE_REVIEW_ASSESSMENT), TS_LAYER_DESK, error);

    case TS_ENTITY_REVIEW_SEAL:
      return check_layer (guard, ts_row_get_text (side, TS_REVIEW_SEAL_ASSESSMENT), TS_LAYER_REVIEWER, error) &&
             ts_seal_check_row (row->before, row->after, error);

    case TS_ENTITY_REVIEW_OPENING:
      return check_layer (guard, ts_row_get_text (side, TS_REVIEW_OPENING_ASSESSMENT), TS_LAYER_REVIEWER, error) &&
             ts_seal_check_row (row->before, row->after, error) && ts_review_check_opening (guard->source, guard->data, row->after, error);

    case TS_ENTITY_ENQUIRY:
      return check_layer (guard, ts_row_get_text (side, TS_ENQUIRY_ASSESSMENT), TS_LAYER_PANEL, error);

    case TS_ENTITY_DISSENT:
      return check_layer (guard, ts_row_get_text (side, TS_DISSENT_ASSESSMENT), TS_LAYER_PANEL, error);

    case TS_ENTITY_REPLY:
      return check_layer (guard, ts_row_get_text (side, TS_REPLY_ASSESSMENT), TS_LAYER_FINAL, error);

    case TS_ENTITY_REPORT_TEXT:
      return check_layer (guard, ts_row_get_text (side, TS_REPORT_TEXT_ASSESSMENT), TS_LAYER_FINAL, error);

    case TS_ENTITY_CONFLICT_ACTION:
      return row->after == NULL || ts_review_check_decision (guard->source, guard->data, row->after, error);

    case TS_ENTITY_REVIEW_ROUND:
    case TS_ENTITY_ROUND_ASSESSMENT:
    case TS_ENTITY_PANEL:
    case TS_ENTITY_PANEL_MEMBER:
    case TS_ENTITY_PANEL_ASSESSMENT:
    case TS_ENTITY_INTEREST:
    case TS_ENTITY_PEER_GROUP:
    case TS_ENTITY_PEER_GROUP_MEMBER:
    case TS_ENTITY_ORGANISATION:
    case TS_ENTITY_ORGANISATION_NAME:
    case TS_ENTITY_ORGANISATION_PARENT:
    case TS_ENTITY_ORGANISATION_SUCCESSOR:
    case TS_ENTITY_ORGANISATION_POPULATION:
    case TS_ENTITY_FRAMEWORK:
    case TS_ENTITY_PERSON:
    default:
      return TRUE;
    }
}

/**
 * ts_change_check_locks:
 * @change: a change, from anywhere
 * @source: how to look up what is kept before it
 * @data: handed to the functions of @source
 * @error: where to put %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_INVALID, or what @source failed with
 *
 * What belongs to a layer, findings and reports among it, and the targets, evidence and outcomes that belong to the board's own, are changed only while the assessment's stage
 * allows it. A sealed score stays as it is, nobody scores with a conflict of interest, and a panel sets no
 * level before the scores are open ([func@ts_move_check_panel_level]). A stage moves only together with the record of the move, one forward or any number back, when the review is ready for it ([func@ts_move_check]), and such a record is never changed.
 *
 * Returns: whether the change may be kept
 */
gboolean
ts_change_check_locks (const TsChange      *change,
                       const TsLockSource  *source,
                       gpointer             data,
                       GError             **error)
{
  g_autoptr (GHashTable) scorers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) agreed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Guard guard = { change, source, data, scorers, agreed };

  g_return_val_if_fail (change != NULL && source != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      if (!check_row (&guard, ts_change_get_row (change, i), error))
        return FALSE;
    }

  return TRUE;
}
