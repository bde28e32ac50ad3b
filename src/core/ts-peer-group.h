/* ts-peer-group.h — organisations that somebody compares with one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"

G_BEGIN_DECLS

char *ts_peer_group_member_row_id (const char *group_id,
                                   const char *organisation_id);
TsChange *ts_change_name_peer_group (TsRow       *group,
                                     const char  *fresh_id,
                                     GPtrArray   *groups,
                                     const char  *name,
                                     const char  *note,
                                     GError     **error);
TsChange *ts_change_set_peer_group_members (const TsRow        *group,
                                            GPtrArray          *members,
                                            const char *const  *organisation_ids,
                                            GError            **error);
TsChange *ts_change_remove_peer_group (TsRow      *group,
                                       GPtrArray  *members,
                                       GError    **error);

G_END_DECLS
