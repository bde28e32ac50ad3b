/* ts-backups.c — making, listing and restoring backups, without waiting
 *
 * Each runs on a thread of its own with a connection of its own: nobody who works in the workbook waits for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-backups.h"

#include "model/ts-progress-reporter.h"

typedef struct
{
  char *base;
  char *workbook_path;
  char *backup_path;
  TsBackupOccasion occasion;
  TsProgressReporter *progress;
  TsRestore *restore;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->base);
  g_free (job->workbook_path);
  g_free (job->backup_path);
  g_clear_pointer (&job->progress, ts_progress_reporter_unref);
  g_clear_pointer (&job->restore, ts_restore_free);
  g_free (job);
}

static Job *
job_new (const char *base,
         const char *workbook_path)
{
  Job *job = g_new0 (Job, 1);

  job->base = g_strdup (base);
  job->workbook_path = g_strdup (workbook_path);

  return job;
}

/* Takes the job. */
static void
run (Job                 *job,
     GTaskThreadFunc      function,
     gpointer             tag,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, function);
}

/**
 * ts_backups_get_base:
 *
 * Returns: (transfer full): the folder of this person's backups, which need not be there yet
 */
char *
ts_backups_get_base (void)
{
  return g_build_filename (g_get_user_data_dir (), "touchstone", "backups", NULL);
}

static void
free_optional_backup (gpointer data)
{
  if (data != NULL)
    ts_backup_free (data);
}

static void
make_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *folder = ts_backup_build_folder (job->base, job->workbook_path);
  GError *error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (job->workbook_path, TS_OPEN_READ_ONLY, &error);
  TsBackup *made = NULL;

  if (workbook != NULL && ts_backup_make (workbook, folder, job->occasion, g_get_real_time (), cancellable, &made, &error))
    g_task_return_pointer (task, made, free_optional_backup);
  else
    g_task_return_error (task, error);
}

/**
 * ts_backups_make_async:
 * @base: the folder of all backups
 * @workbook_path: a workbook
 * @occasion: what makes the caller ask
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a backup if one is due.
 */
void
ts_backups_make_async (const char          *base,
                       const char          *workbook_path,
                       TsBackupOccasion     occasion,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Job *job;

  g_return_if_fail (base != NULL && workbook_path != NULL);

  job = job_new (base, workbook_path);
  job->occasion = occasion;
  run (job, make_thread, ts_backups_make_async, cancellable, callback, user_data);
}

/**
 * ts_backups_make_finish:
 * @result: what the callback got
 * @made: (out) (optional) (nullable): the backup that was made; %NULL where none was due
 * @error: where to put why none could be made; the workbook is as it was
 *
 * Returns: whether all that is kept is backed up as far as is due
 */
gboolean
ts_backups_make_finish (GAsyncResult  *result,
                        TsBackup     **made,
                        GError       **error)
{
  g_autoptr (TsBackup) backup = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, ts_backups_make_async), FALSE);

  backup = g_task_propagate_pointer (G_TASK (result), &failure);

  if (made != NULL)
    *made = g_steal_pointer (&backup);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static void
list_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *folder = ts_backup_build_folder (job->base, job->workbook_path);
  GError *error = NULL;
  GPtrArray *backups = ts_backup_list (folder, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * ts_backups_list_async:
 * @base: the folder of all backups
 * @workbook_path: a workbook, which need not be there any more
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_backups_list_async (const char          *base,
                       const char          *workbook_path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (base != NULL && workbook_path != NULL);

  run (job_new (base, workbook_path), list_thread, ts_backups_list_async, cancellable, callback, user_data);
}

/**
 * ts_backups_list_finish:
 * @result: what the callback got
 * @error: where to put why they cannot be listed
 *
 * Returns: (transfer full) (element-type TsBackup) (nullable): the backups, the newest first
 */
GPtrArray *
ts_backups_list_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ts_backups_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
prepare_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  TsRestore *restore = ts_restore_prepare (job->backup_path, job->workbook_path, cancellable, ts_progress_reporter_report, job->progress, &error);

  if (restore != NULL)
    g_task_return_pointer (task, restore, (GDestroyNotify) ts_restore_free);
  else
    g_task_return_error (task, error);
}

/**
 * ts_backups_prepare_async:
 * @backup_path: what shall be restored
 * @workbook_path: the workbook that it shall replace; it may be open
 * @progress: (nullable): called now and then
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Verifies a backup and copies it beside the workbook; see ts_restore_prepare().
 */
void
ts_backups_prepare_async (const char          *backup_path,
                          const char          *workbook_path,
                          TsProgressFunc       progress,
                          gpointer             progress_data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Job *job;

  g_return_if_fail (backup_path != NULL && workbook_path != NULL);

  job = job_new (NULL, workbook_path);
  job->backup_path = g_strdup (backup_path);
  job->progress = ts_progress_reporter_new (progress, progress_data);
  run (job, prepare_thread, ts_backups_prepare_async, cancellable, callback, user_data);
}

/**
 * ts_backups_prepare_finish:
 * @result: what the callback got
 * @error: where to put why it cannot be restored; nothing was changed
 *
 * Returns: (transfer full) (nullable): what can be put in place
 */
TsRestore *
ts_backups_prepare_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ts_backups_prepare_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *kept;
} Restored;

static void
restored_free (gpointer data)
{
  Restored *restored = data;

  g_free (restored->kept);
  g_free (restored);
}

static void
restore_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *folder = ts_backup_build_folder (job->base, job->workbook_path);
  g_autofree char *kept = NULL;
  GError *error = NULL;
  Restored *restored;

  if (!ts_restore_commit (job->restore, folder, g_get_real_time (), &kept, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  restored = g_new0 (Restored, 1);
  restored->kept = g_steal_pointer (&kept);
  g_task_return_pointer (task, restored, restored_free);
}

/**
 * ts_backups_restore_async:
 * @restore: (transfer full): what ts_backups_prepare_finish() gave
 * @base: the folder of all backups
 * @workbook_path: the workbook that it was prepared for; nobody must have it open by now
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Backs up what is there and puts the backup in its place; see ts_restore_commit(). It is not cancelled: it takes a moment.
 */
void
ts_backups_restore_async (TsRestore           *restore,
                          const char          *base,
                          const char          *workbook_path,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Job *job;

  g_return_if_fail (restore != NULL && base != NULL && workbook_path != NULL);

  job = job_new (base, workbook_path);
  job->restore = restore;
  run (job, restore_thread, ts_backups_restore_async, NULL, callback, user_data);
}

/**
 * ts_backups_restore_finish:
 * @result: what the callback got
 * @kept: (out) (optional) (nullable): where the old file is kept beside the workbook, because it could not be read
 * @error: where to put why it was not restored; the workbook is as it was
 *
 * Returns: whether it was restored
 */
gboolean
ts_backups_restore_finish (GAsyncResult  *result,
                           char         **kept,
                           GError       **error)
{
  Restored *restored;

  g_return_val_if_fail (g_async_result_is_tagged (result, ts_backups_restore_async), FALSE);

  restored = g_task_propagate_pointer (G_TASK (result), error);

  if (restored == NULL)
    return FALSE;

  if (kept != NULL)
    *kept = g_steal_pointer (&restored->kept);

  restored_free (restored);

  return TRUE;
}
