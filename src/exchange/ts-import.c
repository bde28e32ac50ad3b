/* ts-import.c — what every import is told and tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-import.h"

#include "core/ts-error.h"

#include <glib/gi18n-lib.h>

#define RECORDS_BETWEEN_REPORTS 512

/**
 * ts_import_report:
 * @self: an import
 * @n_records: how many records have been read before this one
 * @n_bytes: how many bytes
 * @error: where to put %G_IO_ERROR_CANCELLED
 *
 * Called after each record; tells of the progress now and then.
 *
 * Returns: whether to go on
 */
gboolean
ts_import_report (const TsImport  *self,
                  guint64          n_records,
                  guint64          n_bytes,
                  GError         **error)
{
  if (n_records % RECORDS_BETWEEN_REPORTS != 0)
    return TRUE;

  if (self->progress != NULL)
    self->progress (n_bytes, self->size, self->data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * ts_import_read_lines:
 * @self: an import
 * @stream: the bytes of a table
 * @columns: (array zero-terminated=1): the columns that it has
 * @n_optional: how many of the last ones it may leave out
 * @take: takes a line
 * @data: for @take
 * @error: where to put why not all of them could be read
 *
 * Reads a table to its end, and tells of the progress.
 *
 * Returns: whether all of it was read; there may be problems all the same
 */
gboolean
ts_import_read_lines (TsImport *self,
                      GInputStream *stream,
                      const char *const *columns,
                      guint n_optional,
                      TsImportLine take,
                      gpointer data,
                      GError **error)
{
  g_autoptr (TsCsvReader) reader = ts_csv_reader_new (stream, columns, self->problems, self->cancellable);
  g_autoptr (GError) failure = NULL;
  guint64 n_records = 0;

  ts_csv_reader_set_n_optional (reader, n_optional);

  while (ts_csv_reader_next (reader, &failure))
    {
      if (!take (reader, data, error) || !ts_import_report (self, n_records++, ts_csv_reader_get_n_bytes (reader), error))
        return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

/**
 * ts_import_count:
 * @self: an import
 * @before: (nullable): a row as it is
 * @after: (nullable): as it shall be
 *
 * Counts the line that asks for it; where both are the same, it is one that changes nothing.
 */
void
ts_import_count (TsImport    *self,
                 const TsRow *before,
                 const TsRow *after)
{
  if (ts_row_equal (before, after))
    self->n_unchanged++;
  else if (before == NULL)
    self->n_created++;
  else if (after == NULL)
    self->n_deleted++;
  else
    self->n_updated++;
}

/**
 * ts_import_set_unchanged:
 * @self: an import that found nothing to change
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 */
void
ts_import_set_unchanged (const TsImport  *self,
                         GError         **error)
{
  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED,
               _("Nothing to change: the workbook says all that is in %s."), self->file);
}
