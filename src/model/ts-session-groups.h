/* ts-session-groups.h — what can be asked of a session about groups of organisations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

G_BEGIN_DECLS

/* Each of these ends with ts_session_change_finish (). */

/* The change's TS_ENTITY_PEER_GROUP row has a new group's id. */
void ts_session_keep_peer_group_async (TsSession           *self,
                                       const char          *group_id,
                                       const char          *name,
                                       const char *const   *organisation_ids,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
void ts_session_remove_peer_group_async (TsSession           *self,
                                         const char          *group_id,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);

G_END_DECLS
