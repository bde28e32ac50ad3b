/* ts-window.c — a window with one workbook
 *
 * The window opens and closes its workbook, says how it stands with it, and leads from place to place. Every command is an action; which
 * of them can be used is computed in one place, update_actions ().
 *
 * ## Undo
 *
 * Control+Z belongs to the text that is being edited as long as there is something in it to undo, and to the workbook otherwise. An
 * accelerator of the application would come before any text, so the window has a shortcut controller of its own that decides.
 *
 * ## What is kept
 *
 * The line under the title says that all changes are kept only while nothing is waiting to be written. It turns at once when something
 * waits, and is seen again after a moment, so that quick writes do not flicker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window.h"

#include "app/assess/ts-assess-view.h"
#include "app/assess/ts-new-assessment-dialog.h"
#include "app/ts-notice.h"
#include "app/ts-opening.h"
#include "app/ts-problem.h"
#include "app/ts-recent-list.h"
#include "app/ts-sample-file.h"
#include "app/ts-settings.h"
#include "app/welcome/ts-welcome-page.h"
#include "core/ts-stage.h"
#include "model/ts-assessment-list.h"
#include "model/ts-organisation-list.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/* Writes that take no longer than this are not worth mentioning. */
#define BUSY_SHOWN_AFTER 300

struct _TsWindow
{
  AdwApplicationWindow parent_instance;

  GFile *file;
  TsSession *session;
  GError *reason; /* why the workbook is open to look at only, though it was to be worked in */
  TsAssessmentList *assessments;
  TsOrganisationList *organisations;
  GCancellable *opening; /* while a workbook is being opened */
  GSignalGroup *session_signals;
  GSignalGroup *model_signals;
  AdwToast *toast;
  guint busy_source;
  gboolean at_start; /* the workbook is the one of last time, which may be gone */
  gboolean destroy_when_closed;
  gboolean closing;

  GtkWidget *title;
  GtkWidget *status;
  GtkWidget *sidebar_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  TsNotice *notice;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkWidget *welcome;
  GtkWidget *waiting;
  GtkSpinner *spinner;
  GtkWidget *empty;
  TsAssessView *assess;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_SESSION,
  PROP_ASSESSMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsWindow, ts_window, ADW_TYPE_APPLICATION_WINDOW)

static void open_in_mode (TsWindow *self,
                          TsOpenMode mode);

/* What the header bar and the actions say */

static void
update_actions (TsWindow *self)
{
  const char *undo = self->session != NULL ? ts_session_get_undo_label (self->session) : NULL;
  const char *redo = self->session != NULL ? ts_session_get_redo_label (self->session) : NULL;
  gboolean writable = self->session != NULL && !ts_session_get_read_only (self->session) && !self->closing;
  gboolean assessing = ts_assess_view_get_model (self->assess) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *undo_tooltip = NULL;
  g_autofree char *redo_tooltip = NULL;

  gtk_widget_action_set_enabled (widget, "win.undo", writable && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.new-assessment", writable);
  gtk_widget_action_set_enabled (widget, "win.select-assessment", self->session != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-place", assessing);
  gtk_widget_action_set_enabled (widget, "win.next-group", assessing);
  gtk_widget_action_set_enabled (widget, "win.previous-group", assessing);
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", assessing);
  gtk_widget_action_set_enabled (widget, "win.edit-again", self->session != NULL && !writable && !self->closing);

  /* Translators: %s is an action, such as "5b: level 2 → 3" */
  undo_tooltip = writable && undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  redo_tooltip = writable && redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_tooltip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tooltip);
  gtk_widget_set_visible (self->undo_button, self->session != NULL);
  gtk_widget_set_visible (self->redo_button, self->session != NULL);
}

static gboolean
on_busy_for_long (gpointer user_data)
{
  TsWindow *self = user_data;

  self->busy_source = 0;
  gtk_widget_remove_css_class (self->status, "unseen");

  return G_SOURCE_REMOVE;
}

static void
update_status (TsWindow *self)
{
  g_clear_handle_id (&self->busy_source, g_source_remove);
  gtk_widget_remove_css_class (self->status, "unseen");

  if (self->session == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->status), "");
    }
  else if (ts_session_get_busy (self->session) || self->closing)
    {
      gtk_label_set_text (GTK_LABEL (self->status), _("Keeping…"));
      gtk_widget_add_css_class (self->status, "unseen");
      self->busy_source = g_timeout_add (BUSY_SHOWN_AFTER, on_busy_for_long, self);
    }
  else if (ts_session_get_read_only (self->session))
    {
      gtk_label_set_text (GTK_LABEL (self->status), _("Read-only"));
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->status), _("All changes kept"));
    }

  gtk_widget_set_visible (self->status, self->session != NULL);
}

static void
update_title (TsWindow *self)
{
  TsAssessmentModel *model = ts_assess_view_get_model (self->assess);
  g_autofree char *workbook = self->session != NULL ? ts_session_dup_title (self->session) : NULL;
  g_autofree char *shown = NULL;
  g_autofree char *window_title = NULL;

  if (model != NULL && ts_assessment_model_get_loaded (model))
    {
      shown = g_strdup_printf ("%s · %s", ts_assessment_model_get_organisation_name (model),
                               ts_assessment_model_get_year_label (model));
      window_title = g_strdup_printf ("%s – %s", shown, workbook);
    }
  else
    {
      shown = g_strdup (workbook != NULL ? workbook : _("Touchstone"));
      window_title = g_strdup (shown);
    }

  gtk_label_set_text (GTK_LABEL (self->title), shown);
  gtk_widget_set_tooltip_text (self->title, self->session != NULL ? window_title : NULL);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_notice (TsWindow *self)
{
  g_autofree char *text = NULL;

  if (self->session == NULL || !ts_session_get_read_only (self->session))
    {
      ts_notice_hide (self->notice);
      return;
    }

  if (ts_session_get_mode (self->session) == TS_OPEN_SALVAGE)
    {
      ts_notice_show (self->notice,
                      _("This workbook is damaged. What can be read of it is shown, and nothing can be changed. To take it out, use "
                        "“touchstonectl export” on this file, then import into a new workbook."),
                      NULL, NULL);
      return;
    }

  if (self->reason != NULL && ts_problem_is_in_use (self->reason))
    /* Translators: %s is a sentence that says who works in the workbook */
    text = g_strdup_printf (_("%s What changes there is shown here at once."), self->reason->message);
  else
    text = g_strdup (self->reason != NULL ? self->reason->message : _("This workbook is open to look at only."));

  ts_notice_show (self->notice, text, _("Try to _Edit"), "win.edit-again");
}

static void
update_page (TsWindow *self)
{
  GtkWidget *page;
  gboolean assessing;

  if (self->opening != NULL || (self->session != NULL && !ts_assessment_list_get_loaded (self->assessments)))
    page = self->waiting;
  else if (self->session == NULL)
    page = self->welcome;
  else if (ts_assess_view_get_model (self->assess) == NULL)
    page = self->empty;
  else
    page = GTK_WIDGET (self->assess);

  gtk_spinner_set_spinning (self->spinner, page == self->waiting);
  gtk_stack_set_visible_child (self->pages, page);

  assessing = page == GTK_WIDGET (self->assess);
  gtk_widget_set_visible (self->sidebar_button, assessing);
  update_actions (self);
}

/* Assessments */

/* The assessment that is most likely being worked on: a draft of the latest year. */
static TsAssessmentItem *
dup_first_choice (TsAssessmentList *assessments)
{
  const char *draft = ts_stage_get_title (TS_STAGE_DRAFT);
  g_autoptr (TsAssessmentItem) best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (assessments)); i++)
    {
      g_autoptr (TsAssessmentItem) item = g_list_model_get_item (G_LIST_MODEL (assessments), i);
      int difference = best != NULL ? ts_assessment_item_get_year (item) - ts_assessment_item_get_year (best) : 1;

      if (difference > 0 ||
          (difference == 0 &&
           g_str_equal (ts_assessment_item_get_stage_title (item), draft) &&
           !g_str_equal (ts_assessment_item_get_stage_title (best), draft)))
        g_set_object (&best, item);
    }

  return g_steal_pointer (&best);
}

static void
on_model_failed (TsWindow *self,
                 const GError *error)
{
  ts_window_show_error (self, _("Could Not Read the Assessment"), error);
}

static void
select_assessment (TsWindow *self,
                   const char *assessment_id)
{
  TsAssessmentModel *current = ts_assess_view_get_model (self->assess);
  g_autoptr (TsAssessmentModel) model = NULL;

  if (current != NULL && g_strcmp0 (ts_assessment_model_get_assessment_id (current), assessment_id) == 0)
    return;

  if (assessment_id != NULL)
    model = ts_assessment_model_new (self->session, assessment_id);

  ts_assess_view_set_model (self->assess, model);
  g_signal_group_set_target (self->model_signals, model);
  update_title (self);
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
}

/* An assessment goes when its beginning is undone, and comes when another program begins one. */
static void
on_assessments_changed (TsWindow *self)
{
  TsAssessmentModel *model = ts_assess_view_get_model (self->assess);
  g_autoptr (TsAssessmentItem) choice = NULL;

  if (!ts_assessment_list_get_loaded (self->assessments))
    return;

  if (model == NULL ||
      ts_assessment_list_find (self->assessments, ts_assessment_model_get_assessment_id (model)) == NULL)
    {
      choice = dup_first_choice (self->assessments);
      select_assessment (self, choice != NULL ? ts_assessment_item_get_id (choice) : NULL);
    }

  update_page (self);
}

/* The workbook */

static void
set_file (TsWindow *self,
          GFile *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
set_session (TsWindow *self,
             TsSession *session)
{
  if (self->session == session)
    return;

  if (self->assessments != NULL)
    g_signal_handlers_disconnect_by_data (self->assessments, self);

  ts_assess_view_set_model (self->assess, NULL);
  ts_assess_view_set_list (self->assess, NULL);
  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->assessments);
  g_clear_object (&self->organisations);

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);

  if (session != NULL)
    {
      self->assessments = ts_assessment_list_new (session);
      self->organisations = ts_organisation_list_new (session);
      g_signal_connect_swapped (self->assessments, "items-changed", G_CALLBACK (on_assessments_changed), self);
      g_signal_connect_swapped (self->assessments, "notify::loaded", G_CALLBACK (on_assessments_changed), self);
      ts_assess_view_set_list (self->assess, self->assessments);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
update_all (TsWindow *self)
{
  update_title (self);
  update_status (self);
  update_notice (self);
  update_page (self);
}

static void
forget (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  ts_recent_list_forget (uri);
}

static void
on_problem_response (AdwMessageDialog *dialog,
                     const char *response,
                     gpointer user_data)
{
  g_autoptr (GFile) file = user_data;
  TsWindow *self = TS_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  TsRemedy remedy = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "remedy"));

  if (!g_str_equal (response, "remedy") || self == NULL || self->session != NULL)
    return;

  if (remedy == TS_REMEDY_FORGET)
    {
      forget (file);
      return;
    }

  set_file (self, file);

  if (remedy == TS_REMEDY_RESCUE)
    open_in_mode (self, TS_OPEN_SALVAGE);
  else if (remedy == TS_REMEDY_READ_ONLY)
    open_in_mode (self, TS_OPEN_READ_ONLY);
  else
    open_in_mode (self, TS_OPEN_READ_WRITE);
}

static void
show_problem (TsWindow *self,
              GFile *file,
              const GError *error,
              gboolean with_remedy)
{
  TsRemedy remedy = with_remedy ? ts_problem_get_remedy (error) : TS_REMEDY_NONE;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), ts_problem_get_heading (error), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));

  if (remedy != TS_REMEDY_NONE)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "remedy", ts_remedy_get_label (remedy));
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "remedy");
      g_object_set_data (G_OBJECT (dialog), "remedy", GINT_TO_POINTER (remedy));
    }

  g_signal_connect (dialog, "response", G_CALLBACK (on_problem_response), g_object_ref (file));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes what was opened or made, or says why nothing was. */
static void
finish_opening (TsWindow *self,
                TsSession *session,
                GError *reason,
                const GError *error,
                gboolean created)
{
  gboolean at_start = self->at_start;

  g_clear_object (&self->opening);
  g_clear_error (&self->reason);
  self->reason = reason;
  self->at_start = FALSE;

  if (session != NULL)
    {
      ts_recent_list_note (self->file);
      ts_settings_set_last_workbook (self->file);
      set_session (self, session);
    }
  else
    {
      g_autoptr (GFile) file = g_object_ref (self->file);

      set_file (self, NULL);

      if (at_start && g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
        ts_window_show_toast (self, error->message);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_problem (self, file, error, !created);
    }

  update_all (self);
}

static void
on_opened (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GError *reason = NULL;
  g_autoptr (TsSession) session = ts_opening_finish (result, &reason, &error);

  finish_opening (self, session, reason, error, FALSE);
}

static void
on_created (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (TsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsSession) session = ts_session_open_finish (result, &error);

  finish_opening (self, session, NULL, error, TRUE);
}

static char *
dup_path (TsWindow *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    return g_steal_pointer (&path);

  file = g_object_ref (self->file);
  g_set_error_literal (&error, TS_STORE_ERROR, TS_STORE_ERROR_NO_ACCESS,
                       _("Workbooks can be opened on this computer and on drives that are connected to it. Copy this one to a folder of yours."));
  set_file (self, NULL);
  show_problem (self, file, error, FALSE);

  return NULL;
}

static void
open_in_mode (TsWindow *self,
              TsOpenMode mode)
{
  g_autofree char *path = dup_path (self);
  g_autofree char *author = ts_settings_dup_author ();

  if (path == NULL)
    return;

  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  ts_opening_start (path, mode, author, self->opening, on_opened, g_object_ref (self));
  update_page (self);
}

static void
on_sample_ready (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (TsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ts_sample_file_finish (result, &error);
  g_autoptr (GFile) file = NULL;

  g_clear_object (&self->opening);
  update_page (self);

  if (path == NULL)
    {
      ts_window_show_error (self, _("Could Not Make the Sample"), error);
      return;
    }

  file = g_file_new_for_path (path);
  ts_window_open (self, file);
}

/* Closing */

static void
on_close_anyway_response (TsWindow *self,
                          const char *response)
{
  if (g_str_equal (response, "close"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_closed (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean edit_again = self->opening != NULL;

  self->closing = FALSE;

  if (!ts_session_close_finish (TS_SESSION (object), result, &error))
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Could Not Close the Workbook Properly"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_anyway_response), self, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (dialog));
      set_session (self, NULL);
      set_file (self, NULL);
      update_all (self);
      return;
    }

  set_session (self, NULL);
  g_clear_error (&self->reason);

  if (self->destroy_when_closed)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (edit_again)
    {
      open_in_mode (self, TS_OPEN_READ_WRITE);
      update_all (self);
      return;
    }

  set_file (self, NULL);
  update_all (self);
}

static void
close_workbook (TsWindow *self)
{
  if (self->session == NULL || self->closing)
    return;

  ts_assess_view_flush (self->assess);
  self->closing = TRUE;
  update_status (self);
  update_actions (self);
  ts_session_close_async (self->session, on_closed, g_object_ref (self));
}

static void
save_size (TsWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  ts_settings_set_window_size (width, height, gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
ts_window_close_request (GtkWindow *window)
{
  TsWindow *self = TS_WINDOW (window);

  save_size (self);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);

  /* The session finishes what waits to be kept; the window goes when it has. */
  if (self->session != NULL)
    {
      self->destroy_when_closed = TRUE;
      close_workbook (self);

      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (ts_window_parent_class)->close_request (window);
}

/* Actions */

static void
finish_step (TsWindow *self,
             TsSession *session,
             GAsyncResult *result,
             const char *heading)
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
on_undone (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TsWindow) self = user_data;

  finish_step (self, TS_SESSION (object), result, _("Could Not Undo"));
}

static void
on_redone (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TsWindow) self = user_data;

  finish_step (self, TS_SESSION (object), result, _("Could Not Redo"));
}

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_assess_view_flush (self->assess);
  ts_session_undo_async (self->session, on_undone, g_object_ref (self));
}

static void
redo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_session_redo_async (self->session, on_redone, g_object_ref (self));
}

static void
on_begun (TsWindow *self,
          const char *assessment_id)
{
  select_assessment (self, assessment_id);
  ts_assess_view_show_place (self->assess, "overview");
}

static void
new_assessment_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  TsWindow *self = TS_WINDOW (widget);
  GtkWidget *dialog = ts_new_assessment_dialog_new (self->session, self->organisations, self->assessments);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
select_assessment_action (GtkWidget *widget,
                          const char *name,
                          GVariant *parameter)
{
  TsWindow *self = TS_WINDOW (widget);
  const char *assessment_id = g_variant_get_string (parameter, NULL);

  if (self->assessments != NULL && ts_assessment_list_find (self->assessments, assessment_id) != NULL)
    select_assessment (self, assessment_id);
}

static void
show_place_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  ts_assess_view_show_place (TS_WINDOW (widget)->assess, g_variant_get_string (parameter, NULL));
}

static void
next_group_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  ts_assess_view_step_group (TS_WINDOW (widget)->assess, 1);
}

static void
previous_group_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  ts_assess_view_step_group (TS_WINDOW (widget)->assess, -1);
}

static void
toggle_sidebar_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  TsWindow *self = TS_WINDOW (widget);
  gboolean shown;

  g_object_get (self->assess, "sidebar-shown", &shown, NULL);
  g_object_set (self->assess, "sidebar-shown", !shown, NULL);
}

static void
close_workbook_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  if (self->session == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  ts_settings_set_last_workbook (NULL);
  close_workbook (self);
}

static void
edit_again_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  /* Being about to open again is what tells on_closed () to go on. */
  self->opening = g_cancellable_new ();
  close_workbook (self);
}

/* Undo by keyboard */

/* Whether Control+Z, or its opposite, is for the text that has the focus. How much a single-line entry could undo is not to be learned from
 * outside, so while one is being edited it is always for that. */
static gboolean
text_comes_first (TsWindow *self,
                  gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkTextBuffer *buffer;

  if (focus == NULL)
    return FALSE;

  if (GTK_IS_TEXT (focus))
    return gtk_editable_get_editable (GTK_EDITABLE (focus));

  if (!GTK_IS_TEXT_VIEW (focus) || !gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    return FALSE;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

  return redo ? gtk_text_buffer_get_can_redo (buffer) : gtk_text_buffer_get_can_undo (buffer);
}

static gboolean
on_undo_shortcut (GtkWidget *widget,
                  GVariant *arguments,
                  gpointer user_data)
{
  if (text_comes_first (TS_WINDOW (widget), FALSE))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (widget, "win.undo", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
on_redo_shortcut (GtkWidget *widget,
                  GVariant *arguments,
                  gpointer user_data)
{
  if (text_comes_first (TS_WINDOW (widget), TRUE))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (widget, "win.redo", NULL);

  return GDK_EVENT_STOP;
}

static void
add_shortcuts (TsWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>z"), gtk_callback_action_new (on_undo_shortcut, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>z|<Control>y"),
                      gtk_callback_action_new (on_redo_shortcut, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* The object */

static void
ts_window_dispose (GObject *object)
{
  TsWindow *self = TS_WINDOW (object);

  g_clear_handle_id (&self->busy_source, g_source_remove);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);

  if (self->assessments != NULL)
    g_signal_handlers_disconnect_by_data (self->assessments, self);

  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->opening);
  g_clear_object (&self->assessments);
  g_clear_object (&self->organisations);
  g_clear_object (&self->toast);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_error (&self->reason);

  G_OBJECT_CLASS (ts_window_parent_class)->dispose (object);
}

static void
ts_window_finalize (GObject *object)
{
  TsWindow *self = TS_WINDOW (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->model_signals);

  G_OBJECT_CLASS (ts_window_parent_class)->finalize (object);
}

static void
ts_window_get_property (GObject *object,
                        guint property_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  TsWindow *self = TS_WINDOW (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ASSESSMENT:
      g_value_set_object (value, ts_window_get_assessment (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_window_class_init (TsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = ts_window_dispose;
  object_class->finalize = ts_window_finalize;
  object_class->get_property = ts_window_get_property;
  window_class->close_request = ts_window_close_request;

  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] =
    g_param_spec_object ("assessment", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.new-assessment", NULL, new_assessment_action);
  gtk_widget_class_install_action (widget_class, "win.select-assessment", "s", select_assessment_action);
  gtk_widget_class_install_action (widget_class, "win.show-place", "s", show_place_action);
  gtk_widget_class_install_action (widget_class, "win.next-group", NULL, next_group_action);
  gtk_widget_class_install_action (widget_class, "win.previous-group", NULL, previous_group_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.close-workbook", NULL, close_workbook_action);
  gtk_widget_class_install_action (widget_class, "win.edit-again", NULL, edit_again_action);

  g_type_ensure (TS_TYPE_ASSESS_VIEW);
  g_type_ensure (TS_TYPE_NOTICE);
  g_type_ensure (TS_TYPE_WELCOME_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, status);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, assess);
}

static void
ts_window_init (TsWindow *self)
{
  int width;
  int height;
  gboolean maximised;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);

  g_object_bind_property (self->assess, "sidebar-shown", self->sidebar_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  self->session_signals = g_signal_group_new (TS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::busy", G_CALLBACK (update_status), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::undo-label", G_CALLBACK (update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::redo-label", G_CALLBACK (update_actions), self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update_title), self);
  g_signal_group_connect_swapped (self->model_signals, "failed", G_CALLBACK (on_model_failed), self);

  ts_settings_get_window_size (&width, &height, &maximised);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);

  if (maximised)
    gtk_window_maximize (GTK_WINDOW (self));

  update_all (self);
}

/**
 * ts_window_new:
 * @application: the application that it belongs to
 *
 * Returns: (transfer none): a window with the welcome page; GTK keeps it until it is closed
 */
TsWindow *
ts_window_new (GtkApplication *application)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);

  return g_object_new (TS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * ts_window_for_widget:
 * @widget: a widget, on a page of a window or anywhere
 *
 * Returns: (transfer none) (nullable): the window that it is in; %NULL where it stands alone
 */
TsWindow *
ts_window_for_widget (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);

  /* From a dialog to the window that it belongs to. */
  while (root != NULL && !TS_IS_WINDOW (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;

  return (TsWindow *) root;
}

/**
 * ts_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the workbook that is open or being opened
 */
GFile *
ts_window_get_file (TsWindow *self)
{
  g_return_val_if_fail (TS_IS_WINDOW (self), NULL);

  return self->file;
}

/**
 * ts_window_get_session:
 * @self: (nullable): a window
 *
 * Returns: (transfer none) (nullable): the open workbook
 */
TsSession *
ts_window_get_session (TsWindow *self)
{
  g_return_val_if_fail (self == NULL || TS_IS_WINDOW (self), NULL);

  return self != NULL ? self->session : NULL;
}

/**
 * ts_window_get_assessment:
 * @self: (nullable): a window
 *
 * Returns: (transfer none) (nullable): the assessment that is looked at
 */
TsAssessmentModel *
ts_window_get_assessment (TsWindow *self)
{
  g_return_val_if_fail (self == NULL || TS_IS_WINDOW (self), NULL);

  return self != NULL ? ts_assess_view_get_model (self->assess) : NULL;
}

/**
 * ts_window_is_free:
 * @self: a window
 *
 * Returns: whether it has no workbook and can take one
 */
gboolean
ts_window_is_free (TsWindow *self)
{
  g_return_val_if_fail (TS_IS_WINDOW (self), FALSE);

  return self->file == NULL && self->opening == NULL && !self->closing;
}

/**
 * ts_window_open:
 * @self: a window without a workbook
 * @file: a workbook
 *
 * Opens it, or says why it cannot be opened.
 */
void
ts_window_open (TsWindow *self,
                GFile *file)
{
  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (ts_window_is_free (self));

  set_file (self, file);
  open_in_mode (self, TS_OPEN_READ_WRITE);
}

/**
 * ts_window_open_last:
 * @self: a window without a workbook
 * @file: the workbook of last time
 *
 * As [method@Window.open], but makes less of it when the workbook is gone.
 */
void
ts_window_open_last (TsWindow *self,
                     GFile *file)
{
  g_return_if_fail (TS_IS_WINDOW (self));

  self->at_start = TRUE;
  ts_window_open (self, file);
}

/**
 * ts_window_create:
 * @self: a window without a workbook
 * @file: where to make one; nothing must be there
 */
void
ts_window_create (TsWindow *self,
                  GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *author = ts_settings_dup_author ();

  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (ts_window_is_free (self));

  set_file (self, file);
  path = dup_path (self);

  if (path == NULL)
    return;

  self->opening = g_cancellable_new ();
  ts_session_create_async (path, author, self->opening, on_created, g_object_ref (self));
  update_page (self);
}

/**
 * ts_window_open_sample:
 * @self: a window without a workbook
 * @fresh: whether to make a new sample even if there is one
 *
 * Opens the sample in the person's data folder; makes it first where needed, and never over one that may have been changed.
 */
void
ts_window_open_sample (TsWindow *self,
                       gboolean fresh)
{
  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (ts_window_is_free (self));

  self->opening = g_cancellable_new ();
  ts_sample_file_start (fresh, self->opening, on_sample_ready, g_object_ref (self));
  update_page (self);
}

/* Saying things */

static void
on_toast_dismissed (TsWindow *self,
                    AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

/* One at a time: what was said before is old by then. */
static void
add_toast (TsWindow *self,
           AdwToast *toast)
{
  g_autoptr (AdwToast) previous = g_steal_pointer (&self->toast);

  if (previous != NULL)
    adw_toast_dismiss (previous);

  self->toast = g_object_ref (toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static AdwToast *
new_toast (const char *title)
{
  /* Toasts take markup, and titles hold what people wrote. */
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return adw_toast_new (escaped);
}

/**
 * ts_window_show_toast:
 * @self: (nullable): a window
 * @title: what to say in passing; plain text
 */
void
ts_window_show_toast (TsWindow *self,
                      const char *title)
{
  g_return_if_fail (self == NULL || TS_IS_WINDOW (self));
  g_return_if_fail (title != NULL);

  if (self != NULL)
    add_toast (self, new_toast (title));
}

/**
 * ts_window_offer_undo:
 * @self: (nullable): a window
 * @title: what has been done; plain text
 *
 * Says so in passing, with a button that undoes it.
 */
void
ts_window_offer_undo (TsWindow *self,
                      const char *title)
{
  AdwToast *toast;

  g_return_if_fail (self == NULL || TS_IS_WINDOW (self));
  g_return_if_fail (title != NULL);

  if (self == NULL)
    return;

  toast = new_toast (title);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  add_toast (self, toast);
}

/**
 * ts_window_show_error:
 * @self: (nullable): a window
 * @heading: what could not be done, as the heading of a dialog
 * @error: why
 *
 * Says small refusals in passing and everything else in a dialog; says nothing about what was cancelled or had nothing to do.
 */
void
ts_window_show_error (TsWindow *self,
                      const char *heading,
                      const GError *error)
{
  GtkWidget *dialog;

  g_return_if_fail (self == NULL || TS_IS_WINDOW (self));
  g_return_if_fail (heading != NULL && error != NULL);

  if (self == NULL)
    {
      g_debug ("%s: %s", heading, error->message);
      return;
    }

  switch (ts_problem_get_reception (error))
    {
    case TS_RECEPTION_SILENCE:
      break;

    case TS_RECEPTION_TOAST:
      ts_window_show_toast (self, error->message);
      break;

    case TS_RECEPTION_DIALOG:
    default:
      dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      break;
    }
}
