/* ts-move-lock.h — what must hold before a review moves on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-lock.h"

G_BEGIN_DECLS

gboolean ts_move_check_panel_level (const TsLockSource  *source,
                                    gpointer             data,
                                    const TsRow         *assessment,
                                    GError             **error);
gboolean ts_move_check (const TsLockSource  *source,
                        gpointer             data,
                        const TsRow         *assessment,
                        const TsRow         *sign_off,
                        GError             **error);

G_END_DECLS
