/* ts-window-header.c — what the header bar and the actions say
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window-object.h"

#include "app/ts-problem.h"
#include "app/ts-settings.h"

#include <glib/gi18n-lib.h>

/* In the size of the text: from here on the workspaces have room in the header bar. */
#define SWITCHER_FROM 50

/* And from here on the title has, among all the buttons. */
#define TITLE_FROM 42

static void
describe_undo_button (GtkWidget  *button,
                      const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
ts_window_update_actions (TsWindow *self)
{
  TsSession *session = ts_window_get_session (self);
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

void
ts_window_update_title (TsWindow *self)
{
  TsSession *session = ts_window_get_session (self);
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

void
ts_window_update_notice (TsWindow *self)
{
  TsSession *session = ts_window_get_session (self);
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
void
ts_window_update_person (TsWindow *self)
{
  TsSession *session = ts_window_get_session (self);
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

  /* With all three buttons of the window, a telephone's width is just enough. */
  if (below)
    gtk_widget_add_css_class (GTK_WIDGET (self->header), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->header), "narrow");
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
void
ts_window_arrange_header (TsWindow *self)
{
  guint width = ts_width_bin_get_width (self->width_bin);
  gboolean open = ts_window_get_session (self) != NULL;
  gboolean wide = open && width >= SWITCHER_FROM;
  gboolean narrow = open && width > 0 && width < TITLE_FROM;

  place_kept (self, wide);
  place_title (self, narrow);
  gtk_stack_set_visible_child (self->titles, wide ? GTK_WIDGET (self->switcher) : narrow ? self->no_title
                                                                                         : self->title_box);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, open && !wide && !self->searching);
}
