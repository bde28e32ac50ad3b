/* ts-store-error.c — why a workbook could not be opened, read or written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ts-store-error-quark, ts_store_error)

/**
 * ts_store_error_set_from_errno:
 * @error: where to put the error
 * @number: an errno
 * @path: the file that could not be reached
 *
 * Says in plain words why the system did not let us at a file.
 */
void
ts_store_error_set_from_errno (GError     **error,
                               int          number,
                               const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND,
                   _("“%s” does not exist. It may have been moved, renamed or deleted."), name);
      break;

    case EACCES:
    case EPERM:
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_ACCESS,
                   _("You do not have permission to open “%s”. Ask its owner for access, or work on a copy."), name);
      break;

    case EROFS:
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY,
                   _("“%s” is on a disk that cannot be written. Copy it elsewhere to work in it."), name);
      break;

    case EEXIST:
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS,
                   _("“%s” exists already and was left as it is. Choose another name."), name);
      break;

    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE,
                   _("There is no space left for “%s”. Nothing half done was kept. Free some space and try again."), name);
      break;

    default:
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_ENGINE,
                   _("“%s” could not be used: %s."), name, g_strerror (number));
      break;
    }
}
