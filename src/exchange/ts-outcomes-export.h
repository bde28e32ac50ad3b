/* ts-outcomes-export.h — outcomes as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_outcomes_export (TsWorkbook  *workbook,
                             TsExport    *export,
                             GError     **error);

G_END_DECLS
