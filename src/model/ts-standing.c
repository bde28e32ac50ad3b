/* ts-standing.c — how an assessment stands before its board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-standing.h"

#include "core/ts-error.h"
#include "core/ts-sign-off.h"
#include "core/ts-submission.h"
#include "model/ts-assessment-snapshot.h"
#include "model/ts-past.h"
#include "model/ts-session-private.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>

void
ts_standing_free (TsStanding *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->state, ts_assessment_state_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->sign_offs, g_ptr_array_unref);
  g_free (self->hash);
  g_free (self);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(TsRow *const *) a, TS_SIGN_OFF_POSITION);
  gint64 second = ts_row_get_integer (*(TsRow *const *) b, TS_SIGN_OFF_POSITION);

  return first < second ? -1 : first > second;
}

static gboolean
read_rows (TsWorkplace  *workplace,
           TsEntity      entity,
           guint         field,
           const char   *id,
           gint64        as_of,
           GPtrArray   **rows,
           GError      **error)
{
  *rows = ts_past_read_rows (workplace, entity, field, id, as_of, error);

  return *rows != NULL;
}

/**
 * ts_standing_read:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment's row id
 * @as_of: the change after which it is wanted as it stood, or 0 for now
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): how the assessment stands
 */
TsStanding *
ts_standing_read (TsWorkplace  *workplace,
                  const char   *assessment_id,
                  gint64        as_of,
                  GError      **error)
{
  g_autoptr (TsStanding) self = g_new0 (TsStanding, 1);
  g_autoptr (TsAssessmentSnapshot) snapshot = ts_assessment_snapshot_read (workplace, assessment_id, as_of, error);
  g_autoptr (TsRow) framework = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GPtrArray) values = NULL;
  TsSubmission submission = { 0 };
  const TsRow *assessment;
  const char *organisation_id;

  if (snapshot == NULL)
    return NULL;

  self->state = ts_assessment_state_ref (snapshot->state);
  assessment = ts_assessment_state_get_assessment (self->state);
  organisation_id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
  framework = ts_workbook_read_row (workplace->workbook, TS_ENTITY_FRAMEWORK, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), error);

  if (framework == NULL ||
      !read_rows (workplace, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, as_of, &ratings, error) ||
      !read_rows (workplace, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, as_of, &targets, error) ||
      !read_rows (workplace, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id, as_of, &links, error) ||
      !read_rows (workplace, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, organisation_id, as_of, &outcomes, error) ||
      !read_rows (workplace, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ORGANISATION, organisation_id, as_of, &values, error) ||
      !read_rows (workplace, TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_ASSESSMENT, assessment_id, as_of, &self->sign_offs, error))
    return NULL;

  submission = (TsSubmission) {
    .assessment = assessment,
    .framework = framework,
    .ratings = ratings,
    .targets = targets,
    .links = links,
    .evidence = snapshot->evidence,
    .outcomes = outcomes,
    .values = values,
  };
  self->hash = ts_submission_hash (&submission);
  self->checks = ts_checklist_make (self->state, outcomes, values);
  g_ptr_array_sort (self->sign_offs, compare_positions);

  return g_steal_pointer (&self);
}

/**
 * ts_standing_get_stage:
 * @self: how an assessment stands
 * @stage: (out): its stage
 *
 * Returns: whether the stage is one that this version knows
 */
gboolean
ts_standing_get_stage (const TsStanding *self,
                       TsStage          *stage)
{
  g_return_val_if_fail (self != NULL && stage != NULL, FALSE);

  return ts_stage_from_name (ts_row_get_text (ts_assessment_state_get_assessment (self->state), TS_ASSESSMENT_STAGE), stage);
}

/**
 * ts_standing_find_approval:
 * @self: how an assessment stands
 *
 * Returns: (transfer none) (nullable): the record of the board's approval that holds now, %NULL where there is none or it was reopened since
 */
const TsRow *
ts_standing_find_approval (const TsStanding *self)
{
  const TsRow *approval = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sign_offs->len; i++)
    {
      const TsRow *record = g_ptr_array_index (self->sign_offs, i);
      const char *to = ts_row_get_text (record, TS_SIGN_OFF_TO_STAGE);

      if (g_str_equal (to, ts_stage_get_name (TS_STAGE_DRAFT)))
        approval = NULL;
      else if (g_str_equal (ts_row_get_text (record, TS_SIGN_OFF_FROM_STAGE), ts_stage_get_name (TS_STAGE_DRAFT)))
        approval = record;
    }

  return approval;
}

typedef struct
{
  char *assessment_id;
  gint64 as_of;
} ReadRequest;

static void
read_request_free (gpointer data)
{
  ReadRequest *request = data;

  g_free (request->assessment_id);
  g_free (request);
}

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ReadRequest *request = data;

  return ts_standing_read (workplace, request->assessment_id, request->as_of, error);
}

/**
 * ts_session_read_standing_async:
 * @self: a session
 * @assessment_id: an assessment
 * @as_of: the change after which it is wanted as it stood, or 0 for now
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_read_standing_async (TsSession           *self,
                                const char          *assessment_id,
                                gint64               as_of,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  ReadRequest *request;

  g_return_if_fail (assessment_id != NULL);

  request = g_new (ReadRequest, 1);
  *request = (ReadRequest) { g_strdup (assessment_id), as_of };
  ts_session_read_async (self, read_run, request, read_request_free, (GDestroyNotify) ts_standing_free, cancellable, callback, user_data);
}

/**
 * ts_session_read_standing_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): how the assessment stands
 */
TsStanding *
ts_session_read_standing_finish (TsSession     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *assessment_id;
  TsStage to;
  char *name;
  char *role;
  char *meeting;
  char *day;
  char *reason;
} MoveRequest;

static void
move_request_free (gpointer data)
{
  MoveRequest *request = data;

  g_free (request->assessment_id);
  g_free (request->name);
  g_free (request->role);
  g_free (request->meeting);
  g_free (request->day);
  g_free (request->reason);
  g_free (request);
}

/* What is signed is what is kept at this moment, read on the thread that writes. */
static TsChange *
move_stage (TsWorkplace  *workplace,
            gpointer      data,
            GError      **error)
{
  MoveRequest *request = data;
  g_autoptr (TsStanding) standing = ts_standing_read (workplace, request->assessment_id, 0, error);
  g_autoptr (TsReviewState) review = NULL;
  TsSignOffRequest sign_off = { 0 };

  if (standing == NULL || (review = ts_workbook_read_review_state (workplace->workbook, request->assessment_id, error)) == NULL)
    return NULL;

  /* Whoever may not see all of the submission cannot put their name, and its hash, to it. */
  if (!ts_sight_lets_in (ts_review_state_get_sight (review)))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                           _("You have a conflict of interest with this assessment, so somebody else moves it on."));
      return NULL;
    }

  sign_off = (TsSignOffRequest) {
    .name = request->name,
    .role = request->role,
    .meeting = request->meeting,
    .day = request->day,
    .reason = request->reason,
    .hash = standing->hash,
    .n_rated = ts_checklist_count_rated (standing->state),
    .n_open = ts_checklist_count_open (standing->checks),
    .n_unsealed = ts_sight_count_awaited (ts_review_state_get_sight (review)),
  };

  return ts_change_move_stage (ts_assessment_state_get_assessment (standing->state), standing->sign_offs, request->to, &sign_off, error);
}

/**
 * ts_session_move_stage_async:
 * @self: a session
 * @assessment_id: an assessment
 * @to: the stage to move to
 * @name: who decided it
 * @role: (nullable): in which role
 * @meeting: (nullable): in which meeting
 * @day: on which day, as ISO 8601 writes it
 * @reason: (nullable): why it is reopened, or why it goes on although something is open
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_move_stage_async (TsSession           *self,
                             const char          *assessment_id,
                             TsStage              to,
                             const char          *name,
                             const char          *role,
                             const char          *meeting,
                             const char          *day,
                             const char          *reason,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  MoveRequest *request = g_new (MoveRequest, 1);

  g_return_if_fail (assessment_id != NULL && name != NULL && day != NULL);

  *request = (MoveRequest) {
    g_strdup (assessment_id),
    to,
    g_strdup (name),
    g_strdup (role),
    g_strdup (meeting),
    g_strdup (day),
    g_strdup (reason),
  };
  ts_session_change_async (self, move_stage, request, move_request_free, callback, user_data);
}
