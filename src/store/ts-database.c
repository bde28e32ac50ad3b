/* ts-database.c — the driver: one connection to one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-database.h"

#include "store/ts-database-private.h"

#include <glib/gi18n-lib.h>

/* Measured: with 8192 a rating takes a fifth longer to keep, and a large file a tenth less to attach. Ratings are what
 * people wait for. */
#define PAGE_SIZE 4096

/* Long enough for another process's checkpoint of a large file; a person waits no longer without being told. */
#define BUSY_TIMEOUT_MILLISECONDS 5000

/* About 16 MiB of write-ahead log before it is moved into the file, four times the usual: moving waits for the disk
 * twice, and a rating writes more pages than a bare row. After a large import the log shrinks to 32 MiB. */
#define CHECKPOINT_PAGES 4000
#define LARGEST_IDLE_LOG 33554432

/* Random ids touch pages all over an index: what fits in here need not be read back during an import. In KiB. */
#define CACHE_KIBIBYTES 16384

/* No text or chunk that Touchstone writes comes near it; a file from elsewhere cannot ask for more memory. */
#define LONGEST_VALUE (256 * 1024 * 1024)

/* In virtual machine instructions: a cancelled query ends within a fraction of a millisecond. */
#define PROGRESS_STEPS 2000

#define CONNECTION_PRAGMAS "pragma cache_size = -" G_STRINGIFY (CACHE_KIBIBYTES) "; pragma mmap_size = 0"
#define NEW_FILE_PRAGMAS   "pragma page_size = " G_STRINGIFY (PAGE_SIZE) "; pragma encoding = 'UTF-8'; pragma auto_vacuum = incremental"

static gboolean
configure_guards (TsDatabase  *self,
                  GError     **error)
{
  static const struct
  {
    int option;
    int value;
  } guards[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
    /* The schema has neither; one that a file brings along must not run. */
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      int reply = -1;
      int result = sqlite3_db_config (self->handle, guards[i].option, guards[i].value, &reply);

      if (result != SQLITE_OK)
        return ts_database_fail (self, result, "db_config", error);

      if (reply != guards[i].value)
        return ts_database_fail (self, SQLITE_MISUSE, "db_config", error);
    }

  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MILLISECONDS);

  return TRUE;
}

static gboolean
pragma_is (TsDatabase  *self,
           const char  *sql,
           gint64       wanted,
           GError     **error)
{
  gint64 value;

  if (!ts_database_read_integer (self, sql, &value, error))
    return FALSE;

  if (value == wanted)
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_ENGINE,
               _("The database engine did not accept a safeguard, so the file was not opened. "
                 "Touchstone may be installed with an unsuitable SQLite."));
  g_debug ("store: “%s” replied %" G_GINT64_FORMAT, sql, value);

  return FALSE;
}

static gboolean
configure_journal (TsDatabase  *self,
                   GError     **error)
{
  g_autofree char *mode = NULL;

  if (self->flags & TS_DATABASE_SCRATCH)
    return ts_database_execute (self, "pragma journal_mode = memory; pragma synchronous = off", error);

  if (!(self->flags & TS_DATABASE_WRITE))
    return TRUE;

  mode = ts_database_read_text (self, "pragma journal_mode = wal", error);

  if (mode == NULL)
    return FALSE;

  if (!g_str_equal (mode, "wal"))
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_ENGINE,
                   _("This folder cannot hold a workbook that is being worked in: its file system lacks what safe writing needs. "
                     "Copy the workbook to a disk of this computer."));
      return FALSE;
    }

  if (!ts_database_execute (self, "pragma synchronous = full", error) ||
      !pragma_is (self, "pragma synchronous", 2, error))
    return FALSE;

  /* What is deleted stays in the journal anyway; overwriting it would write as much again as attaching did. */
  if (!pragma_is (self, "pragma secure_delete = off", 0, error))
    return FALSE;

  sqlite3_wal_autocheckpoint (self->handle, CHECKPOINT_PAGES);

  return pragma_is (self, "pragma journal_size_limit = " G_STRINGIFY (LARGEST_IDLE_LOG), LARGEST_IDLE_LOG, error);
}

static gboolean
configure (TsDatabase  *self,
           GError     **error)
{
  if (!configure_guards (self, error))
    return FALSE;

  if (!ts_database_execute (self, CONNECTION_PRAGMAS, error))
    return FALSE;

  if (!(self->flags & TS_DATABASE_LENIENT) &&
      !ts_database_execute (self, "pragma cell_size_check = on", error))
    return FALSE;

  /* These only have an effect on a file that is still empty. With incremental vacuum, the bytes of a file that was not
   * kept need not stay on the disk as empty pages. */
  if ((self->flags & TS_DATABASE_CREATE) &&
      !ts_database_execute (self, NEW_FILE_PRAGMAS, error))
    return FALSE;

  if (!configure_journal (self, error))
    return FALSE;

  return ts_database_set_foreign_keys (self, !(self->flags & TS_DATABASE_LENIENT), error);
}

/**
 * ts_database_open:
 * @path: an absolute path; an empty one, with %TS_DATABASE_SCRATCH, is a private file that vanishes
 * @flags: what is wanted
 * @error: where to put an error
 *
 * Opens a database with every guard on, each of which is read back where the engine could ignore it. Whether the
 * file is a workbook is for the caller to find out.
 *
 * Returns: (transfer full): a connection, or %NULL with an error of %TS_STORE_ERROR
 */
TsDatabase *
ts_database_open (const char       *path,
                  TsDatabaseFlags   flags,
                  GError          **error)
{
  TsDatabase *self;
  g_autofree char *uri = NULL;
  int mode = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
  int result;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (flags & TS_DATABASE_CREATE)
    {
      flags |= TS_DATABASE_WRITE;
      mode |= SQLITE_OPEN_CREATE;
    }

  mode |= flags & TS_DATABASE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;

  if (flags & TS_DATABASE_IMMUTABLE)
    {
      g_autofree char *plain = g_filename_to_uri (path, NULL, error);

      if (plain == NULL)
        return NULL;

      uri = g_strconcat (plain, "?immutable=1", NULL);
      mode |= SQLITE_OPEN_URI;
    }

  self = g_new0 (TsDatabase, 1);
  self->thread = g_thread_self ();
  self->path = g_strdup (path);
  self->flags = flags;
  self->cache = g_hash_table_new (g_str_hash, g_str_equal);

  result = sqlite3_open_v2 (uri != NULL ? uri : path, &self->handle, mode, NULL);

  if (result != SQLITE_OK)
    ts_database_fail (self, result, "open", error);

  /* The engine quietly opens what it may not write for reading only. */
  else if ((flags & TS_DATABASE_WRITE) && sqlite3_db_readonly (self->handle, "main") == 1)
    ts_database_fail (self, SQLITE_READONLY, "open", error);

  else if (configure (self, error))
    return self;

  ts_database_leave_log (self);
  ts_database_close (self);

  return NULL;
}

/* Moves the log into the file even if somebody else is reading, who could not do it; SQLite itself leaves that to
 * whoever closes last. */
static void
empty_log (TsDatabase *self)
{
  if (!(self->flags & TS_DATABASE_WRITE) || (self->flags & TS_DATABASE_SCRATCH) || self->leaves_log)
    return;

  sqlite3_busy_timeout (self->handle, 0);
  sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/**
 * ts_database_close:
 * @self: (transfer full): a connection
 *
 * Closes the connection; a transaction that is still open is rolled back. All statements must be gone.
 */
void
ts_database_close (TsDatabase *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (self != NULL);
  g_assert (self->thread == g_thread_self ());

  ts_database_set_cancellable (self, NULL);

  while (self->depth > 0)
    ts_database_rollback (self);

  empty_log (self);

  g_hash_table_iter_init (&iter, self->cache);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TsStatement *statement = value;

      g_warn_if_fail (!statement->in_use);
      sqlite3_finalize (statement->handle);
      g_free (statement);
    }

  g_hash_table_unref (self->cache);

  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("store: a statement was still in use when “%s” was closed", self->path);

  g_free (self->path);
  g_free (self);
}

/**
 * ts_database_leave_log:
 * @self: a connection
 *
 * Makes closing leave the write-ahead log where it is, for a file that is to stay as it was found.
 */
void
ts_database_leave_log (TsDatabase *self)
{
  g_return_if_fail (self != NULL);

  self->leaves_log = TRUE;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/**
 * ts_database_tidy:
 * @path: a database that was open only to read
 *
 * Removes the empty files that reading leaves beside a database, unless somebody still uses them: only a connection
 * that could write may, and the engine makes sure that it is the last.
 */
void
ts_database_tidy (const char *path)
{
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
      sqlite3_db_readonly (handle, "main") == 0)
    sqlite3_exec (handle, "pragma user_version", NULL, NULL, NULL);

  sqlite3_close (handle);
}

static int
on_progress (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * ts_database_set_scratch:
 * @self: a connection that may write
 * @error: where to put an error
 *
 * From now on nothing is synchronised to disk: as %TS_DATABASE_SCRATCH, for a file that is open already.
 *
 * Returns: whether that could be set
 */
gboolean
ts_database_set_scratch (TsDatabase  *self,
                         GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return ts_database_execute (self, "pragma synchronous = off", error);
}

/**
 * ts_database_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable) (transfer none): what may end a statement, or %NULL
 *
 * While it is set, a statement that is running when @cancellable is cancelled fails with %G_IO_ERROR_CANCELLED.
 */
void
ts_database_set_cancellable (TsDatabase   *self,
                             GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  if (self->handle != NULL)
    sqlite3_progress_handler (self->handle, cancellable != NULL ? PROGRESS_STEPS : 0,
                              cancellable != NULL ? on_progress : NULL, cancellable);

  g_set_object (&self->cancellable, cancellable);
}

static TsStatement *
prepare (TsDatabase  *self,
         const char  *sql,
         gboolean     cached,
         GError     **error)
{
  TsStatement *statement;
  sqlite3_stmt *handle;
  int result;

  g_assert (self->thread == g_thread_self ());

  result = sqlite3_prepare_v3 (self->handle, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0, &handle, NULL);

  if (result != SQLITE_OK)
    {
      ts_database_fail (self, result, sql, error);
      return NULL;
    }

  statement = g_new0 (TsStatement, 1);
  statement->database = self;
  statement->handle = handle;
  statement->cached = cached;

  return statement;
}

/**
 * ts_database_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: where to put an error
 *
 * Returns: (transfer full): the statement, or %NULL with an error of %TS_STORE_ERROR
 */
TsStatement *
ts_database_prepare (TsDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  return prepare (self, sql, FALSE, error);
}

/**
 * ts_database_prepare_cached:
 * @self: a connection
 * @sql: one statement, out of a limited number
 * @error: where to put an error
 *
 * Like ts_database_prepare(), for statements that are run again and again: the connection keeps them prepared. Freeing
 * hands the statement back.
 *
 * Returns: (transfer full): the statement, or %NULL with an error of %TS_STORE_ERROR
 */
TsStatement *
ts_database_prepare_cached (TsDatabase  *self,
                            const char  *sql,
                            GError     **error)
{
  TsStatement *statement;

  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  statement = g_hash_table_lookup (self->cache, sql);

  if (statement == NULL)
    {
      statement = prepare (self, sql, TRUE, error);

      if (statement == NULL)
        return NULL;

      g_hash_table_insert (self->cache, (char *) sqlite3_sql (statement->handle), statement);
    }
  else if (statement->in_use)
    {
      /* A reader's function reads the same thing again. */
      return prepare (self, sql, FALSE, error);
    }

  statement->in_use = TRUE;

  return statement;
}

/**
 * ts_database_execute:
 * @self: a connection
 * @sql: statements without parameters, with “;” between them
 * @error: where to put an error
 *
 * Returns: whether all of them ran
 */
gboolean
ts_database_execute (TsDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  int result;

  g_return_val_if_fail (self != NULL && sql != NULL, FALSE);
  g_assert (self->thread == g_thread_self ());

  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return result == SQLITE_OK ? TRUE : ts_database_fail (self, result, sql, error);
}

/**
 * ts_database_read_integer:
 * @self: a connection
 * @sql: a statement that gives one integer
 * @value: (out): where to put it; 0 where there is no row
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_database_read_integer (TsDatabase  *self,
                          const char  *sql,
                          gint64      *value,
                          GError     **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare (self, sql, error);
  TsStep step;

  if (statement == NULL)
    return FALSE;

  step = ts_statement_step (statement, error);
  *value = step == TS_STEP_ROW ? ts_statement_get_integer (statement, 0) : 0;

  return step != TS_STEP_ERROR;
}

/**
 * ts_database_read_text:
 * @self: a connection
 * @sql: a statement that gives one text
 * @error: where to put an error
 *
 * Returns: (transfer full): the text, empty where there is none, or %NULL with an error
 */
char *
ts_database_read_text (TsDatabase  *self,
                       const char  *sql,
                       GError     **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare (self, sql, error);
  g_autoptr (GError) damaged = NULL;
  const char *text;
  TsStep step;

  if (statement == NULL)
    return NULL;

  step = ts_statement_step (statement, error);

  if (step == TS_STEP_ERROR)
    return NULL;

  text = step == TS_STEP_ROW ? ts_statement_get_text (statement, 0, &damaged) : NULL;

  if (damaged != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&damaged));
      return NULL;
    }

  return g_strdup (text != NULL ? text : "");
}

/**
 * ts_database_set_foreign_keys:
 * @self: a connection outside any transaction
 * @enforce: whether references are enforced
 * @error: where to put an error
 *
 * Returns: whether the engine did as it was told, which is read back
 */
gboolean
ts_database_set_foreign_keys (TsDatabase  *self,
                              gboolean     enforce,
                              GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* Inside a transaction the engine would ignore it without a word. */
  g_assert (self->depth == 0);

  return ts_database_execute (self, enforce ? "pragma foreign_keys = on" : "pragma foreign_keys = off", error) &&
         pragma_is (self, "pragma foreign_keys", enforce, error);
}
