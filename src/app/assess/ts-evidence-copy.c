/* ts-evidence-copy.c — copies of evidence, to keep or to look at
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-copy.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/assess/ts-errand.h"
#include "app/assess/ts-evidence-name.h"
#include "core/ts-attach.h"

/* Copies that were made to be looked at are taken away after this long, in seconds. */
#define AGE_OF_OLD_COPIES (24 * 60 * 60)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TsErrand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWindow) window = g_weak_ref_get (&errand->window);

  if (!ts_session_copy_content_finish (TS_SESSION (object), result, &error))
    {
      ts_errand_show_error (errand, error);
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
  TsErrand *errand;
  TsRow *evidence;
  char *place;
} Saving;

static void
destination_chosen_cb (GtkNativeDialog *dialog,
                       int              response,
                       gpointer         user_data)
{
  Saving *saving = user_data;
  g_autoptr (TsErrand) errand = saving->errand;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *title = g_strdup_printf (_("Copying “%s”"), ts_row_get_text (saving->evidence, TS_EVIDENCE_TITLE));

      errand->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      ts_errand_begin (errand, title, saving->place);
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

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
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
  saving->errand = ts_errand_new (origin, session, _("Not saved"));
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
  g_autoptr (TsErrand) errand = user_data;
  g_autoptr (GError) error = NULL;

  g_autoptr (GError) told = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || errand->file == NULL)
    {
      ts_errand_show_error (errand, error);
      return;
    }

  /* What a desktop says here is about programs, not about what the person wanted. */
  told = g_error_new (error->domain, error->code,
                      _("No program on this computer opened the file (%s). Save a copy of it, and open that with a program of your choice."),
                      error->message);
  ts_errand_show_error (errand, told);
}

/* Takes the errand. */
static void
show_uri (TsErrand   *errand,
          const char *uri)
{
  g_autoptr (TsWindow) window = g_weak_ref_get (&errand->window);

  if (window == NULL)
    {
      ts_errand_free (errand);
      return;
    }

  gtk_show_uri_full (GTK_WINDOW (window), uri, GDK_CURRENT_TIME, NULL, shown_cb, errand);
}

static void
copied_to_open_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TsErrand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (!ts_session_copy_content_finish (TS_SESSION (object), result, &error))
    {
      ts_errand_show_error (errand, error);
      return;
    }

  /* What is changed in another program would not come back, so it does not let itself be changed. */
  g_chmod (g_file_peek_path (errand->file), 0400);
  ts_errand_end_transfer (errand);
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
  g_autoptr (TsErrand) errand = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  const char *address;
  const char *hash;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (evidence != NULL && ts_row_get_entity (evidence) == TS_ENTITY_EVIDENCE);

  errand = ts_errand_new (origin, session, _("Not opened"));
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
      ts_errand_show_error (errand, error);
      return;
    }

  hash = ts_row_get_text (evidence, TS_EVIDENCE_CONTENT);
  name = ts_evidence_make_file_name (evidence);
  title = g_strdup_printf (_("Opening “%s”"), ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
  errand->file = g_file_new_build_filename (folder, name, NULL);
  ts_errand_begin (errand, title, place);
  ts_session_copy_content_async (session, hash, errand->file, ts_transfer_progress, errand->transfer,
                                 ts_transfer_get_cancellable (errand->transfer), copied_to_open_cb, errand);
  g_steal_pointer (&errand);
}
