/* ts-group-dialog.h — who belongs to a group of organisations
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-peer-group-item.h"
#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsGroupDialog:
 *
 * Puts a group of organisations together: its name, and who belongs to it, out of a list that can be searched.
 *
 * ## Signals
 *
 * - `kept (const char *name, char **codes)`: the group is in the workbook
 */
#define TS_TYPE_GROUP_DIALOG (ts_group_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsGroupDialog, ts_group_dialog, TS, GROUP_DIALOG, AdwWindow)

GtkWidget *ts_group_dialog_new (GtkWindow         *parent,
                                TsSession         *session,
                                TsPeerGroupItem   *group,
                                const char *const *codes);

G_END_DECLS
