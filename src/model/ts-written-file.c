/* ts-written-file.c — a file that is there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-written-file.h"

/* Bytes of the name of a file that the one beside it has too. */
#define MOST_OF_NAME 100

/* GIO writes what is replaced beside it, but what is new in its place, where it would be seen half written and be left so. Returns where to write
 * instead; NULL where there is nothing to hide, or nothing to hide it with. */
static GFile *
find_temporary (GFile *destination)
{
  g_autoptr (GFile) folder = g_file_get_parent (destination);
  g_autofree char *name = NULL;
  g_autofree char *unique = NULL;
  g_autofree char *temporary = NULL;

  if (folder == NULL || g_file_peek_path (destination) == NULL || g_file_query_exists (destination, NULL))
    return NULL;

  name = g_file_get_basename (destination);
  unique = g_uuid_string_random ();
  /* Cut, because a name that is just short enough would be too long with more. */
  temporary = g_strdup_printf (".%.*s.%s", MOST_OF_NAME, name, unique);

  return g_file_get_child (folder, temporary);
}

/**
 * ts_written_file_replace:
 * @destination: a file, which may be there already
 * @flags: how it is made
 * @write: writes it
 * @data: for @write
 * @cancellable: (nullable): to stop
 * @error: where to put why it is not there
 *
 * The file appears, and what was there before is replaced, once all is written; where that fails, all stays as it was. It waits for the disk, so it is
 * for working threads.
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
  g_autoptr (GFile) temporary = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) discard = NULL;

  g_return_val_if_fail (G_IS_FILE (destination) && write != NULL, FALSE);

  temporary = find_temporary (destination);
  stream = g_file_replace (temporary != NULL ? temporary : destination, NULL, FALSE, flags, cancellable, error);

  if (stream == NULL)
    return FALSE;

  if (write (G_OUTPUT_STREAM (stream), data, cancellable, error) && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error) &&
      (temporary == NULL || g_file_move (temporary, destination, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error)))
    return TRUE;

  /* Closing with a cancelled cancellable leaves what was there before. */
  discard = g_cancellable_new ();
  g_cancellable_cancel (discard);
  g_output_stream_close (G_OUTPUT_STREAM (stream), discard, NULL);

  if (temporary != NULL)
    g_file_delete (temporary, NULL, NULL);

  return FALSE;
}
