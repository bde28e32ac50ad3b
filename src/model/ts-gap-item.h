/* ts-gap-item.h — a level with its target and last year's, as a row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-gap.h"
#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsGapItem:
 *
 * A criterion or group of a #TsGapItemList. The object stays the same while what it says follows the assessment; the property `revision` notifies
 * after each change.
 */
#define TS_TYPE_GAP_ITEM (ts_gap_item_get_type ())

G_DECLARE_FINAL_TYPE (TsGapItem, ts_gap_item, TS, GAP_ITEM, GObject)

const TsGap *ts_gap_item_get_gap (TsGapItem *self);
const TsNode *ts_gap_item_get_node (TsGapItem *self);
guint ts_gap_item_get_position (TsGapItem *self);
int ts_gap_item_get_target_year (TsGapItem *self);
TsAssessmentModel *ts_gap_item_get_model (TsGapItem *self);

G_END_DECLS
