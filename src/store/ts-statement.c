/* ts-statement.c — one prepared statement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-statement.h"

#include "store/ts-database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * ts_statement_free:
 * @self: (transfer full): a statement
 *
 * Frees a statement, or hands a cached one back to its database.
 */
void
ts_statement_free (TsStatement *self)
{
  g_return_if_fail (self != NULL);
  g_assert (self->database->thread == g_thread_self ());

  if (self->cached)
    {
      ts_statement_reset (self);
      sqlite3_clear_bindings (self->handle);
      self->in_use = FALSE;
      return;
    }

  sqlite3_finalize (self->handle);
  g_free (self);
}

static void
note_bind (TsStatement *self,
           int          result)
{
  if (result != SQLITE_OK && self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
ts_statement_bind_null (TsStatement *self,
                        int          parameter)
{
  note_bind (self, sqlite3_bind_null (self->handle, parameter + 1));
}

void
ts_statement_bind_integer (TsStatement *self,
                           int          parameter,
                           gint64       value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, parameter + 1, value));
}

void
ts_statement_bind_real (TsStatement *self,
                        int          parameter,
                        double       value)
{
  note_bind (self, sqlite3_bind_double (self->handle, parameter + 1, value));
}

/**
 * ts_statement_bind_text:
 * @self: a statement
 * @parameter: which parameter
 * @value: (nullable): valid UTF-8, which must stay in place until the statement is reset or freed
 * @length: in bytes, or -1
 */
void
ts_statement_bind_text (TsStatement *self,
                        int          parameter,
                        const char  *value,
                        gssize       length)
{
  if (value == NULL)
    note_bind (self, sqlite3_bind_null (self->handle, parameter + 1));
  else
    note_bind (self, sqlite3_bind_text64 (self->handle, parameter + 1, value,
                                          length < 0 ? strlen (value) : (gsize) length,
                                          SQLITE_STATIC, SQLITE_UTF8));
}

/**
 * ts_statement_bind_blob:
 * @self: a statement
 * @parameter: which parameter
 * @bytes: bytes that must stay in place until the statement is reset or freed
 * @n_bytes: how many
 */
void
ts_statement_bind_blob (TsStatement   *self,
                        int            parameter,
                        gconstpointer  bytes,
                        gsize          n_bytes)
{
  note_bind (self, sqlite3_bind_blob64 (self->handle, parameter + 1, bytes, n_bytes, SQLITE_STATIC));
}

/**
 * ts_statement_step:
 * @self: a statement
 * @error: where to put an error of %TS_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether there is a row to read, or no more, or an error
 */
TsStep
ts_statement_step (TsStatement  *self,
                   GError      **error)
{
  int result;

  g_assert (self->database->thread == g_thread_self ());

  result = self->bind_result == SQLITE_OK ? sqlite3_step (self->handle) : self->bind_result;

  if (result == SQLITE_ROW)
    return TS_STEP_ROW;

  if (result == SQLITE_DONE)
    return TS_STEP_DONE;

  ts_database_fail (self->database, result, sqlite3_sql (self->handle), error);

  return TS_STEP_ERROR;
}

/**
 * ts_statement_reset:
 * @self: a statement
 *
 * Makes the statement ready to be run again; what was bound stays bound.
 */
void
ts_statement_reset (TsStatement *self)
{
  /* What it returns is the failure of the last step, which was reported then. */
  sqlite3_reset (self->handle);
  self->bind_result = SQLITE_OK;
}

/**
 * ts_statement_run:
 * @self: a statement that returns no rows
 * @error: where to put an error of %TS_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Runs the statement to its end and makes it ready to be run again.
 *
 * Returns: whether it ran
 */
gboolean
ts_statement_run (TsStatement  *self,
                  GError      **error)
{
  TsStep step = ts_statement_step (self, error);

  ts_statement_reset (self);
  g_assert (step != TS_STEP_ROW);

  return step == TS_STEP_DONE;
}

/**
 * ts_statement_get_n_changed:
 * @self: a statement that has just been run and wrote
 *
 * Returns: how many rows it wrote
 */
int
ts_statement_get_n_changed (TsStatement *self)
{
  return sqlite3_changes (self->database->handle);
}

gboolean
ts_statement_is_null (TsStatement *self,
                      int          column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gboolean
ts_statement_is_number (TsStatement *self,
                        int          column)
{
  int type = sqlite3_column_type (self->handle, column);

  return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

gint64
ts_statement_get_integer (TsStatement *self,
                          int          column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
ts_statement_get_real (TsStatement *self,
                       int          column)
{
  return sqlite3_column_double (self->handle, column);
}

/* Most texts are short and plain, and there are many of them. */
static gboolean
is_plain (const char *text,
          int         length)
{
  for (int i = 0; i < length; i++)
    {
      if (text[i] == '\0' || (guchar) text[i] > 0x7f)
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_statement_get_text:
 * @self: a statement with a row to read
 * @column: which column
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_CORRUPT where the column holds something that Touchstone never writes: bytes that are not
 * UTF-8, a NUL, or no text at all. Since no value is no error, only @error tells the two apart.
 *
 * Returns: (transfer none) (nullable): the text until the next step, or %NULL where there is no value
 */
const char *
ts_statement_get_text (TsStatement  *self,
                       int           column,
                       GError      **error)
{
  int type = sqlite3_column_type (self->handle, column);
  const char *text;
  int length;

  if (type == SQLITE_NULL)
    return NULL;

  if (type == SQLITE_TEXT)
    {
      text = (const char *) sqlite3_column_text (self->handle, column);
      length = sqlite3_column_bytes (self->handle, column);

      /* Stops at a NUL too, so that one test finds both. */
      if (text != NULL && (is_plain (text, length) || g_utf8_validate_len (text, length, NULL)))
        return text;
    }

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("The workbook is damaged: a text in it (“%s”) cannot be read. Nothing was changed. "
                 "Open it to salvage what can be read, or use a backup."),
               sqlite3_column_name (self->handle, column));

  return NULL;
}

/**
 * ts_statement_dup_repaired_text:
 * @self: a statement with a row to read
 * @column: which column
 *
 * For reading what is damaged: whatever the column holds as text, with replacement characters for what is not.
 *
 * Returns: (transfer full) (nullable): valid UTF-8, or %NULL where there is no value
 */
char *
ts_statement_dup_repaired_text (TsStatement *self,
                                int          column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);
  int length = sqlite3_column_bytes (self->handle, column);

  return text != NULL ? g_utf8_make_valid (text, length) : NULL;
}

/**
 * ts_statement_get_blob:
 * @self: a statement with a row to read
 * @column: which column
 * @n_bytes: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): the bytes until the next step; %NULL where there are none
 */
gconstpointer
ts_statement_get_blob (TsStatement *self,
                       int          column,
                       gsize       *n_bytes)
{
  gconstpointer bytes = sqlite3_column_blob (self->handle, column);

  *n_bytes = sqlite3_column_bytes (self->handle, column);

  return bytes;
}
