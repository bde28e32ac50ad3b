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
