/* ts-errand.c — something that a page asked a session for
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-errand.h"

/**
 * ts_errand_new:
 * @origin: the widget that asks
 * @session: the session that is asked
 * @heading: what to say if it fails; translated, and not copied
 *
 * Returns: (transfer full): an errand
 */
TsErrand *
ts_errand_new (GtkWidget  *origin,
               TsSession  *session,
               const char *heading)
{
  TsErrand *self;

  g_return_val_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session), NULL);
  g_return_val_if_fail (heading != NULL, NULL);

  self = g_new0 (TsErrand, 1);
  g_weak_ref_init (&self->window, ts_window_for_widget (origin));
  self->session = g_object_ref (session);
  self->heading = heading;

  return self;
}

void
ts_errand_free (TsErrand *self)
{
  g_return_if_fail (self != NULL);

  ts_errand_end_transfer (self);
  g_weak_ref_clear (&self->window);
  g_clear_object (&self->file);
  g_object_unref (self->session);
  g_free (self->undo_title);
  g_free (self);
}

/**
 * ts_errand_begin:
 * @self: an errand that takes long
 * @title: what is done, for people
 * @place: (nullable): the criterion on whose card it shows
 *
 * Shows how far it is, until it is freed.
 */
void
ts_errand_begin (TsErrand   *self,
                 const char *title,
                 const char *place)
{
  g_return_if_fail (self != NULL && self->transfer == NULL);

  self->transfer = ts_transfer_begin (self->session, title, place);
}

/**
 * ts_errand_end_transfer:
 * @self: an errand
 *
 * Shows no longer how far it is.
 */
void
ts_errand_end_transfer (TsErrand *self)
{
  g_return_if_fail (self != NULL);

  if (self->transfer != NULL)
    ts_transfer_end (self->transfer);

  g_clear_object (&self->transfer);
}

/**
 * ts_errand_show_error:
 * @self: an errand
 * @error: why it failed
 */
void
ts_errand_show_error (TsErrand     *self,
                      const GError *error)
{
  g_autoptr (TsWindow) window = NULL;

  g_return_if_fail (self != NULL && error != NULL);

  window = g_weak_ref_get (&self->window);

  if (window != NULL)
    ts_window_show_error (window, self->heading, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s: %s", self->heading, error->message);
}

void
ts_errand_changed (GObject      *session,
                   GAsyncResult *result,
                   gpointer      errand)
{
  g_autoptr (TsErrand) self = errand;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (TS_SESSION (session), result, &error);
  g_autoptr (TsWindow) window = g_weak_ref_get (&self->window);

  if (error != NULL)
    ts_errand_show_error (self, error);
  else if (change != NULL && self->undo_title != NULL && window != NULL)
    ts_window_offer_undo (window, self->undo_title);
}
