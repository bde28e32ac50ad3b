/* ts-chart-table-save.h — asks where a table is to be saved, and saves it there
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-chart-table.h"
#include "exchange/ts-table-about.h"

G_BEGIN_DECLS

void ts_chart_table_save_ask (GtkWidget          *owner,
                              TsChartTable       *table,
                              const TsTableAbout *about,
                              const char         *name);

G_END_DECLS
