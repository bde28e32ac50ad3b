/* ts-history-dialog.h — all about a change
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"
#include "model/ts-history-item.h"

G_BEGIN_DECLS

/**
 * TsHistoryDialog:
 *
 * What a change changed, with what stood there before and after in full. Either can be restored by itself, and the whole assessment
 * shown as it stood then.
 */
#define TS_TYPE_HISTORY_DIALOG (ts_history_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsHistoryDialog, ts_history_dialog, TS, HISTORY_DIALOG, AdwWindow)

void ts_history_dialog_present (GtkWidget         *origin,
                                TsAssessmentModel *model,
                                TsHistoryItem     *item);

G_END_DECLS
