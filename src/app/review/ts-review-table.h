/* ts-review-table.h — a small table on a page of a review
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ts_review_add_table (GtkBox       *box,
                          TsChartTable *table,
                          const char   *explanation);

G_END_DECLS
