/* ts-backup.c — copies of a workbook that are made without asking
 *
 * They lie in a folder of the person's, one for each workbook, away from the workbook itself: what happens to its folder does not happen to
 * them. The name of each says when it was made and of what, so that a list needs no more than the names. When one more has been made, those
 * that are no longer needed go; see core/ts-backup-rotation.c for which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-backup.h"

#include "store/ts-file.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define SUFFIX ".touchstone"

/* 2010-03-04T15-04-05Z-123-5b0e6c913d5f.touchstone: the time in UTC, the number of changes, the beginning of the last one's hash. A colon is
 * no character for a file's name everywhere. */
#define TIME_LENGTH 20
#define HEAD_LENGTH 12

/* Of a workbook's name, in the name of its folder; long enough to be known again. */
#define LONGEST_FOLDER_NAME 40
#define FOLDER_HASH_LENGTH  16

/* More than rotation leaves, even if several programs rotate at once; what else may be in the folder is not read. */
#define MOST_BACKUPS 1000

/* A backup is no help if the workbook finds no space any more because of it. */
#define SPACE_TO_LEAVE G_GUINT64_CONSTANT (67108864)

/* Seconds. A copy that is older is not being written any more. */
#define AGE_OF_LEFTOVERS (24 * 60 * 60)

void
ts_backup_free (TsBackup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self->head);
  g_free (self);
}

/* The real path, also of a workbook that is gone as long as its folder is there. */
static char *
resolve (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (path, NULL);
  char *resolved;

  if (real != NULL)
    {
      resolved = g_strdup (real);
    }
  else
    {
      real = realpath (directory, NULL);
      resolved = g_build_filename (real != NULL ? real : directory, name, NULL);
    }

  free (real);

  return resolved;
}

/* What a person knows the workbook by, in letters that every file system takes. */
static char *
make_readable_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  GString *readable = g_string_new (NULL);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';

  for (const char *at = name; *at != '\0' && readable->len < LONGEST_FOLDER_NAME; at++)
    g_string_append_c (readable, g_ascii_isalnum (*at) || *at == '-' ? *at : '_');

  return g_string_free (readable, FALSE);
}

/**
 * ts_backup_build_folder:
 * @base: the folder of all backups
 * @workbook_path: a workbook, which need not be there any more
 *
 * Returns: (transfer full): the folder of this workbook's backups, which need not be there yet
 */
char *
ts_backup_build_folder (const char *base,
                        const char *workbook_path)
{
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *readable = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (base != NULL && workbook_path != NULL, NULL);

  path = resolve (workbook_path);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  readable = make_readable_name (path);
  name = g_strdup_printf ("%s-%.*s", readable, FOLDER_HASH_LENGTH, hash);

  return g_build_filename (base, name, NULL);
}

static char *
make_name (gint64      at,
           gint64      n_changes,
           const char *head)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H-%M-%SZ") : g_strdup ("1970-01-01T00-00-00Z");

  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%.*s" SUFFIX, text, n_changes, HEAD_LENGTH, head);
}

static gboolean
parse_time (const char *name,
            gint64     *at)
{
  g_autofree char *text = g_strndup (name, TIME_LENGTH);
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) != TIME_LENGTH || text[13] != '-' || text[16] != '-')
    return FALSE;

  text[13] = text[16] = ':';
  time = g_date_time_new_from_iso8601 (text, NULL);

  if (time == NULL)
    return FALSE;

  *at = g_date_time_to_unix (time) * G_USEC_PER_SEC;

  return TRUE;
}

static TsBackup *
parse (const char *folder,
       const char *name)
{
  g_auto (GStrv) parts = NULL;
  TsBackup *backup;
  gint64 n_changes;
  gint64 at;
  GStatBuf status;
  g_autofree char *path = NULL;

  if (!g_str_has_suffix (name, SUFFIX) || !parse_time (name, &at) || name[TIME_LENGTH] != '-')
    return NULL;

  parts = g_strsplit_set (name + TIME_LENGTH + 1, "-.", 4);

  if (g_strv_length (parts) != 3 ||
      strspn (parts[1], "0123456789abcdef") != HEAD_LENGTH || parts[1][HEAD_LENGTH] != '\0' ||
      !g_ascii_string_to_signed (parts[0], 10, 0, G_MAXINT64, &n_changes, NULL))
    return NULL;

  path = g_build_filename (folder, name, NULL);

  if (g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;

  backup = g_new0 (TsBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->at = at;
  backup->n_changes = n_changes;
  backup->head = g_strdup (parts[1]);
  backup->size = (guint64) status.st_size;

  return backup;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const TsBackup *first = *(TsBackup *const *) a;
  const TsBackup *second = *(TsBackup *const *) b;

  if (first->at != second->at)
    return first->at > second->at ? -1 : 1;

  if (first->n_changes != second->n_changes)
    return first->n_changes > second->n_changes ? -1 : 1;

  return strcmp (first->path, second->path);
}

/**
 * ts_backup_list:
 * @folder: the folder of a workbook's backups
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type TsBackup): the backups, the newest first, none where there is no folder; %NULL with an error where
 *   it cannot be read
 */
GPtrArray *
ts_backup_list (const char  *folder,
                GError     **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDir) directory = NULL;
  g_autoptr (GError) failure = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  backups = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_backup_free);
  directory = g_dir_open (folder, 0, &failure);

  if (directory == NULL)
    {
      if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
        return g_steal_pointer (&backups);

      ts_store_error_set_from_errno (error, EACCES, folder);
      return NULL;
    }

  while (backups->len < MOST_BACKUPS && (name = g_dir_read_name (directory)) != NULL)
    {
      TsBackup *backup = parse (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_newest_first);

  return g_steal_pointer (&backups);
}

/* How many changes there are, and the hash of the last; empty where there are none. */
static gboolean
read_head (TsWorkbook  *workbook,
           gint64      *n_changes,
           char       **head,
           GError     **error)
{
  if (!ts_database_read_integer (workbook->database, "select seq from change order by seq desc limit 1", n_changes, error))
    return FALSE;

  *head = ts_database_read_text (workbook->database, "select hash from change order by seq desc limit 1", error);

  return *head != NULL;
}

/* Whether @workbook has a change that @backup has not. */
static gboolean
has_grown (const TsBackup *backup,
           gint64          n_changes,
           const char     *head)
{
  if (*head == '\0')
    return FALSE;

  return backup == NULL || backup->n_changes != n_changes || strncmp (backup->head, head, HEAD_LENGTH) != 0;
}

static gboolean
check_space (TsWorkbook  *workbook,
             const char  *folder,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  GStatBuf status;

  /* Where nobody knows, the copy itself finds out. */
  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) ||
      g_stat (ts_workbook_get_path (workbook), &status) != 0)
    return TRUE;

  if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) >= (guint64) status.st_size + SPACE_TO_LEAVE)
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE,
               _("There is not enough space on the disk for a backup. The workbook itself is safe. Free some space; the next backup is made "
                 "by itself."));

  return FALSE;
}

static void
remove_leftovers (const char *folder,
                  gint64      now)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (*name == '.' && strstr (name, SUFFIX ".") != NULL && g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) &&
          now / G_USEC_PER_SEC - status.st_mtime > AGE_OF_LEFTOVERS)
        g_unlink (path);
    }
}

/* That one could not be removed is tried again next time. */
static void
rotate (const char *folder,
        const char *newest,
        gint64      now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = ts_backup_list (folder, &error);
  g_autofree gint64 *times = NULL;
  g_autofree gboolean *keep = NULL;

  if (backups == NULL)
    {
      g_debug ("store: %s", error->message);
      return;
    }

  times = g_new (gint64, backups->len);
  keep = g_new (gboolean, backups->len);

  for (guint i = 0; i < backups->len; i++)
    times[i] = ((TsBackup *) g_ptr_array_index (backups, i))->at;

  ts_backup_rotate (times, keep, backups->len);

  for (guint i = 0; i < backups->len; i++)
    {
      const TsBackup *backup = g_ptr_array_index (backups, i);

      /* Whatever the clock says, the one that was just made stays. */
      if (!keep[i] && !g_str_equal (backup->path, newest))
        ts_file_remove_database (backup->path);
    }

  remove_leftovers (folder, now);
}

static gboolean
write_backup (TsWorkbook    *workbook,
              const char    *folder,
              const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      ts_store_error_set_from_errno (error, errno, folder);
      return FALSE;
    }

  if (!check_space (workbook, folder, error))
    return FALSE;

  if (ts_workbook_copy_to (workbook, path, cancellable, &failure))
    return TRUE;

  /* Another window was as quick; its backup says the same. */
  if (g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * ts_backup_make:
 * @workbook: a workbook, open in whatever way
 * @folder: the folder of its backups; made where it is not there
 * @occasion: what makes the caller ask
 * @now: the time
 * @cancellable: (nullable): what may end it
 * @made: (out) (optional) (nullable): the backup that was made, %NULL where none was due
 * @error: where to put an error
 *
 * Makes a backup if one is due, and throws those away that are no longer needed. Fails with %TS_STORE_ERROR_NO_SPACE rather than fill the disk.
 *
 * Returns: whether there is a backup now, if there is anything to back up
 */
gboolean
ts_backup_make (TsWorkbook        *workbook,
                const char        *folder,
                TsBackupOccasion   occasion,
                gint64             now,
                GCancellable      *cancellable,
                TsBackup         **made,
                GError           **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  const TsBackup *last;
  gint64 n_changes;

  g_return_val_if_fail (workbook != NULL && folder != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (workbook);

  if (made != NULL)
    *made = NULL;

  backups = ts_backup_list (folder, error);

  if (backups == NULL || !read_head (workbook, &n_changes, &head, error))
    return FALSE;

  last = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  if (!ts_backup_is_due (occasion, last != NULL, has_grown (last, n_changes, head), last != NULL ? last->at : 0, now))
    return TRUE;

  name = make_name (now, n_changes, head);
  path = g_build_filename (folder, name, NULL);

  if (!write_backup (workbook, folder, path, cancellable, error))
    return FALSE;

  if (made != NULL)
    *made = parse (folder, name);

  rotate (folder, path, now);

  return TRUE;
}
