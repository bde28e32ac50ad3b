/* ts-report-making.c — what a workspace shows, as a document
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/report/ts-report-making.h"

#include "app/report/ts-report-print.h"
#include "model/ts-session-report.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TsWindow *window;
  TsReport *report;
  GFile *file; /* NULL for a printer */
} Making;

static void
making_free (Making *self)
{
  g_object_unref (self->window);
  g_clear_pointer (&self->report, ts_report_unref);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Making, making_free)

/**
 * ts_report_making_clean_name:
 * @name: what a file is to be called
 *
 * Returns: (transfer full): the same without what would lead into another folder
 */
char *
ts_report_making_clean_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_strdelimit (g_strdup (name), "/\\", '-');
}

/* What people print on where they are. */
static void
init_paper (TsReportPaper *paper)
{
  const char *name = gtk_paper_size_get_default ();

  ts_report_paper_init (paper, g_strcmp0 (name, GTK_PAPER_NAME_LETTER) == 0 ? TS_REPORT_PAPER_LETTER : TS_REPORT_PAPER_A4);
}

static void
on_saved (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Making) making = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!ts_report_save_finish (making->report, result, &error))
    {
      ts_window_show_error (making->window, _("Could Not Save the Document"), error);
      return;
    }

  name = g_file_get_parse_name (making->file);
  /* Translators: %s is the path of a file */
  text = g_strdup_printf (_("The document is saved: %s"), name);
  ts_window_show_toast (making->window, text);
}

static void
print (Making *making)
{
  g_autoptr (GtkPrintOperation) operation = ts_report_print_new (making->report);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (making->window), &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    ts_window_show_error (making->window, _("Could Not Print the Document"), error);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Making) making = user_data;
  g_autoptr (GError) error = NULL;
  TsReportPaper paper;
  TsReport *report;
  GFile *file;

  making->report = report = ts_session_read_report_finish (TS_SESSION (object), result, &error);
  file = making->file;

  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ts_window_show_error (making->window, _("Could Not Make the Document"), error);
      return;
    }

  if (file == NULL)
    {
      print (making);
      return;
    }

  init_paper (&paper);
  ts_report_save_async (report, &paper, file, NULL, on_saved, g_steal_pointer (&making));
}

static void
make (TsWindow    *window,
      TsWorkspace *workspace,
      GFile       *file)
{
  TsSession *session = ts_window_get_session (window);
  Making *making;

  /* It may have been closed, or have lost what it showed, while the file chooser was open. */
  if (session == NULL || !ts_workspace_can_report (workspace))
    return;

  making = g_new0 (Making, 1);
  making->window = g_object_ref (window);
  making->file = file != NULL ? g_object_ref (file) : NULL;
  ts_workspace_read_report (workspace, session, on_read, making);
}

/**
 * ts_report_making_save:
 * @window: a window
 * @workspace: a workspace of it, which shows something that can be a document
 * @file: where the PDF shall be
 */
void
ts_report_making_save (TsWindow    *window,
                       TsWorkspace *workspace,
                       GFile       *file)
{
  g_return_if_fail (TS_IS_WINDOW (window) && TS_IS_WORKSPACE (workspace) && G_IS_FILE (file));

  make (window, workspace, file);
}

/**
 * ts_report_making_print:
 * @window: a window
 * @workspace: a workspace of it, which shows something that can be a document
 *
 * Asks which printer, and prints it.
 */
void
ts_report_making_print (TsWindow    *window,
                        TsWorkspace *workspace)
{
  g_return_if_fail (TS_IS_WINDOW (window) && TS_IS_WORKSPACE (workspace));

  make (window, workspace, NULL);
}

/* Where to save */

typedef struct
{
  TsWindow *window;
  TsWorkspace *workspace;
} Asking;

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Asking *asking = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    ts_report_making_save (asking->window, asking->workspace, file);

  g_object_unref (asking->window);
  g_object_unref (asking->workspace);
  g_free (asking);
  g_object_unref (dialog);
}

/**
 * ts_report_making_ask:
 * @window: a window
 * @workspace: a workspace of it, which shows something that can be a document
 *
 * Asks where the PDF shall be, and makes it.
 */
void
ts_report_making_ask (TsWindow    *window,
                      TsWorkspace *workspace)
{
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;
  Asking *asking;

  g_return_if_fail (TS_IS_WINDOW (window) && TS_IS_WORKSPACE (workspace));

  proposed = ts_workspace_propose_report_name (workspace);

  if (proposed == NULL)
    return;

  name = ts_report_making_clean_name (proposed);
  folder = g_file_get_parent (ts_window_get_file (window));
  dialog = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_pattern (filter, "*.pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);

  asking = g_new0 (Asking, 1);
  asking->window = g_object_ref (window);
  asking->workspace = g_object_ref (workspace);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
