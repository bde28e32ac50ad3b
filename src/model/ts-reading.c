/* ts-reading.c — what is read in the background, and again when it has changed meanwhile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-reading.h"

#include "model/ts-session-private.h"

struct _TsReading
{
  GObject *owner;     /* which has this object; held only while a reading goes on */
  TsSession *session; /* NULL once it has stopped */
  const TsReadingKind *kind;
  GCancellable *cancellable; /* of the reading that goes on, or NULL */
  gboolean stale;            /* something else is wanted by now */
};

/**
 * ts_reading_new:
 * @owner: a #GObject that has the reading, frees it when it is finalised, and stops it when it is disposed of
 * @session: the workbook
 * @kind: how it is read; it lasts as long as the reading
 *
 * Returns: (transfer full): a reading that has not begun
 */
TsReading *
ts_reading_new (gpointer             owner,
                TsSession           *session,
                const TsReadingKind *kind)
{
  TsReading *self;

  g_return_val_if_fail (G_IS_OBJECT (owner) && TS_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind != NULL && kind->read != NULL && kind->result_free != NULL && kind->take != NULL, NULL);

  self = g_new0 (TsReading, 1);
  self->owner = owner;
  self->session = g_object_ref (session);
  self->kind = kind;

  return self;
}

void
ts_reading_free (TsReading *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cancellable == NULL);

  g_clear_object (&self->session);
  g_free (self);
}

static void
tell_busy (TsReading *self)
{
  if (self->kind->busy_changed != NULL)
    self->kind->busy_changed (self->owner);
}

static void
read_now (TsReading *self);

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  TsReading *self = user_data;
  /* The last reference may be this one, and takes this object with it. */
  g_autoptr (GObject) owner = self->owner;
  g_autoptr (GError) error = NULL;
  gpointer read = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean wanted = self->session != NULL && !self->stale;

  g_clear_object (&self->cancellable);

  if (!wanted && read != NULL)
    self->kind->result_free (read);

  if (wanted)
    {
      tell_busy (self);
      self->kind->take (owner, read, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error);
    }
  else if (self->session != NULL)
    {
      read_now (self);
    }
}

static void
read_now (TsReading *self)
{
  gpointer request = self->kind->make_request != NULL ? self->kind->make_request (self->owner) : NULL;

  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  g_object_ref (self->owner);
  ts_session_read_async (self->session, self->kind->read, request, self->kind->request_free, self->kind->result_free, self->cancellable,
                         read_cb, self);
}

/**
 * ts_reading_begin:
 * @self: a reading
 *
 * Reads what is wanted now. After it has stopped nothing happens.
 */
void
ts_reading_begin (TsReading *self)
{
  g_return_if_fail (self != NULL);

  if (self->session == NULL)
    return;

  self->stale = self->cancellable != NULL;

  if (self->stale)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }

  read_now (self);
  tell_busy (self);
}

/**
 * ts_reading_stop:
 * @self: a reading
 *
 * Reads no more, and takes nothing any more.
 */
void
ts_reading_stop (TsReading *self)
{
  g_return_if_fail (self != NULL);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->session);
}

/**
 * ts_reading_is_busy:
 * @self: a reading
 *
 * Returns: whether a reading goes on
 */
gboolean
ts_reading_is_busy (const TsReading *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->cancellable != NULL;
}
