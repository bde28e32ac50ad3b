/* ts-session-copy.c — a copy of the whole workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-progress-reporter.h"
#include "model/ts-session-private.h"

#include "store/ts-file.h"

typedef struct
{
  char *path;
  GFile *destination;
  gboolean replace;
  TsProgressReporter *progress;
} CopyJob;

static void
copy_job_free (gpointer data)
{
  CopyJob *job = data;

  g_free (job->path);
  g_object_unref (job->destination);
  ts_progress_reporter_unref (job->progress);
  g_free (job);
}

static void
report_progress (guint64  done,
                 guint64  total,
                 gpointer data)
{
  ts_progress_reporter_set_total (data, (gint64) total);
  ts_progress_reporter_set_done (data, (gint64) done);
}

static void
report_file_progress (goffset  done,
                      goffset  total,
                      gpointer data)
{
  report_progress ((guint64) done, (guint64) total, data);
}

/* A place that is no path, such as another computer's: the engine writes here, and what it wrote is sent there. */
static gboolean
send_copy (TsWorkbook    *workbook,
           CopyJob       *job,
           GCancellable  *cancellable,
           GError       **error)
{
  GFileCopyFlags flags = G_FILE_COPY_NOFOLLOW_SYMLINKS | (job->replace ? G_FILE_COPY_OVERWRITE : G_FILE_COPY_NONE);
  g_autofree char *folder = ts_file_make_private_directory (error);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  gboolean sent;

  if (folder == NULL)
    return FALSE;

  path = g_build_filename (folder, "copy.touchstone", NULL);
  file = g_file_new_for_path (path);
  sent = ts_workbook_copy_to (workbook, path, cancellable, error) &&
         g_file_copy (file, job->destination, flags, cancellable, report_file_progress, job->progress, error);
  ts_file_remove_private_directory (folder);

  return sent;
}

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  CopyJob *job = task_data;
  const char *path = g_file_peek_path (job->destination);
  GError *error = NULL;
  /* A connection of its own, so that a long copy keeps nobody waiting. */
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (job->path, TS_OPEN_READ_ONLY, &error);
  gboolean copied = FALSE;

  if (workbook != NULL && path != NULL)
    copied = ts_workbook_save_copy (workbook, path, job->replace, cancellable, report_progress, job->progress, &error);
  else if (workbook != NULL)
    copied = send_copy (workbook, job, cancellable, &error);

  if (copied)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *object,
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
 * ts_session_save_copy_async:
 * @self: a session that does not salvage
 * @destination: where the copy shall be
 * @replace: whether a file that is there is replaced
 * @progress: (nullable): called as bytes are written
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): to stop; then the destination is as it was
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a checked copy of the whole workbook as it is kept at this moment. A workbook that is open is never replaced.
 */
void
ts_session_save_copy_async (TsSession           *self,
                            GFile               *destination,
                            gboolean             replace,
                            TsProgressFunc       progress,
                            gpointer             progress_data,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) copying = NULL;
  CopyJob *job;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (destination));
  g_return_if_fail (ts_session_get_mode (self) != TS_OPEN_SALVAGE);

  job = g_new0 (CopyJob, 1);
  job->path = g_strdup (ts_session_get_path (self));
  job->destination = g_object_ref (destination);
  job->replace = replace;
  job->progress = ts_progress_reporter_new (progress, progress_data);

  task = g_task_new (self, cancellable, callback, user_data);
  /* Once the copy is there, a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);

  /* Not of the session: the thread may hold it a little longer than anybody else. */
  copying = g_task_new (NULL, cancellable, copied_cb, g_steal_pointer (&task));
  g_task_set_check_cancellable (copying, FALSE);
  g_task_set_task_data (copying, job, copy_job_free);
  g_task_run_in_thread (copying, copy_thread);
}

/**
 * ts_session_save_copy_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why there is no copy
 *
 * Returns: whether the copy is there
 */
gboolean
ts_session_save_copy_finish (TsSession     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
