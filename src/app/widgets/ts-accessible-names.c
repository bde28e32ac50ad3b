/* ts-accessible-names.c — names for what GTK leaves without one
 *
 * Some widgets of GTK 4.8 and libadwaita 1.2 are made of others, of which one takes the focus: the text in an entry row, the button
 * in a drop-down list, the row of a list view. The name that an application gives is that of the whole, so that a screen reader says
 * the name of a class for the part where the focus is. Buttons with an access key are read with the underscore that marks it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-accessible-names.h"

#include <adwaita.h>

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_text_of_row (AdwPreferencesRow *row,
                  GParamSpec        *pspec,
                  GtkWidget         *text)
{
  set_name (text, adw_preferences_row_get_title (row));
}

static void
name_text (GtkWidget *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (text, ADW_TYPE_ENTRY_ROW);
  const char *placeholder = gtk_text_get_placeholder_text (GTK_TEXT (text));

  if (row != NULL)
    {
      g_signal_connect_object (row, "notify::title", G_CALLBACK (name_text_of_row), text, 0);
      name_text_of_row (ADW_PREFERENCES_ROW (row), NULL, text);
    }
  else if (placeholder != NULL)
    {
      set_name (text, placeholder);
    }
}

/* What the list is about is its tooltip; what is chosen in it is for the eye only otherwise. */
static void
name_button_of_list (GtkDropDown *list,
                     GParamSpec  *pspec,
                     GtkWidget   *button)
{
  const char *about = gtk_widget_get_tooltip_text (GTK_WIDGET (list));
  gpointer selected = gtk_drop_down_get_selected_item (list);
  g_autofree char *name = NULL;

  if (GTK_IS_STRING_OBJECT (selected))
    name = g_strdup_printf ("%s: %s", about, gtk_string_object_get_string (selected));

  set_name (button, name != NULL ? name : about);
}

static void
name_button (GtkWidget *button)
{
  GtkWidget *list = gtk_widget_get_ancestor (button, GTK_TYPE_DROP_DOWN);

  if (list != NULL && gtk_widget_get_tooltip_text (list) != NULL)
    {
      g_signal_connect_object (list, "notify::selected-item", G_CALLBACK (name_button_of_list), button, 0);
      name_button_of_list (GTK_DROP_DOWN (list), NULL, button);
    }
  else if (gtk_button_get_use_underline (GTK_BUTTON (button)) && gtk_button_get_label (GTK_BUTTON (button)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (button)), "_", 2);
      g_autofree char *name = g_strjoinv (NULL, parts);

      set_name (button, name);
    }
}

static gboolean
on_realize (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_TEXT (widget))
    name_text (widget);
  else if (GTK_IS_BUTTON (widget))
    name_button (widget);

  return TRUE;
}

/**
 * ts_accessible_names_start:
 *
 * From now on each part of a widget that can take the focus is named after the whole when it is about to be shown. Comes before the
 * first window; further calls do nothing.
 */
void
ts_accessible_names_start (void)
{
  static gulong hook;

  if (hook == 0)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

      hook = g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_realize, NULL, NULL);
    }
}

/**
 * ts_accessible_names_set_row:
 * @child: the child of the #GtkListItem of a row, or of a cell in a row
 * @name: what is read out when the focus is on the row
 *
 * Names the row of a list or of a table.
 */
void
ts_accessible_names_set_row (GtkWidget  *child,
                             const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (child));
  g_return_if_fail (name != NULL);

  for (GtkWidget *widget = gtk_widget_get_parent (child); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM ||
          gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_ROW)
        {
          set_name (widget, name);
          return;
        }

      if (GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget))
        return;
    }
}
