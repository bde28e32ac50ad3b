/* ts-csv-reader.h — comma-separated values from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-problem-list.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* In bytes: the longest text that a workbook keeps, with room for four bytes a character. */
#define TS_CSV_LONGEST_FIELD (512 * 1024)

/**
 * TsCsvReader:
 *
 * Reads a file record by record, holding one record at a time. The file is UTF-8, a byte order mark is accepted, lines end with LF or CRLF, fields
 * are quoted as in RFC 4180, and the first record names the columns, which may stand in any order; a table may leave out those that came later. What is wrong goes to
 * the problem list; a record with a problem is left out and reading goes on.
 */
typedef struct _TsCsvReader TsCsvReader;

TsCsvReader *ts_csv_reader_new (GInputStream *stream,
                                const char *const *columns,
                                TsProblemList *problems,
                                GCancellable *cancellable);
void ts_csv_reader_set_n_optional (TsCsvReader *self,
                                   guint        n_optional);
void ts_csv_reader_free (TsCsvReader *self);

gboolean ts_csv_reader_next (TsCsvReader  *self,
                             GError      **error);
guint64 ts_csv_reader_get_line (const TsCsvReader *self);
guint64 ts_csv_reader_get_n_bytes (const TsCsvReader *self);
const char *ts_csv_reader_get (const TsCsvReader *self,
                               guint              column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsCsvReader, ts_csv_reader_free)

G_END_DECLS
