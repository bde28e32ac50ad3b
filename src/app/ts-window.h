/* ts-window.h — a window with one workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-model.h"
#include "store/ts-restore.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsWindow:
 *
 * A window. It shows the welcome page while it has no workbook.
 *
 * Pages reach it with [func@ts_window_for_widget] and do not mind when there is none. Everything else they do is an action:
 * `win.undo`, `win.redo`, `win.new-assessment`, `win.select-assessment` (the assessment's id), `win.show-place` ("overview", "group/5",
 * "criterion/5b", "evidence"), `win.workspace` ("assess", "review", "compare"; it has the current one as its state), `win.close-workbook`, `win.save-copy`,
 * `win.restore-backup`, `win.print`, `win.save-report`, `win.switch-person`.
 *
 * ## Signals
 *
 * - `workbook-closed (GFile *file)`: a workbook that could be changed is closed, and not to be opened again
 */
#define TS_TYPE_WINDOW (ts_window_get_type ())

G_DECLARE_FINAL_TYPE (TsWindow, ts_window, TS, WINDOW, AdwApplicationWindow)

TsWindow *ts_window_new (GtkApplication *application);
TsWindow *ts_window_for_widget (GtkWidget *widget);

GFile *ts_window_get_file (TsWindow *self);
const char *ts_window_get_help_place (TsWindow *self);
gboolean ts_window_is_free (TsWindow *self);
TsSession *ts_window_get_session (TsWindow *self);
TsAssessmentModel *ts_window_get_assessment (TsWindow *self);

void ts_window_open (TsWindow *self,
                     GFile    *file);
void ts_window_open_last (TsWindow *self,
                          GFile    *file);
void ts_window_create (TsWindow *self,
                       GFile    *file);
void ts_window_open_sample (TsWindow *self,
                            gboolean  fresh);
void ts_window_restore (TsWindow  *self,
                        GFile     *file,
                        TsRestore *restore);

void ts_window_show_error (TsWindow     *self,
                           const char   *heading,
                           const GError *error);
void ts_window_show_toast (TsWindow   *self,
                           const char *title);
void ts_window_offer_undo (TsWindow   *self,
                           const char *title);

G_END_DECLS
