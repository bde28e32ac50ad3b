/* ts-session-copy.c — a copy of the whole workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-progress-reporter.h"
#include "model/ts-session-private.h"

#include "store/ts-file.h"

typedef struct
{
  GFile *destination;
  gboolean replace;
  TsProgressReporter *progress;
} CopyJob;

static void
copy_job_free (gpointer data)
{
  CopyJob *job = data;

  g_object_unref (job->destination);
  ts_progress_reporter_unref (job->progress);
  g_free (job);
}

static void
report_file_progress (goffset  done,
                      goffset  total,
                      gpointer data)
{
  ts_progress_reporter_report ((guint64) done, (guint64) total, data);
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

static gboolean
save_copy (TsWorkbook    *workbook,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  CopyJob *job = data;
  const char *path = g_file_peek_path (job->destination);

  if (path == NULL)
    return send_copy (workbook, job, cancellable, error);

  return ts_workbook_save_copy (workbook, path, job->replace, cancellable, ts_progress_reporter_report, job->progress, error);
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
  CopyJob *job;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (destination));
  g_return_if_fail (ts_session_get_mode (self) != TS_OPEN_SALVAGE);

  job = g_new0 (CopyJob, 1);
  job->destination = g_object_ref (destination);
  job->replace = replace;
  job->progress = ts_progress_reporter_new (progress, progress_data);
  ts_session_work_apart_async (self, save_copy, job, copy_job_free, cancellable, callback, user_data);
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
  return ts_session_work_apart_finish (self, result, error);
}
