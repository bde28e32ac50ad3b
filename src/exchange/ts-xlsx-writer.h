/* ts-xlsx-writer.h — a table as a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-table-about.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsXlsxWriter:
 *
 * Writes an Excel workbook: a sheet with the table, whose header stays in sight and can filter, and a sheet that tells about it. Rows are kept in a
 * temporary file, so that a table of any length takes little memory; what one sheet cannot hold goes on on the next. Text is never a formula.
 */
typedef struct _TsXlsxWriter TsXlsxWriter;

TsXlsxWriter *ts_xlsx_writer_new (const char *const *columns);
void ts_xlsx_writer_free (TsXlsxWriter *self);

void ts_xlsx_writer_add_text (TsXlsxWriter *self,
                              const char   *text);
void ts_xlsx_writer_add_integer (TsXlsxWriter *self,
                                 gint64        integer);
void ts_xlsx_writer_add_number (TsXlsxWriter *self,
                                double        number);
void ts_xlsx_writer_end_row (TsXlsxWriter *self);
gboolean ts_xlsx_writer_end (TsXlsxWriter        *self,
                             const TsTableAbout  *about,
                             GOutputStream       *stream,
                             GCancellable        *cancellable,
                             GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsXlsxWriter, ts_xlsx_writer_free)

G_END_DECLS
