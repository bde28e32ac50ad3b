/* ts-evidence-actions.c — what can be done with evidence, wherever it is shown
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-actions.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/assess/ts-evidence-name.h"
#include "app/assess/ts-transfer.h"
#include "app/ts-window.h"
#include "core/ts-attach.h"

/* Copies that were made to be looked at are taken away after this long, in seconds. */
#define AGE_OF_OLD_COPIES (24 * 60 * 60)

/* What is under way. The window may go before it is done. */
typedef struct
{
  GWeakRef window;
  TsSession *session;
  TsTransfer *transfer;
  GFile *file;
  const char *heading; /* what to say if it fails; translated */
  char *undo_title;    /* what to say when it is done, with an offer to undo; or NULL */
} Errand;

static Errand *
errand_new (GtkWidget  *origin,
            TsSession  *session,
            const char *heading)
{
  Errand *errand = g_new0 (Errand, 1);

  g_weak_ref_init (&errand->window, ts_window_for_widget (origin));
  errand->session = g_object_ref (session);
  errand->heading = heading;

  return errand;
}

static void
end_transfer (Errand *errand)
{
  if (errand->transfer != NULL)
    ts_transfer_end (errand->transfer);

  g_clear_object (&errand->transfer);
}

static void
errand_free (Errand *errand)
{
  end_transfer (errand);
  g_weak_ref_clear (&errand->window);
  g_clear_object (&errand->file);
  g_object_unref (errand->session);
  g_free (errand->undo_title);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
show_error (Errand       *errand,
            const GError *error)
{
  g_autoptr (TsWindow) window = g_weak_ref_get (&errand->window);

  if (window != NULL)
    ts_window_show_error (window, errand->heading, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s: %s", errand->heading, error->message);
}

/* Changes */

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (TS_SESSION (object), result, &error);
  g_autoptr (TsWindow) window = g_weak_ref_get (&errand->window);

  if (error != NULL)
    show_error (errand, error);
  else if (change != NULL && errand->undo_title != NULL && window != NULL)
    ts_window_offer_undo (window, errand->undo_title);
}

/**
 * ts_evidence_attach_files:
 * @origin: the widget that asks
 * @model: an assessment
 * @node_id: the criterion that the files are evidence for
 * @files: a list of #GFile; nothing happens if it is empty
 *
 * Attaches all of them in one change, or none.
 */
void
ts_evidence_attach_files (GtkWidget         *origin,
                          TsAssessmentModel *model,
                          const char        *node_id,
                          GListModel        *files)
{
  g_autofree char *title = NULL;
  TsSession *session;
  Errand *errand;
  guint n_files;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_ASSESSMENT_MODEL (model));
  g_return_if_fail (node_id != NULL && G_IS_LIST_MODEL (files));

  n_files = g_list_model_get_n_items (files);

  if (n_files == 0)
    return;

  if (n_files == 1)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, 0);
      g_autofree char *path = g_file_get_parse_name (file);
      g_autofree char *name = g_path_get_basename (path);

      title = g_strdup_printf (_("Attaching “%s” to %s"), name, node_id);
    }
  else
    {
      title = g_strdup_printf (ngettext ("Attaching %u file to %s", "Attaching %u files to %s", n_files), n_files, node_id);
    }

  session = ts_assessment_model_get_session (model);
  errand = errand_new (origin, session, _("Not attached"));
  errand->transfer = ts_transfer_begin (session, title, node_id);
  ts_session_attach_files_async (session, ts_assessment_model_get_assessment_id (model), node_id, files,
                                 ts_transfer_progress, errand->transfer,
                                 ts_transfer_get_cancellable (errand->transfer), changed_cb, errand);
}

/**
 * ts_evidence_link:
 * @origin: the widget that asks
 * @model: an assessment
 * @node_id: a criterion
 * @evidence_id: an item of evidence
 */
void
ts_evidence_link (GtkWidget         *origin,
                  TsAssessmentModel *model,
                  const char        *node_id,
                  const char        *evidence_id)
{
  TsSession *session;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_ASSESSMENT_MODEL (model));
  g_return_if_fail (node_id != NULL && evidence_id != NULL);

  session = ts_assessment_model_get_session (model);
  ts_session_link_async (session, ts_assessment_model_get_assessment_id (model), node_id, evidence_id,
                         changed_cb, errand_new (origin, session, _("Not linked")));
}

/**
 * ts_evidence_unlink:
 * @origin: the widget that asks
 * @session: a session
 * @link: the link
 * @title: the evidence's title
 *
 * The evidence itself stays, and the window offers to undo.
 */
void
ts_evidence_unlink (GtkWidget  *origin,
                    TsSession  *session,
                    TsRow      *link,
                    const char *title)
{
  Errand *errand;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (link != NULL && title != NULL);

  errand = errand_new (origin, session, _("Not unlinked"));
  errand->undo_title = g_strdup_printf (_("“%s” unlinked from %s"), title, ts_row_get_text (link, TS_EVIDENCE_LINK_NODE));
  ts_session_unlink_async (session, ts_row_get_id (link), changed_cb, errand);
}

/**
 * ts_evidence_place:
 * @origin: the widget that asks
 * @session: a session
 * @link: the link
 * @place: where in the evidence, such as a page; may be empty
 */
void
ts_evidence_place (GtkWidget  *origin,
                   TsSession  *session,
                   TsRow      *link,
                   const char *place)
{
  const char *before;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (link != NULL && place != NULL);

  before = ts_row_get_text (link, TS_EVIDENCE_LINK_PLACE);

  if (g_strcmp0 (before != NULL ? before : "", place) != 0)
    ts_session_place_async (session, ts_row_get_id (link), place, changed_cb, errand_new (origin, session, _("Not kept")));
}

/**
 * ts_evidence_describe:
 * @origin: the widget that asks
 * @session: a session
 * @after: the evidence as it shall be
 */
void
ts_evidence_describe (GtkWidget *origin,
                      TsSession *session,
                      TsRow     *after)
{
  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (after != NULL);

  ts_session_describe_evidence_async (session, after, changed_cb, errand_new (origin, session, _("Not kept")));
}

/* Choosing files */

typedef struct
{
  GtkWidget *origin;
  TsAssessmentModel *model;
  char *node_id;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->origin);
  g_object_unref (choice->model);
  g_free (choice->node_id);
  g_free (choice);
}

static void
files_chosen_cb (GtkNativeDialog *dialog,
                 int              response,
                 gpointer         user_data)
{
  Choice *choice = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      ts_evidence_attach_files (choice->origin, choice->model, choice->node_id, files);
    }

  choice_free (choice);
  g_object_unref (dialog);
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * ts_evidence_choose_files:
 * @origin: the widget that asks
 * @model: an assessment
 * @node_id: the criterion that the files are evidence for
 *
 * Lets the person choose files, and attaches them.
 */
void
ts_evidence_choose_files (GtkWidget         *origin,
                          TsAssessmentModel *model,
                          const char        *node_id)
{
  GtkFileChooserNative *dialog;
  Choice *choice;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_ASSESSMENT_MODEL (model) && node_id != NULL);

  choice = g_new0 (Choice, 1);
  choice->origin = g_object_ref (origin);
  choice->model = g_object_ref (model);
  choice->node_id = g_strdup (node_id);

  dialog = gtk_file_chooser_native_new (_("Attach Files"), find_window (origin), GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _("_Attach"), _("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (files_chosen_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Copies */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWindow) window = g_weak_ref_get (&errand->window);

  if (!ts_session_copy_content_finish (TS_SESSION (object), result, &error))
    {
      show_error (errand, error);
    }
  else if (window != NULL)
    {
      g_autofree char *path = g_file_get_parse_name (errand->file);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *title = g_strdup_printf (_("Copy saved as “%s”"), name);

      ts_window_show_toast (window, title);
    }
}

typedef struct
{
  Errand *errand;
  TsRow *evidence;
  char *place;
} Saving;

static void
destination_chosen_cb (GtkNativeDialog *dialog,
                       int              response,
                       gpointer         user_data)
{
  Saving *saving = user_data;
  g_autoptr (Errand) errand = saving->errand;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *title = g_strdup_printf (_("Copying “%s”"), ts_row_get_text (saving->evidence, TS_EVIDENCE_TITLE));

      errand->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      errand->transfer = ts_transfer_begin (errand->session, title, saving->place);
      ts_session_copy_content_async (errand->session, ts_row_get_text (saving->evidence, TS_EVIDENCE_CONTENT), errand->file,
                                     ts_transfer_progress, errand->transfer,
                                     ts_transfer_get_cancellable (errand->transfer), saved_cb, errand);
      errand = NULL;
    }

  ts_row_unref (saving->evidence);
  g_free (saving->place);
  g_free (saving);
  g_object_unref (dialog);
}

/**
 * ts_evidence_save_copy:
 * @origin: the widget that asks
 * @session: a session
 * @evidence: an item of evidence with content
 * @place: (nullable): the criterion on whose card it shows
 *
 * Lets the person choose where to, and copies the content there.
 */
void
ts_evidence_save_copy (GtkWidget  *origin,
                       TsSession  *session,
                       TsRow      *evidence,
                       const char *place)
{
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;
  Saving *saving;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (evidence != NULL && ts_row_has (evidence, TS_EVIDENCE_CONTENT));

  saving = g_new0 (Saving, 1);
  saving->errand = errand_new (origin, session, _("Not saved"));
  saving->evidence = ts_row_ref (evidence);
  saving->place = g_strdup (place);
  name = ts_evidence_make_file_name (evidence);

  dialog = gtk_file_chooser_native_new (_("Save a Copy"), find_window (origin), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (destination_chosen_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Opening */

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    show_error (errand, error);
}

/* Takes the errand. */
static void
show_uri (Errand     *errand,
          const char *uri)
{
  g_autoptr (TsWindow) window = g_weak_ref_get (&errand->window);

  if (window == NULL)
    {
      errand_free (errand);
      return;
    }

  gtk_show_uri_full (GTK_WINDOW (window), uri, GDK_CURRENT_TIME, NULL, shown_cb, errand);
}

static void
copied_to_open_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (!ts_session_copy_content_finish (TS_SESSION (object), result, &error))
    {
      show_error (errand, error);
      return;
    }

  /* What is changed in another program would not come back, so it does not let itself be changed. */
  g_chmod (g_file_peek_path (errand->file), 0400);
  end_transfer (errand);
  uri = g_file_get_uri (errand->file);
  show_uri (g_steal_pointer (&errand), uri);
}

static char *
get_copies_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "touchstone", "opened", NULL);
}

/* Takes away a folder with one file in it, as make_private_folder() and what follows it leave behind. */
static void
remove_copy (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
}

static void
remove_old_copies (const char *copies_folder)
{
  g_autoptr (GDir) directory = g_dir_open (copies_folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (copies_folder, name, NULL);
      GStatBuf status;

      if (g_lstat (path, &status) == 0 && S_ISDIR (status.st_mode) && now - status.st_mtime > AGE_OF_OLD_COPIES)
        remove_copy (path);
    }
}

/* A new folder that only this person can look into, or NULL. */
static char *
make_private_folder (GError **error)
{
  g_autofree char *copies_folder = get_copies_folder ();
  g_autofree char *folder = g_build_filename (copies_folder, "XXXXXX", NULL);

  if (g_mkdir_with_parents (copies_folder, 0700) == 0)
    {
      remove_old_copies (copies_folder);

      if (g_mkdtemp_full (folder, 0700) != NULL)
        return g_steal_pointer (&folder);
    }

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("A folder for the copy could not be made in “%s”: %s"), copies_folder, g_strerror (errno));

  return NULL;
}

/**
 * ts_evidence_open:
 * @origin: the widget that asks
 * @session: a session
 * @evidence: an item of evidence
 * @place: (nullable): the criterion on whose card it shows
 *
 * Opens a web address in the browser, or a private, read-only copy of the content in the program that the person has for it.
 */
void
ts_evidence_open (GtkWidget  *origin,
                  TsSession  *session,
                  TsRow      *evidence,
                  const char *place)
{
  g_autoptr (Errand) errand = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  const char *address;
  const char *hash;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (evidence != NULL && ts_row_get_entity (evidence) == TS_ENTITY_EVIDENCE);

  errand = errand_new (origin, session, _("Not opened"));
  address = ts_row_get_text (evidence, TS_EVIDENCE_ADDRESS);

  if (address != NULL)
    {
      /* A workbook comes from anywhere; only web addresses are ever followed. */
      if (ts_evidence_address_is_valid (address))
        show_uri (g_steal_pointer (&errand), address);

      return;
    }

  folder = make_private_folder (&error);

  if (folder == NULL)
    {
      show_error (errand, error);
      return;
    }

  hash = ts_row_get_text (evidence, TS_EVIDENCE_CONTENT);
  name = ts_evidence_make_file_name (evidence);
  title = g_strdup_printf (_("Opening “%s”"), ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
  errand->file = g_file_new_build_filename (folder, name, NULL);
  errand->transfer = ts_transfer_begin (session, title, place);
  ts_session_copy_content_async (session, hash, errand->file, ts_transfer_progress, errand->transfer,
                                 ts_transfer_get_cancellable (errand->transfer), copied_to_open_cb, errand);
  g_steal_pointer (&errand);
}
