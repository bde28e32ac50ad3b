/* ts-preferences-window.c — who you are, and how it looks
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-preferences-window.h"

#include "app/ts-settings.h"

struct _TsPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *name_row;
  GtkWidget *role_row;
  GtkWidget *colour_row;
};

G_DEFINE_FINAL_TYPE (TsPreferencesWindow, ts_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The row lists them in this order. */
static const char *const colour_schemes[] = { "follow", "light", "dark" };

static gboolean
get_scheme (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (colour_schemes); i++)
    {
      if (g_str_equal (colour_schemes[i], g_variant_get_string (variant, NULL)))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
set_scheme (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (colour_schemes) ? g_variant_new_string (colour_schemes[selected]) : NULL;
}

static void
ts_preferences_window_class_init (TsPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TsPreferencesWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TsPreferencesWindow, role_row);
  gtk_widget_class_bind_template_child (widget_class, TsPreferencesWindow, colour_row);
}

static void
ts_preferences_window_init (TsPreferencesWindow *self)
{
  GSettings *settings = ts_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_return_if_fail (settings != NULL);

  g_settings_bind (settings, "person-name", self->name_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "person-role", self->role_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "colour-scheme", self->colour_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_scheme, set_scheme, NULL, NULL);
}

/**
 * ts_preferences_window_new:
 *
 * Returns: (transfer none): the window; GTK keeps it until it is closed
 */
GtkWidget *
ts_preferences_window_new (void)
{
  return g_object_new (TS_TYPE_PREFERENCES_WINDOW, NULL);
}
