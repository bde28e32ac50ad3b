/* ts-levels-export.h — levels, stated and rolled up, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-roll-up.h"
#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_levels_export (TsWorkbook          *workbook,
                           const TsRollUpRule  *rule,
                           TsExport            *export,
                           GError             **error);

G_END_DECLS
