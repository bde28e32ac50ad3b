/* ts-session-apart.c — long work with the workbook, on a thread and a connection of its own
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

typedef struct
{
  char *path;
  TsOpenMode mode;
  TsApartFunc function;
  gpointer data;
  GDestroyNotify data_free;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  job->data_free (job->data);
  g_free (job->path);
  g_free (job);
}

static void
run (GTask        *task,
     gpointer      source_object,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  TsWorkbook *workbook = ts_workbook_open (job->path, job->mode, &error);
  gboolean done = workbook != NULL && job->function (workbook, job->data, cancellable, &error);

  /* Whoever is told finds nobody in the file any more. */
  g_clear_pointer (&workbook, ts_workbook_close);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ts_session_work_apart_async:
 * @self: a session
 * @function: what is done, on a thread of its own
 * @data: (transfer full): for @function
 * @data_free: frees @data, on any thread
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps nobody waiting who reads or writes meanwhile. Once @function has done its work, a late cancel does not hide that.
 */
void
ts_session_work_apart_async (TsSession           *self,
                             TsApartFunc          function,
                             gpointer             data,
                             GDestroyNotify       data_free,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  /* Not of the session: the thread may hold it a little longer than anybody else. */
  g_autoptr (GTask) working = g_task_new (NULL, cancellable, done_cb, task);
  Job *job = g_new (Job, 1);

  *job = (Job) {
    .path = g_strdup (ts_session_get_path (self)),
    .mode = ts_session_get_mode (self) == TS_OPEN_SALVAGE ? TS_OPEN_SALVAGE : TS_OPEN_READ_ONLY,
    .function = function,
    .data = data,
    .data_free = data_free,
  };

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (working, FALSE);
  g_task_set_task_data (working, job, job_free);
  g_task_run_in_thread (working, run);
}

/**
 * ts_session_work_apart_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why it was not done
 *
 * Returns: whether it was done
 */
gboolean
ts_session_work_apart_finish (TsSession     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
