/* ts-window-workbook.c — the workbook that the window has
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window-object.h"

#include "app/safety/ts-restore-dialog.h"
#include "app/ts-problem.h"
#include "app/ts-recent-list.h"
#include "app/ts-settings.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

void
ts_window_close_workbook (TsWindow *self)
{
  /* What is being written on a page comes before the end. */
  ts_assess_view_flush (self->assess);
  ts_workspace_flush (self->workspace);
  ts_workbook_holder_close (self->holder);
}

void
ts_window_on_session_changed (TsWindow *self)
{
  TsSession *session = ts_window_get_session (self);

  self->reading_failed = FALSE;
  g_signal_group_set_target (self->session_signals, session);
  ts_kept_label_set_session (self->kept, session);
  ts_window_set_searching (self, FALSE);
  ts_search_page_set_session (self->search, session);
  ts_assess_view_set_session (self->assess, session);

  ts_window_share_session (self);

  ts_window_update_person (self);
  g_object_notify (G_OBJECT (self), "session");
}

void
ts_window_on_holder_state_changed (TsWindow *self)
{
  TsHolderState state = ts_workbook_holder_get_state (self->holder);

  if (state == TS_HOLDER_EMPTY && self->closing)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (state == TS_HOLDER_OPEN && self->closing)
    {
      /* It was open before it could be cancelled. */
      ts_window_close_workbook (self);
      return;
    }

  if (state == TS_HOLDER_OPEN)
    {
      self->at_start = FALSE;
      ts_recent_list_note (ts_workbook_holder_get_file (self->holder));
      ts_settings_set_last_workbook (ts_workbook_holder_get_file (self->holder));
    }

  ts_kept_label_set_closing (self->kept, state == TS_HOLDER_CLOSING);
  ts_window_update_title (self);
  ts_window_update_notice (self);
  ts_window_update_page (self);
  ts_window_update_actions (self);
}

void
ts_window_ask_for_backup (TsWindow *self,
                          GFile    *file)
{
  TsRestoreDialog *dialog;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  dialog = ts_restore_dialog_new (file);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_problem_response (AdwMessageDialog *dialog,
                     const char       *response,
                     gpointer          user_data)
{
  g_autoptr (GFile) file = user_data;
  TsWindow *self = (TsWindow *) gtk_window_get_transient_for (GTK_WINDOW (dialog));
  TsRemedy remedy = (TsRemedy) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "remedy"));

  if (g_str_equal (response, "restore") && TS_IS_WINDOW (self))
    {
      ts_window_ask_for_backup (self, file);
      return;
    }

  if (!g_str_equal (response, "remedy") || !TS_IS_WINDOW (self))
    return;

  /* Damage may show only while a workbook is being read. */
  if (remedy == TS_REMEDY_RESCUE && ts_workbook_holder_get_state (self->holder) == TS_HOLDER_OPEN)
    {
      ts_workbook_holder_reopen (self->holder, TS_OPEN_SALVAGE);
      return;
    }

  if (!ts_window_is_free (self))
    return;

  switch (remedy)
    {
    case TS_REMEDY_FORGET:
      {
        g_autofree char *uri = g_file_get_uri (file);

        ts_recent_list_forget (uri);
        break;
      }

    case TS_REMEDY_RESCUE:
      ts_workbook_holder_open (self->holder, file, TS_OPEN_SALVAGE);
      break;

    case TS_REMEDY_READ_ONLY:
      ts_workbook_holder_open (self->holder, file, TS_OPEN_READ_ONLY);
      break;

    case TS_REMEDY_TRY_AGAIN:
    case TS_REMEDY_NONE:
    default:
      ts_workbook_holder_open (self->holder, file, TS_OPEN_READ_WRITE);
      break;
    }
}

static void
show_problem (TsWindow     *self,
              GFile        *file,
              const GError *error,
              TsRemedy      remedy)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), ts_problem_get_heading (error), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));

  if (ts_problem_may_restore (error))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "restore", _("Restore a _Backup…"));

  if (remedy != TS_REMEDY_NONE)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "remedy", ts_remedy_get_label (remedy));
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "remedy");
      g_object_set_data (G_OBJECT (dialog), "remedy", GINT_TO_POINTER (remedy));
    }

  g_signal_connect (dialog, "response", G_CALLBACK (on_problem_response), g_object_ref (file));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ts_window_on_reading_failed (TsWindow     *self,
                             const GError *error)
{
  GFile *file = ts_workbook_holder_get_file (self->holder);

  /* Several things that are read may meet the same damage. */
  if (self->reading_failed || file == NULL)
    return;

  self->reading_failed = TRUE;

  if (g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT) &&
      ts_session_get_mode (ts_window_get_session (self)) != TS_OPEN_SALVAGE)
    show_problem (self, file, error, TS_REMEDY_RESCUE);
  else
    ts_window_show_error (self, _("Could Not Read the Workbook"), error);
}

void
ts_window_on_holder_failed (TsWindow     *self,
                            guint         step,
                            GFile        *file,
                            const GError *error)
{
  gboolean at_start = self->at_start;

  self->at_start = FALSE;

  switch ((TsHolderStep) step)
    {
    case TS_HOLDER_STEP_OPEN:
      if (at_start && g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
        ts_window_show_toast (self, error->message);
      else
        show_problem (self, file, error, ts_problem_get_remedy (error));
      break;

    case TS_HOLDER_STEP_CREATE:
      show_problem (self, file, error, TS_REMEDY_NONE);
      break;

    case TS_HOLDER_STEP_SAMPLE:
      ts_window_show_error (self, _("Could Not Make the Sample"), error);
      break;

    case TS_HOLDER_STEP_RESTORE:
      ts_window_show_error (self, _("Could Not Restore the Backup"), error);
      break;

    case TS_HOLDER_STEP_CLOSE:
    default:
      /* The window stays, so that this can be read. */
      self->closing = FALSE;
      ts_window_show_error (self, _("Could Not Close the Workbook Properly"), error);
      break;
    }
}

void
ts_window_on_restored (TsWindow   *self,
                       const char *kept)
{
  g_autofree char *name = kept != NULL ? g_filename_display_basename (kept) : NULL;
  g_autofree char *text = NULL;

  if (name == NULL)
    text = g_strdup (_("Restored. What was there before is among the backups."));
  else
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_("Restored. The file that could not be read is kept as “%s”."), name);

  ts_window_show_toast (self, text);
}

void
ts_window_on_workbook_closed (TsWindow *self,
                              GFile    *file)
{
  g_signal_emit_by_name (self, "workbook-closed", file);
}

static void
save_size (TsWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  ts_settings_set_window_size (width, height, gtk_window_is_maximized (GTK_WINDOW (self)));
  ts_settings_set_workspace (adw_view_stack_get_visible_child_name (self->workspaces));
}

/* Returns whether the window has to stay until the workbook is closed. */
gboolean
ts_window_close_workbook_first (TsWindow *self)
{
  save_size (self);

  /* The window goes when the session has kept what waits to be kept. */
  if (ts_workbook_holder_get_state (self->holder) != TS_HOLDER_EMPTY)
    {
      self->closing = TRUE;
      ts_window_close_workbook (self);

      return GDK_EVENT_STOP;
    }

  return FALSE;
}
