/* ts-workbook-file.c — a workbook as a file among others
 *
 * The database engine locks with fcntl(), and the system gives up all of a process's fcntl() locks on a file as soon as
 * the process closes any descriptor of it. So once a workbook is open, nothing in this process may open it but the
 * engine: this file keeps the list of what is open, and whatever reads a workbook as a plain file asks it first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-workbook-file.h"

#include "store/ts-database.h"
#include "store/ts-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The header of the file format: https://www.sqlite.org/fileformat.html, section 1.3. */
#define HEADER_SIZE           100
#define PAGE_SIZE_OFFSET      16
#define PAGE_COUNT_OFFSET     28
#define APPLICATION_ID_OFFSET 68

typedef struct
{
  TsFileKey key;
  guint n_users;
} OpenFile;

static GMutex open_files_mutex;
static GArray *open_files;

static OpenFile *
find_open (const TsFileKey *key)
{
  for (guint i = 0; open_files != NULL && i < open_files->len; i++)
    {
      OpenFile *file = &g_array_index (open_files, OpenFile, i);

      if (file->key.device == key->device && file->key.inode == key->inode)
        return file;
    }

  return NULL;
}

/* Takes @text. */
static gboolean
fail_with_other (GError **error,
                 char    *text)
{
  g_set_error_literal (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_A_WORKBOOK, text);
  g_free (text);

  return FALSE;
}

/**
 * ts_workbook_file_resolve:
 * @path: a path from anywhere
 * @key: (out): which file it is
 * @error: where to put an error
 *
 * Finds the file that a path leads to, and makes sure that it is a plain one.
 *
 * Returns: (transfer full): its real path, without links, or %NULL with an error
 */
char *
ts_workbook_file_resolve (const char  *path,
                          TsFileKey   *key,
                          GError     **error)
{
  g_autofree char *resolved = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  char *real = realpath (path, NULL);
  struct stat status;

  if (real == NULL)
    {
      ts_store_error_set_from_errno (error, errno, path);
      return NULL;
    }

  resolved = g_strdup (real);
  free (real);

  if (stat (resolved, &status) != 0)
    {
      ts_store_error_set_from_errno (error, errno, path);
      return NULL;
    }

  if (S_ISDIR (status.st_mode))
    {
      fail_with_other (error, g_strdup_printf (_("“%s” is a folder, not a workbook."), name));
      return NULL;
    }

  if (!S_ISREG (status.st_mode))
    {
      fail_with_other (error, g_strdup_printf (_("“%s” is not a file that can hold a workbook."), name));
      return NULL;
    }

  key->device = status.st_dev;
  key->inode = status.st_ino;

  return g_steal_pointer (&resolved);
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
fail_with_damage (GError     **error,
                  const char  *what)
{
  g_set_error_literal (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT, what);

  return FALSE;
}

static gboolean
check_header (const char    *path,
              const guint8  *header,
              gint64         n_read,
              gint64         size,
              GError       **error)
{
  static const char magic[16] = "SQLite format 3";
  g_autofree char *name = g_filename_display_basename (path);
  gboolean is_database = n_read >= (gint64) sizeof magic && memcmp (header, magic, sizeof magic) == 0;
  gboolean is_ours = n_read == HEADER_SIZE && read_big_endian (header + APPLICATION_ID_OFFSET) == TS_DATABASE_APPLICATION_ID;
  gint64 page_size;

  if (size == 0)
    return fail_with_other (error, g_strdup_printf (_("“%s” is empty: it is not a workbook, or its content was lost."), name));

  if (!is_database && !is_ours)
    return fail_with_other (error, g_strdup_printf (_("“%s” is not a Touchstone workbook."), name));

  if (!is_ours && n_read == HEADER_SIZE)
    return fail_with_other (error, g_strdup_printf (_("“%s” is a database of another program, not a Touchstone workbook."), name));

  if (!is_database || !is_ours)
    return fail_with_damage (error, _("The beginning of the workbook is damaged. It was left as it is. "
                                      "Open it to salvage what can be read, or use a backup."));

  /* 1 stands for 65536, which does not fit. */
  page_size = header[PAGE_SIZE_OFFSET] << 8 | header[PAGE_SIZE_OFFSET + 1];
  page_size = page_size == 1 ? 65536 : page_size;

  /* With a log beside it, the file itself may lag behind. */
  if (size < page_size * read_big_endian (header + PAGE_COUNT_OFFSET) && !ts_workbook_file_has_log (path))
    return fail_with_damage (error, _("The workbook is damaged: its end is missing. It was left as it is. "
                                      "Open it to salvage what can be read, or use a backup."));

  return TRUE;
}

static gboolean
check_file (const char  *path,
            GError     **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat status;
  ssize_t n_read;
  int descriptor;

  descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (descriptor < 0)
    {
      ts_store_error_set_from_errno (error, errno, path);
      return FALSE;
    }

  n_read = pread (descriptor, header, sizeof header, 0);

  if (n_read < 0 || fstat (descriptor, &status) != 0)
    {
      ts_store_error_set_from_errno (error, errno, path);
      close (descriptor);
      return FALSE;
    }

  close (descriptor);

  return check_header (path, header, n_read, status.st_size, error);
}

/**
 * ts_workbook_file_enter:
 * @path: a workbook, by its real path
 * @key: which file it is
 * @error: where to put an error
 *
 * Adds the file to the list of what this process has open; ts_workbook_file_leave() must follow. A file that is not
 * open yet is looked at first: fails with %TS_STORE_ERROR_NOT_A_WORKBOOK where it is something else, and with
 * %TS_STORE_ERROR_CORRUPT where it is a workbook no more.
 *
 * Returns: whether the engine can be let near it
 */
gboolean
ts_workbook_file_enter (const char       *path,
                        const TsFileKey  *key,
                        GError          **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);
  OpenFile *file = find_open (key);
  OpenFile new_file = { *key, 1 };

  if (file != NULL)
    {
      file->n_users++;
      return TRUE;
    }

  if (!check_file (path, error))
    return FALSE;

  if (open_files == NULL)
    open_files = g_array_new (FALSE, FALSE, sizeof (OpenFile));

  g_array_append_val (open_files, new_file);

  return TRUE;
}

/**
 * ts_workbook_file_leave:
 * @key: which file
 *
 * Takes the file off the list again, after the engine has closed it.
 */
void
ts_workbook_file_leave (const TsFileKey *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);
  OpenFile *file = find_open (key);

  g_return_if_fail (file != NULL);

  if (--file->n_users > 0)
    return;

  g_array_remove_index_fast (open_files, file - (OpenFile *) (gpointer) open_files->data);

  if (open_files->len == 0)
    g_clear_pointer (&open_files, g_array_unref);
}

gboolean
ts_workbook_file_is_entered (const TsFileKey *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);

  return find_open (key) != NULL;
}

/**
 * ts_workbook_file_has_log:
 * @path: a workbook
 *
 * Returns: whether a log with something in it lies beside the workbook: it is open somewhere, or was never closed
 */
gboolean
ts_workbook_file_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size > 0;
}

/**
 * ts_workbook_file_has_empty_log:
 * @path: a workbook
 *
 * Returns: whether a log with nothing in it lies beside the workbook, as reading leaves it
 */
gboolean
ts_workbook_file_has_empty_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size == 0;
}
