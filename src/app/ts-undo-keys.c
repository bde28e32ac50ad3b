/* ts-undo-keys.c — whose Control+Z it is
 *
 * Control+Z belongs to the text that is being edited as long as there is something in it to undo, and to the workbook otherwise. An
 * accelerator of the application would come before any text, so the window gets a shortcut controller of its own that decides.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-undo-keys.h"

/**
 * ts_undo_keys_belong_to_text:
 * @focus: (nullable): what has the keyboard focus
 * @redo: whether redo is asked for
 *
 * How much a single-line entry could undo is not to be learned from outside, so while one can be edited, the keys are always its own.
 *
 * Returns: whether the keys are for the text in @focus
 */
gboolean
ts_undo_keys_belong_to_text (GtkWidget *focus,
                             gboolean   redo)
{
  GtkTextBuffer *buffer;

  g_return_val_if_fail (focus == NULL || GTK_IS_WIDGET (focus), FALSE);

  if (focus == NULL)
    return FALSE;

  if (GTK_IS_TEXT (focus))
    return gtk_editable_get_editable (GTK_EDITABLE (focus));

  if (!GTK_IS_TEXT_VIEW (focus) || !gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    return FALSE;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

  return redo ? gtk_text_buffer_get_can_redo (buffer) : gtk_text_buffer_get_can_undo (buffer);
}

static gboolean
on_undo (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  if (ts_undo_keys_belong_to_text (gtk_window_get_focus (GTK_WINDOW (widget)), FALSE))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (widget, "win.undo", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
on_redo (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  if (ts_undo_keys_belong_to_text (gtk_window_get_focus (GTK_WINDOW (widget)), TRUE))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (widget, "win.redo", NULL);

  return GDK_EVENT_STOP;
}

static void
add_shortcut (GtkShortcutController *controller,
              const char            *trigger,
              GtkShortcutFunc        function)
{
  gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                                      gtk_callback_action_new (function, NULL, NULL)));
}

/**
 * ts_undo_keys_attach:
 * @window: a window with the actions `win.undo` and `win.redo`
 *
 * Has Control+Z, Shift+Control+Z and Control+Y activate them, unless they are for a text.
 */
void
ts_undo_keys_attach (GtkWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), "<Control>z", on_undo);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), "<Control><Shift>z|<Control>y", on_redo);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
