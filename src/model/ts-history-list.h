/* ts-history-list.h — who changed what in an assessment, newest first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-history-item.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsHistoryList:
 *
 * A list of #TsHistoryItem: the changes of one assessment and of its organisation, newest first. It reads a page at a time, the next when
 * the end of what it has is asked for, and begins again after each change of the workbook.
 *
 * Properties: `loaded` (whether the first page has been read), `authors` (everybody who ever made a change; %NULL until loaded).
 *
 * ## Signals
 *
 * - `failed (GError *error)`: the history could not be read; what was shown before stays
 */
#define TS_TYPE_HISTORY_LIST (ts_history_list_get_type ())

G_DECLARE_FINAL_TYPE (TsHistoryList, ts_history_list, TS, HISTORY_LIST, GObject)

TsHistoryList *ts_history_list_new (TsSession  *session,
                                    const char *assessment_id);

void ts_history_list_set_filter (TsHistoryList *self,
                                 const char    *node,
                                 const char    *author,
                                 gint64         from,
                                 gint64         to);
gboolean ts_history_list_get_loaded (TsHistoryList *self);
const char *const *ts_history_list_get_authors (TsHistoryList *self);

G_END_DECLS
