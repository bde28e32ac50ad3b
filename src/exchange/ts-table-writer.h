/* ts-table-writer.h — tables that go out, as CSV, JSON or a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-table-about.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsTableFormat:
 * @TS_TABLE_FORMAT_CSV: RFC 4180, in UTF-8
 * @TS_TABLE_FORMAT_JSON: an array of objects that have the columns' names; an empty field is null
 * @TS_TABLE_FORMAT_XLSX: an Excel workbook, with a sheet that tells about the table
 */
typedef enum
{
  TS_TABLE_FORMAT_CSV,
  TS_TABLE_FORMAT_JSON,
  TS_TABLE_FORMAT_XLSX,
} TsTableFormat;

gboolean ts_table_format_from_name (const char    *name,
                                    TsTableFormat *format);

/**
 * TsTableWriter:
 *
 * Writes a table row by row, holding little more than one row; a spreadsheet reaches the stream in the end. Each row's fields are added in the order of the columns.
 */
typedef struct _TsTableWriter TsTableWriter;

TsTableWriter *ts_table_writer_new (GOutputStream *stream,
                                    TsTableFormat format,
                                    const char *const *columns,
                                    GCancellable *cancellable);
void ts_table_writer_set_about (TsTableWriter      *self,
                                const TsTableAbout *about);
void ts_table_writer_free (TsTableWriter *self);

void ts_table_writer_add_text (TsTableWriter *self,
                               const char    *text);
void ts_table_writer_add_integer (TsTableWriter *self,
                                  gint64         integer);
void ts_table_writer_add_number (TsTableWriter *self,
                                 double         number);
void ts_table_writer_add_token (TsTableWriter *self,
                                const char    *token);
void ts_table_writer_add_json (TsTableWriter *self,
                               const char    *json);
gboolean ts_table_writer_end_row (TsTableWriter  *self,
                                  GError        **error);
gboolean ts_table_writer_end (TsTableWriter  *self,
                              GError        **error);
guint64 ts_table_writer_get_n_rows (const TsTableWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsTableWriter, ts_table_writer_free)

G_END_DECLS
