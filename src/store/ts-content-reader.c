/* ts-content-reader.c — giving the bytes of an evidence file back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-content-reader.h"

#include "store/ts-change-hash.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

static gboolean
find_content (TsDatabase  *database,
              const char  *hash,
              char       **id,
              gint64      *size,
              GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (GError) damaged = NULL;
  TsStep step;

  *id = NULL;
  *size = 0;
  statement = ts_database_prepare_cached (database,
                                          "select id, size from content where hash = $1 and state = 'complete'",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, hash, -1);
  step = ts_statement_step (statement, error);

  if (step != TS_STEP_ROW)
    return step == TS_STEP_DONE;

  *id = g_strdup (ts_statement_get_text (statement, 0, &damaged));
  *size = ts_statement_get_integer (statement, 1);

  if (damaged == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&damaged));

  return FALSE;
}

/* What the reader may not see is not there for them. */
static gboolean
find_shown_content (TsWorkbook  *self,
                    const char  *hash,
                    char       **id,
                    gint64      *size,
                    GError     **error)
{
  gboolean shows;

  if (!find_content (self->database, hash, id, size, error) || !ts_workbook_shows_content (self, hash, &shows, error))
    return FALSE;

  if (shows && *id != NULL)
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND, _("The file is not in the workbook."));

  return FALSE;
}

/**
 * ts_workbook_has_content:
 * @self: a workbook
 * @hash: a SHA-256
 * @size: (out) (optional): how many bytes the content has
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_NOT_FOUND where the workbook does not have the content.
 *
 * Returns: whether the workbook has it
 */
gboolean
ts_workbook_has_content (TsWorkbook  *self,
                         const char  *hash,
                         gint64      *size,
                         GError     **error)
{
  g_autofree char *id = NULL;
  gint64 kept_size;

  g_return_val_if_fail (self != NULL && hash != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!find_shown_content (self, hash, &id, &kept_size, error))
    return FALSE;

  if (size != NULL)
    *size = kept_size;

  return TRUE;
}

/*< private >
 * ts_content_stream:
 * @database: a connection
 * @id: the id of a content
 * @function: given the bytes, a chunk at a time; returns %FALSE with an error to end
 * @data: handed to @function
 * @hash: (out): the SHA-256 of all the bytes, 64 hexadecimal digits and a NUL
 * @error: where to put an error
 *
 * Returns: whether all chunks were read
 */
gboolean
ts_content_stream (TsDatabase         *database,
                   const char         *id,
                   TsContentFunction   function,
                   gpointer            data,
                   char               *hash,
                   GError            **error)
{
  g_autoptr (TsStatement) statement = NULL;
  guint8 digest[SHA256_DIGEST_SIZE];
  struct sha256_ctx context;
  TsStep step;

  statement = ts_database_prepare_cached (database,
                                          "select data from content_chunk where content = $1 order by position",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, id, -1);
  sha256_init (&context);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      gsize n_bytes;
      gconstpointer bytes = ts_statement_get_blob (statement, 0, &n_bytes);

      sha256_update (&context, n_bytes, bytes);

      if (!function (bytes, n_bytes, data, error))
        return FALSE;
    }

  sha256_digest (&context, sizeof digest, digest);
  ts_hash_format (digest, hash);

  return step == TS_STEP_DONE;
}

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  TsProgressFunction progress;
  gpointer data;
  guint64 done;
  guint64 total;
} Copy;

static gboolean
write_chunk (gconstpointer   bytes,
             gsize           n_bytes,
             gpointer        data,
             GError        **error)
{
  Copy *copy = data;

  if (g_cancellable_set_error_if_cancelled (copy->cancellable, error) ||
      !g_output_stream_write_all (copy->stream, bytes, n_bytes, NULL, copy->cancellable, error))
    return FALSE;

  copy->done += n_bytes;

  if (copy->progress != NULL)
    copy->progress (copy->done, copy->total, copy->data);

  return TRUE;
}

/**
 * ts_workbook_copy_content:
 * @self: a workbook
 * @hash: the SHA-256 of the bytes wanted
 * @stream: where to write them; it is not closed
 * @cancellable: (nullable): what may end it
 * @progress: (nullable): told how far it is, in bytes
 * @data: handed to @progress
 * @error: where to put an error, of %TS_STORE_ERROR or %G_IO_ERROR
 *
 * Writes the bytes of an evidence file, a chunk at a time in memory, and makes sure that they are the ones that were
 * taken in. Where it fails, at the very end with %TS_STORE_ERROR_CORRUPT if they are not, what was written must be
 * thrown away.
 *
 * Returns: whether all bytes were written and are right
 */
gboolean
ts_workbook_copy_content (TsWorkbook          *self,
                          const char          *hash,
                          GOutputStream       *stream,
                          GCancellable        *cancellable,
                          TsProgressFunction   progress,
                          gpointer             data,
                          GError             **error)
{
  Copy copy = { stream, cancellable, progress, data, 0, 0 };
  char computed[TS_HASH_LENGTH + 1];
  g_autofree char *id = NULL;
  gint64 size;

  g_return_val_if_fail (self != NULL && hash != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!find_shown_content (self, hash, &id, &size, error))
    return FALSE;

  copy.total = size;

  if (!ts_content_stream (self->database, id, write_chunk, &copy, computed, error))
    return FALSE;

  if (g_str_equal (computed, hash))
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("The file as the workbook has it is damaged: it is not what was attached. Use a backup of the workbook, or attach it again."));

  return FALSE;
}
