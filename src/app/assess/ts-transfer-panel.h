/* ts-transfer-panel.h — the transfers of a session
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/assess/ts-transfer.h"

G_BEGIN_DECLS

/**
 * TsTransferFunc:
 * @transfer: a transfer
 * @user_data: the caller's
 *
 * Returns: whether a panel is to show it
 */
typedef gboolean (*TsTransferFunc) (TsTransfer *transfer,
                                    gpointer    user_data);

/**
 * TsTransferPanel:
 *
 * How far the transfers of a session are, or some of them. It is not visible while there are none.
 */
#define TS_TYPE_TRANSFER_PANEL (ts_transfer_panel_get_type ())

G_DECLARE_FINAL_TYPE (TsTransferPanel, ts_transfer_panel, TS, TRANSFER_PANEL, AdwBin)

void ts_transfer_panel_follow (TsTransferPanel *self,
                               TsSession       *session,
                               TsTransferFunc   shows,
                               gpointer         user_data);

G_END_DECLS
