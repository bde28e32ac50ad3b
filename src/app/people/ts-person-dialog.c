/* ts-person-dialog.c — who is working
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/people/ts-person-dialog.h"

#include "app/ts-settings.h"
#include "core/ts-text.h"

#include <glib/gi18n-lib.h>

struct _TsPersonDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable;

  GtkEditable *name;
  GtkEditable *role;
  GtkWidget *people_group;
  GtkListBox *people;
};

G_DEFINE_FINAL_TYPE (TsPersonDialog, ts_person_dialog, ADW_TYPE_WINDOW)

static void
name_changed_cb (TsPersonDialog *self)
{
  g_autofree char *name = ts_text_clean (gtk_editable_get_text (self->name), -1, TS_TEXT_LINE);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.accept", *name != '\0');
}

static void
accept_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsPersonDialog *self = TS_PERSON_DIALOG (widget);
  g_autofree char *name = ts_text_clean (gtk_editable_get_text (self->name), -1, TS_TEXT_LINE);
  g_autofree char *role = ts_text_clean (gtk_editable_get_text (self->role), -1, TS_TEXT_LINE);

  ts_settings_set_person (name, role);
  gtk_window_close (GTK_WINDOW (self));
}

static void
entry_activated_cb (TsPersonDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "person.accept", NULL);
}

static void
on_person_activated (AdwActionRow *row,
                     TsRow        *person)
{
  TsPersonDialog *self = TS_PERSON_DIALOG (gtk_widget_get_root (GTK_WIDGET (row)));
  const char *role = ts_row_get_text (person, TS_PERSON_ROLE);

  ts_settings_set_person (ts_row_get_text (person, TS_PERSON_NAME), role != NULL ? role : "");
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
create_row (TsRow    *person,
            gboolean  works_now)
{
  GtkWidget *row = adw_action_row_new ();
  const char *role = ts_row_get_text (person, TS_PERSON_ROLE);

  /* A name may hold any character. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ts_row_get_text (person, TS_PERSON_NAME));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role != NULL ? role : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  if (works_now)
    {
      GtkWidget *image = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Working now"), -1);
      gtk_widget_set_tooltip_text (image, _("Working now"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
    }

  g_signal_connect_data (row, "activated", G_CALLBACK (on_person_activated), ts_row_ref (person),
                         (GClosureNotify) (GCallback) ts_row_unref, 0);

  return row;
}

static void
on_listed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsPersonDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = ts_session_list_people_finish (TS_SESSION (object), result, &error);
  g_autofree char *now = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  /* Whoever works can say so all the same. */
  if (people == NULL)
    {
      g_debug ("Could not list the people: %s", error->message);
      return;
    }

  ts_settings_dup_person (&now, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      TsRow *person = g_ptr_array_index (people, i);

      gtk_list_box_append (self->people, create_row (person, g_strcmp0 (ts_row_get_text (person, TS_PERSON_NAME), now) == 0));
    }

  gtk_widget_set_visible (self->people_group, people->len > 0);
}

static void
ts_person_dialog_dispose (GObject *object)
{
  TsPersonDialog *self = TS_PERSON_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (ts_person_dialog_parent_class)->dispose (object);
}

static void
ts_person_dialog_finalize (GObject *object)
{
  TsPersonDialog *self = TS_PERSON_DIALOG (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (ts_person_dialog_parent_class)->finalize (object);
}

static void
ts_person_dialog_class_init (TsPersonDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_person_dialog_dispose;
  object_class->finalize = ts_person_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "person.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/people/person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsPersonDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TsPersonDialog, role);
  gtk_widget_class_bind_template_child (widget_class, TsPersonDialog, people_group);
  gtk_widget_class_bind_template_child (widget_class, TsPersonDialog, people);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
ts_person_dialog_init (TsPersonDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  ts_settings_dup_person (&name, &role);
  gtk_editable_set_text (self->name, name);
  gtk_editable_set_text (self->role, role);
  name_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * ts_person_dialog_new:
 * @session: (nullable): the workbook whose people are offered
 *
 * Returns: (transfer none): the dialog; GTK keeps it until it is closed
 */
TsPersonDialog *
ts_person_dialog_new (TsSession *session)
{
  TsPersonDialog *self;

  g_return_val_if_fail (session == NULL || TS_IS_SESSION (session), NULL);

  self = g_object_new (TS_TYPE_PERSON_DIALOG, NULL);

  if (session != NULL)
    ts_session_list_people_async (session, self->cancellable, on_listed, g_object_ref (self));

  return self;
}
