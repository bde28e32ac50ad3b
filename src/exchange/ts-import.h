/* ts-import.h — what every import is told and tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-csv-reader.h"
#include "exchange/ts-problem-list.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsImport:
 * @file: the file's name, for the change's label
 * @stream: its bytes
 * @size: how many there are, or 0 where nobody knows
 * @problems: where to put what is wrong in it
 * @cancellable: (nullable): to stop
 * @progress: (nullable): is told how many bytes have been read
 * @data: for @progress
 * @n_created: (out): how many organisations or ratings the change creates
 * @n_updated: (out): how many it updates
 * @n_deleted: (out): how many it deletes
 * @n_unchanged: (out): how many lines say what is kept already
 *
 * An import reads the whole file and gives the one change that brings the workbook to what the file says; nothing is written
 * until the caller applies it. It fails with
 *
 * - %TS_EXCHANGE_ERROR_INVALID where there are problems,
 * - %TS_RULE_ERROR_UNCHANGED where the workbook says all of it already,
 * - %TS_EXCHANGE_ERROR_FILE where the file cannot be read,
 * - %G_IO_ERROR_CANCELLED, or an error of the store.
 */
typedef struct
{
  const char *file;
  GInputStream *stream;
  guint64 size;
  TsProblemList *problems;
  GCancellable *cancellable;
  TsProgressFunction progress;
  gpointer data;

  guint n_created;
  guint n_updated;
  guint n_deleted;
  guint n_unchanged;
} TsImport;

/**
 * TsImportLine:
 * @reader: has read a line
 * @data: the import's own
 * @error: where to put why nothing can be read any more; what is wrong in the line goes to the problems
 *
 * Takes a line of a table.
 *
 * Returns: whether to go on
 */
typedef gboolean (*TsImportLine) (const TsCsvReader  *reader,
                                  gpointer            data,
                                  GError            **error);

gboolean ts_import_read_lines (TsImport *self,
                               GInputStream *stream,
                               const char *const *columns,
                               guint n_optional,
                               TsImportLine take,
                               gpointer data,
                               GError **error);
void ts_import_count (TsImport    *self,
                      const TsRow *before,
                      const TsRow *after);
gboolean ts_import_report (const TsImport  *self,
                           guint64          n_records,
                           guint64          n_bytes,
                           GError         **error);
void ts_import_set_unchanged (const TsImport  *self,
                              GError         **error);

G_END_DECLS
