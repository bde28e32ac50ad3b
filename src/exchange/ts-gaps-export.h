/* ts-gaps-export.h — levels against their targets and against last year, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-roll-up.h"
#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_gaps_export (TsWorkbook          *workbook,
                         const TsRollUpRule  *rule,
                         TsExport            *export,
                         GError             **error);

G_END_DECLS
