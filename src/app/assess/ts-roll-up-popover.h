/* ts-roll-up-popover.h — a level that explains itself
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/assess/ts-roll-up-explanation.h"

G_BEGIN_DECLS

/**
 * TsRollUpPopover:
 *
 * Shows a #TsRollUpExplanation: the parts with their levels, the rule, what the other rules would give, the target and last year. Where a level
 * was stated for the whole, a button takes that back, by the action `group.unstate`.
 */
#define TS_TYPE_ROLL_UP_POPOVER (ts_roll_up_popover_get_type ())

G_DECLARE_FINAL_TYPE (TsRollUpPopover, ts_roll_up_popover, TS, ROLL_UP_POPOVER, GtkPopover)

GtkWidget *ts_roll_up_popover_new             (void);
void       ts_roll_up_popover_set_explanation (TsRollUpPopover           *self,
                                               const TsRollUpExplanation *explanation);

G_END_DECLS
