/* ts-chart-table-export.h — what a chart shows, as a table that goes out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-table.h"
#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_chart_table_export (TsChartTable  *table,
                                TsExport      *export,
                                GError       **error);

G_END_DECLS
