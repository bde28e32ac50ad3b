/* ts-window.c — a window with one workbook
 *
 * The window says how it stands with the workbook that its holder holds, and leads from place to place. Every command is an action; which of
 * them can be used is computed in one place, update_actions ().
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window.h"

#include "app/assess/ts-assess-view.h"
#include "app/compare/ts-compare-workspace.h"
#include "app/people/ts-person-dialog.h"
#include "app/report/ts-report-making.h"
#include "app/safety/ts-restore-dialog.h"
#include "app/safety/ts-save-copy.h"
#include "app/search/ts-search-page.h"
#include "app/ts-kept-label.h"
#include "app/ts-notice.h"
#include "app/ts-problem.h"
#include "app/ts-recent-list.h"
#include "app/ts-settings.h"
#include "app/ts-undo-keys.h"
#include "app/ts-workbook-holder.h"
#include "app/ts-workspace.h"
#include "app/welcome/ts-welcome-page.h"
#include "app/widgets/ts-width-bin.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/* In the size of the text: from here on the workspaces have room in the header bar. */
#define SWITCHER_FROM 50

/* And from here on the title has, among all the buttons. */
#define TITLE_FROM 42

/* The workspaces. The first is part of the window; each other one is made when it is first shown. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} workspace_kinds[] = {
  { "assess", N_("Assess"), "document-edit-symbolic", NULL },
  { "compare", N_("Compare"), "view-grid-symbolic", ts_compare_workspace_get_type },
};

struct _TsWindow
{
  AdwApplicationWindow parent_instance;

  TsWorkbookHolder *holder;
  GSignalGroup *session_signals;
  GSignalGroup *model_signals;
  AdwToast *toast;
  gboolean at_start; /* the workbook is the one of last time, which may be gone */
  gboolean closing;  /* the window goes as soon as its workbook is closed */
  gboolean reading_failed;
  gboolean searching;
  GtkWidget *focus_before_search; /* a weak pointer */

  GMenu *person_section;
  AdwHeaderBar *header;
  GtkStack *titles;
  GtkWidget *title_box;
  GtkWidget *no_title;
  AdwBin *narrow_titles;
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  TsWidthBin *width_bin;
  GBindingGroup *sidebar_binding;
  GSignalGroup *workspace_signals;
  TsWorkspace *workspace; /* the one that is shown */
  GtkWidget *title;
  TsKeptLabel *kept;
  GtkWidget *sidebar_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  TsNotice *notice;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkWidget *welcome;
  GtkWidget *waiting;
  GtkSpinner *spinner;
  AdwViewStack *workspaces;
  TsAssessView *assess;
  GtkWidget *search_button;
  TsSearchPage *search;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ASSESSMENT,
  PROP_SEARCHING,
  PROP_WORKSPACE,
  N_PROPS
};

enum
{
  WORKBOOK_CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsWindow, ts_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the header bar and the actions say */

static TsSession *
get_session (TsWindow *self)
{
  return ts_workbook_holder_get_session (self->holder);
}

static void
describe_undo_button (GtkWidget  *button,
                      const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_actions (TsWindow *self)
{
  TsSession *session = get_session (self);
  gboolean open = ts_workbook_holder_get_state (self->holder) == TS_HOLDER_OPEN;
  gboolean writable = open && !ts_session_get_read_only (session);
  TsAssessmentModel *model = ts_assess_view_get_model (self->assess);
  /* What is undone while the past is shown would not be seen. */
  gboolean now = model == NULL || ts_assessment_model_get_as_of (model) == 0;
  const char *undo = writable && now ? ts_session_get_undo_label (session) : NULL;
  const char *redo = writable && now ? ts_session_get_redo_label (session) : NULL;
  gboolean in_assess = TS_IS_ASSESS_VIEW (self->workspace);
  gboolean assessing = open && model != NULL && in_assess;
  gboolean has_sidebar = open && !self->searching && (!in_assess || model != NULL);
  /* Translators: %s is an action, such as "5b: level 2 → 3" */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.new-assessment", writable);
  gtk_widget_action_set_enabled (widget, "win.select-assessment", open);
  gtk_widget_action_set_enabled (widget, "win.show-place", open && model != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-organisations", open);
  gtk_widget_action_set_enabled (widget, "win.next-group", assessing && !self->searching);
  gtk_widget_action_set_enabled (widget, "win.previous-group", assessing && !self->searching);
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", has_sidebar);
  gtk_widget_action_set_enabled (widget, "win.workspace", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.edit-again", open && !writable);
  gtk_widget_action_set_enabled (widget, "win.save-copy", open && ts_session_get_mode (session) != TS_OPEN_SALVAGE);
  gtk_widget_action_set_enabled (widget, "win.restore-backup", open);
  gtk_widget_action_set_enabled (widget, "win.print", assessing || (open && !in_assess));
  gtk_widget_action_set_enabled (widget, "win.save-report", assessing || (open && !in_assess));

  describe_undo_button (self->undo_button, undo_text);
  describe_undo_button (self->redo_button, redo_text);
  gtk_widget_set_visible (self->undo_button, session != NULL);
  gtk_widget_set_visible (self->redo_button, session != NULL);
  gtk_widget_set_visible (self->sidebar_button, has_sidebar);
  gtk_widget_set_visible (self->search_button, session != NULL);
}

static void
update_title (TsWindow *self)
{
  TsSession *session = get_session (self);
  TsAssessmentModel *model = ts_assess_view_get_model (self->assess);
  g_autofree char *workbook = session != NULL ? ts_session_dup_title (session) : NULL;
  g_autofree char *shown = NULL;
  g_autofree char *window_title = NULL;

  if (!TS_IS_ASSESS_VIEW (self->workspace))
    {
      const char *workspace = adw_view_stack_page_get_title (adw_view_stack_get_page (self->workspaces, adw_view_stack_get_visible_child (self->workspaces)));

      shown = g_strdup (workbook != NULL ? workspace : _("Touchstone"));
      window_title = workbook != NULL ? g_strdup_printf ("%s – %s", workspace, workbook) : g_strdup (shown);
    }
  else if (model != NULL && ts_assessment_model_get_loaded (model))
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
  gtk_widget_set_tooltip_text (self->title, session != NULL ? window_title : NULL);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_notice (TsWindow *self)
{
  TsSession *session = get_session (self);
  const GError *reason = ts_workbook_holder_get_reason (self->holder);
  g_autofree char *text = NULL;

  if (session == NULL || !ts_session_get_read_only (session))
    {
      ts_notice_hide (self->notice);
      return;
    }

  if (ts_session_get_mode (session) == TS_OPEN_SALVAGE)
    {
      ts_notice_show (self->notice,
                      _("This workbook is damaged. What can be read of it is shown, and nothing can be changed. To take it out, use "
                        "“touchstonectl export” on this file, then import into a new workbook."),
                      NULL, NULL);
      return;
    }

  text = ts_problem_dup_notice (reason);
  ts_notice_show (self->notice, text, _("Try to Edit"), "win.edit-again");
}

/* Who works is said to the workbook, and in the menu. */
static void
update_person (TsWindow *self)
{
  TsSession *session = get_session (self);
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  g_autofree char *label = NULL;

  ts_settings_dup_person (&name, &role);

  /* Translators: an entry of the main menu; %s is a person's name */
  label = g_strdup_printf (_("_Who Is Working: %s…"), name);
  g_menu_remove_all (self->person_section);
  g_menu_append (self->person_section, label, "win.switch-person");

  if (session != NULL && !ts_session_get_read_only (session))
    ts_session_set_person (session, name, role);
}

/* The title stands in the header bar, or in a line of its own below it. */
static void
place_title (TsWindow *self,
             gboolean  below)
{
  if (below == (adw_bin_get_child (self->narrow_titles) != NULL))
    return;

  g_object_ref (self->title_box);

  if (below)
    {
      gtk_stack_remove (self->titles, self->title_box);
      adw_bin_set_child (self->narrow_titles, self->title_box);
    }
  else
    {
      adw_bin_set_child (self->narrow_titles, NULL);
      gtk_stack_add_child (self->titles, self->title_box);
    }

  g_object_unref (self->title_box);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->title_box), below ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (self->title, below);
  gtk_label_set_xalign (GTK_LABEL (self->title), below ? 0 : 0.5f);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_titles), below);
}

/* Whether all is kept is said beside the buttons, or with the title. */
static void
place_kept (TsWindow *self,
            gboolean  beside)
{
  GtkWidget *kept = GTK_WIDGET (self->kept);

  if (beside == (gtk_widget_get_parent (kept) != self->title_box))
    return;

  g_object_ref (kept);

  if (beside)
    {
      gtk_box_remove (GTK_BOX (self->title_box), kept);
      adw_header_bar_pack_start (self->header, kept);
    }
  else
    {
      adw_header_bar_remove (self->header, kept);
      gtk_box_append (GTK_BOX (self->title_box), kept);
    }

  g_object_unref (kept);
}

/* Where the workspaces are chosen: in the header bar, or at the bottom where that is too narrow. */
static void
arrange_header (TsWindow *self)
{
  guint width = ts_width_bin_get_width (self->width_bin);
  gboolean open = get_session (self) != NULL;
  gboolean wide = open && width >= SWITCHER_FROM;
  gboolean narrow = open && width > 0 && width < TITLE_FROM;

  place_kept (self, wide);
  place_title (self, narrow);
  gtk_stack_set_visible_child (self->titles, wide ? GTK_WIDGET (self->switcher) : narrow ? self->no_title
                                                                                         : self->title_box);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, open && !wide && !self->searching);
}

static void
update_page (TsWindow *self)
{
  GtkWidget *page;

  if (get_session (self) != NULL)
    page = self->searching ? GTK_WIDGET (self->search) : GTK_WIDGET (self->workspaces);
  else if (ts_workbook_holder_get_state (self->holder) == TS_HOLDER_EMPTY)
    page = self->welcome;
  else
    page = self->waiting;

  gtk_spinner_set_spinning (self->spinner, page == self->waiting);
  arrange_header (self);

  if (page == gtk_stack_get_visible_child (self->pages))
    return;

  gtk_stack_set_visible_child (self->pages, page);

  /* The focus went with the page that had it; Tab would look for its next stop in there for ever. */
  if (page == self->welcome)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Workspaces */

static TsWorkspace *
get_workspace (TsWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->workspaces);
  GType (*get_type) (void) = NULL;

  if (TS_IS_WORKSPACE (child))
    return TS_WORKSPACE (child);

  for (guint i = 0; i < G_N_ELEMENTS (workspace_kinds); i++)
    {
      if (g_str_equal (workspace_kinds[i].name, adw_view_stack_get_visible_child_name (self->workspaces)))
        get_type = workspace_kinds[i].get_type;
    }

  g_assert (get_type != NULL);

  if (adw_bin_get_child (ADW_BIN (child)) == NULL)
    adw_bin_set_child (ADW_BIN (child), g_object_new (get_type (), NULL));

  return TS_WORKSPACE (adw_bin_get_child (ADW_BIN (child)));
}

static void
set_workspace (TsWindow   *self,
               const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (workspace_kinds); i++)
    {
      if (g_str_equal (workspace_kinds[i].name, name))
        adw_view_stack_set_visible_child_name (self->workspaces, name);
    }
}

/* A workspace that was not shown while another workbook came gets it now. */
static void
on_workspace_changed (TsWindow *self)
{
  if (self->search == NULL)
    return;

  self->workspace = get_workspace (self);
  /* The first is listened to also while it is not shown. */
  g_signal_group_set_target (self->workspace_signals, TS_IS_ASSESS_VIEW (self->workspace) ? NULL : self->workspace);
  g_binding_group_set_source (self->sidebar_binding, self->workspace);
  ts_workspace_set_session (self->workspace, get_session (self));
  g_object_set (self, "searching", FALSE, NULL);
  update_title (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
add_workspaces (TsWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (workspace_kinds); i++)
    {
      AdwViewStackPage *page;

      if (workspace_kinds[i].get_type != NULL)
        page = adw_view_stack_add_named (self->workspaces, adw_bin_new (), workspace_kinds[i].name);
      else
        page = adw_view_stack_get_page (self->workspaces, GTK_WIDGET (self->assess));

      adw_view_stack_page_set_title (page, _(workspace_kinds[i].title));
      adw_view_stack_page_set_icon_name (page, workspace_kinds[i].icon_name);
    }
}

/* Searching */

static void
set_searching (TsWindow *self,
               gboolean  searching)
{
  if (self->searching == searching)
    return;

  self->searching = searching;

  if (searching)
    {
      TsAssessmentModel *model = ts_window_get_assessment (self);

      /* What is being written on a page can be found too. */
      ts_assess_view_flush (self->assess);
      ts_search_page_set_past (self->search, model != NULL && ts_assessment_model_get_as_of (model) != 0);
      g_set_weak_pointer (&self->focus_before_search, gtk_window_get_focus (GTK_WINDOW (self)));
    }

  update_page (self);
  update_actions (self);

  if (searching)
    ts_search_page_begin (self->search);
  else
    ts_search_page_end (self->search);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/* Back to where one was, the keyboard too. */
static void
on_search_closed (TsWindow *self)
{
  g_autoptr (GtkWidget) focus = self->focus_before_search != NULL ? g_object_ref (self->focus_before_search) : NULL;

  set_searching (self, FALSE);

  if (focus == NULL || !gtk_widget_get_mapped (focus) || !gtk_widget_grab_focus (focus))
    gtk_widget_child_focus (GTK_WIDGET (self->workspace), GTK_DIR_TAB_FORWARD);
}

static void
on_search_opened (TsWindow    *self,
                  TsSearchHit *hit)
{
  const char *assessment_id = ts_search_hit_get_assessment_id (hit);

  set_searching (self, FALSE);
  set_workspace (self, "assess");
  gtk_widget_child_focus (GTK_WIDGET (self->assess), GTK_DIR_TAB_FORWARD);

  if (assessment_id != NULL)
    ts_assess_view_select (self->assess, assessment_id);

  ts_assess_view_show_place (self->assess, ts_search_hit_get_place (hit));
}

static void
on_model_changed (TsWindow *self)
{
  TsAssessmentModel *model = ts_assess_view_get_model (self->assess);

  /* Whoever began or chose another assessment wants to see it. */
  set_searching (self, FALSE);
  ts_search_page_set_assessment_id (self->search, model != NULL ? ts_assessment_model_get_assessment_id (model) : NULL);
  g_signal_group_set_target (self->model_signals, model);
  update_title (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
}

/* The workbook */

static void
close_workbook (TsWindow *self)
{
  /* What is being written on a page comes before the end. */
  ts_assess_view_flush (self->assess);
  ts_workbook_holder_close (self->holder);
}

static void
on_session_changed (TsWindow *self)
{
  TsSession *session = get_session (self);

  self->reading_failed = FALSE;
  g_signal_group_set_target (self->session_signals, session);
  ts_kept_label_set_session (self->kept, session);
  set_searching (self, FALSE);
  ts_search_page_set_session (self->search, session);
  ts_assess_view_set_session (self->assess, session);

  for (guint i = 0; i < G_N_ELEMENTS (workspace_kinds); i++)
    {
      GtkWidget *child = adw_view_stack_get_child_by_name (self->workspaces, workspace_kinds[i].name);
      GtkWidget *made = ADW_IS_BIN (child) && !TS_IS_WORKSPACE (child) ? adw_bin_get_child (ADW_BIN (child)) : NULL;

      /* What is not shown reads nothing until it is. */
      if (made != NULL)
        ts_workspace_set_session (TS_WORKSPACE (made), TS_WORKSPACE (made) == self->workspace ? session : NULL);
    }

  update_person (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
on_holder_state_changed (TsWindow *self)
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
      close_workbook (self);
      return;
    }

  if (state == TS_HOLDER_OPEN)
    {
      self->at_start = FALSE;
      ts_recent_list_note (ts_workbook_holder_get_file (self->holder));
      ts_settings_set_last_workbook (ts_workbook_holder_get_file (self->holder));
    }

  ts_kept_label_set_closing (self->kept, state == TS_HOLDER_CLOSING);
  update_title (self);
  update_notice (self);
  update_page (self);
  update_actions (self);
}

static void
ask_for_backup (TsWindow *self,
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
      ask_for_backup (self, file);
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

static void
on_reading_failed (TsWindow     *self,
                   const GError *error)
{
  GFile *file = ts_workbook_holder_get_file (self->holder);

  /* Several things that are read may meet the same damage. */
  if (self->reading_failed || file == NULL)
    return;

  self->reading_failed = TRUE;

  if (g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT) &&
      ts_session_get_mode (get_session (self)) != TS_OPEN_SALVAGE)
    show_problem (self, file, error, TS_REMEDY_RESCUE);
  else
    ts_window_show_error (self, _("Could Not Read the Workbook"), error);
}

static void
on_holder_failed (TsWindow     *self,
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

static void
on_restored (TsWindow   *self,
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

static void
on_workbook_closed (TsWindow *self,
                    GFile    *file)
{
  g_signal_emit (self, signals[WORKBOOK_CLOSED], 0, file);
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

static gboolean
ts_window_close_request (GtkWindow *window)
{
  TsWindow *self = TS_WINDOW (window);

  save_size (self);

  /* The window goes when the session has kept what waits to be kept. */
  if (ts_workbook_holder_get_state (self->holder) != TS_HOLDER_EMPTY)
    {
      self->closing = TRUE;
      close_workbook (self);

      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (ts_window_parent_class)->close_request (window);
}

/* Actions */

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
  ts_session_undo_async (get_session (self), on_undone, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_session_redo_async (get_session (self), on_redone, g_object_ref (self));
}

static void
new_assessment_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  set_workspace (TS_WINDOW (widget), "assess");
  ts_assess_view_begin (TS_WINDOW (widget)->assess);
}

static void
select_assessment_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  set_workspace (TS_WINDOW (widget), "assess");
  ts_assess_view_select (TS_WINDOW (widget)->assess, g_variant_get_string (parameter, NULL));
}

static void
show_place_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  set_searching (self, FALSE);
  set_workspace (self, "assess");
  ts_assess_view_show_place (self->assess, g_variant_get_string (parameter, NULL));
}

static void
show_organisations_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  set_searching (self, FALSE);
  set_workspace (self, "assess");
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
  close_workbook (self);
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
  ts_save_copy_ask (self);
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ask_for_backup (self, ts_workbook_holder_get_file (self->holder));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_assess_view_flush (self->assess);
  ts_report_making_print (self, self->workspace);
}

static void
save_report_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);

  ts_assess_view_flush (self->assess);
  ts_report_making_ask (self, self->workspace);
}

static void
switch_person_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TsWindow *self = TS_WINDOW (widget);
  TsPersonDialog *dialog = ts_person_dialog_new (get_session (self));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The object */

static void
ts_window_dispose (GObject *object)
{
  TsWindow *self = TS_WINDOW (object);

  if (self->holder != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->holder, self);
      ts_workbook_holder_abandon (self->holder);
    }

  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->model_signals, NULL);
  g_signal_group_set_target (self->workspace_signals, NULL);
  g_binding_group_set_source (self->sidebar_binding, NULL);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->focus_before_search);

  G_OBJECT_CLASS (ts_window_parent_class)->dispose (object);
}

static void
ts_window_finalize (GObject *object)
{
  TsWindow *self = TS_WINDOW (object);

  g_object_unref (self->holder);
  g_object_unref (self->session_signals);
  g_object_unref (self->model_signals);
  g_object_unref (self->workspace_signals);
  g_object_unref (self->sidebar_binding);

  G_OBJECT_CLASS (ts_window_parent_class)->finalize (object);
}

static void
ts_window_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TsWindow *self = TS_WINDOW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, get_session (self));
      break;

    case PROP_ASSESSMENT:
      g_value_set_object (value, ts_window_get_assessment (self));
      break;

    case PROP_SEARCHING:
      g_value_set_boolean (value, self->searching);
      break;

    case PROP_WORKSPACE:
      g_value_set_string (value, adw_view_stack_get_visible_child_name (self->workspaces));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_window_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TsWindow *self = TS_WINDOW (object);

  switch (property_id)
    {
    case PROP_SEARCHING:
      if (g_value_get_boolean (value))
        set_searching (self, get_session (self) != NULL);
      else if (self->searching)
        on_search_closed (self);
      break;

    case PROP_WORKSPACE:
      if (g_value_get_string (value) != NULL)
        set_workspace (self, g_value_get_string (value));
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
  object_class->set_property = ts_window_set_property;
  window_class->close_request = ts_window_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] =
    g_param_spec_object ("assessment", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCHING] =
    g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_WORKSPACE] =
    g_param_spec_string ("workspace", NULL, NULL, "assess", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[WORKBOOK_CLOSED] = g_signal_new ("workbook-closed", TS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_FILE);

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

  g_type_ensure (TS_TYPE_ASSESS_VIEW);
  g_type_ensure (TS_TYPE_KEPT_LABEL);
  g_type_ensure (TS_TYPE_NOTICE);
  g_type_ensure (TS_TYPE_SEARCH_PAGE);
  g_type_ensure (TS_TYPE_WELCOME_PAGE);
  g_type_ensure (TS_TYPE_WIDTH_BIN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TsWindow, person_section);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, title_box);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, no_title);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, narrow_titles);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, width_bin);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, workspaces);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, kept);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, assess);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, search);
  gtk_widget_class_bind_template_callback (widget_class, arrange_header);
  gtk_widget_class_bind_template_callback (widget_class, on_search_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_opened);
}

static void
ts_window_init (TsWindow *self)
{
  int width;
  int height;
  gboolean maximised;

  self->holder = ts_workbook_holder_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ts_undo_keys_attach (GTK_WINDOW (self));

  self->workspace = TS_WORKSPACE (self->assess);
  self->sidebar_binding = g_binding_group_new ();
  g_binding_group_bind (self->sidebar_binding, "sidebar-shown", self->sidebar_button, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_set_source (self->sidebar_binding, self->workspace);

  g_signal_connect_swapped (self->holder, "notify::session", G_CALLBACK (on_session_changed), self);
  g_signal_connect_swapped (self->holder, "notify::state", G_CALLBACK (on_holder_state_changed), self);
  g_signal_connect_swapped (self->holder, "failed", G_CALLBACK (on_holder_failed), self);
  g_signal_connect_swapped (self->holder, "restored", G_CALLBACK (on_restored), self);
  g_signal_connect_swapped (self->holder, "closed", G_CALLBACK (on_workbook_closed), self);

  if (ts_settings_get () != NULL)
    {
      g_signal_connect_object (ts_settings_get (), "changed::person-name", G_CALLBACK (update_person), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (ts_settings_get (), "changed::person-role", G_CALLBACK (update_person), self, G_CONNECT_SWAPPED);
    }

  update_person (self);

  self->session_signals = g_signal_group_new (TS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::undo-label", G_CALLBACK (update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::redo-label", G_CALLBACK (update_actions), self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update_title), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::as-of", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (self->assess, "notify::model", G_CALLBACK (on_model_changed), self);
  g_signal_connect_swapped (self->assess, "failed", G_CALLBACK (on_reading_failed), self);

  self->workspace_signals = g_signal_group_new (TS_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "failed", G_CALLBACK (on_reading_failed), self);
  add_workspaces (self);
  g_signal_connect_swapped (self->workspaces, "notify::visible-child", G_CALLBACK (on_workspace_changed), self);

  ts_settings_get_window_size (&width, &height, &maximised);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);

  if (maximised)
    gtk_window_maximize (GTK_WINDOW (self));

  {
    g_autofree char *workspace = ts_settings_dup_workspace ();

    set_workspace (self, workspace);
  }

  on_holder_state_changed (self);
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
 * Returns: (transfer none) (nullable): the workbook that is open, or being opened or closed
 */
GFile *
ts_window_get_file (TsWindow *self)
{
  g_return_val_if_fail (TS_IS_WINDOW (self), NULL);

  return ts_workbook_holder_get_file (self->holder);
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

  return self != NULL ? get_session (self) : NULL;
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
 * ts_window_get_help_place:
 * @self: a window
 *
 * Returns: (transfer none): where the person is, as ts_help_find_for_place() takes it
 */
const char *
ts_window_get_help_place (TsWindow *self)
{
  g_return_val_if_fail (TS_IS_WINDOW (self), NULL);

  if (get_session (self) == NULL)
    return "welcome";

  return ts_workspace_get_help_place (self->workspace);
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

  return ts_workbook_holder_get_state (self->holder) == TS_HOLDER_EMPTY && !self->closing;
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
                GFile    *file)
{
  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  ts_workbook_holder_open (self->holder, file, TS_OPEN_READ_WRITE);
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
                     GFile    *file)
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
                  GFile    *file)
{
  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  ts_workbook_holder_create (self->holder, file);
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
                       gboolean  fresh)
{
  g_return_if_fail (TS_IS_WINDOW (self));

  ts_workbook_holder_open_sample (self->holder, fresh);
}

/**
 * ts_window_restore:
 * @self: a window that has the workbook open, or has none
 * @file: the workbook
 * @restore: (transfer full): a backup that was prepared for it
 *
 * Puts the backup in the place of the workbook and opens it.
 */
void
ts_window_restore (TsWindow  *self,
                   GFile     *file,
                   TsRestore *restore)
{
  TsHolderState state;

  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file) && restore != NULL);

  state = ts_workbook_holder_get_state (self->holder);

  /* Something else may have happened while the backup was checked. */
  if (self->closing || (state != TS_HOLDER_EMPTY && state != TS_HOLDER_OPEN) ||
      (state == TS_HOLDER_OPEN && !g_file_equal (file, ts_workbook_holder_get_file (self->holder))))
    {
      ts_restore_free (restore);
      return;
    }

  ts_assess_view_flush (self->assess);
  ts_workbook_holder_restore (self->holder, file, restore);
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
ts_window_show_toast (TsWindow   *self,
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
ts_window_offer_undo (TsWindow   *self,
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
ts_window_show_error (TsWindow     *self,
                      const char   *heading,
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
