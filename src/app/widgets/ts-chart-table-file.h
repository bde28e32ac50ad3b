/* ts-chart-table-file.h — what a chart shows, as a file for a spreadsheet or a program
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-table.h"
#include "exchange/ts-table-about.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void ts_chart_table_file_save_async (gpointer             source,
                                     TsChartTable        *table,
                                     const TsTableAbout  *about,
                                     GFile               *file,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean ts_chart_table_file_save_finish (gpointer       source,
                                          GAsyncResult  *result,
                                          GError       **error);

G_END_DECLS
