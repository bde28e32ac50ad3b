/* ts-restore.c — a backup in the place of a workbook
 *
 * In two steps, so that all that takes long or can fail is done while the workbook is still open and nothing has changed: the backup is
 * verified and copied beside the workbook; then, when nobody has the workbook open any more, what is there is backed up and the copy takes
 * its place at one moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-restore.h"

#include "store/ts-backup.h"
#include "store/ts-database.h"
#include "store/ts-file.h"
#include "store/ts-replace.h"
#include "store/ts-store-error.h"
#include "store/ts-verify.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _TsRestore
{
  char *path;      /* of the workbook */
  char *temporary; /* the copy beside it; NULL once it has taken its place */
  gint64 n_changes;
};

/* What is wrong with a backup is said of the backup, not of the workbook. */
static void
fail_with_backup (GError     **error,
                  GError      *failure,
                  const char  *name)
{
  if (g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT))
    {
      g_debug ("store: a backup is damaged: %s", failure->message);
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
                   _("“%s” is damaged, so it was not used. The workbook is as it was. Choose another backup."), name);
      g_error_free (failure);
    }
  else
    {
      g_propagate_error (error, failure);
    }
}

static gboolean
check_is_whole (TsWorkbook          *backup,
                const char          *name,
                GCancellable        *cancellable,
                TsProgressFunction   progress,
                gpointer             data,
                GError             **error)
{
  GError *failure = NULL;
  g_autoptr (TsVerifyReport) report = ts_workbook_verify (backup, cancellable, progress, data, &failure);
  const TsVerifyProblem *problem;

  if (report == NULL)
    {
      fail_with_backup (error, failure, name);
      return FALSE;
    }

  if (ts_verify_report_is_clean (report))
    return TRUE;

  problem = g_ptr_array_index (report->problems, 0);
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("“%s” is damaged, so it was not used (%s: %s). The workbook is as it was. Choose another backup."),
               name, problem->where, problem->what);

  return FALSE;
}

/* The real path, also of a workbook that is gone as long as its folder is there. */
static char *
find_target (const char  *path,
             TsFileKey   *key,
             gboolean    *exists,
             GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *name = NULL;
  char *resolved = ts_workbook_file_resolve (path, key, &failure);
  char *real;

  *exists = resolved != NULL;

  if (resolved != NULL)
    return resolved;

  if (!g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  directory = g_path_get_dirname (path);
  real = realpath (directory, NULL);

  if (real == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  name = g_path_get_basename (path);
  resolved = g_build_filename (real, name, NULL);
  free (real);

  return resolved;
}

static gboolean
check_is_another (const TsFileKey  *target,
                  const char       *backup_path,
                  const char       *name,
                  GError          **error)
{
  g_autofree char *resolved = NULL;
  TsFileKey key;

  resolved = ts_workbook_file_resolve (backup_path, &key, error);

  if (resolved == NULL)
    return FALSE;

  if (key.device != target->device || key.inode != target->inode)
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS,
               _("“%s” is the workbook itself. Choose a backup or a copy of it."), name);

  return FALSE;
}

/**
 * ts_restore_prepare:
 * @backup_path: a backup, a copy, or any other workbook
 * @workbook_path: the workbook that it shall replace, which may be open, damaged or gone
 * @cancellable: (nullable): what may end it
 * @progress: (nullable): called now and then
 * @data: for @progress
 * @error: where to put an error
 *
 * Verifies @backup_path and copies it beside the workbook. A backup of an older version is brought up to date on the way. Neither file is
 * changed. Fails as ts_workbook_open() does, with %TS_STORE_ERROR_CORRUPT where the backup is damaged, and with %TS_STORE_ERROR_EXISTS where it
 * is the workbook itself.
 *
 * Returns: (transfer full): what can be put in place, or %NULL with an error
 */
TsRestore *
ts_restore_prepare (const char          *backup_path,
                    const char          *workbook_path,
                    GCancellable        *cancellable,
                    TsProgressFunction   progress,
                    gpointer             data,
                    GError             **error)
{
  g_autoptr (TsRestore) self = NULL;
  g_autoptr (TsWorkbook) backup = NULL;
  g_autoptr (TsJournalState) state = NULL;
  g_autofree char *name = NULL;
  GError *failure = NULL;
  gboolean exists;
  TsFileKey key;

  g_return_val_if_fail (backup_path != NULL && workbook_path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_filename_display_basename (backup_path);
  self = g_new0 (TsRestore, 1);
  self->path = find_target (workbook_path, &key, &exists, error);

  if (self->path == NULL || (exists && !check_is_another (&key, backup_path, name, error)))
    return NULL;

  backup = ts_workbook_open (backup_path, TS_OPEN_READ_ONLY, &failure);

  if (backup == NULL)
    {
      fail_with_backup (error, failure, name);
      return NULL;
    }

  if (!check_is_whole (backup, name, cancellable, progress, data, error))
    return NULL;

  state = ts_workbook_read_journal_state (backup, error);

  if (state == NULL)
    return NULL;

  self->n_changes = state->n_changes;
  ts_workbook_use_cancellable (backup, cancellable);
  self->temporary = ts_workbook_write_temporary_copy (backup->database, self->path, progress, data, error);
  ts_workbook_use_cancellable (backup, NULL);

  return self->temporary != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_unusable (const GError *error)
{
  return g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT) ||
         g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_A_WORKBOOK) ||
         g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_SCHEMA_TOO_NEW);
}

static gboolean
back_up (TsRestore   *self,
         const char  *folder,
         gint64       now,
         GError     **error)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (self->path, TS_OPEN_READ_ONLY, error);

  return workbook != NULL && ts_backup_make (workbook, folder, TS_BACKUP_BEFORE_RESTORING, now, NULL, NULL, error);
}

/* What is there is kept as a backup; what cannot be read any more, as the file that it is. */
static gboolean
keep_what_is_there (TsRestore      *self,
                    TsReplacement  *replacement,
                    const char     *folder,
                    gint64          now,
                    char          **kept,
                    GError        **error)
{
  g_autoptr (GError) failure = NULL;

  if (back_up (self, folder, now, &failure))
    return TRUE;

  if (is_unusable (failure))
    return ts_replacement_set_aside (replacement, kept, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * ts_restore_commit:
 * @self: a prepared restore
 * @backups_folder: the folder of the workbook's backups
 * @now: the time
 * @kept: (out) (optional) (nullable): where the old file is kept beside the workbook, because it could not be read; %NULL where what was there
 *   is the newest of the backups, or nothing was there
 * @error: where to put an error
 *
 * Makes a backup of what is there and puts the prepared copy in its place, at one moment. Fails with %TS_STORE_ERROR_LOCKED or
 * %TS_STORE_ERROR_BUSY where somebody has the workbook open, also in this process.
 *
 * Returns: whether it is in place; with an error the workbook is as it was
 */
gboolean
ts_restore_commit (TsRestore   *self,
                   const char  *backups_folder,
                   gint64       now,
                   char       **kept,
                   GError     **error)
{
  g_autoptr (TsReplacement) replacement = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (self != NULL && self->temporary != NULL && backups_folder != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;

  replacement = ts_replacement_begin (self->path, error);

  if (replacement == NULL)
    return FALSE;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS) &&
      !keep_what_is_there (self, replacement, backups_folder, now, &aside, error))
    return FALSE;

  if (!ts_replacement_finish (replacement, self->temporary, error))
    return FALSE;

  g_clear_pointer (&self->temporary, g_free);

  if (kept != NULL)
    *kept = g_steal_pointer (&aside);

  return TRUE;
}

/**
 * ts_restore_get_n_changes:
 * @self: a restore
 *
 * Returns: how many changes the journal of the backup has
 */
gint64
ts_restore_get_n_changes (const TsRestore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_changes;
}

/**
 * ts_restore_free:
 * @self: (transfer full): a restore
 *
 * Removes the copy again if it was not put in place.
 */
void
ts_restore_free (TsRestore *self)
{
  g_return_if_fail (self != NULL);

  if (self->temporary != NULL)
    ts_file_remove_database (self->temporary);

  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
