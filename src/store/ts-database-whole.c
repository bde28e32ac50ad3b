/* ts-database-whole.c — what concerns a whole database: its marks, checking it, shrinking it, copying it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-database-private.h"

#include <sys/stat.h>

/* What a check lists at most: the first few problems say it all. */
#define MOST_CHECK_PROBLEMS "20"

/* So many pages stay in the cache until the commit, which then drops them; more would pass through the log on their way
 * out. */
#define SHRINK_PAGES 2000

/**
 * ts_database_mark:
 * @self: a connection to a new database
 * @error: where to put an error
 *
 * Marks the file as a workbook, so that it can be told from any other database.
 *
 * Returns: whether it was marked
 */
gboolean
ts_database_mark (TsDatabase  *self,
                  GError     **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  sql = g_strdup_printf ("pragma application_id = %d", TS_DATABASE_APPLICATION_ID);

  return ts_database_execute (self, sql, error);
}

/**
 * ts_database_read_version:
 * @self: a connection
 * @version: (out): the number that was last written with ts_database_write_version(), 0 before
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_database_read_version (TsDatabase  *self,
                          int         *version,
                          GError     **error)
{
  gint64 value;

  g_return_val_if_fail (self != NULL && version != NULL, FALSE);

  if (!ts_database_read_integer (self, "pragma user_version", &value, error))
    return FALSE;

  *version = value;

  return TRUE;
}

/**
 * ts_database_write_version:
 * @self: a connection in a transaction
 * @version: a number that says what the tables are like
 * @error: where to put an error
 *
 * Returns: whether it was written
 */
gboolean
ts_database_write_version (TsDatabase  *self,
                           int          version,
                           GError     **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  sql = g_strdup_printf ("pragma user_version = %d", version);

  return ts_database_execute (self, sql, error);
}

/**
 * ts_database_read_foreign_changes:
 * @self: a connection
 * @counter: (out): a number that differs from the last when another connection has written in between
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_database_read_foreign_changes (TsDatabase  *self,
                                  gint64      *counter,
                                  GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && counter != NULL, FALSE);

  statement = ts_database_prepare_cached (self, "pragma data_version", error);

  if (statement == NULL || ts_statement_step (statement, error) == TS_STEP_ERROR)
    return FALSE;

  *counter = ts_statement_get_integer (statement, 0);

  return TRUE;
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
 * Returns: (transfer full): the definitions of everything in the database but what the engine keeps for itself, in a text that is the same for
 * the same scripts; or %NULL with an error
 */
char *
ts_database_describe_schema (TsDatabase  *self,
                             GError     **error)
{
  g_autoptr (GString) description = g_string_new (NULL);
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  g_return_val_if_fail (self != NULL, NULL);

  statement = ts_database_prepare (self, "select type, name, sql from sqlite_schema "
                                         "where tbl_name not in (select name from pragma_table_list where schema = 'main' and type = 'shadow') "
                                         "order by type, name",
                                   error);

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

/* Often enough for a bar that moves, seldom enough to cost nothing. In virtual machine instructions. */
#define PROGRESS_STEPS 50000

typedef struct
{
  GCancellable *cancellable;
  const char *path;
  guint64 total;
  TsDatabaseProgress function;
  gpointer data;
} Copying;

static int
on_copying (gpointer data)
{
  const Copying *copying = data;
  struct stat status;

  /* How much of the copy is there already is how far it is. */
  if (stat (copying->path, &status) == 0)
    copying->function (MIN ((guint64) status.st_size, copying->total), copying->total, copying->data);

  return g_cancellable_is_cancelled (copying->cancellable);
}

static gboolean
read_size (TsDatabase  *self,
           guint64     *size,
           GError     **error)
{
  gint64 n_pages;
  gint64 n_free;
  gint64 page_size;

  if (!ts_database_read_integer (self, "pragma page_count", &n_pages, error) ||
      !ts_database_read_integer (self, "pragma freelist_count", &n_free, error) ||
      !ts_database_read_integer (self, "pragma page_size", &page_size, error))
    return FALSE;

  *size = (guint64) MAX (n_pages - n_free, 1) * (guint64) page_size;

  return TRUE;
}

/**
 * ts_database_copy_to:
 * @self: a connection outside any transaction
 * @path: a file that does not exist or is empty
 * @progress: (nullable): called now and then with bytes written and bytes to write
 * @data: for @progress
 * @error: where to put an error
 *
 * Writes a compact copy of the database, as at one moment. It is not yet synchronised to disk.
 *
 * Returns: whether it was written
 */
gboolean
ts_database_copy_to (TsDatabase          *self,
                     const char          *path,
                     TsDatabaseProgress   progress,
                     gpointer             data,
                     GError             **error)
{
  Copying copying = { .path = path, .function = progress, .data = data };
  g_autoptr (TsStatement) statement = NULL;
  gboolean copied;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  if (progress != NULL && !read_size (self, &copying.total, error))
    return FALSE;

  statement = ts_database_prepare (self, "vacuum into $1", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, path, -1);

  if (progress != NULL)
    {
      copying.cancellable = self->cancellable;
      sqlite3_progress_handler (self->handle, PROGRESS_STEPS, on_copying, &copying);
    }

  copied = ts_statement_run (statement, error);

  if (progress != NULL)
    {
      g_autoptr (GCancellable) cancellable = self->cancellable != NULL ? g_object_ref (self->cancellable) : NULL;

      /* Puts the connection's own handler back. */
      ts_database_set_cancellable (self, cancellable);
    }

  return copied;
}
