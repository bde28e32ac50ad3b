/* ts-peer-group-list.h — the groups of organisations that people compare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-peer-group-item.h"
#include "model/ts-session-list.h"

G_BEGIN_DECLS

/**
 * TsPeerGroupList:
 *
 * A #GListModel of #TsPeerGroupItem: all groups of a session's workbook, by name. It follows the workbook. Properties: `session`, `loaded`.
 */
#define TS_TYPE_PEER_GROUP_LIST (ts_peer_group_list_get_type ())

G_DECLARE_FINAL_TYPE (TsPeerGroupList, ts_peer_group_list, TS, PEER_GROUP_LIST, TsSessionList)

TsPeerGroupList *ts_peer_group_list_new (TsSession *session);

G_END_DECLS
