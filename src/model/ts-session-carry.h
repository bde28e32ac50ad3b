/* ts-session-carry.h — carrying last year forward, and confirming it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

G_BEGIN_DECLS

/* Each of these ends with ts_session_change_finish (). */

void ts_session_carry_forward_async (TsSession           *self,
                                     const char          *assessment_id,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void ts_session_confirm_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *node_id,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
void ts_session_start_afresh_async (TsSession           *self,
                                    const char          *assessment_id,
                                    const char          *node_id,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

G_END_DECLS
