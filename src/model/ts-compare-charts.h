/* ts-compare-charts.h — organisations side by side as charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-distribution-data.h"
#include "chart/ts-gaps-data.h"
#include "chart/ts-heatmap-data.h"
#include "chart/ts-optimism-data.h"
#include "chart/ts-radar-data.h"
#include "chart/ts-ranking-data.h"
#include "chart/ts-scatter-data.h"
#include "chart/ts-strip-data.h"
#include "chart/ts-transition-data.h"
#include "chart/ts-trend-data.h"
#include "core/ts-comparison.h"
#include "model/ts-compare-view.h"

G_BEGIN_DECLS

/**
 * TsMeasureChoice:
 * @name: what views and commands call it
 * @title: what people call it
 *
 * A measure that can be chosen.
 */
typedef struct
{
  char *name;
  char *title;
} TsMeasureChoice;

/* Each makes a chart out of a comparison that was read with ts_compare_chart_get_needs(), as the filter that it was read with says. They return %NULL
 * where there is nothing to show, and with %TS_RULE_ERROR_UNKNOWN or %TS_RULE_ERROR_INVALID where the view names what there is not. A view that is
 * %NULL chooses nothing. What shows one year shows the comparison's latest. */

TsChart *ts_compare_charts_make (TsCompareChart          chart,
                                 TsComparison           *comparison,
                                 const TsCompareFilter  *filter,
                                 const TsCompareView    *view,
                                 GError                **error);

TsHeatmapData *ts_compare_charts_heatmap (TsComparison           *comparison,
                                          const TsCompareFilter  *filter,
                                          const TsCompareView    *view,
                                          GError                **error);
TsDistributionData *ts_compare_charts_distribution (TsComparison           *comparison,
                                                    const TsCompareFilter  *filter,
                                                    const TsCompareView    *view,
                                                    GError                **error);
TsStripData *ts_compare_charts_strip (TsComparison           *comparison,
                                      const TsCompareFilter  *filter,
                                      const TsCompareView    *view,
                                      GError                **error);
TsTrendData *ts_compare_charts_trend (TsComparison           *comparison,
                                      const TsCompareFilter  *filter,
                                      const TsCompareView    *view,
                                      GError                **error);
TsTransitionData *ts_compare_charts_change (TsComparison           *comparison,
                                            const TsCompareFilter  *filter,
                                            const TsCompareView    *view,
                                            GError                **error);
TsOptimismData *ts_compare_charts_optimism (TsComparison           *comparison,
                                            const TsCompareFilter  *filter,
                                            const TsCompareView    *view,
                                            GError                **error);
TsGapsData *ts_compare_charts_dumbbell (TsComparison           *comparison,
                                        const TsCompareFilter  *filter,
                                        const TsCompareView    *view,
                                        GError                **error);
TsRankingData *ts_compare_charts_ranking (TsComparison           *comparison,
                                          const TsCompareFilter  *filter,
                                          const TsCompareView    *view,
                                          GError                **error);
TsScatterData *ts_compare_charts_scatter (TsComparison           *comparison,
                                          const TsCompareFilter  *filter,
                                          const TsCompareView    *view,
                                          GError                **error);
TsRadarData *ts_compare_charts_radar (TsComparison           *comparison,
                                      const TsCompareFilter  *filter,
                                      const TsCompareView    *view,
                                      GError                **error);

GPtrArray *ts_compare_charts_list_measures (TsComparison          *comparison,
                                            const TsCompareFilter *filter);
const char *ts_compare_charts_get_usual_measure (const TsComparison *comparison,
                                                 gboolean            second);

G_END_DECLS
