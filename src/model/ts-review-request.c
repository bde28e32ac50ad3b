/* ts-review-request.c — what a change of a review is asked for with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-review-request-private.h"

TsReviewRequest *
ts_review_request_new (TsSession  *session,
                       const char *assessment_id,
                       const char *node_id,
                       const char *id)
{
  TsReviewRequest *self = g_new0 (TsReviewRequest, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->assessment_id = g_strdup (assessment_id);
  self->node_id = g_strdup (node_id);
  self->id = g_strdup (id);
  self->worker = g_strdup (ts_session_get_person (session));
  self->today = g_date_time_format (now, "%F");

  return self;
}

void
ts_review_request_free (gpointer data)
{
  TsReviewRequest *self = data;

  g_free (self->assessment_id);
  g_free (self->node_id);
  g_free (self->id);
  g_free (self->other);
  g_free (self->worker);
  g_free (self->today);
  g_strfreev (self->ids);

  for (guint i = 0; i < TS_REVIEW_REQUEST_N_TEXTS; i++)
    g_free (self->texts[i]);

  g_free (self);
}

void
ts_review_request_send (TsReviewRequest     *self,
                        TsSession           *session,
                        TsChangeFunc         function,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  ts_session_change_async (session, function, self, ts_review_request_free, callback, user_data);
}
