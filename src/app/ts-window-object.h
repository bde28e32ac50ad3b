/* ts-window-object.h — for the files that make up the window only
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/assess/ts-assess-view.h"
#include "app/search/ts-search-page.h"
#include "app/ts-kept-label.h"
#include "app/ts-notice.h"
#include "app/ts-window.h"
#include "app/ts-workbook-holder.h"
#include "app/ts-workspace.h"
#include "app/widgets/ts-width-bin.h"

G_BEGIN_DECLS

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

/* ts-window-header.c: what the header bar and the actions say */

void ts_window_update_actions (TsWindow *self);
void ts_window_update_title (TsWindow *self);
void ts_window_update_notice (TsWindow *self);
void ts_window_update_person (TsWindow *self);
void ts_window_arrange_header (TsWindow *self);

/* ts-window-workspaces.c: which workspace is shown, or the search */

void ts_window_update_page (TsWindow *self);
void ts_window_set_workspace (TsWindow   *self,
                              const char *name);
void ts_window_set_searching (TsWindow *self,
                              gboolean  searching);
void ts_window_on_search_closed (TsWindow *self);
void ts_window_on_search_opened (TsWindow    *self,
                                 TsSearchHit *hit);
void ts_window_on_model_changed (TsWindow *self);
void ts_window_on_workspace_changed (TsWindow *self);
void ts_window_add_workspaces (TsWindow *self);
void ts_window_share_session (TsWindow *self);

/* ts-window-workbook.c: the workbook that the window has */

void ts_window_close_workbook (TsWindow *self);
void ts_window_on_session_changed (TsWindow *self);
void ts_window_on_holder_state_changed (TsWindow *self);
void ts_window_ask_for_backup (TsWindow *self,
                               GFile    *file);
void ts_window_on_reading_failed (TsWindow     *self,
                                  const GError *error);
void ts_window_on_holder_failed (TsWindow     *self,
                                 guint         step,
                                 GFile        *file,
                                 const GError *error);
void ts_window_on_restored (TsWindow   *self,
                            const char *kept);
void ts_window_on_workbook_closed (TsWindow *self,
                                   GFile    *file);
gboolean ts_window_close_workbook_first (TsWindow *self);

/* ts-window-actions.c */

void ts_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
