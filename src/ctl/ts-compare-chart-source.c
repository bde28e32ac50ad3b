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
                 TsCompareNeeds        needs,
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

  return ts_comparison_read (workbook, frameworks, filter, needs, error);
}

#define DEFINE_READ(kind, needs, build, make, free) \
  static gboolean \
  read_##kind (TsWorkbook *workbook, \
               const TsChartQuery *query, \
               TsChart **chart, \
               GError **error) \
  { \
    g_autoptr (TsCompareFilter) filter = ts_compare_filter_new (); \
    g_autoptr (TsComparison) comparison = read_comparison (workbook, query->filter, needs, filter, error); \
\
    if (comparison == NULL) \
      return FALSE; \
\
    if (ts_comparison_get_n_organisations (comparison) > 0) \
      { \
        __auto_type data = build; \
\
        if (data != NULL) \
          { \
            *chart = make (data); \
            free (data); \
          } \
      } \
\
    return TRUE; \
  }

DEFINE_READ (heatmap, TS_COMPARE_LAST_YEAR, ts_compare_charts_heatmap (comparison, filter, FALSE), ts_chart_new_heatmap, ts_heatmap_data_unref)
DEFINE_READ (distribution, TS_COMPARE_LAST_YEAR, ts_compare_charts_distribution (comparison, filter), ts_chart_new_distribution, ts_distribution_data_unref)
DEFINE_READ (optimism, TS_COMPARE_EVERY_LAYER, ts_compare_charts_optimism (comparison, filter), ts_chart_new_optimism, ts_optimism_data_unref)
DEFINE_READ (ranking, TS_COMPARE_LAST_YEAR, ts_compare_charts_ranking (comparison, filter), ts_chart_new_ranking, ts_ranking_data_unref)
DEFINE_READ (change, TS_COMPARE_YEAR_BEFORE, ts_compare_charts_change (comparison, filter), ts_chart_new_transition, ts_transition_data_unref)

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
