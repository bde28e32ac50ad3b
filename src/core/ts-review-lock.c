/* ts-review-lock.c — what a review holds fast
 *
 * The part of the guard at the one door that stands over reviewers' scores: none is written by whoever has a conflict, none that is sealed is
 * changed, and none is begun after the scores were opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-review-lock.h"

#include "core/ts-error.h"
#include "core/ts-person.h"
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
