/* ts-written-file.h — a file that is there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsWriteFunc:
 * @stream: where to write
 * @data: the caller's
 * @cancellable: (nullable): to stop
 * @error: where to put why not all of it could be written
 *
 * Returns: whether all of it is written
 */
typedef gboolean (*TsWriteFunc) (GOutputStream  *stream,
                                 gpointer        data,
                                 GCancellable   *cancellable,
                                 GError        **error);

gboolean ts_written_file_replace (GFile             *destination,
                                  GFileCreateFlags   flags,
                                  TsWriteFunc        write,
                                  gpointer           data,
                                  GCancellable      *cancellable,
                                  GError           **error);

G_END_DECLS
