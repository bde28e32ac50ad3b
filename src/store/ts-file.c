/* ts-file.c — files that come into being whole, and files of our own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-file.h"

#include "store/ts-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/**
 * ts_file_make_temporary:
 * @path: a file that is going to be made
 * @error: where to put an error
 *
 * Makes an empty hidden file in the same folder, so that it can be renamed into place.
 *
 * Returns: (transfer full): its path, or %NULL with an error
 */
char *
ts_file_make_temporary (const char  *path,
                        GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *temporary = g_build_filename (directory, hidden, NULL);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  int number = errno;

  if (descriptor >= 0)
    {
      close (descriptor);
      return g_steal_pointer (&temporary);
    }

  if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY,
                 _("Nothing can be written to this folder. Choose a folder of your own."));
  else
    ts_store_error_set_from_errno (error, number, number == ENOENT || number == ENOTDIR ? directory : path);

  return NULL;
}

/**
 * ts_file_make_private_directory:
 * @error: where to put an error
 *
 * Returns: (transfer full): a new folder that only this user can enter, or %NULL with an error
 */
char *
ts_file_make_private_directory (GError **error)
{
  char *directory = g_build_filename (g_get_tmp_dir (), "touchstone-XXXXXX", NULL);

  if (g_mkdtemp (directory) != NULL)
    return directory;

  ts_store_error_set_from_errno (error, errno, g_get_tmp_dir ());
  g_free (directory);

  return NULL;
}

/**
 * ts_file_remove_private_directory:
 * @path: a folder made by ts_file_make_private_directory()
 *
 * Removes it and the files in it.
 */
void
ts_file_remove_private_directory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }

  g_rmdir (path);
}

/**
 * ts_file_remove_database:
 * @path: a database that nobody uses
 *
 * Removes it with the files that the engine keeps beside it.
 */
void
ts_file_remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static gboolean
copy_bytes (int from,
            int to)
{
  static const gsize size = 256 * 1024;
  g_autofree char *buffer = g_malloc (size);
  ssize_t n_read;

  while ((n_read = read (from, buffer, size)) != 0)
    {
      if (n_read < 0 && errno == EINTR)
        continue;

      if (n_read < 0)
        return FALSE;

      for (ssize_t n_done = 0; n_done < n_read;)
        {
          ssize_t n_written = write (to, buffer + n_done, n_read - n_done);

          if (n_written < 0 && errno != EINTR)
            return FALSE;

          n_done += MAX (n_written, 0);
        }
    }

  return TRUE;
}

/**
 * ts_file_copy_private:
 * @from: a file, which must not be open in this process as a database
 * @to: a path in a private folder
 * @error: where to put an error
 *
 * Returns: whether it was copied
 */
gboolean
ts_file_copy_private (const char  *from,
                      const char  *to,
                      GError     **error)
{
  int source = open (from, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  int target = source >= 0 ? open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
  gboolean copied = target >= 0 && copy_bytes (source, target);
  int number = errno;

  if (source >= 0)
    close (source);

  if (target >= 0 && close (target) != 0 && copied)
    {
      number = errno;
      copied = FALSE;
    }

  if (!copied)
    ts_store_error_set_from_errno (error, number, from);

  return copied;
}

/**
 * ts_file_synchronise:
 * @path: a file or folder, which must not be open in this process as a database
 * @error: where to put an error
 *
 * Returns: whether all of it is on the disk
 */
gboolean
ts_file_synchronise (const char  *path,
                     GError     **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;
  int number = errno;

  if (descriptor >= 0)
    close (descriptor);

  if (!done)
    ts_store_error_set_from_errno (error, number, path);

  return done;
}

static gboolean
move_without_replacing (const char *from,
                        const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;

  /* Some file systems do not know how; a hard link does not replace anything either. */
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  return link (from, to) == 0 && unlink (from) == 0;
}

/**
 * ts_file_publish:
 * @temporary: a complete file
 * @path: where it shall be, in the same folder
 * @error: where to put an error
 *
 * Gives a file its name, once all of it is on the disk. Fails with %TS_STORE_ERROR_EXISTS where there is a file of that
 * name.
 *
 * Returns: whether it is there now, and stays
 */
gboolean
ts_file_publish (const char  *temporary,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (!ts_file_synchronise (temporary, error))
    return FALSE;

  if (!move_without_replacing (temporary, path))
    {
      ts_store_error_set_from_errno (error, errno, path);
      return FALSE;
    }

  return ts_file_synchronise (directory, error);
}
