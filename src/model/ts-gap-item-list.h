/* ts-gap-item-list.h — the gaps of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-gap-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsGapItemList:
 *
 * A GListModel of #TsGapItem: the groups or the criteria of one section of an assessment, in the order of the framework. Items stay while what
 * they say changes.
 *
 * ## Signals
 *
 * - `changed ()`: after items say something else, or are others
 */
#define TS_TYPE_GAP_ITEM_LIST (ts_gap_item_list_get_type ())

G_DECLARE_FINAL_TYPE (TsGapItemList, ts_gap_item_list, TS, GAP_ITEM_LIST, GObject)

TsGapItemList *ts_gap_item_list_new (void);

TsAssessmentModel *ts_gap_item_list_get_model (TsGapItemList *self);
void ts_gap_item_list_set_model (TsGapItemList     *self,
                                 TsAssessmentModel *model);
void ts_gap_item_list_show (TsGapItemList *self,
                            const char    *section_id,
                            TsGapScope     scope,
                            int            target_year);

G_END_DECLS
