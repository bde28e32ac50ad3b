/* ts-page-table.h — a page that can be copied as a table
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-chart-table.h"

G_BEGIN_DECLS

/**
 * TsPageTableFunc:
 * @page: a page
 *
 * Returns: (transfer full) (nullable): what the page shows, as a table; %NULL where it shows nothing
 */
typedef TsChartTable *(*TsPageTableFunc) (GtkWidget *page);

void ts_page_table_install (GtkWidgetClass  *page_class,
                            TsPageTableFunc  make);

G_END_DECLS
