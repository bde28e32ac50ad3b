/* ts-chart-table-dialog.h — what a chart shows, as a table
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chart/ts-chart-table.h"

G_BEGIN_DECLS

/**
 * TsChartTableDialog:
 *
 * Shows the table of a chart, for whom numbers say more than a picture, with a button that copies it.
 */
#define TS_TYPE_CHART_TABLE_DIALOG (ts_chart_table_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsChartTableDialog, ts_chart_table_dialog, TS, CHART_TABLE_DIALOG, AdwWindow)

GtkWidget *ts_chart_table_dialog_new (TsChartTable *table,
                                      GtkWindow    *parent);

G_END_DECLS
