/* ts-file.h — files that come into being whole, and files of our own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ts_file_make_temporary (const char  *path,
                              GError     **error);
char *ts_file_make_private_directory (GError **error);
void ts_file_remove_private_directory (const char *path);
void ts_file_remove_database (const char *path);
gboolean ts_file_copy_private (const char  *from,
                               const char  *to,
                               GError     **error);
gboolean ts_file_synchronise (const char  *path,
                              GError     **error);
gboolean ts_file_publish (const char  *temporary,
                          const char  *path,
                          GError     **error);

G_END_DECLS
