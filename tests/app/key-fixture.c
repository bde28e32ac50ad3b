/* key-fixture.c — keys in a test
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "key-fixture.h"

static gboolean
run_shortcut (GtkShortcut     *shortcut,
              GtkWidget       *widget,
              guint            keyval,
              GdkModifierType  modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers &&
         gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
}

static gboolean
run_shortcuts (GtkWidget           *widget,
               GtkPropagationPhase  phase,
               guint                keyval,
               GdkModifierType      modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (run_shortcut (shortcut, widget, keyval, modifiers))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
capture (GtkWidget       *widget,
         guint            keyval,
         GdkModifierType  modifiers)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && capture (parent, keyval, modifiers)) ||
         run_shortcuts (widget, GTK_PHASE_CAPTURE, keyval, modifiers);
}

gboolean
key_fixture_press (GtkWidget       *widget,
                   guint            keyval,
                   GdkModifierType  modifiers)
{
  if (capture (widget, keyval, modifiers))
    return TRUE;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (run_shortcuts (widget, GTK_PHASE_BUBBLE, keyval, modifiers))
        return TRUE;
    }

  return FALSE;
}

void
key_fixture_type (GtkTextView *view,
                  const char  *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (view), text, -1, TRUE);
}
