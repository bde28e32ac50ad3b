/* ts-session-history.h — bringing back an earlier value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

G_BEGIN_DECLS

/* Ends with ts_session_change_finish (). */
void ts_session_restore_async (TsSession           *self,
                               TsRow               *then,
                               const char          *day,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);

G_END_DECLS
