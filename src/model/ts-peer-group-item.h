/* ts-peer-group-item.h — organisations that somebody compares with one another, in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsPeerGroupItem:
 *
 * A group that the user has put together, and who belongs to it. Immutable.
 */
#define TS_TYPE_PEER_GROUP_ITEM (ts_peer_group_item_get_type ())

G_DECLARE_FINAL_TYPE (TsPeerGroupItem, ts_peer_group_item, TS, PEER_GROUP_ITEM, GObject)

TsPeerGroupItem *ts_peer_group_item_new (TsRow     *group,
                                         GPtrArray *ids,
                                         GPtrArray *codes);
const char *ts_peer_group_item_get_id (TsPeerGroupItem *self);
const char *ts_peer_group_item_get_name (TsPeerGroupItem *self);
const char *const *ts_peer_group_item_get_codes (TsPeerGroupItem *self);

G_END_DECLS
