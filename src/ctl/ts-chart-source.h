/* ts-chart-source.h — the kinds of chart that can be asked for, and where their data comes from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"
#include "ctl/ts-compare-arguments.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsChartQuery:
 * @filter: what is wanted
 * @metric: (nullable): a part of the name of the outcome that is wanted
 * @compare: what is compared, without defaults
 * @view: how
 */
typedef struct
{
  const TsQueryFilter *filter;
  const char *metric;
  const TsCompareFilter *compare;
  const TsCompareView *view;
} TsChartQuery;

/**
 * TsChartSource:
 * @name: what is typed
 * @help: what the chart shows, and of what when the filters leave a choice: lines that begin where a list of kinds has them, not yet
 *   translated
 * @filters: by what the choice can be narrowed
 * @options: which options of commands that compare it takes, unless it is such a chart itself
 * @takes_metric: whether it can be narrowed by --metric too
 * @compares: whether it sets organisations side by side; it then takes what ts_compare_chart_get_options() says of @chart
 * @chart: which chart of those
 * @nothing: said where nothing fits the filters, not yet translated; such as "there are no levels to draw that fit what was asked for"
 * @read: reads the chart; it leaves %NULL where nothing fits, which is no error
 *
 * A kind of chart that `touchstonectl chart` draws.
 */
typedef struct
{
  const char *name;
  const char *help;
  TsFilterSet filters;
  TsCompareOptions options;
  gboolean takes_metric;
  gboolean compares;
  TsCompareChart chart;
  const char *nothing;
  gboolean (*read) (TsWorkbook          *workbook,
                    const TsChartQuery  *query,
                    TsChart            **chart,
                    GError             **error);
} TsChartSource;

gboolean ts_compare_chart_source_read (TsWorkbook          *workbook,
                                       TsCompareChart       chart,
                                       const TsChartQuery  *query,
                                       TsChart            **made,
                                       GError             **error);

extern const TsChartSource ts_agreement_chart_source;
extern const TsChartSource ts_change_chart_source;
extern const TsChartSource ts_distribution_chart_source;
extern const TsChartSource ts_dumbbell_chart_source;
extern const TsChartSource ts_gaps_chart_source;
extern const TsChartSource ts_heatmap_chart_source;
extern const TsChartSource ts_optimism_chart_source;
extern const TsChartSource ts_ranking_chart_source;
extern const TsChartSource ts_outcome_chart_source;
extern const TsChartSource ts_radar_chart_source;
extern const TsChartSource ts_scatter_chart_source;
extern const TsChartSource ts_severity_chart_source;
extern const TsChartSource ts_strip_chart_source;
extern const TsChartSource ts_trend_chart_source;

G_END_DECLS
