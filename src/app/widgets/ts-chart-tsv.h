/* ts-chart-tsv.h — a chart's table as spreadsheets take it from the clipboard
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-table.h"

G_BEGIN_DECLS

char *ts_chart_table_to_tsv (TsChartTable *table);

G_END_DECLS
