/* ts-ranking-export.h — ranks with their intervals, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_ranking_export (TsWorkbook  *workbook,
                            TsExport    *export,
                            GError     **error);

G_END_DECLS
