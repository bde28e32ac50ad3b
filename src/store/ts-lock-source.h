/* ts-lock-source.h — what the guard at the door looks up in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "store/ts-database.h"

G_BEGIN_DECLS

gboolean ts_lock_source_check (TsDatabase      *database,
                               const TsChange  *change,
                               GError         **error);

G_END_DECLS
