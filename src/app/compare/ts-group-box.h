/* ts-group-box.h — the groups of organisations that can be compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/compare/ts-compare-actions.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsGroupBox:
 *
 * The part of the sidebar with everybody, the peers that were chosen, and the groups that the user has put together, each with how many belong to it;
 * and a button for a new one. What is compared now is marked.
 */
#define TS_TYPE_GROUP_BOX (ts_group_box_get_type ())

G_DECLARE_FINAL_TYPE (TsGroupBox, ts_group_box, TS, GROUP_BOX, AdwBin)

void ts_group_box_set_actions (TsGroupBox       *self,
                               TsCompareActions *actions);
void ts_group_box_set_model (TsGroupBox        *self,
                             TsComparisonModel *model);
void ts_group_box_update (TsGroupBox *self);

G_END_DECLS
