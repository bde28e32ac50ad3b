/* ts-compare-about.h — what a chart of what is compared says of itself where it is taken away
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/ts-chart-view.h"
#include "model/ts-compare-view.h"
#include "model/ts-comparison-model.h"

G_BEGIN_DECLS

const char *ts_compare_about_get_rule (const TsCompareFilter *filter);
void ts_compare_about_set (TsChartView         *chart_view,
                           TsComparisonModel   *model,
                           TsCompareChart       chart,
                           const TsCompareView *view);

G_END_DECLS
