/* ts-session-report.c — documents out of an open workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-report.h"

#include "model/ts-report-source.h"
#include "model/ts-session-private.h"
#include "model/ts-written-file.h"
#include "report/ts-report-pdf.h"

typedef enum
{
  SUBMISSION,
  PANEL,
  COMPARISON,
  REGISTER,
} RequestKind;

typedef struct
{
  RequestKind kind;
  char *assessment_id;
  gint64 as_of;
  TsCompareFilter *filter;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->assessment_id);
  g_clear_pointer (&request->filter, ts_compare_filter_free);
  g_free (request);
}

static gpointer
read_report (TsWorkplace   *workplace,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Request *request = data;

  switch (request->kind)
    {
    case PANEL:
      return ts_report_source_read_panel (workplace, request->assessment_id, error);

    case COMPARISON:
      return ts_report_source_read_comparison (workplace, request->filter, error);

    case REGISTER:
      return ts_report_source_read_register (workplace, error);

    case SUBMISSION:
    default:
      return ts_report_source_read_submission (workplace, request->assessment_id, request->as_of, error);
    }
}

static void
read_async (TsSession           *self,
            Request             *request,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  ts_session_read_async (self, read_report, request, request_free, (GDestroyNotify) ts_report_unref, cancellable, callback, user_data);
}

/**
 * ts_session_read_submission_report_async:
 * @self: a session
 * @assessment_id: an assessment's row id
 * @as_of: the change after which it is wanted as it stood, or 0 for now
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_read_submission_report_async (TsSession           *self,
                                         const char          *assessment_id,
                                         gint64               as_of,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TS_IS_SESSION (self) && assessment_id != NULL);

  request = g_new0 (Request, 1);
  request->kind = SUBMISSION;
  request->assessment_id = g_strdup (assessment_id);
  request->as_of = as_of;
  read_async (self, request, cancellable, callback, user_data);
}

/**
 * ts_session_read_panel_report_async:
 * @self: a session
 * @assessment_id: an assessment's row id
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_read_panel_report_async (TsSession           *self,
                                    const char          *assessment_id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TS_IS_SESSION (self) && assessment_id != NULL);

  request = g_new0 (Request, 1);
  request->kind = PANEL;
  request->assessment_id = g_strdup (assessment_id);
  read_async (self, request, cancellable, callback, user_data);
}

/**
 * ts_session_read_comparison_report_async:
 * @self: a session
 * @filter: what is compared
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_read_comparison_report_async (TsSession             *self,
                                         const TsCompareFilter *filter,
                                         GCancellable          *cancellable,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data)
{
  Request *request;

  g_return_if_fail (TS_IS_SESSION (self) && filter != NULL);

  request = g_new0 (Request, 1);
  request->kind = COMPARISON;
  request->filter = ts_compare_filter_copy (filter);
  read_async (self, request, cancellable, callback, user_data);
}

/**
 * ts_session_read_register_report_async:
 * @self: a session
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the register of interests.
 */
void
ts_session_read_register_report_async (TsSession           *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TS_IS_SESSION (self));

  request = g_new0 (Request, 1);
  request->kind = REGISTER;
  read_async (self, request, cancellable, callback, user_data);
}

/**
 * ts_session_read_report_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why there is no document
 *
 * Returns: (transfer full): the document
 */
TsReport *
ts_session_read_report_finish (TsSession     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Saving */

typedef struct
{
  TsReport *report;
  TsReportPaper paper;
  GFile *destination;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  ts_report_unref (job->report);
  g_object_unref (job->destination);
  g_free (job);
}

static gboolean
write_bytes (GOutputStream  *stream,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  GBytes *bytes = data;

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, cancellable, error);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SaveJob *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = ts_report_pdf_make_from (job->report, &job->paper, &error);

  if (bytes != NULL && ts_written_file_replace (job->destination, G_FILE_CREATE_NONE, write_bytes, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ts_report_save_async:
 * @self: a document
 * @paper: the sheet
 * @destination: where the PDF shall be; a file that is there is replaced once all is written
 * @cancellable: (nullable): to stop; then the destination is as it was
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_report_save_async (TsReport            *self,
                      const TsReportPaper *paper,
                      GFile               *destination,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  SaveJob *job;

  g_return_if_fail (self != NULL && paper != NULL && G_IS_FILE (destination));

  job = g_new0 (SaveJob, 1);
  job->report = ts_report_ref (self);
  job->paper = *paper;
  job->destination = g_object_ref (destination);
  task = g_task_new (NULL, cancellable, callback, user_data);
  /* Once the file is there, a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, save_job_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * ts_report_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: where to put why it is not saved
 *
 * Returns: whether the file is there
 */
gboolean
ts_report_save_finish (TsReport      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
