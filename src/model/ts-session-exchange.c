/* ts-session-exchange.c — files that are read into a workbook, and written from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-exchange.h"

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-input-file.h"
#include "exchange/ts-organisations-export.h"
#include "exchange/ts-organisations-import.h"
#include "model/ts-progress-reporter.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"
#include "model/ts-written-file.h"

#include <glib/gi18n-lib.h>

/* Importing */

typedef struct
{
  GFile *file;
  GCancellable *cancellable;
  TsProgressReporter *progress;
  TsImportReport *report;
} ImportJob;

static void
import_job_clear (gpointer data)
{
  ImportJob *job = data;

  g_object_unref (job->file);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->progress, ts_progress_reporter_unref);
  g_clear_pointer (&job->report, ts_import_report_free);
}

/* The task has it, and so has the writing thread. */
static void
import_job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, import_job_clear);
}

static char *
get_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
}

static GInputStream *
open_file (ImportJob  *job,
           guint64    *size,
           GError    **error)
{
  const char *path = g_file_peek_path (job->file);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) cause = NULL;
  GInputStream *stream;

  info = g_file_query_info (job->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, job->cancellable, NULL);
  *size = info != NULL ? (guint64) MAX (0, g_file_info_get_size (info)) : 0;

  if (path != NULL)
    return ts_input_file_open (path, error);

  stream = G_INPUT_STREAM (g_file_read (job->file, job->cancellable, &cause));

  if (stream == NULL && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (stream == NULL)
    g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE, _("%s: the file cannot be read: %s"), job->report->file, cause->message);

  return stream;
}

static void
report_problems (TsImportReport      *report,
                 const TsProblemList *problems)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_kept = ts_problem_list_get_n_kept (problems);

  for (guint i = 0; i < n_kept; i++)
    {
      g_autofree char *text = ts_problem_list_describe (problems, i);

      g_strv_builder_add (builder, text);
    }

  g_strfreev (report->problems);
  report->problems = g_strv_builder_end (builder);
  report->n_more_problems = ts_problem_list_get_n_found (problems) - n_kept;
}

static TsChange *
import_organisations (TsWorkplace  *workplace,
                      gpointer      data,
                      GError      **error)
{
  ImportJob *job = data;
  TsImportReport *report = job->report;
  g_autoptr (TsProblemList) problems = ts_problem_list_new (report->file);
  g_autoptr (GInputStream) stream = NULL;
  TsImport import = { .file = report->file, .problems = problems, .cancellable = job->cancellable };
  TsChange *change;

  stream = open_file (job, &import.size, error);

  if (stream == NULL)
    return NULL;

  import.stream = stream;
  import.progress = ts_progress_reporter_report;
  import.data = job->progress;
  change = ts_organisations_import (workplace->workbook, &import, error);

  report->n_created = import.n_created;
  report->n_updated = import.n_updated;
  report->n_unchanged = import.n_unchanged;
  report_problems (report, problems);

  return change;
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ImportJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  TsChange *change = ts_session_change_finish (TS_SESSION (object), result, &error);

  /* Nothing is told any more once the caller is. */
  g_clear_pointer (&job->progress, ts_progress_reporter_unref);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, change, (GDestroyNotify) ts_change_unref);
}

/**
 * ts_session_import_organisations_async:
 * @self: a session
 * @file: a table or a document of organisations, as [func@ts_organisations_import] reads them
 * @progress: (nullable): called as bytes are read
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): to stop while the file is read; then nothing is changed
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Brings the organisations of the workbook to what the file says, all of it or nothing.
 */
void
ts_session_import_organisations_async (TsSession           *self,
                                       GFile               *file,
                                       TsProgressFunc       progress,
                                       gpointer             progress_data,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autofree char *name = NULL;
  ImportJob *job;
  GTask *task;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  name = get_name (file);
  job = g_atomic_rc_box_new0 (ImportJob);
  job->file = g_object_ref (file);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->progress = ts_progress_reporter_new (progress, progress_data);
  job->report = ts_import_report_new (name);

  task = g_task_new (self, cancellable, callback, user_data);
  /* Once the change is kept, a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, import_job_unref);
  ts_session_change_async (self, import_organisations, g_atomic_rc_box_acquire (job), import_job_unref, imported_cb, task);
}

/**
 * ts_session_import_organisations_finish:
 * @self: a session
 * @result: what the callback got
 * @report: (out) (transfer full) (optional): what came of it, also where it failed
 * @error: where to put why nothing was changed
 *
 * Returns: (transfer full) (nullable): the change, which is kept by now; %NULL without an error where nothing had to change
 */
TsChange *
ts_session_import_organisations_finish (TsSession       *self,
                                        GAsyncResult    *result,
                                        TsImportReport **report,
                                        GError         **error)
{
  ImportJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));

  if (report != NULL)
    *report = g_steal_pointer (&job->report);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Exporting */

typedef struct
{
  TsWorkbook *workbook; /* while it is written */
  GFile *destination;
} ExportJob;

static void
export_job_free (gpointer data)
{
  ExportJob *job = data;

  g_object_unref (job->destination);
  g_free (job);
}

static gboolean
write_organisations (GOutputStream  *stream,
                     gpointer        data,
                     GCancellable   *cancellable,
                     GError        **error)
{
  ExportJob *job = data;
  g_autofree char *name = get_name (job->destination);
  g_autofree char *folded = g_utf8_strdown (name, -1);
  TsExport export = {
    .stream = stream,
    .format = g_str_has_suffix (folded, ".json") ? TS_TABLE_FORMAT_JSON : TS_TABLE_FORMAT_CSV,
    .cancellable = cancellable,
  };

  return ts_organisations_export (job->workbook, &export, error);
}

static gboolean
export_organisations (TsWorkbook    *workbook,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  ExportJob *job = data;

  job->workbook = workbook;

  return ts_written_file_replace (job->destination, G_FILE_CREATE_NONE, write_organisations, job, cancellable, error);
}

/**
 * ts_session_export_organisations_async:
 * @self: a session
 * @destination: where to put it; what is there is replaced once all is written
 * @cancellable: (nullable): to stop; then the destination is as it was
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes all organisations, into a document where the name ends in “.json” and else into a table.
 */
void
ts_session_export_organisations_async (TsSession           *self,
                                       GFile               *destination,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  ExportJob *job;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (destination));

  job = g_new0 (ExportJob, 1);
  job->destination = g_object_ref (destination);
  ts_session_work_apart_async (self, export_organisations, job, export_job_free, cancellable, callback, user_data);
}

/**
 * ts_session_export_organisations_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why there is no file
 *
 * Returns: whether the file is there
 */
gboolean
ts_session_export_organisations_finish (TsSession     *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  return ts_session_work_apart_finish (self, result, error);
}
