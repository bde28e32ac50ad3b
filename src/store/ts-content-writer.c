/* ts-content-writer.c — taking the bytes of an evidence file into the workbook
 *
 * Bytes are gathered and written a batch at a time, each batch in a transaction of its own: large enough that the disk
 * is not waited for all the time, small enough that a rating made meanwhile is kept at once and that the log stays
 * short. Until the last batch the content has no hash, so nothing can refer to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-content-writer.h"

#include "store/ts-change-hash.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK_SIZE       (1024 * 1024)
#define CHUNKS_PER_BATCH 8
#define BATCH_SIZE       (CHUNKS_PER_BATCH * CHUNK_SIZE)

struct _TsContentWriter
{
  TsWorkbook *workbook;
  char *id;
  struct sha256_ctx hash;
  guint8 *batch;
  gsize n_batch;
  gint64 n_chunks;
  gint64 size;
  gboolean begun;
  gboolean over;
};

/**
 * ts_content_writer_new:
 * @workbook: a workbook that may be written
 * @error: where to put an error
 *
 * Returns: (transfer full): a writer, or %NULL with an error
 */
TsContentWriter *
ts_content_writer_new (TsWorkbook  *workbook,
                       GError     **error)
{
  TsContentWriter *self;

  g_return_val_if_fail (workbook != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (workbook);

  if (!ts_workbook_check_writable (workbook, error))
    return NULL;

  self = g_new0 (TsContentWriter, 1);
  self->workbook = workbook;
  self->id = ts_workbook_make_identifier (workbook);
  self->batch = g_malloc (BATCH_SIZE);
  sha256_init (&self->hash);

  return self;
}

static gboolean
insert_content (TsContentWriter  *self,
                GError          **error)
{
  g_autoptr (TsStatement) statement = NULL;

  if (self->begun)
    return TRUE;

  statement = ts_database_prepare_cached (self->workbook->database,
                                          "insert into content (id, size, state) values ($1, 0, 'staging')",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, self->id, -1);

  return ts_statement_run (statement, error);
}

static gboolean
insert_chunks (TsContentWriter  *self,
               GError          **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gsize n_done = 0;

  statement = ts_database_prepare_cached (self->workbook->database,
                                          "insert into content_chunk (content, position, data) values ($1, $2, $3)",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, self->id, -1);

  for (gint64 position = self->n_chunks; n_done < self->n_batch; position++)
    {
      gsize n_bytes = MIN (self->n_batch - n_done, CHUNK_SIZE);

      ts_statement_bind_integer (statement, 1, position);
      ts_statement_bind_blob (statement, 2, self->batch + n_done, n_bytes);

      if (!ts_statement_run (statement, error))
        return FALSE;

      n_done += n_bytes;
    }

  return TRUE;
}

/* Before the commit, what was written must come back as it was. */
static gboolean
check_chunks (TsContentWriter  *self,
              GError          **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gsize n_done = 0;
  TsStep step;

  statement = ts_database_prepare_cached (self->workbook->database,
                                          "select data from content_chunk where content = $1 and position >= $2 order by position",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, self->id, -1);
  ts_statement_bind_integer (statement, 1, self->n_chunks);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      gsize n_bytes;
      gconstpointer bytes = ts_statement_get_blob (statement, 0, &n_bytes);

      if (n_bytes > self->n_batch - n_done || memcmp (bytes, self->batch + n_done, n_bytes) != 0)
        break;

      n_done += n_bytes;
    }

  if (step == TS_STEP_ERROR)
    return FALSE;

  if (step == TS_STEP_DONE && n_done == self->n_batch)
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("What was written of the file could not be read back as it was, so the file was not kept. "
                 "The disk or the memory of this computer may be failing. Verify the workbook and make a copy of it."));

  return FALSE;
}

static gboolean
write_batch (TsContentWriter  *self,
             GError          **error)
{
  return insert_content (self, error) && insert_chunks (self, error) && check_chunks (self, error);
}

static gboolean
keep_batch (TsContentWriter  *self,
            GError          **error)
{
  TsDatabase *database = self->workbook->database;

  g_assert (!ts_database_is_in_transaction (database));

  if (!ts_database_begin (database, error))
    return FALSE;

  if (!write_batch (self, error))
    {
      ts_database_rollback (database);
      return FALSE;
    }

  if (!ts_database_commit (database, error))
    return FALSE;

  self->begun = TRUE;
  self->n_chunks += CHUNKS_PER_BATCH;
  self->n_batch = 0;

  return TRUE;
}

/**
 * ts_content_writer_append:
 * @self: a writer
 * @bytes: the next bytes of the file
 * @n_bytes: how many
 * @error: where to put an error
 *
 * Takes the next bytes. Most calls only gather them, so that pieces of any size will do. After an error the writer can
 * only be freed; %TS_STORE_ERROR_NO_SPACE is the likely one.
 *
 * Returns: whether they were taken
 */
gboolean
ts_content_writer_append (TsContentWriter  *self,
                          gconstpointer     bytes,
                          gsize             n_bytes,
                          GError          **error)
{
  const guint8 *rest = bytes;

  g_return_val_if_fail (self != NULL && !self->over, FALSE);
  g_return_val_if_fail (bytes != NULL || n_bytes == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self->workbook);

  sha256_update (&self->hash, n_bytes, rest);
  self->size += n_bytes;

  while (n_bytes > 0)
    {
      gsize n_taken;

      /* Only when more comes, so that a file of just one batch is kept in one transaction. */
      if (self->n_batch == BATCH_SIZE && !keep_batch (self, error))
        {
          self->over = TRUE;
          return FALSE;
        }

      n_taken = MIN (n_bytes, BATCH_SIZE - self->n_batch);
      memcpy (self->batch + self->n_batch, rest, n_taken);
      self->n_batch += n_taken;
      rest += n_taken;
      n_bytes -= n_taken;
    }

  return TRUE;
}

static gboolean
delete_content (TsDatabase  *database,
                const char  *id,
                GError     **error)
{
  static const char *const texts[] = {
    "delete from content_chunk where content = $1",
    "delete from content where id = $1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TsStatement) statement = ts_database_prepare_cached (database, texts[i], error);

      if (statement == NULL)
        return FALSE;

      ts_statement_bind_text (statement, 0, id, -1);

      if (!ts_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_kept_already (TsContentWriter  *self,
                 const char       *hash,
                 gboolean         *kept,
                 GError          **error)
{
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  statement = ts_database_prepare_cached (self->workbook->database,
                                          "select 1 from content where hash = $1 and state = 'complete'",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, hash, -1);
  step = ts_statement_step (statement, error);
  *kept = step == TS_STEP_ROW;

  return step != TS_STEP_ERROR;
}

static gboolean
complete (TsContentWriter  *self,
          const char       *hash,
          GError          **error)
{
  g_autoptr (TsStatement) statement = NULL;

  if (!write_batch (self, error))
    return FALSE;

  statement = ts_database_prepare_cached (self->workbook->database,
                                          "update content set hash = $1, size = $2, state = 'complete' where id = $3",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, hash, -1);
  ts_statement_bind_integer (statement, 1, self->size);
  ts_statement_bind_text (statement, 2, self->id, -1);

  return ts_statement_run (statement, error);
}

/**
 * ts_content_writer_finish:
 * @self: a writer
 * @size: (out) (optional): how many bytes the file has
 * @error: where to put an error
 *
 * Makes the content count. Where the workbook has the same bytes already, those are used, and these are dropped
 * when the writer is freed.
 *
 * Returns: (transfer full): the SHA-256 of the bytes, under which evidence refers to them, or %NULL with an error
 */
char *
ts_content_writer_finish (TsContentWriter  *self,
                          gint64           *size,
                          GError          **error)
{
  TsDatabase *database;
  guint8 digest[SHA256_DIGEST_SIZE];
  char hash[TS_HASH_LENGTH + 1];
  gboolean kept;

  g_return_val_if_fail (self != NULL && !self->over, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self->workbook);

  database = self->workbook->database;
  g_assert (!ts_database_is_in_transaction (database));

  sha256_digest (&self->hash, sizeof digest, digest);
  ts_hash_format (digest, hash);
  self->over = TRUE;

  if (!is_kept_already (self, hash, &kept, error))
    return NULL;

  if (!kept)
    {
      if (!ts_database_begin (database, error))
        return NULL;

      if (!complete (self, hash, error))
        {
          ts_database_rollback (database);
          return NULL;
        }

      if (!ts_database_commit (database, error))
        return NULL;

      /* From here on it is not for us to drop. */
      self->begun = FALSE;
    }

  if (size != NULL)
    *size = self->size;

  return g_strdup (hash);
}

/* Gives the disk back what the dropped bytes took. */
static gboolean
drop (TsDatabase  *database,
      const char  *id,
      GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (!ts_database_begin (database, error))
    return FALSE;

  if (!delete_content (database, id, error))
    {
      ts_database_rollback (database);
      return FALSE;
    }

  if (!ts_database_commit (database, error))
    return FALSE;

  /* Empty pages do no harm: the next file fills them. */
  if (!ts_database_shrink (database, &failure))
    g_debug ("store: the workbook could not be made smaller: %s", failure->message);

  return TRUE;
}

/**
 * ts_content_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer. What was taken since it was made is dropped, unless it was finished.
 */
void
ts_content_writer_free (TsContentWriter *self)
{
  g_return_if_fail (self != NULL);
  TS_ASSERT_WORKBOOK_THREAD (self->workbook);

  if (self->begun)
    {
      g_autoptr (GError) error = NULL;

      /* Dropping must not be what the cancelling stops. What cannot be dropped, when a workbook is next opened is. */
      ts_database_set_cancellable (self->workbook->database, NULL);

      if (!drop (self->workbook->database, self->id, &error))
        g_debug ("store: a file that was not kept stays until the workbook is next opened: %s", error->message);

      ts_workbook_use_cancellable (self->workbook, NULL);
    }

  g_free (self->batch);
  g_free (self->id);
  g_free (self);
}

/*< private >
 * ts_content_sweep:
 * @database: a connection that may write, the only one
 * @error: where to put an error
 *
 * Drops what was begun and never finished, before a crash.
 *
 * Returns: whether nothing of the kind is left, or could not be dropped only for want of space, which can wait
 */
gboolean
ts_content_sweep (TsDatabase  *database,
                  GError     **error)
{
  g_autoptr (GError) failure = NULL;

  for (;;)
    {
      g_autofree char *id = ts_database_read_text (database, "select id from content where state = 'staging' order by id limit 1", &failure);

      if (id != NULL && *id == '\0')
        return TRUE;

      if (id != NULL && drop (database, id, &failure))
        continue;

      if (g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&failure));

      return FALSE;
    }
}

/**
 * ts_workbook_add_content:
 * @self: a workbook that may be written
 * @stream: the bytes
 * @expected_size: how many there will be, for @progress; 0 where nobody knows
 * @cancellable: (nullable): what may end it
 * @progress: (nullable): told how far it is, in bytes
 * @data: handed to @progress
 * @size: (out) (optional): how many bytes there were
 * @error: where to put an error, of %TS_STORE_ERROR or %G_IO_ERROR
 *
 * Takes a whole file in, without a pause. Where changes shall be kept meanwhile, use a #TsContentWriter.
 *
 * Returns: (transfer full): the SHA-256 of the bytes, or %NULL with an error; then nothing of it is kept
 */
char *
ts_workbook_add_content (TsWorkbook          *self,
                         GInputStream        *stream,
                         guint64              expected_size,
                         GCancellable        *cancellable,
                         TsProgressFunction   progress,
                         gpointer             data,
                         gint64              *size,
                         GError             **error)
{
  g_autoptr (TsContentWriter) writer = NULL;
  g_autofree guint8 *piece = NULL;
  gssize n_read;

  g_return_val_if_fail (self != NULL && G_IS_INPUT_STREAM (stream), NULL);

  writer = ts_content_writer_new (self, error);

  if (writer == NULL)
    return NULL;

  piece = g_malloc (CHUNK_SIZE);

  while ((n_read = g_input_stream_read (stream, piece, CHUNK_SIZE, cancellable, error)) > 0)
    {
      /* Not every stream looks at it. */
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !ts_content_writer_append (writer, piece, n_read, error))
        return NULL;

      if (progress != NULL)
        progress (writer->size, expected_size, data);
    }

  return n_read == 0 ? ts_content_writer_finish (writer, size, error) : NULL;
}
