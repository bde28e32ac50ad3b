/* ts-charts-page.h — a page of charts of what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/compare/ts-compare-card.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsChartsPage:
 *
 * Charts one below the other, each on a #TsCompareCard.
 */
#define TS_TYPE_CHARTS_PAGE (ts_charts_page_get_type ())

G_DECLARE_FINAL_TYPE (TsChartsPage, ts_charts_page, TS, CHARTS_PAGE, AdwBin)

GtkWidget *ts_charts_page_new_trends (void);
GtkWidget *ts_charts_page_new_gaps (void);
GtkWidget *ts_charts_page_new_spread (void);
GtkWidget *ts_charts_page_new_ranking (void);
GtkWidget *ts_charts_page_new_measures (void);

G_END_DECLS
