/* ts-sample-file.h — the sample workbook in a person's data folder
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *ts_sample_file_choose_path (const char *folder,
                                  gboolean    fresh,
                                  gboolean   *exists);

void ts_sample_file_start (gboolean             fresh,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
char *ts_sample_file_finish (GAsyncResult  *result,
                             GError       **error);

G_END_DECLS
