/* ts-outcome-dialog.h — what an outcome measures
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-outcome-item.h"
#include "model/ts-outcome-list.h"

G_BEGIN_DECLS

#define TS_TYPE_OUTCOME_DIALOG (ts_outcome_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsOutcomeDialog, ts_outcome_dialog, TS, OUTCOME_DIALOG, AdwMessageDialog)

void ts_outcome_dialog_present_new (GtkWidget     *origin,
                                    TsOutcomeList *list);
void ts_outcome_dialog_present_for (GtkWidget     *origin,
                                    TsSession     *session,
                                    TsOutcomeItem *item);

G_END_DECLS
