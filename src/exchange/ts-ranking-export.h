/* ts-ranking-export.h — ranks with their intervals, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_ranking_export (TsWorkbook             *workbook,
                            const TsCompareFilter  *filter,
                            gboolean                keep_layer,
                            GHashTable             *weights,
                            TsExport               *export,
                            GError                **error);

G_END_DECLS
