/* ts-database-transaction.c — transactions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-database-private.h"

#include <glib/gi18n-lib.h>

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
 * ts_database_get_snapshot:
 * @self: a connection
 * @snapshot: (out): a number that differs from the last when the database does
 *
 * While any statement reads, all others of the connection see the same; what was found out from it once holds for as long as this number stays.
 *
 * Returns: %FALSE where nothing is being read, so that nobody knows what the next statement will see, or where something is being written
 */
gboolean
ts_database_get_snapshot (TsDatabase *self,
                          guint32    *snapshot)
{
  unsigned int version = 0;

  g_return_val_if_fail (self != NULL && snapshot != NULL, FALSE);

  if (sqlite3_txn_state (self->handle, "main") != SQLITE_TXN_READ ||
      sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_DATA_VERSION, &version) != SQLITE_OK)
    return FALSE;

  *snapshot = version;

  return TRUE;
}
