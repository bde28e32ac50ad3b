/* ts-weights-dialog.h — how much each competency counts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "core/ts-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsWeightsDialog:
 *
 * Asks how much each competency and governance area counts in the user's own score. The answer goes to the action `card.weights` of whoever asked.
 */
#define TS_TYPE_WEIGHTS_DIALOG (ts_weights_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsWeightsDialog, ts_weights_dialog, TS, WEIGHTS_DIALOG, AdwWindow)

void ts_weights_dialog_ask (GtkWidget             *asker,
                            TsComparison          *comparison,
                            const TsCompareFilter *filter,
                            const char            *weights);

G_END_DECLS
