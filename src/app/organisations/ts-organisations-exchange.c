/* ts-organisations-exchange.c — organisations from files and into them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/organisations/ts-organisations-exchange.h"

#include "app/assess/ts-errand.h"
#include "app/widgets/ts-progress-dialog.h"
#include "model/ts-session-exchange.h"

#include <glib/gi18n-lib.h>

/* The list of what is wrong is this high; a wrapped text cannot say how high it will be. */
#define LEAST_LIST_HEIGHT 140
#define MOST_LIST_HEIGHT  280

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
add_filter (GtkFileChooser *chooser,
            const char *name,
            const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);

  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);

  gtk_file_chooser_add_filter (chooser, filter);
}

/* Importing */

typedef struct
{
  TsErrand *errand;
  GtkWidget *origin;        /* weak */
  TsProgressDialog *dialog; /* or NULL */
} Importing;

static void
importing_free (Importing *self)
{
  if (self->dialog != NULL)
    ts_progress_dialog_end (self->dialog);

  g_clear_weak_pointer (&self->origin);
  ts_errand_free (self->errand);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Importing, importing_free)

static void
append_count (GString    *text,
              const char *format_one,
              const char *format_many,
              guint       n)
{
  if (n == 0)
    return;

  if (text->len > 0)
    g_string_append (text, C_("between counts", ", "));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, format_one, format_many, n), n);
#pragma GCC diagnostic pop
}

/**
 * ts_organisations_import_words:
 * @report: what came of an import
 *
 * Returns: (transfer full): that in a line: "2 organisations added, 1 changed, 30 as they were"
 */
char *
ts_organisations_import_words (const TsImportReport *report)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (report != NULL, NULL);

  append_count (text, N_("%u organisation added"), N_("%u organisations added"), report->n_created);

  if (report->n_created > 0)
    append_count (text, N_("%u changed"), N_("%u changed"), report->n_updated);
  else
    append_count (text, N_("%u organisation changed"), N_("%u organisations changed"), report->n_updated);

  append_count (text, N_("%u as it was"), N_("%u as they were"), report->n_unchanged);

  return g_string_free (text, FALSE);
}

static char *
join_problems (const TsImportReport *report)
{
  g_autofree char *joined = g_strjoinv ("\n", report->problems);
  g_autofree char *more = NULL;

  if (report->n_more_problems == 0)
    return g_steal_pointer (&joined);

  more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %llu more problem", "and %llu more problems", report->n_more_problems),
                          (unsigned long long) report->n_more_problems);

  return g_strconcat (joined, "\n", more, NULL);
}

static void
copy_problems_cb (GtkWidget  *dialog,
                  const char *response,
                  const char *text)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (dialog), text);
}

/* Nothing was changed: each line that is wrong, so that all can be put right in one go. */
static void
show_problems (GtkWindow            *window,
               const TsImportReport *report,
               const GError         *error)
{
  g_autofree char *body = g_strdup_printf (_("%s Put right what is listed here, and import the file again."), error->message);
  GtkWidget *dialog = adw_message_dialog_new (window, _("Nothing Was Imported"), body);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  char *text = join_problems (report);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "import-problems");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_LIST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_LIST_HEIGHT);
  gtk_widget_add_css_class (scroller, "card");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "copy", _("C_opy the List"), "close", _("_Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (copy_problems_cb), text, (GClosureNotify) (GCallback) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Importing) importing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsImportReport) report = NULL;
  g_autoptr (TsChange) change = ts_session_import_organisations_finish (TS_SESSION (object), result, &report, &error);
  g_autoptr (TsWindow) window = g_weak_ref_get (&importing->errand->window);
  g_autofree char *text = NULL;

  if (error != NULL && report->problems[0] != NULL && importing->origin != NULL)
    {
      show_problems (find_window (importing->origin), report, error);
    }
  else if (error != NULL)
    {
      ts_errand_show_error (importing->errand, error);
    }
  else if (change == NULL)
    {
      text = g_strdup_printf (_("Nothing to change: the workbook says all that is in %s."), report->file);
      ts_window_show_toast (window, text);
    }
  else
    {
      text = ts_organisations_import_words (report);
      ts_window_offer_undo (window, text);
    }
}

/**
 * ts_organisations_import_file:
 * @origin: the widget that asks
 * @session: a session
 * @file: a table or a document
 *
 * Brings the organisations of the workbook to what the file says, and tells in passing what came of it, with an offer to undo. Where anything is
 * wrong with the file nothing is changed, and every line that is wrong is listed.
 */
void
ts_organisations_import_file (GtkWidget *origin,
                              TsSession *session,
                              GFile     *file)
{
  GtkWindow *window;
  Importing *importing;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (origin);
  importing = g_new0 (Importing, 1);
  importing->errand = ts_errand_new (origin, session, _("Nothing Was Imported"));
  g_set_weak_pointer (&importing->origin, origin);
  importing->dialog = window != NULL ? ts_progress_dialog_begin (window, _("Importing Organisations")) : NULL;
  ts_session_import_organisations_async (session, file, importing->dialog != NULL ? ts_progress_dialog_progress : NULL, importing->dialog,
                                         importing->dialog != NULL ? ts_progress_dialog_get_cancellable (importing->dialog) : NULL,
                                         imported_cb, importing);
}

/* What was asked for with a file chooser; the page may be gone before it is answered. */
typedef struct
{
  GtkWidget *origin; /* weak */
  TsSession *session;
} Question;

static Question *
question_new (GtkWidget *origin,
              TsSession *session)
{
  Question *self = g_new0 (Question, 1);

  g_set_weak_pointer (&self->origin, origin);
  self->session = g_object_ref (session);

  return self;
}

static void
question_free (Question *self)
{
  g_clear_weak_pointer (&self->origin);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
show_chooser (GtkFileChooserNative *dialog,
              Question             *question,
              GCallback             response_cb)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", response_cb, question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
import_response_cb (GtkNativeDialog *dialog,
                    int              response,
                    gpointer         user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && question->origin != NULL)
    ts_organisations_import_file (question->origin, question->session, file);

  g_object_unref (dialog);
}

/**
 * ts_organisations_import_ask:
 * @origin: the widget that asks
 * @session: a session
 *
 * Lets the person choose a file, and imports it.
 */
void
ts_organisations_import_ask (GtkWidget *origin,
                             TsSession *session)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));

  dialog = gtk_file_chooser_native_new (_("Import Organisations"), find_window (origin), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"),
                                        _("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (dialog), _("Tables (CSV) and documents (JSON)"), (const char *const[]) { "*.csv", "*.json", NULL });
  add_filter (GTK_FILE_CHOOSER (dialog), _("All files"), (const char *const[]) { "*", NULL });
  show_chooser (dialog, question_new (origin, session), G_CALLBACK (import_response_cb));
}

/* Exporting */

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TsErrand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWindow) window = g_weak_ref_get (&errand->window);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!ts_session_export_organisations_finish (TS_SESSION (object), result, &error))
    {
      ts_errand_show_error (errand, error);
      return;
    }

  name = g_file_get_parse_name (errand->file);
  /* Translators: %s is the path of a file */
  text = g_strdup_printf (_("The organisations are in %s"), name);
  ts_window_show_toast (window, text);
}

static void
export_response_cb (GtkNativeDialog *dialog,
                    int              response,
                    gpointer         user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && question->origin != NULL)
    {
      TsErrand *errand = ts_errand_new (question->origin, question->session, _("The Organisations Could Not Be Written"));

      errand->file = g_object_ref (file);
      ts_session_export_organisations_async (question->session, file, NULL, exported_cb, errand);
    }

  g_object_unref (dialog);
}

/**
 * ts_organisations_export_ask:
 * @origin: the widget that asks
 * @session: a session
 *
 * Lets the person choose where to, and writes all organisations there.
 */
void
ts_organisations_export_ask (GtkWidget *origin,
                             TsSession *session)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));

  dialog = gtk_file_chooser_native_new (_("Export Organisations"), find_window (origin), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                        _("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (dialog), _("Table, with the names and parents of today (CSV)"), (const char *const[]) { "*.csv", NULL });
  add_filter (GTK_FILE_CHOOSER (dialog), _("Document, with all names and parents and their days (JSON)"),
              (const char *const[]) { "*.json", NULL });
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "organisations.csv");
  show_chooser (dialog, question_new (origin, session), G_CALLBACK (export_response_cb));
}
