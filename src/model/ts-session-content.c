/* ts-session-content.c — giving the content of evidence back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

#include "model/ts-progress-reporter.h"
#include "model/ts-written-file.h"
#include "store/ts-content-reader.h"

typedef struct
{
  char *hash;
  GFile *destination;
  char *path;
  TsOpenMode mode;
  TsProgressReporter *progress;
} CopyJob;

static void
copy_job_free (gpointer data)
{
  CopyJob *job = data;

  g_free (job->hash);
  g_free (job->path);
  g_object_unref (job->destination);
  ts_progress_reporter_unref (job->progress);
  g_free (job);
}

static void
copy_progress (guint64  done,
               guint64  total,
               gpointer data)
{
  TsProgressReporter *progress = data;

  ts_progress_reporter_set_total (progress, total);
  ts_progress_reporter_set_done (progress, done);
}

static gboolean
copy_out (GOutputStream  *stream,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  CopyJob *job = data;
  g_autoptr (TsWorkbook) workbook = NULL;

  /* A connection of its own, so that a long copy keeps no page waiting. */
  workbook = ts_workbook_open (job->path, job->mode == TS_OPEN_SALVAGE ? TS_OPEN_SALVAGE : TS_OPEN_READ_ONLY, error);

  return workbook != NULL && ts_workbook_copy_content (workbook, job->hash, stream, cancellable, copy_progress, job->progress, error);
}

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  CopyJob *job = task_data;
  GError *error = NULL;

  if (ts_written_file_replace (job->destination, G_FILE_CREATE_PRIVATE, copy_out, job, cancellable, &error))
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
 * ts_session_copy_content_async:
 * @self: a session
 * @hash: an evidence's content
 * @destination: where to put it; what is there is replaced once all is written
 * @progress: (nullable): called as bytes are written
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): to stop; then the destination is as it was
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_copy_content_async (TsSession           *self,
                               const char          *hash,
                               GFile               *destination,
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
  g_return_if_fail (hash != NULL && G_IS_FILE (destination));

  job = g_new0 (CopyJob, 1);
  job->hash = g_strdup (hash);
  job->destination = g_object_ref (destination);
  job->path = g_strdup (ts_session_get_path (self));
  job->mode = ts_session_get_mode (self);
  job->progress = ts_progress_reporter_new (progress, progress_data);

  task = g_task_new (self, cancellable, callback, user_data);
  copying = g_task_new (NULL, cancellable, copied_cb, g_steal_pointer (&task));
  g_task_set_task_data (copying, job, copy_job_free);
  g_task_run_in_thread (copying, copy_thread);
}

gboolean
ts_session_copy_content_finish (TsSession     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
