/* ts-welcome-page.c — where to begin
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/welcome/ts-welcome-page.h"

#include "app/ts-recent-list.h"

#include <glib/gi18n-lib.h>

struct _TsWelcomePage
{
  AdwBin parent_instance;

  TsRecentList *recent;

  GtkWidget *recent_group;
  GtkListBox *recent_rows;
};

G_DEFINE_FINAL_TYPE (TsWelcomePage, ts_welcome_page, ADW_TYPE_BIN)

static void
on_remove_clicked (GtkWidget        *button,
                   TsRecentWorkbook *workbook)
{
  ts_recent_list_forget (ts_recent_workbook_get_uri (workbook));
}

static void
update_missing (TsRecentWorkbook *workbook,
                GParamSpec       *pspec,
                GtkWidget        *row)
{
  g_autofree char *subtitle = NULL;

  if (!ts_recent_workbook_get_missing (workbook))
    return;

  /* Translators: %s is a folder that a workbook was in */
  subtitle = g_strdup_printf (_("No longer in %s"), ts_recent_workbook_get_folder (workbook));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "dim-label");
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TsRecentWorkbook *workbook = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* Both may hold any character that a file's name can. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ts_recent_workbook_get_name (workbook));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ts_recent_workbook_get_folder (workbook));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove From List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove From List"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), workbook, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", ts_recent_workbook_get_uri (workbook));

  g_signal_connect_object (workbook, "notify::missing", G_CALLBACK (update_missing), row, 0);
  update_missing (workbook, NULL, row);

  return row;
}

static void
update_recent_group (TsWelcomePage *self)
{
  gtk_widget_set_visible (self->recent_group, g_list_model_get_n_items (G_LIST_MODEL (self->recent)) > 0);
}

static void
ts_welcome_page_dispose (GObject *object)
{
  TsWelcomePage *self = TS_WELCOME_PAGE (object);

  g_clear_object (&self->recent);

  G_OBJECT_CLASS (ts_welcome_page_parent_class)->dispose (object);
}

static void
ts_welcome_page_class_init (TsWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/welcome/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, TsWelcomePage, recent_rows);
}

static void
ts_welcome_page_init (TsWelcomePage *self)
{
  self->recent = ts_recent_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->recent_rows, G_LIST_MODEL (self->recent), create_row, NULL, NULL);
  g_signal_connect_object (self->recent, "items-changed", G_CALLBACK (update_recent_group), self, G_CONNECT_SWAPPED);
  update_recent_group (self);
}
