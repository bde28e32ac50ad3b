/* compare.h
 *
 * Charts that compare many organisations, to try things on.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-distribution-data.h"
#include "chart/ts-heatmap-data.h"
#include "chart/ts-optimism-data.h"
#include "chart/ts-ranking-data.h"
#include "chart/ts-scatter-data.h"
#include "chart/ts-strip-data.h"
#include "chart/ts-transition-data.h"
#include "chart/ts-trend-data.h"
#include "fixture.h"

TsChartLevels *compare_levels     (void);
void           compare_subject    (TsChartSubject *subject,
                                   FixtureLabels   labels,
                                   guint           position,
                                   gboolean        highlighted);
void           compare_clear      (TsChartSubject *subject);
double         compare_value      (FixtureValues   values,
                                   guint           position);
TsHeatmapData *compare_heatmap    (guint           n_rows,
                                   guint           n_columns,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
TsDistributionData *compare_distribution (guint          n_rows,
                                          FixtureLabels  labels,
                                          FixtureMissing missing);
TsStripData   *compare_strip      (guint           n_rows,
                                   guint           n_points,
                                   FixtureValues   values,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
TsOptimismData *compare_optimism  (guint           n_rows,
                                   FixtureValues   values,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
TsRankingData *compare_ranking    (guint           n_rows,
                                   guint           n_panels,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
TsTrendData   *compare_trend      (guint           n_lines,
                                   guint           n_years,
                                   FixtureValues   values,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
TsScatterData *compare_scatter    (guint           n_points,
                                   FixtureValues   values,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
TsTransitionData *compare_transition (guint          n_levels,
                                      FixtureLabels  labels,
                                      FixtureMissing missing);
TsRadarData   *compare_radar      (guint           n_axes,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
TsGapsData    *compare_judgements (guint           n_rows,
                                   FixtureLabels   labels,
                                   FixtureMissing  missing);
