/* ts-replace.c — one file in the place of another that may be a workbook
 *
 * A workbook is more than a file: the engine keeps a log and shared memory beside it, by name. Whoever still has the old file open would go
 * on using those of the new one, and a log that is left behind would be taken for that of the new one: either destroys it. So a file is only
 * replaced when nobody at all has it open, and what lies beside it goes first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-replace.h"

#include "store/ts-database.h"
#include "store/ts-file.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-file.h"
#include "store/ts-workbook-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nobody has more; it keeps a strange folder from being searched for ever. */
#define MOST_SET_ASIDE 1000

/* A copy that is being made of it may be about to end. */
#define MOST_WAITS        20
#define WAIT_MICROSECONDS 100000

struct _TsReplacement
{
  char *path;
  TsWorkbookLock *lock;
};

static gboolean
fail_with_use (const char  *path,
               GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_BUSY,
               _("“%s” is open in another window or program, so it was left as it is. Close it there and try again."), name);

  return FALSE;
}

/* Whoever has a workbook open holds a lock of the engine's on it, also who only looks. The file must not be open in this process: closing it
 * here would give up the locks that this process has on it. */
static gboolean
is_locked_elsewhere (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int descriptor = open (path, O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  gboolean locked;

  if (descriptor < 0)
    return FALSE;

  locked = fcntl (descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  close (descriptor);

  return locked;
}

static gboolean
check_not_in_use (const char  *path,
                  guint        n_waits,
                  GError     **error)
{
  g_autofree char *resolved = NULL;
  TsFileKey key;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  resolved = ts_workbook_file_resolve (path, &key, error);

  if (resolved == NULL)
    return FALSE;

  while (ts_workbook_file_is_entered (&key) || is_locked_elsewhere (resolved))
    {
      if (n_waits-- == 0)
        return fail_with_use (path, error);

      g_usleep (WAIT_MICROSECONDS);
    }

  return TRUE;
}

/**
 * ts_replacement_begin:
 * @path: a file by its real path, or where one was
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_LOCKED where somebody works in it, %TS_STORE_ERROR_BUSY where somebody looks at it.
 *
 * Returns: (transfer full): the right to replace it, or %NULL with an error
 */
TsReplacement *
ts_replacement_begin (const char  *path,
                      GError     **error)
{
  g_autoptr (TsWorkbookLock) lock = NULL;
  TsReplacement *self;
  gboolean was_left_behind;

  g_return_val_if_fail (path != NULL, NULL);

  lock = ts_workbook_lock_take (path, &was_left_behind, error);

  if (lock == NULL || !check_not_in_use (path, MOST_WAITS, error))
    return NULL;

  self = g_new0 (TsReplacement, 1);
  self->path = g_strdup (path);
  self->lock = g_steal_pointer (&lock);

  return self;
}

static char *
make_name_aside (const char *path,
                 guint       number)
{
  return number == 1 ? g_strconcat (path, ".before-restoring", NULL)
                     : g_strdup_printf ("%s.before-restoring-%u", path, number);
}

/* A second name where the file system has such, else a copy. */
static gboolean
give_name (const char  *path,
           const char  *name,
           GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (link (path, name) == 0)
    return TRUE;

  if (errno == EEXIST)
    {
      ts_store_error_set_from_errno (error, EEXIST, name);
      return FALSE;
    }

  if (ts_file_copy_private (path, name, &failure) && ts_file_synchronise (name, &failure))
    return TRUE;

  if (!g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS))
    g_unlink (name);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * ts_replacement_set_aside:
 * @self: a replacement
 * @kept: (out): where the old file is
 * @error: where to put an error
 *
 * Gives the old file another name beside its own, as it is and with its log, for it may be so damaged that nothing better can be done.
 *
 * Returns: whether it has one
 */
gboolean
ts_replacement_set_aside (TsReplacement  *self,
                          char          **kept,
                          GError        **error)
{
  g_autofree char *log = NULL;

  g_return_val_if_fail (self != NULL && kept != NULL, FALSE);

  log = g_strconcat (self->path, "-wal", NULL);

  for (guint number = 1; number <= MOST_SET_ASIDE; number++)
    {
      g_autofree char *name = make_name_aside (self->path, number);
      g_autofree char *log_name = g_strconcat (name, "-wal", NULL);
      g_autoptr (GError) failure = NULL;

      if (!give_name (self->path, name, &failure))
        {
          if (g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS))
            continue;

          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      if (ts_workbook_file_has_log (self->path) && !give_name (log, log_name, error))
        {
          g_unlink (name);
          return FALSE;
        }

      *kept = g_steal_pointer (&name);
      return TRUE;
    }

  ts_store_error_set_from_errno (error, EEXIST, self->path);

  return FALSE;
}

/* What the engine keeps beside a workbook. */
static gboolean
remove_companions (const char  *path,
                   GError     **error)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      if (g_unlink (file) != 0 && errno != ENOENT)
        {
          ts_store_error_set_from_errno (error, errno, file);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * ts_replacement_finish:
 * @self: a replacement
 * @temporary: a complete file in the same folder
 * @error: where to put an error
 *
 * Puts @temporary in the place of the old file, at one moment. What the old one's log still held is lost, so that it must have been emptied
 * or set aside before.
 *
 * Returns: whether it is there now, and stays
 */
gboolean
ts_replacement_finish (TsReplacement  *self,
                       const char     *temporary,
                       GError        **error)
{
  g_autofree char *folder = NULL;
  struct stat status;

  g_return_val_if_fail (self != NULL && temporary != NULL, FALSE);

  folder = g_path_get_dirname (self->path);

  /* Who could read the old one can read the new one. */
  if (stat (self->path, &status) == 0 && chmod (temporary, status.st_mode & 0777) != 0)
    g_debug ("store: the permissions could not be kept: %s", g_strerror (errno));

  if (!ts_file_synchronise (temporary, error) ||
      !check_not_in_use (self->path, 0, error) ||
      !remove_companions (self->path, error))
    return FALSE;

  if (g_rename (temporary, self->path) != 0)
    {
      ts_store_error_set_from_errno (error, errno, self->path);
      return FALSE;
    }

  return ts_file_synchronise (folder, error);
}

/**
 * ts_replacement_free:
 * @self: (transfer full): a replacement
 *
 * Lets others open the file again.
 */
void
ts_replacement_free (TsReplacement *self)
{
  g_return_if_fail (self != NULL);

  ts_workbook_lock_release (self->lock);
  g_free (self->path);
  g_free (self);
}
