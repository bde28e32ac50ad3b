/* ts-workbook-copy.c — copies of a whole workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-database.h"
#include "store/ts-file.h"
#include "store/ts-replace.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/*< private >
 * ts_workbook_check_is_free:
 * @path: where a workbook is going to be
 * @error: where to put an error
 *
 * A log that outlived its workbook would be taken for that of the next one of the same name. It may hold the last changes of a workbook
 * that was moved without it, so that it is not for us to remove.
 *
 * Returns: whether there is nothing of that name
 */
gboolean
ts_workbook_check_is_free (const char  *path,
                           GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      ts_store_error_set_from_errno (error, EEXIST, path);
      return FALSE;
    }

  if (ts_workbook_file_has_log (path))
    {
      ts_store_error_set_from_errno (error, EEXIST, log);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_copy (TsDatabase          *database,
            const char          *temporary,
            TsProgressFunction   progress,
            gpointer             data,
            GError             **error)
{
  g_autoptr (TsDatabase) copy = NULL;
  g_autofree char *problems = NULL;

  if (!ts_database_copy_to (database, temporary, progress, data, error))
    return FALSE;

  /* How far checking has come, the engine does not say. */
  if (progress != NULL)
    progress (0, 0, data);

  copy = ts_database_open (temporary, TS_DATABASE_IMMUTABLE, error);

  if (copy == NULL)
    return FALSE;

  problems = ts_database_check (copy, TRUE, error);

  if (problems == NULL || *problems == '\0')
    return problems != NULL;

  g_debug ("store: the copy of a database is damaged: %s", problems);
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("The copy that was made is damaged, so it was thrown away. Verify the workbook, and try another disk."));

  return FALSE;
}

/*< private >
 * ts_workbook_write_temporary_copy:
 * @database: a workbook's database
 * @path: where the copy is going to be
 * @progress: (nullable): called now and then
 * @data: for @progress
 * @error: where to put an error
 *
 * Writes a checked copy into a hidden file in the same folder, so that it can be renamed into place.
 *
 * Returns: (transfer full): the hidden file, or %NULL with an error
 */
char *
ts_workbook_write_temporary_copy (TsDatabase          *database,
                                  const char          *path,
                                  TsProgressFunction   progress,
                                  gpointer             data,
                                  GError             **error)
{
  g_autofree char *temporary = ts_file_make_temporary (path, error);

  if (temporary == NULL)
    return NULL;

  if (write_copy (database, temporary, progress, data, error))
    return g_steal_pointer (&temporary);

  ts_file_remove_database (temporary);

  return NULL;
}

/*< private >
 * ts_workbook_copy_database:
 * @database: a workbook's database
 * @path: where there is no file yet
 * @progress: (nullable): called now and then
 * @data: for @progress
 * @error: where to put an error
 *
 * Returns: whether a checked copy is on the disk
 */
gboolean
ts_workbook_copy_database (TsDatabase          *database,
                           const char          *path,
                           TsProgressFunction   progress,
                           gpointer             data,
                           GError             **error)
{
  g_autofree char *temporary = ts_workbook_write_temporary_copy (database, path, progress, data, error);

  if (temporary == NULL)
    return FALSE;

  if (ts_file_publish (temporary, path, error))
    return TRUE;

  ts_file_remove_database (temporary);

  return FALSE;
}

/**
 * ts_workbook_copy_to:
 * @self: a workbook
 * @path: where there is no file yet
 * @cancellable: (nullable): what may end it
 * @error: where to put an error
 *
 * Writes a compact copy of the whole workbook, evidence and journal included, as at one moment, and checks it. Fails
 * with %TS_STORE_ERROR_EXISTS where there is a file of that name, which is left as it is.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
ts_workbook_copy_to (TsWorkbook    *self,
                     const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return ts_workbook_save_copy (self, path, FALSE, cancellable, NULL, NULL, error);
}

static gboolean
replace_with_copy (TsWorkbook          *self,
                   const char          *path,
                   TsProgressFunction   progress,
                   gpointer             data,
                   GError             **error)
{
  g_autoptr (TsReplacement) replacement = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *resolved = NULL;
  g_autofree char *temporary = NULL;
  TsFileKey key;

  resolved = ts_workbook_file_resolve (path, &key, error);

  if (resolved == NULL)
    return FALSE;

  if (key.device == self->key.device && key.inode == self->key.inode)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS,
                   _("“%s” is the workbook that is open. Choose another name for the copy."), name);
      return FALSE;
    }

  /* Taken before the long work, so that nobody opens meanwhile what is about to go. */
  replacement = ts_replacement_begin (resolved, error);

  if (replacement == NULL)
    return FALSE;

  temporary = ts_workbook_write_temporary_copy (self->database, resolved, progress, data, error);

  if (temporary == NULL)
    return FALSE;

  if (ts_replacement_finish (replacement, temporary, error))
    return TRUE;

  ts_file_remove_database (temporary);

  return FALSE;
}

/**
 * ts_workbook_save_copy:
 * @self: a workbook
 * @path: where the copy shall be
 * @replace: whether a file of that name is replaced
 * @cancellable: (nullable): what may end it; then @path is as it was
 * @progress: (nullable): called now and then with bytes written and bytes to write, and with nothing while the copy is checked
 * @data: for @progress
 * @error: where to put an error
 *
 * As [method@Workbook.copy_to]. Fails with %TS_STORE_ERROR_EXISTS where @path is this workbook, and with %TS_STORE_ERROR_LOCKED or
 * %TS_STORE_ERROR_BUSY where it is one that somebody has open: what is open is never replaced.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
ts_workbook_save_copy (TsWorkbook          *self,
                       const char          *path,
                       gboolean             replace,
                       GCancellable        *cancellable,
                       TsProgressFunction   progress,
                       gpointer             data,
                       GError             **error)
{
  gboolean exists;
  gboolean copied;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  exists = replace && g_file_test (path, G_FILE_TEST_EXISTS);

  if (!exists && !ts_workbook_check_is_free (path, error))
    return FALSE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  ts_workbook_use_cancellable (self, cancellable);
  copied = exists ? replace_with_copy (self, path, progress, data, error)
                  : ts_workbook_copy_database (self->database, path, progress, data, error);
  ts_workbook_use_cancellable (self, NULL);

  return copied;
}
