/* ts-recent-workbook.h — a workbook that was opened some time ago
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsRecentWorkbook:
 *
 * A workbook in the list of recent ones. Property: `missing`, whether it is known to be gone; asked for when the object is made, without
 * waiting.
 */
#define TS_TYPE_RECENT_WORKBOOK (ts_recent_workbook_get_type ())

G_DECLARE_FINAL_TYPE (TsRecentWorkbook, ts_recent_workbook, TS, RECENT_WORKBOOK, GObject)

TsRecentWorkbook *ts_recent_workbook_new (const char *uri);
const char *ts_recent_workbook_get_uri (TsRecentWorkbook *self);
const char *ts_recent_workbook_get_name (TsRecentWorkbook *self);
const char *ts_recent_workbook_get_folder (TsRecentWorkbook *self);
gboolean ts_recent_workbook_get_missing (TsRecentWorkbook *self);

G_END_DECLS
