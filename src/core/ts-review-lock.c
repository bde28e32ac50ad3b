/* ts-review-lock.c — what a review holds fast
 *
 * The part of the guard at the one door that stands over reviewers' scores: none is written by whoever has a conflict, none that is sealed is
 * changed, and none is begun after the scores were opened. Only a chair opens them early, or clears a conflict.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-review-lock.h"

#include "core/ts-error.h"
#include "core/ts-interest.h"
#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-row-edit.h"
#include "core/ts-seal.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TsLockSource *source;
  gpointer data;
} Reader;

static gboolean
add_rows (const Reader  *reader,
          GPtrArray     *rows,
          TsEntity       entity,
          guint          field,
          const char    *value,
          GError       **error)
{
  g_autoptr (GPtrArray) found = reader->source->list (reader->data, entity, field, value, error);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, ts_row_ref (g_ptr_array_index (found, i)));

  return TRUE;
}

/* The links of every organisation that can be reached, whatever its days; which of them count is decided later. */
static gboolean
gather_links (const Reader  *reader,
              const char    *organisation_id,
              TsEntity       entity,
              guint          first,
              guint          second,
              GPtrArray     *rows,
              GError       **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  const guint fields[] = { first, second };

  g_hash_table_add (seen, (char *) organisation_id);
  g_ptr_array_add (waiting, (char *) organisation_id);

  while (waiting->len > 0)
    {
      const char *id = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);
      guint begin = rows->len;

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          if (!add_rows (reader, rows, entity, fields[i], id, error))
            return FALSE;
        }

      for (guint i = begin; i < rows->len; i++)
        {
          for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
            {
              const char *next = ts_row_get_text (g_ptr_array_index (rows, i), fields[j]);

              if (g_hash_table_add (seen, (char *) next))
                g_ptr_array_add (waiting, (char *) next);
            }
        }
    }

  return TRUE;
}

/* The last of the days on which panels meet that have the assessment; none while one of them has no day. */
static gboolean
find_panel_day (const Reader  *reader,
                const TsRow   *assessment,
                char         **day,
                GError       **error)
{
  g_autoptr (GPtrArray) assigned = reader->source->list (reader->data, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_ASSESSMENT,
                                                         ts_row_get_id (assessment), error);

  *day = NULL;

  if (assigned == NULL)
    return FALSE;

  for (guint i = 0; i < assigned->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (TsRow) panel = reader->source->find (reader->data, TS_ENTITY_PANEL,
                                                      ts_row_get_text (g_ptr_array_index (assigned, i), TS_PANEL_ASSESSMENT_PANEL), &failure);
      const char *this = panel != NULL ? ts_row_get_text (panel, TS_PANEL_DAY) : NULL;

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      if (this == NULL)
        {
          g_clear_pointer (day, g_free);
          return TRUE;
        }

      if (g_strcmp0 (this, *day) > 0)
        {
          g_free (*day);
          *day = g_strdup (this);
        }
    }

  return TRUE;
}

/**
 * ts_review_find_conflict:
 * @source: how to look up what is kept
 * @data: handed to the functions of @source
 * @assessment: an assessment's row
 * @person_id: a person's row id
 * @state: (out): the person's conflict with it
 * @error: where to put what @source failed with
 *
 * Returns: whether it could be looked up
 */
gboolean
ts_review_find_conflict (const TsLockSource  *source,
                         gpointer             data,
                         const TsRow         *assessment,
                         const char          *person_id,
                         TsConflictState     *state,
                         GError             **error)
{
  const Reader reader = { source, data };
  const char *organisation_id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
  g_autoptr (GPtrArray) interests = source->list (data, TS_ENTITY_INTEREST, TS_INTEREST_PERSON, person_id, error);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) successors = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (GHashTable) ties = NULL;
  g_autofree char *panel_day = NULL;

  *state = TS_CONFLICT_NONE;

  /* Most people have no interest in any organisation of the workbook. */
  if (interests == NULL || interests->len == 0)
    return interests != NULL;

  actions = source->list (data, TS_ENTITY_CONFLICT_ACTION, TS_CONFLICT_ACTION_ASSESSMENT, ts_row_get_id (assessment), error);

  if (actions == NULL || !find_panel_day (&reader, assessment, &panel_day, error) ||
      !gather_links (&reader, organisation_id, TS_ENTITY_ORGANISATION_SUCCESSOR, TS_ORGANISATION_SUCCESSOR_ORGANISATION,
                     TS_ORGANISATION_SUCCESSOR_SUCCESSOR, successors, error) ||
      !gather_links (&reader, organisation_id, TS_ENTITY_ORGANISATION_PARENT, TS_ORGANISATION_PARENT_ORGANISATION,
                     TS_ORGANISATION_PARENT_PARENT, parents, error))
    return FALSE;

  const TsConflictScope scope = { assessment, panel_day, successors, parents, interests, actions };

  ties = ts_conflict_find_ties (&scope);
  *state = ts_conflict_find (&scope, ties, person_id, NULL).state;

  return TRUE;
}

static gboolean
find_optional (const TsLockSource  *source,
               gpointer             data,
               TsEntity             entity,
               const char          *id,
               TsRow              **row,
               GError             **error)
{
  g_autoptr (GError) failure = NULL;

  *row = source->find (data, entity, id, &failure);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * ts_review_check_scoring:
 * @source: how to look up what is kept before the change
 * @data: handed to the functions of @source
 * @assessment: an assessment's row
 * @assessor: whose score would be changed
 * @takes_back: whether it would be taken away, which a conflict does not forbid
 * @error: where to put %TS_RULE_ERROR_LOCKED, or what @source failed with
 *
 * Returns: whether it may be changed
 */
gboolean
ts_review_check_scoring (const TsLockSource  *source,
                         gpointer             data,
                         const TsRow         *assessment,
                         const char          *assessor,
                         gboolean             takes_back,
                         GError             **error)
{
  g_autofree char *seal_id = ts_seal_row_id (ts_row_get_id (assessment), assessor);
  g_autofree char *opening_id = ts_opening_row_id (ts_row_get_id (assessment));
  g_autofree char *person_id = ts_person_derive_id (assessor);
  g_autoptr (TsRow) seal = NULL;
  g_autoptr (TsRow) opening = NULL;
  TsConflictState conflict;

  if (!find_optional (source, data, TS_ENTITY_REVIEW_SEAL, seal_id, &seal, error) ||
      !find_optional (source, data, TS_ENTITY_REVIEW_OPENING, opening_id, &opening, error) ||
      !ts_seal_check_scoring (seal, opening, assessor, error))
    return FALSE;

  if (takes_back)
    return TRUE;

  if (!ts_review_find_conflict (source, data, assessment, person_id, &conflict, error))
    return FALSE;

  if (ts_conflict_state_may_score (conflict))
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
               _("%s has a conflict of interest with this assessment and does not score it."), assessor);

  return FALSE;
}

/* Whether @person_id is the chair of any of the panels. */
static gboolean
find_chair (const Reader  *reader,
            GPtrArray     *rows,
            int            panel_field,
            const char    *person_id,
            gboolean      *is_chair,
            GError       **error)
{
  for (guint i = 0; i < rows->len && !*is_chair; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);
      const char *panel_id = panel_field < 0 ? ts_row_get_id (row) : ts_row_get_text (row, (guint) panel_field);
      g_autoptr (GPtrArray) members = reader->source->list (reader->data, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL, panel_id, error);

      if (members == NULL)
        return FALSE;

      for (guint j = 0; j < members->len; j++)
        {
          const TsRow *member = g_ptr_array_index (members, j);

          *is_chair |= g_strcmp0 (ts_row_get_text (member, TS_PANEL_MEMBER_PERSON), person_id) == 0 &&
                       g_strcmp0 (ts_row_get_text (member, TS_PANEL_MEMBER_ROLE), TS_PANEL_ROLE_CHAIR) == 0;
        }
    }

  return TRUE;
}

/* Of a panel that has the assessment; where @in_round, also of another of its round. */
static gboolean
check_is_chair (const Reader  *reader,
                const char    *assessment_id,
                const char    *name,
                gboolean       in_round,
                gboolean      *is_chair,
                GError       **error)
{
  g_autofree char *person_id = ts_person_derive_id (name);
  g_autoptr (GPtrArray) assigned = reader->source->list (reader->data, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_ASSESSMENT, assessment_id, error);
  g_autoptr (GPtrArray) rounds = NULL;

  *is_chair = FALSE;

  if (assigned == NULL || !find_chair (reader, assigned, TS_PANEL_ASSESSMENT_PANEL, person_id, is_chair, error))
    return FALSE;

  if (!in_round)
    return TRUE;

  rounds = reader->source->list (reader->data, TS_ENTITY_ROUND_ASSESSMENT, TS_ROUND_ASSESSMENT_ASSESSMENT, assessment_id, error);

  if (rounds == NULL)
    return FALSE;

  for (guint i = 0; i < rounds->len && !*is_chair; i++)
    {
      const char *round_id = ts_row_get_text (g_ptr_array_index (rounds, i), TS_ROUND_ASSESSMENT_ROUND);
      g_autoptr (GPtrArray) panels = reader->source->list (reader->data, TS_ENTITY_PANEL, TS_PANEL_ROUND, round_id, error);

      if (panels == NULL || !find_chair (reader, panels, -1, person_id, is_chair, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_review_check_opening:
 * @source: how to look up what is kept before the change
 * @data: handed to the functions of @source
 * @opening: an opening of an assessment's sealed scores
 * @error: where to put %TS_RULE_ERROR_INVALID, or what @source failed with
 *
 * Returns: whether the chair of a panel that has the assessment opens them, and says why
 */
gboolean
ts_review_check_opening (const TsLockSource  *source,
                         gpointer             data,
                         const TsRow         *opening,
                         GError             **error)
{
  const Reader reader = { source, data };
  gboolean is_chair;

  if (!check_is_chair (&reader, ts_row_get_text (opening, TS_REVIEW_OPENING_ASSESSMENT), ts_row_get_text (opening, TS_REVIEW_OPENING_OPENED_BY), FALSE,
                       &is_chair, error))
    return FALSE;

  if (!is_chair)
    return ts_rule_refuse (error, _("Only the chair of the panel opens sealed scores before everybody has sealed."));

  return ts_row_require (opening, TS_REVIEW_OPENING_REASON, _("Say why the scores are opened before everybody has sealed."), error);
}

/**
 * ts_review_check_decision:
 * @source: how to look up what is kept before the change
 * @data: handed to the functions of @source
 * @action: what was decided about a conflict
 * @error: where to put %TS_RULE_ERROR_INVALID, or what @source failed with
 *
 * Anybody may note that somebody leaves, or stays without scoring. A conflict is cleared by a chair of the assessment's round.
 *
 * Returns: whether it can be decided so
 */
gboolean
ts_review_check_decision (const TsLockSource  *source,
                          gpointer             data,
                          const TsRow         *action,
                          GError             **error)
{
  const Reader reader = { source, data };
  TsConflictState decision;
  gboolean is_chair;

  if (!ts_conflict_action_check_row (action, error))
    return FALSE;

  if (!ts_conflict_state_from_name (ts_row_get_text (action, TS_CONFLICT_ACTION_DECISION), &decision) || decision != TS_CONFLICT_CLEARED)
    return TRUE;

  if (!check_is_chair (&reader, ts_row_get_text (action, TS_CONFLICT_ACTION_ASSESSMENT), ts_row_get_text (action, TS_CONFLICT_ACTION_DECIDED_BY), TRUE,
                       &is_chair, error))
    return FALSE;

  return is_chair || ts_rule_refuse (error, _("Only the chair of a panel of the round clears a conflict. Others can note that somebody leaves, or stays without scoring."));
}
