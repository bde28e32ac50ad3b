/* ts-database-failure.c — what the engine's result codes mean to a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-database-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_out_of_space (int code,
                 int number)
{
  /* The shared memory file beside the workbook could not grow; the engine does not say why, but this is why. */
  if (code == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE)
    return TRUE;

  return (code & 0xff) == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT || number == EFBIG);
}

static TsStoreError
classify (int code,
          int number)
{
  if (is_out_of_space (code, number))
    return TS_STORE_ERROR_NO_SPACE;

  switch (code & 0xff)
    {
    case SQLITE_CONSTRAINT:
      return TS_STORE_ERROR_CONSTRAINT;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return TS_STORE_ERROR_BUSY;

    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    /* Whether the file is a workbook was looked at before the engine came near it: now it can only be damaged. */
    case SQLITE_NOTADB:
      return TS_STORE_ERROR_CORRUPT;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      return TS_STORE_ERROR_READ_ONLY;

    case SQLITE_CANTOPEN:
      return number == EACCES || number == EROFS || number == EPERM ? TS_STORE_ERROR_READ_ONLY : TS_STORE_ERROR_ENGINE;

    case SQLITE_IOERR:
      /* A page that ends before its time: the file was cut off. */
      return code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS ? TS_STORE_ERROR_CORRUPT : TS_STORE_ERROR_ENGINE;

    default:
      return TS_STORE_ERROR_ENGINE;
    }
}

static char *
explain_constraint (int         code,
                    const char *message)
{
  /* What follows the colon names tables and columns, which is all that helps here. */
  const char *names = strrchr (message, ':');

  names = names != NULL ? names + 2 : "";

  switch (code)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      return g_strdup_printf (_("There is one like that already (%s). Nothing was changed."), names);

    case SQLITE_CONSTRAINT_NOTNULL:
      return g_strdup_printf (_("Something that is needed is missing (%s). Nothing was changed."), names);

    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return g_strdup (_("This would leave a reference to something that is not there. Nothing was changed."));

    default:
      return g_strdup_printf (_("A value is not one that the workbook can keep (%s). Nothing was changed."), names);
    }
}

static char *
explain (TsStoreError  kind,
         int           code,
         int           number,
         const char   *message)
{
  switch (kind)
    {
    case TS_STORE_ERROR_CONSTRAINT:
      return explain_constraint (code, message);

    case TS_STORE_ERROR_BUSY:
      return g_strdup (_("The workbook is in use by something else at this moment. Nothing was changed. Try again shortly."));

    case TS_STORE_ERROR_CORRUPT:
      return g_strdup (_("The workbook is damaged and part of it cannot be read. Nothing was changed. "
                         "Open it to salvage what can be read, or use a backup."));

    case TS_STORE_ERROR_NO_SPACE:
      return g_strdup (_("The disk is full. Nothing half done was kept, and what was kept before is safe. "
                         "Free some space and try again."));

    case TS_STORE_ERROR_READ_ONLY:
      return g_strdup (_("The workbook cannot be written here. Nothing was changed. "
                         "Open it to look at, or copy it to a folder of your own to work in it."));

    default:
      if (number != 0)
        return g_strdup_printf (_("The disk or its connection reported a problem: %s. What was kept before is safe. Try again, "
                                  "and copy the workbook to another disk if it happens again."),
                                g_strerror (number));

      return g_strdup_printf (_("The database engine reported a problem: %s. Nothing was changed."), message);
    }
}

/*< private >
 * ts_database_fail:
 * @self: a connection on which something just failed
 * @code: the engine's extended result code
 * @sql: (nullable): what was tried, for the debug log only
 * @error: where to put the error
 *
 * Returns: %FALSE, always
 */
gboolean
ts_database_fail (TsDatabase  *self,
                  int          code,
                  const char  *sql,
                  GError     **error)
{
  /* It can quote what it found in a damaged file. */
  g_autofree char *message = g_utf8_make_valid (self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code), -1);
  int number = self->handle != NULL && ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN)
                 ? sqlite3_system_errno (self->handle)
                 : 0;
  g_autofree char *text = NULL;
  TsStoreError kind;

  g_debug ("store: %d %s (%s) in “%s”", code, message, g_strerror (number), sql != NULL ? sql : "");

  if ((code & 0xff) == SQLITE_NOMEM)
    g_error ("store: out of memory");

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled. Nothing was changed."));
      return FALSE;
    }

  kind = classify (code, number);
  text = explain (kind, code, number, message);
  g_set_error_literal (error, TS_STORE_ERROR, kind, text);

  return FALSE;
}
