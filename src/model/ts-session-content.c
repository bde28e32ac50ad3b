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
  TsWorkbook *workbook; /* while it is copied */
  TsProgressReporter *progress;
} CopyJob;

static void
copy_job_free (gpointer data)
{
  CopyJob *job = data;

  g_free (job->hash);
  g_object_unref (job->destination);
  ts_progress_reporter_unref (job->progress);
  g_free (job);
}

static gboolean
copy_out (GOutputStream  *stream,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  CopyJob *job = data;

  return ts_workbook_copy_content (job->workbook, job->hash, stream, cancellable, ts_progress_reporter_report, job->progress, error);
}

static gboolean
copy (TsWorkbook    *workbook,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  CopyJob *job = data;

  job->workbook = workbook;

  return ts_written_file_replace (job->destination, G_FILE_CREATE_PRIVATE, copy_out, job, cancellable, error);
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
  CopyJob *job;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (hash != NULL && G_IS_FILE (destination));

  job = g_new0 (CopyJob, 1);
  job->hash = g_strdup (hash);
  job->destination = g_object_ref (destination);
  job->progress = ts_progress_reporter_new (progress, progress_data);
  ts_session_work_apart_async (self, copy, job, copy_job_free, cancellable, callback, user_data);
}

gboolean
ts_session_copy_content_finish (TsSession     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ts_session_work_apart_finish (self, result, error);
}
