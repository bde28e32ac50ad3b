/* ts-database-transaction.c — transactions, and checks and copies of a whole database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-database-private.h"

#include <glib/gi18n-lib.h>

/* What a check lists at most: the first few problems say it all. */
#define MOST_CHECK_PROBLEMS "20"

/* So many pages stay in the cache until the commit, which then drops them; more would pass through the log on their way
 * out. */
#define SHRINK_PAGES 2000

/**
 * ts_database_begin:
 * @self: a connection
 * @error: where to put an error
 *
 * Begins to write. The outermost call takes the write lock at once, so that nothing read before can have become
 * stale; inside a transaction a nested one begins, which can be rolled back by itself.
 *
 * Returns: whether a transaction has begun
 */
gboolean
ts_database_begin (TsDatabase  *self,
                   GError     **error)
{
  char savepoint[40] = "begin immediate";

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->depth > 0)
    g_snprintf (savepoint, sizeof savepoint, "savepoint nested_%u", self->depth);

  if (!ts_database_execute (self, savepoint, error))
    return FALSE;

  self->depth++;

  return TRUE;
}

/**
 * ts_database_begin_read:
 * @self: a connection outside any transaction
 * @error: where to put an error
 *
 * Begins to read: everything up to the commit or rollback is seen as at the first read, whatever others write.
 *
 * Returns: whether a transaction has begun
 */
gboolean
ts_database_begin_read (TsDatabase  *self,
                        GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  if (!ts_database_execute (self, "begin", error))
    return FALSE;

  self->depth = 1;

  return TRUE;
}

/* The engine only says that some reference dangles; look which, while the rows are still there. */
static void
explain_dangling_reference (TsDatabase  *self,
                            GError     **error)
{
  g_autofree char *which = ts_database_find_dangling_reference (self, NULL);

  if (which == NULL || error == NULL || *error == NULL)
    return;

  g_clear_error (error);
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT,
               _("This would leave a reference to something that is not there (%s). Nothing was changed."), which);
}

/**
 * ts_database_commit:
 * @self: a connection in a transaction
 * @error: where to put an error
 *
 * Ends the innermost transaction. When the outermost has been committed, it is on the disk. Where committing fails,
 * the transaction has been rolled back.
 *
 * Returns: whether it was committed
 */
gboolean
ts_database_commit (TsDatabase  *self,
                    GError     **error)
{
  g_autoptr (GError) failure = NULL;
  char release[40] = "commit";
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (self->depth > 1)
    g_snprintf (release, sizeof release, "release nested_%u", self->depth - 1);

  result = sqlite3_exec (self->handle, release, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    {
      self->depth--;
      return TRUE;
    }

  ts_database_fail (self, result, release, &failure);

  if (result == SQLITE_CONSTRAINT_FOREIGNKEY)
    explain_dangling_reference (self, &failure);

  ts_database_rollback (self);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * ts_database_rollback:
 * @self: a connection in a transaction
 *
 * Ends the innermost transaction as if it had never begun.
 */
void
ts_database_rollback (TsDatabase *self)
{
  char rollback[80] = "rollback";

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->depth > 0);

  self->depth--;

  /* After some errors, a full disk for one, the engine has rolled everything back by itself. */
  if (sqlite3_get_autocommit (self->handle))
    return;

  if (self->depth > 0)
    g_snprintf (rollback, sizeof rollback, "rollback to nested_%u; release nested_%u", self->depth, self->depth);

  if (sqlite3_exec (self->handle, rollback, NULL, NULL, NULL) != SQLITE_OK && !sqlite3_get_autocommit (self->handle))
    g_critical ("store: a transaction could not be rolled back: %s", sqlite3_errmsg (self->handle));
}

gboolean
ts_database_is_in_transaction (TsDatabase *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->depth > 0;
}

/**
 * ts_database_check:
 * @self: a connection
 * @quick: whether to leave out comparing every index with its table
 * @error: where to put an error
 *
 * Reads the whole file and checks that its parts fit together.
 *
 * Returns: (transfer full): an empty text, or what is wrong, a line each; %NULL with an error where the check itself
 * failed
 */
char *
ts_database_check (TsDatabase  *self,
                   gboolean     quick,
                   GError     **error)
{
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  g_return_val_if_fail (self != NULL, NULL);

  statement = ts_database_prepare (self,
                                   quick ? "pragma quick_check(" MOST_CHECK_PROBLEMS ")"
                                         : "pragma integrity_check(" MOST_CHECK_PROBLEMS ")",
                                   error);

  if (statement == NULL)
    return NULL;

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      g_autofree char *line = ts_statement_dup_repaired_text (statement, 0);

      if (g_strcmp0 (line, "ok") == 0)
        continue;

      if (problems->len > 0)
        g_string_append_c (problems, '\n');

      g_string_append (problems, line != NULL ? line : "?");
    }

  return step == TS_STEP_ERROR ? NULL : g_strdup (problems->str);
}

/**
 * ts_database_find_dangling_reference:
 * @self: a connection
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the tables of the first reference to something that is not there, "rating →
 * assessment", or %NULL
 */
char *
ts_database_find_dangling_reference (TsDatabase  *self,
                                     GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autofree char *table = NULL;
  g_autofree char *parent = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  statement = ts_database_prepare (self, "pragma foreign_key_check", error);

  if (statement == NULL || ts_statement_step (statement, error) != TS_STEP_ROW)
    return NULL;

  table = ts_statement_dup_repaired_text (statement, 0);
  parent = ts_statement_dup_repaired_text (statement, 2);

  return g_strdup_printf ("%s → %s", table != NULL ? table : "?", parent != NULL ? parent : "?");
}

/**
 * ts_database_describe_schema:
 * @self: a connection
 * @error: where to put an error
 *
 * Returns: (transfer full): the definitions of everything in the database, in a text that is the same for the same
 * scripts; or %NULL with an error
 */
char *
ts_database_describe_schema (TsDatabase  *self,
                             GError     **error)
{
  g_autoptr (GString) description = g_string_new (NULL);
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  g_return_val_if_fail (self != NULL, NULL);

  statement = ts_database_prepare (self, "select type, name, sql from sqlite_schema order by type, name", error);

  if (statement == NULL)
    return NULL;

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *text = ts_statement_dup_repaired_text (statement, i);

          g_string_append_printf (description, "%s\n", text != NULL ? text : "");
        }
    }

  return step == TS_STEP_DONE ? g_strdup (description->str) : NULL;
}

/**
 * ts_database_shrink:
 * @self: a connection outside any transaction
 * @error: where to put an error
 *
 * Gives pages that hold nothing any more back to the disk. It needs hardly any space itself, so that it works on a full
 * disk.
 *
 * Returns: whether it could
 */
gboolean
ts_database_shrink (TsDatabase  *self,
                    GError     **error)
{
  gint64 n_before = G_MAXINT64;
  gint64 n_free;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  for (;;)
    {
      if (!ts_database_read_integer (self, "pragma freelist_count", &n_free, error))
        return FALSE;

      if (n_free == 0 || n_free >= n_before)
        return TRUE;

      n_before = n_free;

      if (!ts_database_execute (self, "pragma incremental_vacuum(" G_STRINGIFY (SHRINK_PAGES) ")", error))
        return FALSE;
    }
}

/**
 * ts_database_copy_to:
 * @self: a connection outside any transaction
 * @path: a file that does not exist or is empty
 * @error: where to put an error
 *
 * Writes a compact copy of the database, as at one moment. It is not yet synchronised to disk.
 *
 * Returns: whether it was written
 */
gboolean
ts_database_copy_to (TsDatabase  *self,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  statement = ts_database_prepare (self, "vacuum into $1", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, path, -1);

  return ts_statement_run (statement, error);
}
