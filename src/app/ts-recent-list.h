/* ts-recent-list.h — the workbooks that were opened last
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/ts-recent-workbook.h"

G_BEGIN_DECLS

/**
 * TsRecentList:
 *
 * A #GListModel of #TsRecentWorkbook: what the desktop remembers of the workbooks that this program opened, the last one first.
 */
#define TS_TYPE_RECENT_LIST (ts_recent_list_get_type ())

G_DECLARE_FINAL_TYPE (TsRecentList, ts_recent_list, TS, RECENT_LIST, GObject)

TsRecentList *ts_recent_list_new (void);
void ts_recent_list_note (GFile *file);
void ts_recent_list_forget (const char *uri);

G_END_DECLS
