/* ts-restore.h — the change that brings back an earlier value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change-words.h"

G_BEGIN_DECLS

gboolean ts_row_can_be_restored (const TsRow *then);
TsChange *ts_change_restore (const TsWords  *words,
                             TsRow          *then,
                             TsRow          *now,
                             const TsRow    *assessment,
                             const char     *day,
                             GError        **error);

G_END_DECLS
