/* ts-workbook-file.h — a workbook as a file among others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsFileKey:
 *
 * Which file it is, whatever its name.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
} TsFileKey;

char *ts_workbook_file_resolve (const char  *path,
                                TsFileKey   *key,
                                GError     **error);
gboolean ts_workbook_file_enter (const char       *path,
                                 const TsFileKey  *key,
                                 GError          **error);
void ts_workbook_file_leave (const TsFileKey *key);
gboolean ts_workbook_file_is_entered (const TsFileKey *key);
gboolean ts_workbook_file_has_log (const char *path);
gboolean ts_workbook_file_has_empty_log (const char *path);

G_END_DECLS
