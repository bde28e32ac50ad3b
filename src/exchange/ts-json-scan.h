/* ts-json-scan.h — whether a text is JSON, by the grammar of RFC 8259
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsJsonScan:
 * @file: the file's name for messages
 * @at: how far the text has been looked through; it is valid UTF-8 without NUL
 * @end: where it ends
 * @line: the line of @at, from 1
 */
typedef struct
{
  const char *file;
  const char *at;
  const char *end;
  guint line;
} TsJsonScan;

gboolean ts_json_scan_document (TsJsonScan  *scan,
                                GError     **error);
gboolean ts_json_scan_fail (const TsJsonScan  *scan,
                            GError           **error,
                            const char        *message);

G_END_DECLS
