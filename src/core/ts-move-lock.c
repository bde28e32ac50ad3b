/* ts-move-lock.c — what must hold before a review moves on
 *
 * The part of the guard at the one door that stands over the stages of a review:
 *
 * - to the panel, when a panel has the assessment;
 * - to moderated, when everybody who scores has sealed, or the chair has opened the scores; when each level of the panel that is not the median of the
 *   scores has a reason; and when everything that was scored has a level of the panel;
 * - to final, when each level that calibration has set has a reason, and the organisation has been shown the text and has answered each line.
 *
 * Before it is moderated, a panel that has the assessment sets no level while it waits for scores.
 *
 * What is only missing can be gone on without, for a reason that the record of the move keeps. Independent scores and reasons for what was changed
 * cannot. It goes by what is kept before the change, so nothing can be put right in the change that moves the stage. An assessment that nobody reviews
 * here, which is in no round and on no panel and has no scores, moves as its board or its authority says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-move-lock.h"

#include "core/ts-agenda.h"
#include "core/ts-error.h"
#include "core/ts-layer.h"
#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-review-lock.h"
#include "core/ts-row-edit.h"
#include "core/ts-seal.h"
#include "core/ts-sight.h"
#include "core/ts-sign-off.h"
#include "core/ts-stage.h"

#include <glib/gi18n-lib.h>

/* How many criteria a message names. */
#define MOST_NAMED 5

typedef struct
{
  const TsLockSource *source;
  gpointer data;
  const TsRow *assessment;
  GPtrArray *ratings;  /* of the assessment */
  GPtrArray *assigned; /* which panels have it */
  gboolean is_in_round;
} Facts;

static void
facts_clear (Facts *self)
{
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_clear_pointer (&self->assigned, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static gboolean
find_row (const TsLockSource  *source,
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

static gboolean
is_of_layer (const TsRow *rating,
             TsLayer      layer)
{
  return g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (layer)) == 0;
}

/* What was carried forward and not confirmed says nothing yet. */
static int
get_level (const TsRow *rating)
{
  return ts_row_has (rating, TS_RATING_CARRIED) ? 0 : (int) ts_row_get_integer (rating, TS_RATING_LEVEL);
}

static gboolean
read_facts (const TsLockSource  *source,
            gpointer             data,
            const TsRow         *assessment,
            Facts               *facts,
            GError             **error)
{
  const char *id = ts_row_get_id (assessment);
  g_autoptr (GPtrArray) rounds = source->list (data, TS_ENTITY_ROUND_ASSESSMENT, TS_ROUND_ASSESSMENT_ASSESSMENT, id, error);

  if (rounds == NULL)
    return FALSE;

  facts->source = source;
  facts->data = data;
  facts->assessment = assessment;
  facts->is_in_round = rounds->len > 0;
  facts->assigned = source->list (data, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_ASSESSMENT, id, error);

  if (facts->assigned == NULL)
    return FALSE;

  facts->ratings = source->list (data, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, id, error);

  return facts->ratings != NULL;
}

static gboolean
is_reviewed (const Facts *facts)
{
  if (facts->is_in_round || facts->assigned->len > 0)
    return TRUE;

  for (guint i = 0; i < facts->ratings->len; i++)
    {
      if (is_of_layer (g_ptr_array_index (facts->ratings, i), TS_LAYER_REVIEWER))
        return TRUE;
    }

  return FALSE;
}

/* --- Names of criteria ------------------------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_names (GPtrArray *nodes)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (nodes, compare_names);

  for (guint i = 0; i < nodes->len && i < MOST_NAMED; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (nodes, i));

  if (nodes->len > MOST_NAMED)
    g_string_append (text, ", …");

  return g_string_free (text, FALSE);
}

/* --- Who has sealed ---------------------------------------------------------------------------------------------------- */

static TsReviewer *
get_reviewer (GArray     *reviewers,
              const char *name)
{
  TsReviewer reviewer = { .assessor = name };

  for (guint i = 0; i < reviewers->len; i++)
    {
      TsReviewer *known = &g_array_index (reviewers, TsReviewer, i);

      if (g_str_equal (known->assessor, name))
        return known;
    }

  g_array_append_val (reviewers, reviewer);

  return &g_array_index (reviewers, TsReviewer, reviewers->len - 1);
}

/* The names belong to the rows, which @people keeps. */
static gboolean
add_members (const Facts  *facts,
             GArray       *reviewers,
             GPtrArray    *people,
             GError      **error)
{
  for (guint i = 0; i < facts->assigned->len; i++)
    {
      const char *panel_id = ts_row_get_text (g_ptr_array_index (facts->assigned, i), TS_PANEL_ASSESSMENT_PANEL);
      g_autoptr (GPtrArray) members = facts->source->list (facts->data, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL, panel_id, error);

      if (members == NULL)
        return FALSE;

      for (guint j = 0; j < members->len; j++)
        {
          const TsRow *member = g_ptr_array_index (members, j);
          TsRow *person;

          if (!find_row (facts->source, facts->data, TS_ENTITY_PERSON, ts_row_get_text (member, TS_PANEL_MEMBER_PERSON), &person, error))
            return FALSE;

          if (person == NULL)
            continue;

          g_ptr_array_add (people, person);

          if (ts_panel_role_scores (ts_row_get_text (member, TS_PANEL_MEMBER_ROLE)))
            get_reviewer (reviewers, ts_row_get_text (person, TS_PERSON_NAME))->is_member = TRUE;
        }
    }

  return TRUE;
}

/* Who scores the assessment, whether they may, and whether they have sealed. */
static gboolean
read_reviewers (const Facts  *facts,
                GArray       *reviewers,
                GPtrArray    *people,
                gboolean     *opened,
                GError      **error)
{
  g_autofree char *opening_id = ts_opening_row_id (ts_row_get_id (facts->assessment));
  g_autoptr (TsRow) opening = NULL;

  if (!add_members (facts, reviewers, people, error) ||
      !find_row (facts->source, facts->data, TS_ENTITY_REVIEW_OPENING, opening_id, &opening, error))
    return FALSE;

  *opened = opening != NULL;

  for (guint i = 0; i < facts->ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (facts->ratings, i);

      if (is_of_layer (rating, TS_LAYER_REVIEWER))
        get_reviewer (reviewers, ts_row_get_text (rating, TS_RATING_ASSESSOR))->has_scored = TRUE;
    }

  for (guint i = 0; i < reviewers->len; i++)
    {
      TsReviewer *reviewer = &g_array_index (reviewers, TsReviewer, i);
      g_autofree char *seal_id = ts_seal_row_id (ts_row_get_id (facts->assessment), reviewer->assessor);
      g_autofree char *person_id = ts_person_derive_id (reviewer->assessor);
      g_autoptr (TsRow) seal = NULL;

      if (!find_row (facts->source, facts->data, TS_ENTITY_REVIEW_SEAL, seal_id, &seal, error) ||
          !ts_review_find_conflict (facts->source, facts->data, facts->assessment, person_id, &reviewer->conflict, error))
        return FALSE;

      reviewer->is_sealed = ts_seal_is_sealed (seal);
    }

  return TRUE;
}

/* --- The panel's levels ------------------------------------------------------------------------------------------------ */

static double
find_median (const Facts   *facts,
             const TsSight *sight,
             const char    *node_id)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < facts->ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (facts->ratings, i);
      int level = get_level (rating);

      if (level > 0 && is_of_layer (rating, TS_LAYER_REVIEWER) && g_strcmp0 (ts_row_get_text (rating, TS_RATING_NODE), node_id) == 0 &&
          ts_sight_counts (sight, ts_row_get_text (rating, TS_RATING_ASSESSOR)))
        g_array_append_val (levels, level);
    }

  return ts_median ((const int *) (void *) levels->data, levels->len);
}

static gboolean
check_levels (const Facts    *facts,
              const TsSight  *sight,
              gboolean        has_reason,
              GError        **error)
{
  g_autoptr (GHashTable) agreed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) missed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GPtrArray) unexplained = g_ptr_array_new ();

  for (guint i = 0; i < facts->ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (facts->ratings, i);
      const char *node_id = ts_row_get_text (rating, TS_RATING_NODE);
      int level = get_level (rating);

      if (level == 0 || !is_of_layer (rating, TS_LAYER_PANEL))
        continue;

      g_hash_table_add (agreed, (char *) node_id);

      if (!ts_row_has (rating, TS_RATING_RATIONALE) && ts_median_needs_reason (find_median (facts, sight, node_id), level))
        g_ptr_array_add (unexplained, (char *) node_id);
    }

  for (guint i = 0; i < facts->ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (facts->ratings, i);
      const char *node_id = ts_row_get_text (rating, TS_RATING_NODE);

      if (get_level (rating) > 0 && !is_of_layer (rating, TS_LAYER_FINAL) && !g_hash_table_contains (agreed, node_id) &&
          g_hash_table_add (missed, (char *) node_id))
        g_ptr_array_add (missing, (char *) node_id);
    }

  if (unexplained->len > 0)
    {
      g_autofree char *names = join_names (unexplained);

      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   /* Translators: the number and the names of criteria */
                   g_dngettext (GETTEXT_PACKAGE,
                                "The panel’s level of %u criterion (%s) is not the median of the scores, and nobody has said why. Say it there first.",
                                "The panel’s levels of %u criteria (%s) are not the medians of the scores, and nobody has said why. Say it there first.",
                                unexplained->len),
                   unexplained->len, names);
      return FALSE;
    }

  if (missing->len > 0 && !has_reason)
    {
      g_autofree char *names = join_names (missing);

      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   /* Translators: the number and the names of criteria */
                   g_dngettext (GETTEXT_PACKAGE, "The panel has agreed no level of %u criterion (%s). Agree it, or say why it goes on without.",
                                "The panel has agreed no level of %u criteria (%s). Agree them, or say why it goes on without.", missing->len),
                   missing->len, names);
      return FALSE;
    }

  return TRUE;
}

/* --- The three moves ---------------------------------------------------------------------------------------------------- */

static gboolean
check_to_moderated (const Facts  *facts,
                    gboolean      has_reason,
                    GError      **error)
{
  g_autoptr (GArray) reviewers = g_array_new (FALSE, TRUE, sizeof (TsReviewer));
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  gboolean opened = FALSE;
  TsSight sight;

  if (!read_reviewers (facts, reviewers, people, &opened, error))
    return FALSE;

  sight = (TsSight) { NULL, (const TsReviewer *) (void *) reviewers->data, reviewers->len, opened, FALSE };

  return ts_sign_off_check_sealed (ts_sight_count_awaited (&sight), error) && check_levels (facts, &sight, has_reason, error);
}

static gboolean
check_to_final (const Facts  *facts,
                gboolean      has_reason,
                GError      **error)
{
  g_autoptr (GPtrArray) unexplained = g_ptr_array_new ();
  g_autoptr (GPtrArray) replies = NULL;
  guint n_waiting = 0;

  for (guint i = 0; i < facts->ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (facts->ratings, i);

      if (get_level (rating) > 0 && is_of_layer (rating, TS_LAYER_FINAL) && !ts_row_has (rating, TS_RATING_RATIONALE))
        g_ptr_array_add (unexplained, (char *) ts_row_get_text (rating, TS_RATING_NODE));
    }

  if (unexplained->len > 0)
    {
      g_autofree char *names = join_names (unexplained);

      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   /* Translators: the number and the names of criteria */
                   g_dngettext (GETTEXT_PACKAGE, "The final level of %u criterion (%s) was set without a reason. Say it there first.",
                                "The final levels of %u criteria (%s) were set without a reason. Say it there first.", unexplained->len),
                   unexplained->len, names);
      return FALSE;
    }

  if (has_reason)
    return TRUE;

  replies = facts->source->list (facts->data, TS_ENTITY_REPLY, TS_REPLY_ASSESSMENT, ts_row_get_id (facts->assessment), error);

  if (replies == NULL)
    return FALSE;

  if (replies->len == 0)
    return ts_rule_refuse (error, _("The organisation has been shown nothing yet to reply to. Put it up for reply, or say why it goes on without."));

  for (guint i = 0; i < replies->len; i++)
    {
      const TsRow *reply = g_ptr_array_index (replies, i);

      n_waiting += !ts_row_has (reply, TS_REPLY_ANSWER) && !ts_row_has (reply, TS_REPLY_RESPONSE);
    }

  if (n_waiting == 0)
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "The organisation has not answered %u passage. Wait, or say why it goes on without.",
                            "The organisation has not answered %u passages. Wait, or say why it goes on without.", n_waiting),
               n_waiting);

  return FALSE;
}

/**
 * ts_move_check_panel_level:
 * @source: how to look up what is kept before the change
 * @data: handed to the functions of @source
 * @assessment: an assessment's row
 * @error: where to put %TS_RULE_ERROR_LOCKED, or what @source failed with
 *
 * A panel agrees its levels over scores that were made independently: not before everybody has sealed who scores, or the chair has opened the scores.
 * Levels of an assessment that no panel here has, such as published results of an earlier year, wait for nobody.
 *
 * Returns: whether a level of the panel may be set
 */
gboolean
ts_move_check_panel_level (const TsLockSource  *source,
                           gpointer             data,
                           const TsRow         *assessment,
                           GError             **error)
{
  g_auto (Facts) facts = { 0 };
  g_autoptr (GArray) reviewers = g_array_new (FALSE, TRUE, sizeof (TsReviewer));
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsRow) organisation = NULL;
  const char *organisation_id;
  gboolean opened = FALSE;
  guint n_awaited;
  TsSight sight;

  g_return_val_if_fail (source != NULL && assessment != NULL, FALSE);

  if (!read_facts (source, data, assessment, &facts, error))
    return FALSE;

  if (facts.assigned->len == 0)
    return TRUE;

  if (!read_reviewers (&facts, reviewers, people, &opened, error))
    return FALSE;

  sight = (TsSight) { NULL, (const TsReviewer *) (void *) reviewers->data, reviewers->len, opened, FALSE };
  n_awaited = ts_sight_count_awaited (&sight);

  if (n_awaited == 0)
    return TRUE;

  organisation_id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);

  if (!find_row (source, data, TS_ENTITY_ORGANISATION, organisation_id, &organisation, error))
    return FALSE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
               /* Translators: a number of reviewers, and the code of an organisation */
               g_dngettext (GETTEXT_PACKAGE,
                            "%u reviewer of %s has not sealed yet, so its panel sets no level. Nothing was changed. Wait, or let the chair open the scores early and say why.",
                            "%u reviewers of %s have not sealed yet, so its panel sets no level. Nothing was changed. Wait, or let the chair open the scores early and say why.",
                            n_awaited),
               n_awaited, organisation != NULL ? ts_row_get_text (organisation, TS_ORGANISATION_CODE) : organisation_id);

  return FALSE;
}

/**
 * ts_move_check:
 * @source: how to look up what is kept before the change
 * @data: handed to the functions of @source
 * @assessment: an assessment's row, before the move
 * @sign_off: the record of the move
 * @error: where to put %TS_RULE_ERROR_INVALID, or what @source failed with
 *
 * Returns: whether the review is ready for the move. Going back it always is
 */
gboolean
ts_move_check (const TsLockSource  *source,
               gpointer             data,
               const TsRow         *assessment,
               const TsRow         *sign_off,
               GError             **error)
{
  g_auto (Facts) facts = { 0 };
  gboolean has_reason;
  TsStage from;
  TsStage to;

  g_return_val_if_fail (source != NULL && assessment != NULL && sign_off != NULL, FALSE);

  if (!ts_stage_from_name (ts_row_get_text (assessment, TS_ASSESSMENT_STAGE), &from) ||
      !ts_stage_from_name (ts_row_get_text (sign_off, TS_SIGN_OFF_TO_STAGE), &to) || to < from || to < TS_STAGE_PANEL || to > TS_STAGE_FINAL)
    return TRUE;

  if (!read_facts (source, data, assessment, &facts, error))
    return FALSE;

  if (!is_reviewed (&facts))
    return TRUE;

  has_reason = ts_row_has (sign_off, TS_SIGN_OFF_REASON);

  if (to == TS_STAGE_MODERATED)
    return check_to_moderated (&facts, has_reason, error);

  if (to == TS_STAGE_FINAL)
    return check_to_final (&facts, has_reason, error);

  return facts.assigned->len > 0 || has_reason ||
         ts_rule_refuse (error, _("No panel has this assessment yet. Assign it to one, or say why it goes on without."));
}
