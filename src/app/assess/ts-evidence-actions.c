/* ts-evidence-actions.c — what can be done with evidence, wherever it is shown
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-actions.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-errand.h"

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
  TsErrand *errand;
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
  errand = ts_errand_new (origin, session, _("Not attached"));
  ts_errand_begin (errand, title, node_id);
  ts_session_attach_files_async (session, ts_assessment_model_get_assessment_id (model), node_id, files,
                                 ts_transfer_progress, errand->transfer,
                                 ts_transfer_get_cancellable (errand->transfer), ts_errand_changed, errand);
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
                         ts_errand_changed, ts_errand_new (origin, session, _("Not linked")));
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
  TsErrand *errand;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session));
  g_return_if_fail (link != NULL && title != NULL);

  errand = ts_errand_new (origin, session, _("Not unlinked"));
  errand->undo_title = g_strdup_printf (_("“%s” unlinked from %s"), title, ts_row_get_text (link, TS_EVIDENCE_LINK_NODE));
  ts_session_unlink_async (session, ts_row_get_id (link), ts_errand_changed, errand);
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
    ts_session_place_async (session, ts_row_get_id (link), place, ts_errand_changed, ts_errand_new (origin, session, _("Not kept")));
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

  ts_session_describe_evidence_async (session, after, ts_errand_changed, ts_errand_new (origin, session, _("Not kept")));
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
