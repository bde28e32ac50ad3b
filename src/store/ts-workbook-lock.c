/* ts-workbook-lock.c — who works in a workbook
 *
 * The database engine has locks of its own, but they only cover a moment: two windows could take turns at writing and
 * undo each other's work. Here the lock is the flock() on a file beside the workbook. The file itself means nothing:
 * what a crash leaves behind is not locked, and only shows that nobody closed the workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-workbook-lock.h"

#include "store/ts-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST_NOTE 512
#define MOST_TRIES   100

struct _TsWorkbookLock
{
  char *path;
  int descriptor;
};

/**
 * ts_workbook_lock_get_path_for:
 * @path: a workbook
 *
 * Returns: (transfer full): the file that is locked while somebody works in the workbook
 */
char *
ts_workbook_lock_get_path_for (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.lock", name);

  return g_build_filename (directory, hidden, NULL);
}

static gboolean
is_still_there (int         descriptor,
                const char *path)
{
  struct stat locked, current;

  return fstat (descriptor, &locked) == 0 && lstat (path, &current) == 0 &&
         locked.st_dev == current.st_dev && locked.st_ino == current.st_ino;
}

/* Who has the lock writes three lines: process, user, program. */
static void
fail_with_holder (int      descriptor,
                  GError **error)
{
  char note[LONGEST_NOTE] = "";
  ssize_t n_read = pread (descriptor, note, sizeof note - 1, 0);
  g_auto (GStrv) lines = NULL;
  g_autofree char *valid = NULL;

  valid = g_utf8_make_valid (note, MAX (n_read, 0));
  lines = g_strsplit (valid, "\n", 4);

  if (g_strv_length (lines) < 3)
    g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED,
                 _("The workbook is open in another window or program. Close it there, or open it here to look at."));
  else if (g_ascii_strtoll (lines[0], NULL, 10) == getpid ())
    g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED,
                 _("The workbook is open in another window already. Close it there, or open it here to look at."));
  else
    g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED,
                 _("The workbook is open in another program already (%s, process %s, used by %s). "
                   "Close it there, or open it here to look at."),
                 lines[2], lines[0], lines[1]);
}

static void
write_note (int descriptor)
{
  const char *program = g_get_prgname ();
  g_autofree char *note = g_strdup_printf ("%d\n%s\n%s\n", (int) getpid (), g_get_user_name (), program != NULL ? program : "touchstone");
  gsize length = MIN (strlen (note), LONGEST_NOTE - 1);

  /* Only for the message that another program shows; the lock holds without it. */
  if (ftruncate (descriptor, 0) != 0 || pwrite (descriptor, note, length, 0) != (ssize_t) length)
    g_debug ("store: the lock file could not be written: %s", g_strerror (errno));
}

static void
fail_to_make (int          number,
              const char  *path,
              GError     **error)
{
  if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY,
                 _("The folder of the workbook cannot be written. "
                   "Open the workbook to look at, or copy it to a folder of your own to work in it."));
  else
    ts_store_error_set_from_errno (error, number, path);
}

/**
 * ts_workbook_lock_take:
 * @path: a workbook, by its real path
 * @was_left_behind: (out): whether whoever had the workbook last never closed it
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_LOCKED, in words that say who has the lock, or with %TS_STORE_ERROR_READ_ONLY where the
 * folder cannot be written.
 *
 * Returns: (transfer full): the lock, or %NULL with an error
 */
TsWorkbookLock *
ts_workbook_lock_take (const char  *path,
                       gboolean    *was_left_behind,
                       GError     **error)
{
  g_autofree char *lock_path = ts_workbook_lock_get_path_for (path);

  for (guint i = 0; i < MOST_TRIES; i++)
    {
      gboolean may_write = TRUE;
      TsWorkbookLock *self;
      struct stat status;
      int descriptor;

      descriptor = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);

      if (descriptor < 0 && errno == EACCES)
        {
          /* Perhaps another user's, which may be looked at. */
          may_write = FALSE;
          descriptor = open (lock_path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

          if (descriptor < 0)
            errno = EACCES;
        }

      if (descriptor < 0)
        {
          fail_to_make (errno, lock_path, error);
          return NULL;
        }

      if (flock (descriptor, LOCK_EX | LOCK_NB) != 0)
        {
          if (errno == EWOULDBLOCK)
            fail_with_holder (descriptor, error);
          else
            ts_store_error_set_from_errno (error, errno, lock_path);

          close (descriptor);
          return NULL;
        }

      /* Whoever had it may have removed the file between our open() and our flock(): then this is the lock of nothing.
       * */
      if (!is_still_there (descriptor, lock_path))
        {
          close (descriptor);
          continue;
        }

      if (!may_write)
        {
          int removed = g_unlink (lock_path);
          int number = errno;

          close (descriptor);

          if (removed == 0)
            continue;

          fail_to_make (number, lock_path, error);
          return NULL;
        }

      *was_left_behind = fstat (descriptor, &status) == 0 && status.st_size > 0;
      write_note (descriptor);

      self = g_new0 (TsWorkbookLock, 1);
      self->path = g_steal_pointer (&lock_path);
      self->descriptor = descriptor;

      return self;
    }

  ts_store_error_set_from_errno (error, EBUSY, lock_path);

  return NULL;
}

/**
 * ts_workbook_lock_release:
 * @self: (transfer full): a lock
 *
 * Lets go of the lock.
 */
void
ts_workbook_lock_release (TsWorkbookLock *self)
{
  g_return_if_fail (self != NULL);

  /* While it is still locked, so that nobody else's file can be the one that goes. */
  if (is_still_there (self->descriptor, self->path))
    g_unlink (self->path);

  close (self->descriptor);
  g_free (self->path);
  g_free (self);
}
