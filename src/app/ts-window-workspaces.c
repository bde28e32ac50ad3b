/* ts-window-workspaces.c — which workspace is shown, or the search
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window-object.h"

#include "app/compare/ts-compare-workspace.h"
#include "app/review/ts-review-workspace.h"

#include <glib/gi18n-lib.h>

/* The workspaces. The first is part of the window; each other one is made when it is first shown. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} workspace_kinds[] = {
  { "assess", N_("Assess"), "document-edit-symbolic", NULL },
  { "review", N_("Review"), "emblem-documents-symbolic", ts_review_workspace_get_type },
  { "compare", N_("Compare"), "view-grid-symbolic", ts_compare_workspace_get_type },
};

void
ts_window_update_page (TsWindow *self)
{
  GtkWidget *page;

  if (ts_window_get_session (self) != NULL)
    page = self->searching ? GTK_WIDGET (self->search) : GTK_WIDGET (self->workspaces);
  else if (ts_workbook_holder_get_state (self->holder) == TS_HOLDER_EMPTY)
    page = self->welcome;
  else
    page = self->waiting;

  gtk_spinner_set_spinning (self->spinner, page == self->waiting);
  ts_window_arrange_header (self);

  if (page == gtk_stack_get_visible_child (self->pages))
    return;

  gtk_stack_set_visible_child (self->pages, page);

  /* The focus went with the page that had it; Tab would look for its next stop in there for ever. */
  if (page == self->welcome)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

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

void
ts_window_set_workspace (TsWindow   *self,
                         const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (workspace_kinds); i++)
    {
      if (g_str_equal (workspace_kinds[i].name, name))
        adw_view_stack_set_visible_child_name (self->workspaces, name);
    }
}

/* A workspace that was not shown while another workbook came gets it now. */
void
ts_window_on_workspace_changed (TsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->search == NULL)
    return;

  ts_workspace_flush (self->workspace);
  self->workspace = get_workspace (self);

  /* What is no longer shown does not keep the keyboard: Tab would go round in there for ever. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->workspaces)) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->workspace)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);

  /* The first is listened to also while it is not shown. */
  g_signal_group_set_target (self->workspace_signals, TS_IS_ASSESS_VIEW (self->workspace) ? NULL : self->workspace);
  g_binding_group_set_source (self->sidebar_binding, self->workspace);
  ts_workspace_set_session (self->workspace, ts_window_get_session (self));
  g_object_set (self, "searching", FALSE, NULL);
  ts_window_update_title (self);
  ts_window_update_actions (self);
  g_object_notify (G_OBJECT (self), "workspace");
}

void
ts_window_add_workspaces (TsWindow *self)
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

void
ts_window_set_searching (TsWindow *self,
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
      ts_workspace_flush (self->workspace);
      ts_search_page_set_past (self->search, model != NULL && ts_assessment_model_get_as_of (model) != 0);
      g_set_weak_pointer (&self->focus_before_search, gtk_window_get_focus (GTK_WINDOW (self)));
    }

  ts_window_update_page (self);
  ts_window_update_actions (self);

  if (searching)
    ts_search_page_begin (self->search);
  else
    ts_search_page_end (self->search);

  g_object_notify (G_OBJECT (self), "searching");
}

/* Back to where one was, the keyboard too. */
void
ts_window_on_search_closed (TsWindow *self)
{
  g_autoptr (GtkWidget) focus = self->focus_before_search != NULL ? g_object_ref (self->focus_before_search) : NULL;

  ts_window_set_searching (self, FALSE);

  if (focus == NULL || !gtk_widget_get_mapped (focus) || !gtk_widget_grab_focus (focus))
    gtk_widget_child_focus (GTK_WIDGET (self->workspace), GTK_DIR_TAB_FORWARD);
}

void
ts_window_on_search_opened (TsWindow    *self,
                            TsSearchHit *hit)
{
  const char *assessment_id = ts_search_hit_get_assessment_id (hit);
  const char *place = ts_search_hit_get_place (hit);

  ts_window_set_searching (self, FALSE);

  if (g_str_has_prefix (place, TS_SEARCH_REVIEW_PLACE) && assessment_id != NULL)
    {
      ts_window_set_workspace (self, "review");
      gtk_widget_child_focus (GTK_WIDGET (self->workspace), GTK_DIR_TAB_FORWARD);
      ts_review_workspace_seek (TS_REVIEW_WORKSPACE (self->workspace), assessment_id, place + strlen (TS_SEARCH_REVIEW_PLACE));
      return;
    }

  ts_window_set_workspace (self, "assess");
  gtk_widget_child_focus (GTK_WIDGET (self->assess), GTK_DIR_TAB_FORWARD);

  if (assessment_id != NULL)
    ts_assess_view_select (self->assess, assessment_id);

  ts_assess_view_show_place (self->assess, place);
}

void
ts_window_on_model_changed (TsWindow *self)
{
  TsAssessmentModel *model = ts_assess_view_get_model (self->assess);

  /* Whoever began or chose another assessment wants to see it. */
  ts_window_set_searching (self, FALSE);
  ts_search_page_set_assessment_id (self->search, model != NULL ? ts_assessment_model_get_assessment_id (model) : NULL);
  g_signal_group_set_target (self->model_signals, model);
  ts_window_update_title (self);
  ts_window_update_actions (self);
  g_object_notify (G_OBJECT (self), "assessment");
}


/* Gives the open workbook to the workspaces that there are. */
void
ts_window_share_session (TsWindow *self)
{
  TsSession *session = ts_window_get_session (self);

  for (guint i = 0; i < G_N_ELEMENTS (workspace_kinds); i++)
    {
      GtkWidget *child = adw_view_stack_get_child_by_name (self->workspaces, workspace_kinds[i].name);
      GtkWidget *made = ADW_IS_BIN (child) && !TS_IS_WORKSPACE (child) ? adw_bin_get_child (ADW_BIN (child)) : NULL;

      /* What is not shown reads nothing until it is. */
      if (made != NULL)
        ts_workspace_set_session (TS_WORKSPACE (made), TS_WORKSPACE (made) == self->workspace ? session : NULL);
    }
}
