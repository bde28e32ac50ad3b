/* ts-workspace.h — one of the window's workspaces
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsWorkspace:
 *
 * What the window shows for one kind of work: a sidebar of places, and one page beside it. The window makes a workspace when it is first shown,
 * and finds it in one table: see ts-window.c.
 *
 * Properties: `sidebar-shown`.
 *
 * ## Signals
 *
 * - `failed (GError *error)`: the workbook could not be read, wholly or in part
 */
#define TS_TYPE_WORKSPACE (ts_workspace_get_type ())

G_DECLARE_INTERFACE (TsWorkspace, ts_workspace, TS, WORKSPACE, GtkWidget)

/**
 * TsWorkspaceInterface:
 * @set_session: the workbook to show; (nullable) where there is none. Called with the same one again whenever the workspace is shown.
 * @get_help_place: (transfer none): where the person is, as ts_help_find_for_place() takes it
 * @flush: (nullable): keeps what is being written
 * @propose_report_name: (transfer full) (nullable): what a document of what is shown may be called, with its ending; %NULL while there is nothing
 *   that could be one. Where it is not there, there never is.
 * @read_report: reads that document, as ts_session_read_report_finish() ends it
 */
struct _TsWorkspaceInterface
{
  GTypeInterface parent_interface;

  void (*set_session) (TsWorkspace *self,
                       TsSession   *session);
  const char *(*get_help_place) (TsWorkspace *self);
  void (*flush) (TsWorkspace *self);
  char *(*propose_report_name) (TsWorkspace *self);
  void (*read_report) (TsWorkspace         *self,
                       TsSession           *session,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data);
};

void ts_workspace_set_session (TsWorkspace *self,
                               TsSession   *session);
void ts_workspace_flush (TsWorkspace *self);
const char *ts_workspace_get_help_place (TsWorkspace *self);
gboolean ts_workspace_can_report (TsWorkspace *self);
char *ts_workspace_propose_report_name (TsWorkspace *self);
void ts_workspace_read_report (TsWorkspace         *self,
                               TsSession           *session,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
void ts_workspace_fail (TsWorkspace  *self,
                        const GError *error);

G_END_DECLS
