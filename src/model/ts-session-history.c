/* ts-session-history.c — bringing back an earlier value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-history.h"

#include "core/ts-about.h"
#include "core/ts-restore.h"
#include "model/ts-history-words.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"

typedef struct
{
  TsRow *then;
  char *day;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ts_row_unref (request->then);
  g_free (request->day);
  g_free (request);
}

/* From what is kept at this moment, whatever was on screen. */
static TsChange *
restore (TsWorkplace  *workplace,
         gpointer      data,
         GError      **error)
{
  Request *request = data;
  TsEntity entity = ts_row_get_entity (request->then);
  g_auto (TsHistoryWords) words = { 0 };
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) now = NULL;

  if ((entity == TS_ENTITY_RATING || entity == TS_ENTITY_TARGET) &&
      !ts_workplace_read_assessment (workplace, ts_row_get_about (request->then), &assessment, &framework, error))
    return NULL;

  if (!ts_workplace_read_optional_row (workplace, entity, ts_row_get_id (request->then), &now, error))
    return NULL;

  ts_history_words_init (&words, workplace, framework);

  return ts_change_restore (&words.words, request->then, now, assessment, request->day, error);
}

/**
 * ts_session_restore_async:
 * @self: a session
 * @then: a row as it once was, out of the journal
 * @day: the day of that value, as people read it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Brings back an earlier value as a change of its own. See [func@ts_change_restore].
 */
void
ts_session_restore_async (TsSession           *self,
                          TsRow               *then,
                          const char          *day,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Request *request;

  g_return_if_fail (then != NULL && day != NULL);

  request = g_new (Request, 1);
  *request = (Request) { ts_row_ref (then), g_strdup (day) };
  ts_session_change_async (self, restore, request, request_free, callback, user_data);
}
