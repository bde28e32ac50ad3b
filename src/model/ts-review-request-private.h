/* ts-review-request-private.h — what a change of a review is asked for with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session-private.h"

G_BEGIN_DECLS

#define TS_REVIEW_REQUEST_N_TEXTS 6

/* A copy of what somebody asked for, on its way to the writing thread. What is not spoken of is NULL or 0. */
typedef struct
{
  char *assessment_id;
  char *node_id;
  char *id;     /* the row that is changed */
  char *other;  /* the row it belongs to */
  char *worker; /* who asks */
  char *today;
  char *texts[TS_REVIEW_REQUEST_N_TEXTS];
  char **ids;
  int number;
  int choice;
  gboolean flag;
} TsReviewRequest;

TsReviewRequest *ts_review_request_new (TsSession  *session,
                                        const char *assessment_id,
                                        const char *node_id,
                                        const char *id);
void ts_review_request_free (gpointer self);
void ts_review_request_send (TsReviewRequest     *self,
                             TsSession           *session,
                             TsChangeFunc         function,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

G_END_DECLS
