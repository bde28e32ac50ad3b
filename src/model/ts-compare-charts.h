/* ts-compare-charts.h — organisations side by side as charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-distribution-data.h"
#include "chart/ts-heatmap-data.h"
#include "chart/ts-optimism-data.h"
#include "chart/ts-ranking-data.h"
#include "chart/ts-transition-data.h"
#include "core/ts-compare-filter.h"
#include "core/ts-comparison.h"

G_BEGIN_DECLS

/* Each shows the latest year of the comparison; the comment of each says what has to be read for it. */

TsHeatmapData *ts_compare_charts_heatmap (TsComparison          *comparison,
                                          const TsCompareFilter *filter,
                                          gboolean               by_similarity);
TsDistributionData *ts_compare_charts_distribution (TsComparison          *comparison,
                                                    const TsCompareFilter *filter);
TsOptimismData *ts_compare_charts_optimism (TsComparison          *comparison,
                                            const TsCompareFilter *filter);
TsRankingData *ts_compare_charts_ranking (TsComparison          *comparison,
                                          const TsCompareFilter *filter);
TsTransitionData *ts_compare_charts_change (TsComparison          *comparison,
                                            const TsCompareFilter *filter);

G_END_DECLS
