/* ts-session-review-notes.c — what is written in a review: findings on evidence, enquiries, replies, the report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-review.h"

#include "model/ts-review-request-private.h"
#include "model/ts-workplace.h"

static TsChange *
review_evidence (TsWorkplace  *workplace,
                 gpointer      data,
                 GError      **error)
{
  TsReviewRequest *request = data;
  g_autofree char *id = ts_evidence_review_row_id (request->assessment_id, request->node_id, request->other);
  g_autoptr (TsRow) assessment = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ASSESSMENT, request->assessment_id, error);
  g_autoptr (TsRow) review = NULL;

  if (assessment == NULL || !ts_workplace_read_optional_row (workplace, TS_ENTITY_EVIDENCE_REVIEW, id, &review, error))
    return NULL;

  return ts_change_review_evidence (assessment, request->node_id, request->other, review, request->choice,
                                    request->texts[0] != NULL || review == NULL ? request->texts[0]
                                                                                : ts_row_get_text (review, TS_EVIDENCE_REVIEW_NOTE),
                                    error);
}

/**
 * ts_session_review_evidence_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: a criterion
 * @evidence_id: an item of evidence that is attached to it
 * @sufficiency: how far it carries the criterion
 * @note: (nullable): what was found; %NULL leaves it as it is
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_review_evidence_async (TsSession           *self,
                                  const char          *assessment_id,
                                  const char          *node_id,
                                  const char          *evidence_id,
                                  TsSufficiency        sufficiency,
                                  const char          *note,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL && evidence_id != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, NULL);
  request->other = g_strdup (evidence_id);
  request->choice = (int) sufficiency;
  request->texts[0] = g_strdup (note);
  ts_review_request_send (request, self, review_evidence, callback, user_data);
}

static TsChange *
enquire (TsWorkplace  *workplace,
         gpointer      data,
         GError      **error)
{
  TsReviewRequest *request = data;
  TsEnquiryNote note = { request->texts[0], request->texts[1], request->texts[2], request->texts[3], request->texts[4] };
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) enquiry = NULL;
  g_autoptr (GPtrArray) enquiries = NULL;

  if (!ts_workplace_read_assessment (workplace, request->assessment_id, &assessment, &framework, error) ||
      (request->id != NULL && (enquiry = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ENQUIRY, request->id, error)) == NULL))
    return NULL;

  enquiries = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ENQUIRY, TS_ENQUIRY_ASSESSMENT, request->assessment_id, error);

  if (enquiries == NULL)
    return NULL;

  if (enquiry == NULL && note.asked_by == NULL)
    note.asked_by = request->worker;

  return ts_change_enquire (assessment, framework, request->node_id, enquiry, enquiries, &note, error);
}

/**
 * ts_session_enquire_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: the criterion that it is about
 * @enquiry_id: (nullable): the line of enquiry, or %NULL for a new one
 * @note: what is asked and answered; without a question, it is removed
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_enquire_async (TsSession           *self,
                          const char          *assessment_id,
                          const char          *node_id,
                          const char          *enquiry_id,
                          const TsEnquiryNote *note,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && node_id != NULL && note != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, enquiry_id);
  request->texts[0] = g_strdup (note->question);
  request->texts[1] = g_strdup (note->addressee);
  request->texts[2] = g_strdup (note->asked_by);
  request->texts[3] = g_strdup (note->answer);
  request->texts[4] = g_strdup (note->answered);
  ts_review_request_send (request, self, enquire, callback, user_data);
}

static TsChange *
answer_enquiry (TsWorkplace  *workplace,
                gpointer      data,
                GError      **error)
{
  TsReviewRequest *request = data;
  g_autoptr (TsRow) enquiry = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ENQUIRY, request->id, error);
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (GPtrArray) enquiries = NULL;
  TsEnquiryNote note;

  if (enquiry == NULL ||
      !ts_workplace_read_assessment (workplace, ts_row_get_text (enquiry, TS_ENQUIRY_ASSESSMENT), &assessment, &framework, error))
    return NULL;

  enquiries = g_ptr_array_new ();
  note = (TsEnquiryNote) {
    ts_row_get_text (enquiry, TS_ENQUIRY_QUESTION),
    ts_row_get_text (enquiry, TS_ENQUIRY_ADDRESSEE),
    ts_row_get_text (enquiry, TS_ENQUIRY_ASKED_BY),
    request->texts[0],
    *request->texts[0] != '\0' ? request->texts[1] : NULL,
  };

  /* Correcting an answer does not change when it was given. */
  if (note.answered != NULL && ts_row_has (enquiry, TS_ENQUIRY_ANSWERED))
    note.answered = ts_row_get_text (enquiry, TS_ENQUIRY_ANSWERED);

  return ts_change_enquire (assessment, framework, ts_row_get_text (enquiry, TS_ENQUIRY_NODE), enquiry, enquiries, &note, error);
}

/**
 * ts_session_answer_enquiry_async:
 * @self: a session
 * @enquiry_id: a line of enquiry
 * @answer: what was answered just now; empty takes it back
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_answer_enquiry_async (TsSession           *self,
                                 const char          *enquiry_id,
                                 const char          *answer,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  TsReviewRequest *request;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_if_fail (enquiry_id != NULL && answer != NULL);

  request = ts_review_request_new (self, NULL, NULL, enquiry_id);
  request->texts[0] = g_strdup (answer);
  request->texts[1] = g_date_time_format (now, "%F %R");
  ts_review_request_send (request, self, answer_enquiry, callback, user_data);
}

static TsChange *
reply (TsWorkplace  *workplace,
       gpointer      data,
       GError      **error)
{
  TsReviewRequest *request = data;
  TsReplyNote note = { request->texts[0], request->texts[1], request->texts[2], request->texts[3] };
  g_autoptr (TsRow) assessment = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ASSESSMENT, request->assessment_id, error);
  g_autoptr (TsRow) line = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (assessment == NULL ||
      (request->id != NULL && (line = ts_workbook_read_row (workplace->workbook, TS_ENTITY_REPLY, request->id, error)) == NULL))
    return NULL;

  lines = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_REPLY, TS_REPLY_ASSESSMENT, request->assessment_id, error);

  if (lines == NULL)
    return NULL;

  if (note.answered == NULL && note.answer != NULL && *note.answer != '\0')
    note.answered = request->today;

  return ts_change_reply (assessment, request->node_id, line, lines, &note, error);
}

/**
 * ts_session_reply_async:
 * @self: a session
 * @assessment_id: an assessment
 * @node_id: (nullable): the criterion that the passage is about
 * @reply_id: (nullable): the line, or %NULL for a new one
 * @note: what was shown, answered and made of it; without a passage, the line is removed. An answer without a day is of today
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_reply_async (TsSession           *self,
                        const char          *assessment_id,
                        const char          *node_id,
                        const char          *reply_id,
                        const TsReplyNote   *note,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && note != NULL);

  request = ts_review_request_new (self, assessment_id, node_id, reply_id);
  request->texts[0] = g_strdup (note->passage);
  request->texts[1] = g_strdup (note->answer);
  request->texts[2] = g_strdup (note->answered);
  request->texts[3] = g_strdup (note->response);
  ts_review_request_send (request, self, reply, callback, user_data);
}

static TsChange *
write_report (TsWorkplace  *workplace,
              gpointer      data,
              GError      **error)
{
  TsReviewRequest *request = data;
  g_autofree char *id = ts_report_text_row_id (request->assessment_id, request->other);
  g_autoptr (TsRow) assessment = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ASSESSMENT, request->assessment_id, error);
  g_autoptr (TsRow) text = NULL;

  if (assessment == NULL || !ts_workplace_read_optional_row (workplace, TS_ENTITY_REPORT_TEXT, id, &text, error))
    return NULL;

  return ts_change_write_report (assessment, request->other, text, request->texts[0], error);
}

/**
 * ts_session_write_report_async:
 * @self: a session
 * @assessment_id: an assessment
 * @section: a part of the report
 * @body: what it shall say; empty clears it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_write_report_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *section,
                               const char          *body,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && section != NULL && body != NULL);

  request = ts_review_request_new (self, assessment_id, NULL, NULL);
  request->other = g_strdup (section);
  request->texts[0] = g_strdup (body);
  ts_review_request_send (request, self, write_report, callback, user_data);
}
