/* ts-opening.c — opens a workbook in the best way that there is
 *
 * A workbook that somebody else works in, or that lies where nothing can be written, is opened to look at instead, and the reason is handed
 * on to be shown.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-opening.h"

#include "app/ts-problem.h"

typedef struct
{
  char *path;
  char *author;
  GError *reason;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->author);
  g_clear_error (&opening->reason);
  g_free (opening);
}

static void
on_opened (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  TsSession *session = ts_session_open_finish (result, &error);
  Opening *opening = g_task_get_task_data (task);

  if (session != NULL)
    {
      g_task_return_pointer (task, session, g_object_unref);
    }
  else if (opening->reason == NULL && ts_problem_is_read_only (error))
    {
      opening->reason = g_steal_pointer (&error);
      ts_session_open_async (opening->path, TS_OPEN_READ_ONLY, opening->author, g_task_get_cancellable (task), on_opened,
                             g_object_ref (task));
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * ts_opening_start:
 * @path: a workbook's file
 * @mode: how to open it
 * @author: who will be working in it
 * @cancellable: (nullable): to stop
 * @callback: called when it is open or cannot be opened
 * @user_data: for @callback
 */
void
ts_opening_start (const char          *path,
                  TsOpenMode           mode,
                  const char          *author,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  GTask *task;
  Opening *opening;

  g_return_if_fail (path != NULL && author != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->author = g_strdup (author);
  g_task_set_source_tag (task, ts_opening_start);
  g_task_set_task_data (task, opening, opening_free);

  ts_session_open_async (path, mode, author, cancellable, on_opened, task);
}

/**
 * ts_opening_finish:
 * @result: what the callback got
 * @reason: (out) (nullable): where to put why it is open to look at only, though it was to be worked in; %NULL where it is as wanted
 * @error: where to put why it cannot be opened at all
 *
 * Returns: (transfer full) (nullable): the open workbook
 */
TsSession *
ts_opening_finish (GAsyncResult  *result,
                   GError       **reason,
                   GError       **error)
{
  Opening *opening;

  g_return_val_if_fail (g_async_result_is_tagged (result, ts_opening_start), NULL);
  g_return_val_if_fail (reason != NULL && *reason == NULL, NULL);

  opening = g_task_get_task_data (G_TASK (result));

  if (opening->reason != NULL)
    *reason = g_error_copy (opening->reason);

  return g_task_propagate_pointer (G_TASK (result), error);
}
