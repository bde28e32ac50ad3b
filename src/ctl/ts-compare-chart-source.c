/* ts-compare-chart-source.c — the charts that set organisations side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-chart-source.h"
#include "exchange/ts-comparison-reader.h"
#include "model/ts-compare-charts.h"
#include "store/ts-compare-query.h"

#include <glib/gi18n-lib.h>

/* What is asked for, with the latest year and the most settled layer where nothing is said. */
static TsComparison *
read_comparison (TsWorkbook           *workbook,
                 const TsQueryFilter  *wanted,
                 TsCompareChart        chart,
                 TsCompareFilter      *filter,
                 GError              **error)
{
  g_autoptr (TsCompareScope) scope = ts_workbook_read_compare_scope (workbook, error);
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  gboolean has_layer = wanted->layers != NULL && wanted->layers[0] != NULL;

  if (scope == NULL)
    return NULL;

  ts_compare_filter_set_texts (&filter->organisations, wanted->organisations);
  ts_compare_filter_set_texts (&filter->frameworks, wanted->frameworks);
  ts_compare_filter_set_years (filter, wanted->years, wanted->n_years);

  if (has_layer)
    ts_layer_from_name (wanted->layers[0], &filter->layer);

  ts_compare_scope_set_defaults (scope, filter, has_layer);

  return ts_comparison_read (workbook, frameworks, filter, ts_compare_chart_get_needs (chart, filter, NULL), error);
}

static gboolean
read_chart (TsCompareChart       kind,
            TsWorkbook          *workbook,
            const TsChartQuery  *query,
            TsChart            **chart,
            GError             **error)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (GError) failure = NULL;

  comparison = read_comparison (workbook, query->filter, kind, filter, error);

  if (comparison == NULL)
    return FALSE;

  *chart = ts_compare_charts_make (kind, comparison, filter, NULL, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

#define DEFINE_READ(name, kind) \
  static gboolean \
  read_##name (TsWorkbook *workbook, \
               const TsChartQuery *query, \
               TsChart **chart, \
               GError **error) \
  { \
    return read_chart (kind, workbook, query, chart, error); \
  }

DEFINE_READ (heatmap, TS_COMPARE_CHART_HEATMAP)
DEFINE_READ (distribution, TS_COMPARE_CHART_DISTRIBUTION)
DEFINE_READ (optimism, TS_COMPARE_CHART_OPTIMISM)
DEFINE_READ (ranking, TS_COMPARE_CHART_RANKING)
DEFINE_READ (change, TS_COMPARE_CHART_CHANGE)

#define ALL_FILTERS (TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER)
#define NOTHING     N_("there are no levels to draw that fit what was asked for")

const TsChartSource ts_heatmap_chart_source = {
  .name = "heatmap",
  .help = N_("the levels of many organisations by competency, in the latest year with final levels if no year is given"),
  .filters = ALL_FILTERS,
  .nothing = NOTHING,
  .read = read_heatmap,
};

const TsChartSource ts_distribution_chart_source = {
  .name = "distribution",
  .help = N_("how many organisations are at each level, by competency"),
  .filters = ALL_FILTERS,
  .nothing = NOTHING,
  .read = read_distribution,
};

const TsChartSource ts_optimism_chart_source = {
  .name = "optimism",
  .help = N_("how much higher boards saw themselves than others did"),
  .filters = TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK,
  .nothing = NOTHING,
  .read = read_optimism,
};

const TsChartSource ts_ranking_chart_source = {
  .name = "ranking",
  .help = N_("ranks with their intervals, under three weightings side by side"),
  .filters = ALL_FILTERS,
  .nothing = NOTHING,
  .read = read_ranking,
};

const TsChartSource ts_change_chart_source = {
  .name = "change",
  .help = N_("from which level to which, between a year and the one before, or between two years that are given"),
  .filters = ALL_FILTERS,
  .nothing = N_("there are no two years to draw that fit what was asked for"),
  .read = read_change,
};
