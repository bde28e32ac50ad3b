/* ts-workspace.c — one of the window's workspaces
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-workspace.h"

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (TsWorkspace, ts_workspace, GTK_TYPE_WIDGET)

static void
ts_workspace_default_init (TsWorkspaceInterface *iface)
{
  g_object_interface_install_property (iface,
                                       g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE,
                                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  signals[FAILED] =
    g_signal_new ("failed", TS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

/**
 * ts_workspace_set_session:
 * @self: a workspace
 * @session: (nullable): the workbook
 */
void
ts_workspace_set_session (TsWorkspace *self,
                          TsSession   *session)
{
  g_return_if_fail (TS_IS_WORKSPACE (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  TS_WORKSPACE_GET_IFACE (self)->set_session (self, session);
}

/**
 * ts_workspace_flush:
 * @self: a workspace
 *
 * Keeps what is being written in it.
 */
void
ts_workspace_flush (TsWorkspace *self)
{
  g_return_if_fail (TS_IS_WORKSPACE (self));

  if (TS_WORKSPACE_GET_IFACE (self)->flush != NULL)
    TS_WORKSPACE_GET_IFACE (self)->flush (self);
}

/**
 * ts_workspace_get_help_place:
 * @self: a workspace
 *
 * Returns: (transfer none): where the person is
 */
const char *
ts_workspace_get_help_place (TsWorkspace *self)
{
  g_return_val_if_fail (TS_IS_WORKSPACE (self), "empty");

  return TS_WORKSPACE_GET_IFACE (self)->get_help_place (self);
}

/**
 * ts_workspace_propose_report_name:
 * @self: a workspace
 *
 * Returns: (transfer full) (nullable): what a document of what it shows may be called; %NULL while there is nothing that could be one
 */
char *
ts_workspace_propose_report_name (TsWorkspace *self)
{
  TsWorkspaceInterface *iface;

  g_return_val_if_fail (TS_IS_WORKSPACE (self), NULL);

  iface = TS_WORKSPACE_GET_IFACE (self);

  return iface->propose_report_name != NULL ? iface->propose_report_name (self) : NULL;
}

/**
 * ts_workspace_can_report:
 * @self: a workspace
 *
 * Returns: whether it shows something that can be a document
 */
gboolean
ts_workspace_can_report (TsWorkspace *self)
{
  g_autofree char *name = ts_workspace_propose_report_name (self);

  return name != NULL;
}

/**
 * ts_workspace_read_report:
 * @self: a workspace that can
 * @session: the workbook
 * @callback: called when it is done, to call ts_session_read_report_finish()
 * @user_data: for @callback
 */
void
ts_workspace_read_report (TsWorkspace         *self,
                          TsSession           *session,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (TS_IS_WORKSPACE (self) && TS_IS_SESSION (session));
  g_return_if_fail (TS_WORKSPACE_GET_IFACE (self)->read_report != NULL);

  TS_WORKSPACE_GET_IFACE (self)->read_report (self, session, callback, user_data);
}

/**
 * ts_workspace_fail:
 * @self: a workspace
 * @error: why the workbook could not be read
 *
 * Tells the window; for implementations.
 */
void
ts_workspace_fail (TsWorkspace  *self,
                   const GError *error)
{
  g_return_if_fail (TS_IS_WORKSPACE (self));

  g_signal_emit (self, signals[FAILED], 0, error);
}
