/* ts-session-review.c — scoring, sealing, judging at the desk, agreeing and adjusting
 *
 * Each request is turned into a change on the writing thread, by the rules, from the rows as they are kept at that moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-review.h"

#include "core/ts-agenda.h"
#include "core/ts-error.h"
#include "core/ts-person.h"
#include "core/ts-rate.h"
#include "core/ts-seal.h"
#include "core/ts-text.h"
#include "model/ts-review-request-private.h"
#include "model/ts-review-sight.h"
#include "model/ts-workplace.h"

#include <glib/gi18n-lib.h>

/* What most requests need: the assessment, and the rating that they speak of. */
typedef struct
{
  TsRow *assessment;
  TsFramework *framework;
  TsRow *rating;
} Kept;

static void
kept_clear (Kept *kept)
{
  g_clear_pointer (&kept->assessment, ts_row_unref);
  g_clear_pointer (&kept->framework, ts_framework_unref);
  g_clear_pointer (&kept->rating, ts_row_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

static gboolean
read_rating (TsWorkplace            *workplace,
             const TsReviewRequest  *request,
             TsLayer                 layer,
             const char             *assessor,
             TsRow                 **rating,
             GError                **error)
{
  g_autofree char *id = ts_rating_row_id (request->assessment_id, request->node_id, layer, assessor);

  return ts_workplace_read_optional_row (workplace, TS_ENTITY_RATING, id, rating, error);
}

static gboolean
read_kept (TsWorkplace            *workplace,
           const TsReviewRequest  *request,
           TsLayer                 layer,
           const char             *assessor,
           Kept                   *kept,
           GError                **error)
{
  return ts_workplace_read_assessment (workplace, request->assessment_id, &kept->assessment, &kept->framework, error) &&
         (request->node_id == NULL || read_rating (workplace, request, layer, assessor, &kept->rating, error));
}

static TsScore
score_of (const TsRow *rating)
{
  if (rating == NULL)
    return (TsScore) { 0 };

  return (TsScore) {
    (int) ts_row_get_integer (rating, TS_RATING_LEVEL),
    ts_confidence_from_name (ts_row_get_text (rating, TS_RATING_CONFIDENCE)),
    ts_row_get_text (rating, TS_RATING_RATIONALE),
    ts_row_get_text (rating, TS_RATING_STRENGTHS),
    ts_row_get_text (rating, TS_RATING_DEVELOPMENT),
  };
}

static TsChange *
score (TsWorkplace  *workplace,
       gpointer      data,
       GError      **error)
{
  TsReviewRequest *request = data;
  TsScoreFields fields = (TsScoreFields) request->choice;
  g_auto (Kept) kept = { 0 };
  g_autoptr (TsReviewSight) sight = NULL;
  const TsReviewer *reviewer;
  TsScore said;

  if (!read_kept (workplace, request, TS_LAYER_REVIEWER, request->worker, &kept, error))
    return NULL;

  sight = ts_review_sight_read (workplace, kept.assessment, request->worker, error);

  if (sight == NULL)
    return NULL;

  said = score_of (kept.rating);

  if (fields & TS_SCORE_LEVEL)
    said.level = request->number;

  if (fields & TS_SCORE_CONFIDENCE)
    said.confidence = ts_confidence_from_name (request->texts[0]);

  if (fields & TS_SCORE_RATIONALE)
    said.rationale = request->texts[1];

  if (fields & TS_SCORE_STRENGTHS)
    said.strengths = request->texts[2];

  if (fields & TS_SCORE_DEVELOPMENT)
    said.development = request->texts[3];

  reviewer = ts_review_sight_find (sight, request->worker);

  return ts_change_score (kept.assessment, kept.framework, request->node_id, request->worker, kept.rating,
                          reviewer != NULL ? reviewer->conflict : TS_CONFLICT_NONE, g_hash_table_lookup (sight->seals, request->worker),
                          sight->opening, &said, error);
}

/**
 * ts_session_score_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion
 * @fields: what of the score is said
 * @said: what is said
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Whoever works scores.
 */
void
ts_session_score_async (TsSession           *self,
                        const char          *assessment_id,
                        const char          *node_id,
                        TsScoreFields        fields,
                        const TsScore       *said,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL && said != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, NULL);
  request->choice = (int) fields;
  request->number = said->level;
  request->texts[0] = g_strdup (ts_confidence_get_name (said->confidence));
  request->texts[1] = g_strdup (said->rationale);
  request->texts[2] = g_strdup (said->strengths);
  request->texts[3] = g_strdup (said->development);
  ts_review_request_send (request, self, score, callback, user_data);
}

/* Sealing and opening */

static gboolean
count_scored (TsWorkplace            *workplace,
              const TsReviewRequest  *request,
              guint                  *n_scored,
              GError                **error)
{
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT,
                                                         request->assessment_id, error);

  *n_scored = 0;

  for (guint i = 0; ratings != NULL && i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);

      *n_scored += ts_row_has (rating, TS_RATING_LEVEL) &&
                   g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) == 0 &&
                   g_strcmp0 (ts_row_get_text (rating, TS_RATING_ASSESSOR), request->worker) == 0;
    }

  return ratings != NULL;
}

/* Which of the three it is, the request's choice says. */
enum
{
  SEAL,
  UNSEAL,
  OPEN_EARLY,
};

static TsChange *
seal (TsWorkplace  *workplace,
      gpointer      data,
      GError      **error)
{
  TsReviewRequest *request = data;
  g_auto (Kept) kept = { 0 };
  g_autoptr (TsReviewSight) sight = NULL;
  TsRow *kept_seal;
  guint n_scored;

  if (!read_kept (workplace, request, TS_LAYER_REVIEWER, request->worker, &kept, error))
    return NULL;

  sight = ts_review_sight_read (workplace, kept.assessment, request->worker, error);

  if (sight == NULL)
    return NULL;

  kept_seal = g_hash_table_lookup (sight->seals, request->worker);

  switch (request->choice)
    {
    case SEAL:
      return count_scored (workplace, request, &n_scored, error)
               ? ts_change_seal (kept.assessment, request->worker, kept_seal, n_scored, request->today, error)
               : NULL;

    case UNSEAL:
      return ts_change_unseal (kept.assessment, kept_seal, request->texts[0], request->today, error);

    case OPEN_EARLY:
    default:
      return ts_change_open_early (kept.assessment, sight->opening, &sight->sight, request->worker,
                                   ts_review_sight_is_chair (sight, request->worker), request->texts[0], request->today, error);
    }
}

static void
ask_for_seal (TsSession           *self,
              const char          *assessment_id,
              int                  choice,
              const char          *reason,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  TsReviewRequest *request = ts_review_request_new (self, assessment_id, NULL, NULL);

  request->choice = choice;
  request->texts[0] = g_strdup (reason);
  ts_review_request_send (request, self, seal, callback, user_data);
}

/**
 * ts_session_seal_async:
 * @self: a session
 * @assessment_id: an assessment
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Seals the scores of whoever works.
 */
void
ts_session_seal_async (TsSession           *self,
                       const char          *assessment_id,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (assessment_id != NULL);

  ask_for_seal (self, assessment_id, SEAL, NULL, callback, user_data);
}

/**
 * ts_session_unseal_async:
 * @self: a session
 * @assessment_id: an assessment
 * @reason: why the scores are opened again
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_unseal_async (TsSession           *self,
                         const char          *assessment_id,
                         const char          *reason,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (assessment_id != NULL && reason != NULL);

  ask_for_seal (self, assessment_id, UNSEAL, reason, callback, user_data);
}

/**
 * ts_session_open_early_async:
 * @self: a session
 * @assessment_id: an assessment
 * @reason: why not everybody is waited for
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Opens the sealed scores; only for the chair.
 */
void
ts_session_open_early_async (TsSession           *self,
                             const char          *assessment_id,
                             const char          *reason,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (assessment_id != NULL && reason != NULL);

  ask_for_seal (self, assessment_id, OPEN_EARLY, reason, callback, user_data);
}

/* The other layers */

static TsChange *
judge_at_desk (TsWorkplace  *workplace,
               gpointer      data,
               GError      **error)
{
  TsReviewRequest *request = data;
  g_auto (Kept) kept = { 0 };
  int level;
  const char *note;

  if (!read_kept (workplace, request, TS_LAYER_DESK, "", &kept, error))
    return NULL;

  level = request->number >= 0 || kept.rating == NULL ? MAX (0, request->number) : (int) ts_row_get_integer (kept.rating, TS_RATING_LEVEL);
  note = request->texts[0] != NULL || kept.rating == NULL ? request->texts[0] : ts_row_get_text (kept.rating, TS_RATING_RATIONALE);

  return ts_change_judge_at_desk (kept.assessment, kept.framework, request->node_id, kept.rating, level, note, error);
}

/**
 * ts_session_judge_at_desk_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion
 * @level: the level that the analyst finds, 0 for none, -1 to leave it as it is
 * @note: (nullable): why; %NULL leaves it as it is
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_judge_at_desk_async (TsSession           *self,
                                const char          *assessment_id,
                                const char          *node_id,
                                int                  level,
                                const char          *note,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, NULL);
  request->number = level;
  request->texts[0] = g_strdup (note);
  ts_review_request_send (request, self, judge_at_desk, callback, user_data);
}

static gboolean
find_median (TsWorkplace            *workplace,
             const TsReviewRequest  *request,
             const TsReviewSight    *sight,
             double                 *median,
             GError                **error)
{
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT,
                                                         request->assessment_id, error);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; ratings != NULL && i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);
      int level = (int) ts_row_get_integer (rating, TS_RATING_LEVEL);

      if (level > 0 && g_strcmp0 (ts_row_get_text (rating, TS_RATING_NODE), request->node_id) == 0 &&
          g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) == 0 &&
          ts_sight_counts (&sight->sight, ts_row_get_text (rating, TS_RATING_ASSESSOR)))
        g_array_append_val (levels, level);
    }

  *median = ts_median ((const int *) (void *) levels->data, levels->len);

  return ratings != NULL;
}

static TsChange *
agree (TsWorkplace  *workplace,
       gpointer      data,
       GError      **error)
{
  TsReviewRequest *request = data;
  g_auto (Kept) kept = { 0 };
  g_autoptr (TsReviewSight) sight = NULL;
  double median;

  if (!read_kept (workplace, request, TS_LAYER_PANEL, "", &kept, error))
    return NULL;

  sight = ts_review_sight_read (workplace, kept.assessment, request->worker, error);

  if (sight == NULL)
    return NULL;

  if (!ts_sight_is_open (&sight->sight))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                           _("Not everybody has sealed their scores, so the panel cannot agree a level yet. Nothing was changed."));
      return NULL;
    }

  if (!find_median (workplace, request, sight, &median, error))
    return NULL;

  return ts_change_agree (kept.assessment, kept.framework, request->node_id, kept.rating, median, request->number, request->texts[0], error);
}

/**
 * ts_session_agree_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion
 * @level: the level that the panel agrees; 0 takes it back
 * @reason: (nullable): why; needed where the level is not the median
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_agree_async (TsSession           *self,
                        const char          *assessment_id,
                        const char          *node_id,
                        int                  level,
                        const char          *reason,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, NULL);
  request->number = level;
  request->texts[0] = g_strdup (reason);
  ts_review_request_send (request, self, agree, callback, user_data);
}

static TsChange *
dissent (TsWorkplace  *workplace,
         gpointer      data,
         GError      **error)
{
  TsReviewRequest *request = data;
  g_autofree char *name = ts_text_clean (request->texts[0], -1, TS_TEXT_LINE);
  g_autofree char *person_id = ts_person_derive_id (name);
  g_autofree char *id = ts_dissent_row_id (request->assessment_id, request->node_id, person_id);
  g_auto (Kept) kept = { 0 };
  g_autoptr (TsRow) kept_dissent = NULL;
  g_autoptr (TsRow) person = NULL;

  if (!read_kept (workplace, request, TS_LAYER_PANEL, "", &kept, error) ||
      !ts_workplace_read_optional_row (workplace, TS_ENTITY_DISSENT, id, &kept_dissent, error) ||
      !ts_workplace_read_optional_row (workplace, TS_ENTITY_PERSON, person_id, &person, error))
    return NULL;

  return ts_change_dissent (kept.assessment, kept.framework, request->node_id, kept_dissent, person, name, request->number,
                            request->texts[1], error);
}

/**
 * ts_session_dissent_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion
 * @name: who does not agree
 * @level: the level that they would give, 0 for none
 * @note: (nullable): why; without level and note, the dissent is taken back
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_dissent_async (TsSession           *self,
                          const char          *assessment_id,
                          const char          *node_id,
                          const char          *name,
                          int                  level,
                          const char          *note,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL && name != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, NULL);
  request->number = level;
  request->texts[0] = g_strdup (name);
  request->texts[1] = g_strdup (note);
  ts_review_request_send (request, self, dissent, callback, user_data);
}

static TsChange *
adjust (TsWorkplace  *workplace,
        gpointer      data,
        GError      **error)
{
  TsReviewRequest *request = data;
  g_auto (Kept) kept = { 0 };
  g_autoptr (TsRow) panel = NULL;

  if (!read_kept (workplace, request, TS_LAYER_FINAL, "", &kept, error) ||
      !read_rating (workplace, request, TS_LAYER_PANEL, "", &panel, error))
    return NULL;

  return ts_change_adjust (kept.assessment, kept.framework, request->node_id, kept.rating,
                           panel != NULL ? (int) ts_row_get_integer (panel, TS_RATING_LEVEL) : 0, request->number, request->texts[0], error);
}

/**
 * ts_session_adjust_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion
 * @level: the level after calibration; 0 takes it back
 * @reason: (nullable): why; needed where it is not the panel's
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_adjust_async (TsSession           *self,
                         const char          *assessment_id,
                         const char          *node_id,
                         int                  level,
                         const char          *reason,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, NULL);
  request->number = level;
  request->texts[0] = g_strdup (reason);
  ts_review_request_send (request, self, adjust, callback, user_data);
}
