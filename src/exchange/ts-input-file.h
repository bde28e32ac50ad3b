/* ts-input-file.h — files from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GInputStream *ts_input_file_open (const char  *path,
                                  GError     **error);
char *ts_input_file_read (const char  *path,
                          gsize        largest,
                          gsize       *length,
                          GError     **error);

G_END_DECLS
