/* ts-submission-report.c — the assessment that is looked at, as a document
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/report/ts-submission-report.h"

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
 * ts_submission_report_propose_name:
 * @organisation: whose submission it is
 * @year_label: of which year
 *
 * Returns: (transfer full): a name for the file
 */
char *
ts_submission_report_propose_name (const char *organisation,
                                   const char *year_label)
{
  char *name;

  g_return_val_if_fail (organisation != NULL && year_label != NULL, NULL);

  /* Translators: the name proposed for a file: an organisation, a year as 2009-10, and an ending that stays */
  name = g_strdup_printf (_("%s %s submission.pdf"), organisation, year_label);

  return g_strdelimit (name, "/\\", '-');
}

static const TsReportPaper *
get_paper (void)
{
  static TsReportPaper paper;
  const char *name = gtk_paper_size_get_default ();

  /* What people print on where they are. */
  ts_report_paper_init (&paper, g_strcmp0 (name, GTK_PAPER_NAME_LETTER) == 0 ? TS_REPORT_PAPER_LETTER : TS_REPORT_PAPER_A4);

  return &paper;
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
      ts_window_show_error (making->window, _("Could Not Save the Submission"), error);
      return;
    }

  name = g_file_get_parse_name (making->file);
  /* Translators: %s is the path of a file */
  text = g_strdup_printf (_("The submission is saved: %s"), name);
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
    ts_window_show_error (making->window, _("Could Not Print the Submission"), error);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Making) making = user_data;
  g_autoptr (GError) error = NULL;

  making->report = ts_session_read_report_finish (TS_SESSION (object), result, &error);

  if (making->report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ts_window_show_error (making->window, _("Could Not Make the Document"), error);
      return;
    }

  if (making->file != NULL)
    {
      TsReport *report = making->report;
      GFile *file = making->file;

      ts_report_save_async (report, get_paper (), file, NULL, on_saved, g_steal_pointer (&making));
      return;
    }

  print (making);
}

static void
make (TsWindow *window,
      GFile    *file)
{
  TsSession *session = ts_window_get_session (window);
  TsAssessmentModel *model = ts_window_get_assessment (window);
  Making *making;

  /* It may have been closed while the file chooser was open. */
  if (session == NULL || model == NULL)
    return;

  making = g_new0 (Making, 1);
  making->window = g_object_ref (window);
  making->file = file != NULL ? g_object_ref (file) : NULL;
  ts_session_read_submission_report_async (session, ts_assessment_model_get_assessment_id (model), ts_assessment_model_get_as_of (model), NULL,
                                           on_read, making);
}

/**
 * ts_submission_report_save:
 * @window: a window that shows an assessment
 * @file: where the PDF shall be
 *
 * Saves the submission, as it stands or as it stood at the moment that is looked at.
 */
void
ts_submission_report_save (TsWindow *window,
                           GFile    *file)
{
  g_return_if_fail (TS_IS_WINDOW (window) && G_IS_FILE (file));

  make (window, file);
}

/**
 * ts_submission_report_print:
 * @window: a window that shows an assessment
 *
 * Asks which printer, and prints the submission.
 */
void
ts_submission_report_print (TsWindow *window)
{
  g_return_if_fail (TS_IS_WINDOW (window));

  make (window, NULL);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (TsWindow) window = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    ts_submission_report_save (window, file);

  g_object_unref (dialog);
}

/**
 * ts_submission_report_ask:
 * @window: a window that shows an assessment
 *
 * Asks where the PDF shall be, and makes it.
 */
void
ts_submission_report_ask (TsWindow *window)
{
  TsAssessmentModel *model;
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;

  g_return_if_fail (TS_IS_WINDOW (window));

  model = ts_window_get_assessment (window);

  if (model == NULL || !ts_assessment_model_get_loaded (model))
    return;

  name = ts_submission_report_propose_name (ts_assessment_model_get_organisation_name (model), ts_assessment_model_get_year_label (model));
  folder = g_file_get_parent (ts_window_get_file (window));
  dialog =
    gtk_file_chooser_native_new (_("Save the Submission"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_pattern (filter, "*.pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
