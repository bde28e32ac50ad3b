/* ts-save-copy.c — a copy of the workbook, wherever a person wants it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/safety/ts-save-copy.h"

#include "app/ts-workbook-chooser.h"
#include "app/widgets/ts-progress-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TsWindow *window;
  TsProgressDialog *dialog;
  GFile *file;
} Copying;

static void
copying_free (Copying *self)
{
  ts_progress_dialog_end (self->dialog);
  g_object_unref (self->window);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

/**
 * ts_save_copy_propose_name:
 * @title: the workbook's name
 * @now: the time
 *
 * Returns: (transfer full): a name for a copy that is made now
 */
char *
ts_save_copy_propose_name (const char *title,
                           GDateTime  *now)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (title != NULL && now != NULL, NULL);

  day = g_date_time_format (now, "%Y-%m-%d");

  /* Translators: the name proposed for a copy of a workbook: its own name, the day as 2010-03-04, and an ending that stays */
  return g_strdup_printf (_("%s %s.touchstone"), title, day);
}

static void
on_copied (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Copying) copying = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!ts_session_save_copy_finish (TS_SESSION (object), result, &error))
    {
      ts_window_show_error (copying->window, _("Could Not Save the Copy"), error);
      return;
    }

  name = g_file_get_parse_name (copying->file);
  /* Translators: %s is the path of a file */
  text = g_strdup_printf (_("The copy is saved and checked: %s"), name);
  ts_window_show_toast (copying->window, text);
}

static void
save (TsWindow *window,
      GFile    *file,
      gboolean  replace)
{
  TsSession *session = ts_window_get_session (window);
  Copying *copying;

  /* It may have been closed while the file chooser was open. */
  if (session == NULL)
    return;

  copying = g_new0 (Copying, 1);
  copying->window = g_object_ref (window);
  copying->file = g_object_ref (file);
  copying->dialog = ts_progress_dialog_begin (GTK_WINDOW (window), _("Saving a Copy"));
  ts_session_save_copy_async (session, file, replace, ts_progress_dialog_progress, copying->dialog,
                              ts_progress_dialog_get_cancellable (copying->dialog), on_copied, copying);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (TsWindow) window = user_data;
  g_autoptr (GFile) chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (chosen != NULL)
    {
      gboolean changed;
      g_autoptr (GFile) file = ts_workbook_chooser_complete (chosen, &changed);

      /* The file chooser has asked whether to replace what it was given, not what we made of it. */
      save (window, file, !changed);
    }

  g_object_unref (dialog);
}

/**
 * ts_save_copy_ask:
 * @window: a window with a workbook
 *
 * Asks where the copy shall be, and makes it.
 */
void
ts_save_copy_ask (TsWindow *window)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;
  GtkFileChooserNative *dialog;

  g_return_if_fail (TS_IS_WINDOW (window));
  g_return_if_fail (ts_window_get_session (window) != NULL);

  title = ts_session_dup_title (ts_window_get_session (window));
  name = ts_save_copy_propose_name (title, now);
  folder = g_file_get_parent (ts_window_get_file (window));

  dialog = gtk_file_chooser_native_new (_("Save a Copy"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  ts_workbook_chooser_add_filters (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
