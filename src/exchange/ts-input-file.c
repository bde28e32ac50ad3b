/* ts-input-file.c — files from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-input-file.h"

#include "exchange/ts-exchange-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_file_error (GError     **error,
                const char  *path,
                const char  *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE, _("%s: the file cannot be read: %s"), name, reason);
}

/**
 * ts_input_file_open:
 * @path: a file, which may also be a pipe
 * @error: where to put what is wrong
 *
 * Fails with %TS_EXCHANGE_ERROR_FILE, naming the file.
 *
 * Returns: (transfer full): a stream of its bytes; reading it can be cancelled even while a pipe has nothing to give
 */
GInputStream *
ts_input_file_open (const char  *path,
                    GError     **error)
{
  struct stat status;
  int descriptor;

  g_return_val_if_fail (path != NULL, NULL);

  descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

  if (descriptor < 0)
    {
      set_file_error (error, path, g_strerror (errno));
      return NULL;
    }

  if (fstat (descriptor, &status) == 0 && S_ISDIR (status.st_mode))
    {
      set_file_error (error, path, g_strerror (EISDIR));
      close (descriptor);
      return NULL;
    }

  return g_unix_input_stream_new (descriptor, TRUE);
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
          set_file_error (error, path, cause->message);
          return NULL;
        }

      if (n_read == 0)
        break;

      g_byte_array_append (bytes, part, n_read);

      if (bytes->len > largest)
        {
          g_autofree char *name = g_filename_display_name (path);
          g_autofree char *size = g_format_size_full (largest, G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_TOO_LARGE, _("%s: the file is larger than %s"), name, size);
          return NULL;
        }
    }

  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);

  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
