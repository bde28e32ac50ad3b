/* ts-history-row.h — a change in a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-history-item.h"

G_BEGIN_DECLS

/**
 * TsHistoryRow:
 *
 * What changed, in words, when and by whom; above it the day, where it is the first of its day.
 */
#define TS_TYPE_HISTORY_ROW (ts_history_row_get_type ())

G_DECLARE_FINAL_TYPE (TsHistoryRow, ts_history_row, TS, HISTORY_ROW, AdwBin)

GtkWidget *ts_history_row_new      (void);
void       ts_history_row_set_item (TsHistoryRow  *self,
                                    TsHistoryItem *item,
                                    const char    *day);

char      *ts_history_row_list_words (TsHistoryItem *item);

G_END_DECLS
