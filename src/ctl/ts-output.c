/* ts-output.c — where a command's result goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-output.h"

#include "ctl/ts-terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _TsOutput
{
  GOutputStream *stream;
  int descriptor;
  char *name;      /* for messages */
  char *path;      /* where the file shall be, NULL where it is written in place */
  char *temporary; /* where it is until then */
};

static TsOutput *
output_new (int         descriptor,
            gboolean    close_descriptor,
            const char *name)
{
  TsOutput *self = g_new0 (TsOutput, 1);

  self->descriptor = descriptor;
  self->stream = g_unix_output_stream_new (descriptor, close_descriptor);
  self->name = g_filename_display_name (name);

  return self;
}

static gboolean
fail (GError     **error,
      const char  *path,
      int          number)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("%s: the file cannot be written: %s"), name, g_strerror (number));

  return FALSE;
}

/* A pipe or a device cannot be replaced by a file, and must not be. */
static TsOutput *
open_in_place (const char  *path,
               GError     **error)
{
  int descriptor = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

  if (descriptor < 0)
    {
      fail (error, path, errno);
      return NULL;
    }

  return output_new (descriptor, TRUE, path);
}

/* What a symbolic link points at is replaced, not the link. */
static char *
resolve (const char *path)
{
  g_autofree char *resolved = realpath (path, NULL);

  return g_strdup (resolved != NULL ? resolved : path);
}

static TsOutput *
open_temporary (const char      *path,
                const GStatBuf  *replaced,
                GError         **error)
{
  g_autofree char *target = resolve (path);
  g_autofree char *directory = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *name = g_strdup_printf (".%.200s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (directory, name, NULL);
  int descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  TsOutput *self;

  if (descriptor < 0)
    {
      fail (error, path, errno);
      return NULL;
    }

  /* Rights that were given to the file before stay as they were, where they can. */
  if (replaced != NULL && fchmod (descriptor, replaced->st_mode & 0777) != 0)
    g_debug ("the rights of %s could not be kept", path);

  self = output_new (descriptor, TRUE, path);
  self->path = g_steal_pointer (&target);
  self->temporary = g_steal_pointer (&temporary);

  return self;
}

/**
 * ts_output_open:
 * @path: (nullable): a file; "-" and %NULL are the standard output
 * @error: where to put why it cannot be written
 *
 * Returns: (transfer full): an output
 */
TsOutput *
ts_output_open (const char  *path,
                GError     **error)
{
  GStatBuf status;
  gboolean exists;

  if (path == NULL || g_str_equal (path, "-"))
    return output_new (STDOUT_FILENO, FALSE, _("standard output"));

  exists = g_stat (path, &status) == 0;

  if (exists)
    {
      if (S_ISDIR (status.st_mode))
        {
          fail (error, path, EISDIR);
          return NULL;
        }

      if (!S_ISREG (status.st_mode))
        return open_in_place (path, error);
    }

  return open_temporary (path, exists ? &status : NULL, error);
}

void
ts_output_free (TsOutput *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);

  if (self->temporary != NULL)
    g_unlink (self->temporary);

  g_free (self->name);
  g_free (self->path);
  g_free (self->temporary);
  g_free (self);
}

GOutputStream *
ts_output_get_stream (TsOutput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stream;
}

/**
 * ts_output_explain:
 * @self: an output
 * @error: (inout): an error of its stream
 *
 * Says in the error what could not be written; an error from elsewhere stays as it is.
 */
void
ts_output_explain (TsOutput  *self,
                   GError   **error)
{
  g_return_if_fail (self != NULL && error != NULL && *error != NULL);

  if ((*error)->domain == G_IO_ERROR && (*error)->code != G_IO_ERROR_CANCELLED)
    g_prefix_error (error, "%s: ", self->name);
}

/**
 * ts_output_commit:
 * @self: an output to which everything has been written; only free it afterwards
 * @error: where to put why it cannot be kept
 *
 * Returns: whether the file is on the disk under its name
 */
gboolean
ts_output_commit (TsOutput  *self,
                  GError   **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_output_stream_flush (self->stream, NULL, error))
    {
      if (error != NULL)
        ts_output_explain (self, error);
      return FALSE;
    }

  if (self->temporary == NULL)
    return TRUE;

  if (fsync (self->descriptor) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail (error, self->name, errno);

  g_clear_pointer (&self->temporary, g_free);

  return TRUE;
}

/**
 * ts_output_print:
 * @text: UTF-8
 *
 * Prints on the standard output; where that cannot be done, says so.
 *
 * Returns: whether it has been printed
 */
gboolean
ts_output_print (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsOutput) output = ts_output_open (NULL, NULL);

  ts_terminal_end_progress ();

  if (g_output_stream_write_all (output->stream, text, strlen (text), NULL, NULL, &error))
    return TRUE;

  ts_output_explain (output, &error);
  ts_terminal_fail (error);

  return FALSE;
}
