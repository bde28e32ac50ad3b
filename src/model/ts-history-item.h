/* ts-history-item.h — one change in a history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-history.h"

#include "core/ts-change-words.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsHistoryItem:
 *
 * One change, with its rows in words. It never changes.
 */
#define TS_TYPE_HISTORY_ITEM (ts_history_item_get_type ())

G_DECLARE_FINAL_TYPE (TsHistoryItem, ts_history_item, TS, HISTORY_ITEM, GObject)

TsHistoryItem *ts_history_item_new (const TsHistoryEntry *entry,
                                    const TsWords        *words);

gint64 ts_history_item_get_sequence (TsHistoryItem *self);
TsChange *ts_history_item_get_change (TsHistoryItem *self);
guint ts_history_item_get_n_rows (TsHistoryItem *self);
const TsChangeRow *ts_history_item_get_row (TsHistoryItem *self,
                                            guint          position);
const char *const *ts_history_item_get_words (TsHistoryItem *self);

G_END_DECLS
