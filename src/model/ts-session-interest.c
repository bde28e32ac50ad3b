/* ts-session-interest.c — declaring interests, and deciding about conflicts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-review.h"

#include "core/ts-person.h"
#include "core/ts-text.h"
#include "model/ts-review-request-private.h"
#include "model/ts-workplace.h"

static TsChange *
declare_interest (TsWorkplace  *workplace,
                  gpointer      data,
                  GError      **error)
{
  TsReviewRequest *request = data;
  TsInterestDeclaration declaration = { request->texts[1], request->texts[2], request->texts[3], request->texts[4], request->today };
  g_autofree char *name = ts_text_clean (request->texts[0], -1, TS_TEXT_LINE);
  g_autofree char *person_id = ts_person_derive_id (name);
  g_autofree char *role = ts_text_clean (declaration.role != NULL ? declaration.role : "", -1, TS_TEXT_LINE);
  g_autofree char *id = request->id != NULL ? g_strdup (request->id) : ts_interest_row_id (request->other, person_id, role);
  g_autoptr (TsRow) interest = NULL;
  g_autoptr (TsRow) person = NULL;

  if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_INTEREST, id, &interest, error) ||
      !ts_workplace_read_optional_row (workplace, TS_ENTITY_PERSON, person_id, &person, error))
    return NULL;

  /* The day on which it was first declared is what counts against a decision. */
  if (interest != NULL && ts_row_has (interest, TS_INTEREST_DECLARED))
    declaration.declared = ts_row_get_text (interest, TS_INTEREST_DECLARED);

  return ts_change_declare_interest (interest, request->other, person, name, &declaration, error);
}

/**
 * ts_session_declare_interest_async:
 * @self: a session
 * @interest_id: (nullable): the interest, or %NULL for a new one
 * @organisation_id: in which organisation
 * @name: whose
 * @declaration: what is declared; its day is today's
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_declare_interest_async (TsSession                   *self,
                                   const char                  *interest_id,
                                   const char                  *organisation_id,
                                   const char                  *name,
                                   const TsInterestDeclaration *declaration,
                                   GAsyncReadyCallback          callback,
                                   gpointer                     user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (organisation_id != NULL && name != NULL && declaration != NULL);

  request = ts_review_request_new (self, NULL, NULL, interest_id);
  request->other = g_strdup (organisation_id);
  request->texts[0] = g_strdup (name);
  request->texts[1] = g_strdup (declaration->role);
  request->texts[2] = g_strdup (declaration->valid_from);
  request->texts[3] = g_strdup (declaration->valid_to);
  request->texts[4] = g_strdup (declaration->note);
  ts_review_request_send (request, self, declare_interest, callback, user_data);
}

static TsChange *
withdraw_interest (TsWorkplace  *workplace,
                   gpointer      data,
                   GError      **error)
{
  TsReviewRequest *request = data;
  g_autoptr (TsRow) interest = ts_workbook_read_row (workplace->workbook, TS_ENTITY_INTEREST, request->id, error);
  g_autoptr (TsRow) person = NULL;

  if (interest == NULL)
    return NULL;

  person = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PERSON, ts_row_get_text (interest, TS_INTEREST_PERSON), error);

  return person != NULL ? ts_change_withdraw_interest (interest, ts_row_get_text (person, TS_PERSON_NAME), error) : NULL;
}

/**
 * ts_session_withdraw_interest_async:
 * @self: a session
 * @interest_id: an interest that was declared by mistake
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_withdraw_interest_async (TsSession           *self,
                                    const char          *interest_id,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (interest_id != NULL);

  ts_review_request_send (ts_review_request_new (self, NULL, NULL, interest_id), self, withdraw_interest, callback, user_data);
}

static TsChange *
decide_conflict (TsWorkplace  *workplace,
                 gpointer      data,
                 GError      **error)
{
  TsReviewRequest *request = data;
  g_autofree char *action_id = ts_conflict_action_row_id (request->assessment_id, request->other);
  g_autoptr (TsRow) assessment = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ASSESSMENT, request->assessment_id, error);
  g_autoptr (TsRow) person = NULL;
  g_autoptr (TsRow) action = NULL;

  if (assessment == NULL)
    return NULL;

  person = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PERSON, request->other, error);

  if (person == NULL || !ts_workplace_read_optional_row (workplace, TS_ENTITY_CONFLICT_ACTION, action_id, &action, error))
    return NULL;

  return ts_change_decide_conflict (assessment, action, request->other, ts_row_get_text (person, TS_PERSON_NAME), request->choice,
                                    request->worker, request->texts[0], request->today, error);
}

/**
 * ts_session_decide_conflict_async:
 * @self: a session
 * @assessment_id: an assessment
 * @person_id: the row id of whoever has a conflict with it
 * @decision: what is done, or %TS_CONFLICT_OPEN to take a decision back
 * @reason: (nullable): why
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_decide_conflict_async (TsSession           *self,
                                  const char          *assessment_id,
                                  const char          *person_id,
                                  TsConflictState      decision,
                                  const char          *reason,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (assessment_id != NULL && person_id != NULL);

  request = ts_review_request_new (self, assessment_id, NULL, NULL);
  request->other = g_strdup (person_id);
  request->choice = (int) decision;
  request->texts[0] = g_strdup (reason);
  ts_review_request_send (request, self, decide_conflict, callback, user_data);
}
