/* ts-written-file.c — a file that is there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-written-file.h"

/**
 * ts_written_file_replace:
 * @destination: a file, which may be there already
 * @flags: how it is made
 * @write: writes it
 * @data: for @write
 * @cancellable: (nullable): to stop
 * @error: where to put why it is not there
 *
 * What was there before is replaced once all is written, and stays where that fails. It waits for the disk, so it is for working threads.
 *
 * Returns: whether the file is there
 */
gboolean
ts_written_file_replace (GFile             *destination,
                         GFileCreateFlags   flags,
                         TsWriteFunc        write,
                         gpointer           data,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) discard = NULL;

  g_return_val_if_fail (G_IS_FILE (destination) && write != NULL, FALSE);

  stream = g_file_replace (destination, NULL, FALSE, flags, cancellable, error);

  if (stream == NULL)
    return FALSE;

  if (write (G_OUTPUT_STREAM (stream), data, cancellable, error) && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;

  /* Closing with a cancelled cancellable leaves what was there before. */
  discard = g_cancellable_new ();
  g_cancellable_cancel (discard);
  g_output_stream_close (G_OUTPUT_STREAM (stream), discard, NULL);

  return FALSE;
}
