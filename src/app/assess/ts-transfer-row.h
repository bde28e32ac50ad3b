/* ts-transfer-row.h — how far a transfer is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/assess/ts-transfer.h"

G_BEGIN_DECLS

/**
 * TsTransferRow:
 *
 * A transfer's title, a bar, the bytes, and a button that cancels it.
 */
#define TS_TYPE_TRANSFER_ROW (ts_transfer_row_get_type ())

G_DECLARE_FINAL_TYPE (TsTransferRow, ts_transfer_row, TS, TRANSFER_ROW, AdwBin)

GtkWidget *ts_transfer_row_new (TsTransfer *transfer);

G_END_DECLS
