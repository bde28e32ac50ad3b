/* ts-restore-dialog.c — which backup to put in the place of the workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/safety/ts-restore-dialog.h"

#include "app/safety/ts-backup-words.h"
#include "app/ts-window.h"
#include "app/ts-workbook-chooser.h"
#include "model/ts-backups.h"

#include <glib/gi18n-lib.h>

struct _TsRestoreDialog
{
  AdwWindow parent_instance;

  GFile *workbook;
  char *chosen; /* the path of what shall be restored */
  GCancellable *cancellable;
  gboolean restoring;
  GtkCheckButton *none; /* never shown: what is chosen while nothing is, and what makes the others a group */
  GtkWidget *file_row;  /* of a file that was chosen; one at a time */

  GtkWidget *restore_button;
  GtkStack *pages;
  GtkWidget *loading;
  GtkWidget *empty;
  GtkWidget *list_page;
  GtkWidget *checking;
  GtkProgressBar *bar;
  GtkRevealer *problem_revealer;
  GtkLabel *problem;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TsRestoreDialog, ts_restore_dialog, ADW_TYPE_WINDOW)

static void
update_restore_action (TsRestoreDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.restore", self->chosen != NULL && !self->restoring);
}

static void
on_check_toggled (GtkCheckButton *check,
                  gpointer        user_data)
{
  TsRestoreDialog *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);
  gboolean active = gtk_check_button_get_active (check);

  if (row != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, active, -1);

  if (!active)
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (check), "path"));
  update_restore_action (self);
}

/* A row with a round button that shows whether it is chosen; the keyboard chooses the row. */
static GtkWidget *
create_row (TsRestoreDialog *self,
            const char      *title,
            const char      *subtitle,
            const char      *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  /* A file's name may hold any character. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  /* Not just not focusable: a check button of a group says that it took the focus also when it could not, and holds it in its row for ever. */
  gtk_widget_set_can_focus (check, FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  g_object_set_data_full (G_OBJECT (check), "path", g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (row), "check", check);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->none);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self, 0);

  return row;
}

static GtkWidget *
create_backup_row (TsRestoreDialog *self,
                   const TsBackup  *backup,
                   GDateTime       *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (backup->at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *title = ts_backup_describe_time (local, now);
  g_autofree char *subtitle = ts_backup_describe_content (backup->n_changes, backup->size);

  return create_row (self, title, subtitle, backup->path);
}

static void
show_problem (TsRestoreDialog *self,
              const GError    *error)
{
  if (error == NULL)
    {
      gtk_revealer_set_reveal_child (self->problem_revealer, FALSE);
      return;
    }

  gtk_label_set_text (self->problem, error->message);
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
}

static void
on_listed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = ts_backups_list_finish (result, &error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  /* It has been closed, or a file has been chosen meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->restoring)
    return;

  show_problem (self, error);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    gtk_list_box_append (self->rows, create_backup_row (self, g_ptr_array_index (backups, i), now));

  if (gtk_list_box_get_row_at_index (self->rows, 0) == NULL && error == NULL)
    {
      gtk_stack_set_visible_child (self->pages, self->empty);
      gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD);
    }
  else
    {
      gtk_stack_set_visible_child (self->pages, self->list_page);
      gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
    }
}

static void
on_prepared (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TsRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRestore) restore = ts_backups_prepare_finish (result, &error);
  TsWindow *window = ts_window_for_widget (GTK_WIDGET (self));

  self->restoring = FALSE;

  if (restore != NULL && window != NULL && !g_cancellable_is_cancelled (self->cancellable))
    {
      ts_window_restore (window, self->workbook, g_steal_pointer (&restore));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  update_restore_action (self);
  gtk_stack_set_visible_child (self->pages, self->list_page);
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
  show_problem (self, error);
}

static void
on_progress (gint64   done,
             gint64   total,
             gpointer user_data)
{
  TsRestoreDialog *self = user_data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) done / (double) total, 0.0, 1.0));
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TsRestoreDialog *self = TS_RESTORE_DIALOG (widget);

  self->restoring = TRUE;
  update_restore_action (self);
  show_problem (self, NULL);
  gtk_progress_bar_set_fraction (self->bar, 0.0);
  gtk_stack_set_visible_child (self->pages, self->checking);
  ts_backups_prepare_async (self->chosen, g_file_peek_path (self->workbook), on_progress, self, self->cancellable, on_prepared,
                            g_object_ref (self));
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (TsRestoreDialog) self = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && !self->restoring && !g_cancellable_is_cancelled (self->cancellable))
    ts_restore_dialog_choose (self, file);

  g_object_unref (dialog);
}

static void
choose_file_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Choose a Backup"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), _("_Cancel"));

  ts_workbook_chooser_add_filters (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ts_restore_dialog_dispose (GObject *object)
{
  TsRestoreDialog *self = TS_RESTORE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (ts_restore_dialog_parent_class)->dispose (object);
}

static void
ts_restore_dialog_finalize (GObject *object)
{
  TsRestoreDialog *self = TS_RESTORE_DIALOG (object);

  g_clear_object (&self->workbook);
  g_object_unref (self->cancellable);
  g_object_unref (self->none);
  g_free (self->chosen);

  G_OBJECT_CLASS (ts_restore_dialog_parent_class)->finalize (object);
}

static void
ts_restore_dialog_class_init (TsRestoreDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_restore_dialog_dispose;
  object_class->finalize = ts_restore_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "restore.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "restore.choose-file", NULL, choose_file_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/safety/restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, loading);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, list_page);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, checking);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TsRestoreDialog, rows);
}

static void
ts_restore_dialog_init (TsRestoreDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->none = GTK_CHECK_BUTTON (g_object_ref_sink (gtk_check_button_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
  update_restore_action (self);
}

/**
 * ts_restore_dialog_new:
 * @workbook: the workbook, which has a path
 *
 * Returns: (transfer none): the dialog; GTK keeps it until it is closed
 */
TsRestoreDialog *
ts_restore_dialog_new (GFile *workbook)
{
  g_autofree char *base = NULL;
  TsRestoreDialog *self;

  g_return_val_if_fail (G_IS_FILE (workbook) && g_file_peek_path (workbook) != NULL, NULL);

  base = ts_backups_get_base ();
  self = g_object_new (TS_TYPE_RESTORE_DIALOG, NULL);
  self->workbook = g_object_ref (workbook);
  ts_backups_list_async (base, g_file_peek_path (workbook), self->cancellable, on_listed, g_object_ref (self));

  return self;
}

/**
 * ts_restore_dialog_choose:
 * @self: a dialog
 * @file: a file that a person chose in place of one of the backups
 */
void
ts_restore_dialog_choose (TsRestoreDialog *self,
                          GFile           *file)
{
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autofree char *display_name = NULL;
  const char *path;

  g_return_if_fail (TS_IS_RESTORE_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_peek_path (file);

  if (path == NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _("This file is not on this computer. Copy it to a folder of yours, and choose the copy."));

      gtk_stack_set_visible_child (self->pages, self->list_page);
      show_problem (self, error);
      return;
    }

  name = g_file_get_basename (file);
  display_name = g_filename_display_name (name);
  place = g_file_get_parse_name (file);

  if (self->file_row != NULL)
    gtk_list_box_remove (self->rows, self->file_row);

  self->file_row = create_row (self, display_name, place, path);
  gtk_list_box_append (self->rows, self->file_row);
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (self->file_row), "check"), TRUE);
  gtk_stack_set_visible_child (self->pages, self->list_page);
  show_problem (self, NULL);
  gtk_widget_grab_focus (self->file_row);
}
