/* ts-compare-chart-source.c — the charts that set organisations side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-chart-source.h"
#include "exchange/ts-comparison-reader.h"
#include "model/ts-compare-charts.h"
#include "store/ts-compare-query.h"

#include <glib/gi18n-lib.h>

/**
 * ts_compare_chart_source_read:
 * @workbook: a workbook
 * @chart: which chart
 * @query: what is wanted; the latest year and the most settled layer where it says nothing
 * @made: (out): the chart, left alone where nothing fits
 * @error: where to put why it cannot be read, or what was named that there is not
 *
 * Returns: whether it could be read
 */
gboolean
ts_compare_chart_source_read (TsWorkbook          *workbook,
                              TsCompareChart       chart,
                              const TsChartQuery  *query,
                              TsChart            **made,
                              GError             **error)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_copy (query->compare);
  g_autoptr (TsCompareScope) scope = ts_workbook_read_compare_scope (workbook, error);
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (GError) failure = NULL;

  if (scope == NULL)
    return FALSE;

  ts_compare_scope_set_defaults (scope, filter, query->filter->layers != NULL && query->filter->layers[0] != NULL);
  comparison = ts_comparison_read (workbook, frameworks, filter, ts_compare_chart_get_needs (chart, filter, query->view), error);

  if (comparison == NULL || !ts_comparison_check_section (comparison, filter->section, error))
    return FALSE;

  *made = ts_compare_charts_make (chart, comparison, filter, query->view, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

#define ALL_FILTERS (TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER)
#define NOTHING     N_("there are no levels to draw that fit what was asked for")

#define DEFINE_SOURCE(kind, CHART, which_filters, explanation, nothing_said) \
  static gboolean \
  read_##kind (TsWorkbook *workbook, \
               const TsChartQuery *query, \
               TsChart **chart, \
               GError **error) \
  { \
    return ts_compare_chart_source_read (workbook, TS_COMPARE_CHART_##CHART, query, chart, error); \
  } \
\
  const TsChartSource ts_##kind##_chart_source = { \
    .name = #kind, \
    .help = explanation, \
    .filters = which_filters, \
    .compares = TRUE, \
    .chart = TS_COMPARE_CHART_##CHART, \
    .nothing = nothing_said, \
    .read = read_##kind, \
  };

DEFINE_SOURCE (heatmap, HEATMAP, ALL_FILTERS, N_("the levels of many organisations by competency, in the latest year with final levels if no year is given"), NOTHING)
DEFINE_SOURCE (distribution, DISTRIBUTION, ALL_FILTERS, N_("how many organisations are at each level, by competency, region or year"), NOTHING)
DEFINE_SOURCE (strip, STRIP, ALL_FILTERS, N_("the totals of organisations, or another measure, a dot for each, by region or year"), NOTHING)
DEFINE_SOURCE (trend, TREND, ALL_FILTERS, N_("totals or another measure over all years; with --of and without --measure, the levels of one organisation"), NOTHING)
DEFINE_SOURCE (change, CHANGE, ALL_FILTERS, N_("from which level to which, between a year and the one before, or between two years that are given"), N_("there are no two years to draw that fit what was asked for"))
DEFINE_SOURCE (optimism, OPTIMISM, ALL_FILTERS & ~TS_FILTER_LAYER, N_("how much higher boards saw themselves than others did"), NOTHING)
DEFINE_SOURCE (dumbbell, DUMBBELL, ALL_FILTERS & ~TS_FILTER_LAYER, N_("what boards saw, what others saw and what is aimed at, by competency: the means of all, or of one with --of"), NOTHING)
DEFINE_SOURCE (ranking, RANKING, ALL_FILTERS, N_("ranks with their intervals, under three weightings side by side and, with --weights, one’s own"), NOTHING)
DEFINE_SOURCE (scatter, SCATTER, ALL_FILTERS, N_("two measures against each other, --x and --y; the total and the first outcome if they are not given"), NOTHING)
