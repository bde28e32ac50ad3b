/* ts-preferences-window.c — who is working, how it looks, and backups
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-preferences-window.h"

#include "app/people/ts-person-dialog.h"
#include "app/ts-settings.h"
#include "app/ts-window.h"
#include "model/ts-backups.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _TsPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *person_row;
  GtkWidget *colour_row;
  GtkWidget *backups_switch;
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
update_person (TsPreferencesWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;

  ts_settings_dup_person (&name, &role);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->person_row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->person_row), role);
}

static void
person_activated_cb (TsPreferencesWindow *self)
{
  TsSession *session = ts_window_get_session (ts_window_for_widget (GTK_WIDGET (self)));
  TsPersonDialog *dialog = ts_person_dialog_new (session);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_toast (TsPreferencesWindow *self,
            const char          *text)
{
  /* Toasts take markup, and a path may hold anything. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (escaped));
}

static void
on_folder_shown (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TsPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  base = ts_backups_get_base ();
  /* Translators: %s is the path of a folder */
  text = g_strdup_printf (_("No program could show the folder. It is %s"), base);
  show_toast (self, text);
}

static void
folder_activated_cb (TsPreferencesWindow *self)
{
  g_autofree char *base = ts_backups_get_base ();
  g_autofree char *uri = g_filename_to_uri (base, NULL, NULL);

  if (uri == NULL || g_mkdir_with_parents (base, 0700) != 0)
    {
      show_toast (self, g_strerror (errno));
      return;
    }

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, on_folder_shown, g_object_ref (self));
}

static void
ts_preferences_window_class_init (TsPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TsPreferencesWindow, person_row);
  gtk_widget_class_bind_template_child (widget_class, TsPreferencesWindow, colour_row);
  gtk_widget_class_bind_template_child (widget_class, TsPreferencesWindow, backups_switch);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_activated_cb);
}

static void
ts_preferences_window_init (TsPreferencesWindow *self)
{
  GSettings *settings = ts_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_return_if_fail (settings != NULL);

  g_signal_connect_object (settings, "changed::person-name", G_CALLBACK (update_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::person-role", G_CALLBACK (update_person), self, G_CONNECT_SWAPPED);
  update_person (self);

  g_settings_bind (settings, "keep-backups", self->backups_switch, "active", G_SETTINGS_BIND_DEFAULT);
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
