/* ts-window-actions.c — what can be done in the window
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window-object.h"

#include "app/people/ts-person-dialog.h"
#include "app/report/ts-report-making.h"
#include "app/safety/ts-save-copy.h"
#include "app/ts-settings.h"

#include <glib/gi18n-lib.h>

static void
finish_step (TsWindow     *self,
             TsSession    *session,
             GAsyncResult *result,
             const char   *heading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (session, result, &error);

  if (error != NULL)
    ts_window_show_error (self, heading, error);
  else if (change != NULL)
    /* It may be about something on another page, so it is said. */
    ts_window_show_toast (self, ts_change_get_label (change));
}

static void
on_undone (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsWindow) self = user_data;

  finish_step (self, TS_SESSION (object), result, _("Could Not Undo"));
}

static void
on_redone (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsWindow) self = user_data;

  finish_step (self, TS_SESSION (object), result, _("Could Not Redo"));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_assess_view_flush (self->assess);
  ts_workspace_flush (self->workspace);
  ts_session_undo_async (ts_window_get_session (self), on_undone, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_session_redo_async (ts_window_get_session (self), on_redone, g_object_ref (self));
}

static void
new_assessment_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ts_window_set_workspace (TS_WINDOW (widget), "assess");
  ts_assess_view_begin (TS_WINDOW (widget)->assess);
}

static void
select_assessment_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  ts_window_set_workspace (TS_WINDOW (widget), "assess");
  ts_assess_view_select (TS_WINDOW (widget)->assess, g_variant_get_string (parameter, NULL));
}

static void
show_place_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_window_set_searching (self, FALSE);
  ts_window_set_workspace (self, "assess");
  ts_assess_view_show_place (self->assess, g_variant_get_string (parameter, NULL));
}

static void
show_organisations_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_window_set_searching (self, FALSE);
  ts_window_set_workspace (self, "assess");
  ts_assess_view_show_organisations (self->assess);
}

static void
next_group_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ts_assess_view_step_group (TS_WINDOW (widget)->assess, 1);
}

static void
previous_group_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ts_assess_view_step_group (TS_WINDOW (widget)->assess, -1);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);
  gboolean shown;

  g_object_get (self->workspace, "sidebar-shown", &shown, NULL);
  g_object_set (self->workspace, "sidebar-shown", !shown, NULL);
}

static void
close_workbook_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  if (ts_workbook_holder_get_state (self->holder) == TS_HOLDER_EMPTY)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  /* Whoever closes a workbook and stays wants to begin elsewhere next time. */
  ts_settings_set_last_workbook (NULL);
  ts_window_close_workbook (self);
}

static void
edit_again_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ts_workbook_holder_reopen (TS_WINDOW (widget)->holder, TS_OPEN_READ_WRITE);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_assess_view_flush (self->assess);
  ts_workspace_flush (self->workspace);
  ts_save_copy_ask (self);
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_window_ask_for_backup (self, ts_workbook_holder_get_file (self->holder));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_assess_view_flush (self->assess);
  ts_workspace_flush (self->workspace);
  ts_report_making_print (self, self->workspace);
}

static void
save_report_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_assess_view_flush (self->assess);
  ts_workspace_flush (self->workspace);
  ts_report_making_ask (self, self->workspace);
}

static void
switch_person_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);
  TsPersonDialog *dialog = ts_person_dialog_new (ts_window_get_session (self));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ts_window_install_actions:
 * @widget_class: the window's class
 *
 * Every command is an action; which of them can be used is computed in one place, ts_window_update_actions().
 */
void
ts_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.new-assessment", NULL, new_assessment_action);
  gtk_widget_class_install_action (widget_class, "win.select-assessment", "s", select_assessment_action);
  gtk_widget_class_install_action (widget_class, "win.show-place", "s", show_place_action);
  gtk_widget_class_install_action (widget_class, "win.show-organisations", NULL, show_organisations_action);
  gtk_widget_class_install_action (widget_class, "win.next-group", NULL, next_group_action);
  gtk_widget_class_install_action (widget_class, "win.previous-group", NULL, previous_group_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_property_action (widget_class, "win.search", "searching");
  gtk_widget_class_install_property_action (widget_class, "win.workspace", "workspace");
  gtk_widget_class_install_action (widget_class, "win.close-workbook", NULL, close_workbook_action);
  gtk_widget_class_install_action (widget_class, "win.edit-again", NULL, edit_again_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.save-report", NULL, save_report_action);
  gtk_widget_class_install_action (widget_class, "win.switch-person", NULL, switch_person_action);
}
