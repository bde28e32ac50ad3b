/* ts-input-file.c — files from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-input-file.h"

#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>

static void
set_file_error (GError       **error,
                const char    *path,
                const GError  *cause)
{
  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE, _("%s: the file cannot be read: %s"), path, cause->message);
}

/**
 * ts_input_file_open:
 * @path: a file, which may also be a pipe
 * @error: where to put what is wrong
 *
 * Fails with %TS_EXCHANGE_ERROR_FILE, naming the file.
 *
 * Returns: (transfer full): a stream of its bytes
 */
GInputStream *
ts_input_file_open (const char  *path,
                    GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  GFileInputStream *stream;

  g_return_val_if_fail (path != NULL, NULL);

  stream = g_file_read (file, NULL, &cause);

  if (stream == NULL)
    {
      set_file_error (error, path, cause);
      return NULL;
    }

  return G_INPUT_STREAM (stream);
}

/**
 * ts_input_file_read:
 * @path: a file
 * @largest: how many bytes it may have
 * @length: (out): how many it has
 * @error: where to put what is wrong
 *
 * Fails with %TS_EXCHANGE_ERROR_FILE, or with %TS_EXCHANGE_ERROR_TOO_LARGE; never reads more than @largest bytes and one.
 *
 * Returns: (transfer full): the bytes, and a NUL after them
 */
char *
ts_input_file_read (const char  *path,
                    gsize        largest,
                    gsize       *length,
                    GError     **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  stream = ts_input_file_open (path, error);

  if (stream == NULL)
    return NULL;

  bytes = g_byte_array_new ();

  for (;;)
    {
      guint8 part[16384];
      gssize n_read = g_input_stream_read (stream, part, sizeof part, NULL, &cause);

      if (n_read < 0)
        {
          set_file_error (error, path, cause);
          return NULL;
        }

      if (n_read == 0)
        break;

      g_byte_array_append (bytes, part, n_read);

      if (bytes->len > largest)
        {
          g_autofree char *size = g_format_size_full (largest, G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_TOO_LARGE, _("%s: the file is larger than %s"), path, size);
          return NULL;
        }
    }

  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);

  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
