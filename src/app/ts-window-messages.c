/* ts-window-messages.c — what the window says in passing
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window-object.h"

#include "app/ts-problem.h"

#include <glib/gi18n-lib.h>

static void
on_toast_dismissed (TsWindow *self,
                    AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

/* One at a time: what was said before is old by then. */
static void
add_toast (TsWindow *self,
           AdwToast *toast)
{
  g_autoptr (AdwToast) previous = g_steal_pointer (&self->toast);

  if (previous != NULL)
    adw_toast_dismiss (previous);

  self->toast = g_object_ref (toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static AdwToast *
new_toast (const char *title)
{
  /* Toasts take markup, and titles hold what people wrote. */
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return adw_toast_new (escaped);
}

/**
 * ts_window_show_toast:
 * @self: (nullable): a window
 * @title: what to say in passing; plain text
 */
void
ts_window_show_toast (TsWindow   *self,
                      const char *title)
{
  g_return_if_fail (self == NULL || TS_IS_WINDOW (self));
  g_return_if_fail (title != NULL);

  if (self != NULL)
    add_toast (self, new_toast (title));
}

/**
 * ts_window_offer_undo:
 * @self: (nullable): a window
 * @title: what has been done; plain text
 *
 * Says so in passing, with a button that undoes it.
 */
void
ts_window_offer_undo (TsWindow   *self,
                      const char *title)
{
  AdwToast *toast;

  g_return_if_fail (self == NULL || TS_IS_WINDOW (self));
  g_return_if_fail (title != NULL);

  if (self == NULL)
    return;

  toast = new_toast (title);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  add_toast (self, toast);
}

/**
 * ts_window_show_error:
 * @self: (nullable): a window
 * @heading: what could not be done, as the heading of a dialog
 * @error: why
 *
 * Says small refusals in passing and everything else in a dialog; says nothing about what was cancelled or had nothing to do.
 */
void
ts_window_show_error (TsWindow     *self,
                      const char   *heading,
                      const GError *error)
{
  GtkWidget *dialog;

  g_return_if_fail (self == NULL || TS_IS_WINDOW (self));
  g_return_if_fail (heading != NULL && error != NULL);

  if (self == NULL)
    {
      g_debug ("%s: %s", heading, error->message);
      return;
    }

  switch (ts_problem_get_reception (error))
    {
    case TS_RECEPTION_SILENCE:
      break;

    case TS_RECEPTION_TOAST:
      ts_window_show_toast (self, error->message);
      break;

    case TS_RECEPTION_DIALOG:
    default:
      dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      break;
    }
}
