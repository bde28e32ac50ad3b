/* ts-csv-writer.h — comma-separated values as RFC 4180 writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_CSV_LINE_END "\r\n"

void ts_csv_append_field (GString    *csv,
                          const char *text);

G_END_DECLS
