/* ts-compare-actions.h — choosing what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-comparison-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsCompareActions:
 *
 * A #GActionGroup with an action for each thing that can be chosen. Each takes a string; what is chosen is its state.
 *
 * - `parent`, `kind`, `framework`, `year`, `highlight`, `mergers`: one of several, put in where it is not, taken out where it is; "" takes all out. Their
 *   state is a list of strings. There is always a year.
 * - `layer`, `rule` ("" for each framework's own), `section` (its id, "ID/criteria" for its criteria), `peers` ("", "nearest/CODE",
 *   "region/CODE"): one at a time. Their state is a string.
 * - `reset`: everything as at first
 *
 * ## Signals
 *
 * - `chosen ()`: what is chosen is, or may be, another
 */
#define TS_TYPE_COMPARE_ACTIONS (ts_compare_actions_get_type ())

G_DECLARE_FINAL_TYPE (TsCompareActions, ts_compare_actions, TS, COMPARE_ACTIONS, GSimpleActionGroup)

TsCompareActions *ts_compare_actions_new (void);
void ts_compare_actions_set_model (TsCompareActions  *self,
                                   TsComparisonModel *model);
void ts_compare_actions_choose_group (TsCompareActions  *self,
                                      const char        *name,
                                      const char *const *codes);
void ts_compare_actions_update (TsCompareActions *self);

G_END_DECLS
