/* ts-export.h — what every export is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-table-writer.h"
#include "store/ts-rating-query.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsExport:
 * @stream: where to write
 * @format: how
 * @about: (nullable): what a spreadsheet says of itself
 * @filter: (nullable): what is wanted, %NULL for everything; an export takes no notice of what its rows have not
 * @as_of: the moment at which rows are wanted as they stood, in microseconds since 1970-01-01 00:00 UTC; 0 for now. Only the ledger knows of it
 * @cancellable: (nullable): to stop
 * @progress: (nullable): is told how many rows have been written; the total is not known
 * @data: for @progress
 * @n_rows: (out): how many rows have been written
 *
 * An export writes as it reads, and holds one assessment at most. It fails with an error of the stream, %G_IO_ERROR_CANCELLED, an error of the
 * store, or %TS_EXCHANGE_ERROR_UNKNOWN where the filter names what the workbook does not have.
 */
typedef struct
{
  GOutputStream *stream;
  TsTableFormat format;
  const TsTableAbout *about;
  const TsQueryFilter *filter;
  gint64 as_of;
  GCancellable *cancellable;
  TsProgressFunction progress;
  gpointer data;

  guint64 n_rows;
} TsExport;

gboolean ts_export_check_filter (TsWorkbook           *workbook,
                                 const TsQueryFilter  *filter,
                                 GError              **error);
TsTableWriter *ts_export_begin (const TsExport *self,
                                const char *const *columns);
gboolean ts_export_end_row (TsExport       *self,
                            TsTableWriter  *writer,
                            GError        **error);
gboolean ts_export_end (TsExport       *self,
                        TsTableWriter  *writer,
                        GError        **error);
gboolean ts_export_wants_organisation (const TsExport *self,
                                       const char     *code);

G_END_DECLS
