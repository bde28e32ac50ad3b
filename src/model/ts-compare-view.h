/* ts-compare-view.h — which chart of what is compared, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "exchange/ts-comparison-reader.h"

G_BEGIN_DECLS

/**
 * TsCompareChart:
 * @TS_COMPARE_CHART_HEATMAP: the levels of many organisations
 * @TS_COMPARE_CHART_DISTRIBUTION: how many organisations are at each level
 * @TS_COMPARE_CHART_STRIP: a measure of many organisations, a dot for each
 * @TS_COMPARE_CHART_TREND: a measure over the years
 * @TS_COMPARE_CHART_CHANGE: from which level to which, between two years
 * @TS_COMPARE_CHART_OPTIMISM: how much higher boards saw themselves than others did
 * @TS_COMPARE_CHART_DUMBBELL: self, panel and target by competency, of one organisation or of many
 * @TS_COMPARE_CHART_RANKING: ranks with their intervals
 * @TS_COMPARE_CHART_SCATTER: two measures of many organisations
 * @TS_COMPARE_CHART_RADAR: one organisation against its peers
 *
 * The charts that set organisations side by side.
 */
typedef enum
{
  TS_COMPARE_CHART_HEATMAP,
  TS_COMPARE_CHART_DISTRIBUTION,
  TS_COMPARE_CHART_STRIP,
  TS_COMPARE_CHART_TREND,
  TS_COMPARE_CHART_CHANGE,
  TS_COMPARE_CHART_OPTIMISM,
  TS_COMPARE_CHART_DUMBBELL,
  TS_COMPARE_CHART_RANKING,
  TS_COMPARE_CHART_SCATTER,
  TS_COMPARE_CHART_RADAR,
} TsCompareChart;

#define TS_N_COMPARE_CHARTS (TS_COMPARE_CHART_RADAR + 1)

/**
 * TsCompareBy:
 * @TS_COMPARE_BY_DEFAULT: as the chart has it when nobody chooses
 * @TS_COMPARE_BY_COMPETENCY: a row for each competency, or for all of them together
 * @TS_COMPARE_BY_REGION: a row for each of what organisations belong to
 * @TS_COMPARE_BY_YEAR: a row for each year
 *
 * What the rows of a distribution or a strip plot are.
 */
typedef enum
{
  TS_COMPARE_BY_DEFAULT,
  TS_COMPARE_BY_COMPETENCY,
  TS_COMPARE_BY_REGION,
  TS_COMPARE_BY_YEAR,
} TsCompareBy;

#define TS_N_COMPARE_BY (TS_COMPARE_BY_YEAR + 1)

/* What a heat map can be sorted by, beside the id of a competency; and rankings by the name of a weighting. */
#define TS_COMPARE_SORT_TOTAL      "total"
#define TS_COMPARE_SORT_NAME       "name"
#define TS_COMPARE_SORT_REGION     "region"
#define TS_COMPARE_SORT_SIMILARITY "similarity"

/**
 * TsCompareView:
 * @organisation: (nullable): the code of the one that a radar, a dumbbell chart or a trend is about; %NULL for all, or for whose peers are compared
 * @sort: (nullable): what the rows of a heat map or a ranking are sorted by
 * @reversed: whether the lowest come first; of names and regions, the last
 * @by: what the rows of a distribution or a strip plot are
 * @measure: (nullable): the name of what a trend or a strip plot shows, or the competency of which a distribution by region or year shows the levels
 * @x: (nullable): the name of the first measure of a scatter chart
 * @y: (nullable): that of the second
 * @weights: (nullable): the user's own weights, as ts_weights_parse() reads them
 * @other_rule: (nullable): the name of the rule that is set against the one that is used
 *
 * How a chart shows what a filter lets through. What a chart has no use for it takes no notice of. Filled with ts_compare_view_set().
 */
typedef struct
{
  char *organisation;
  char *sort;
  gboolean reversed;
  TsCompareBy by;
  char *measure;
  char *x;
  char *y;
  char *weights;
  char *other_rule;
} TsCompareView;

TsCompareView *ts_compare_view_new (void);
TsCompareView *ts_compare_view_copy (const TsCompareView *self);
void ts_compare_view_free (TsCompareView *self);
gboolean ts_compare_view_equal (const TsCompareView *a,
                                const TsCompareView *b);
void ts_compare_view_set (char       **text,
                          const char  *value);

const char *ts_compare_by_get_name (TsCompareBy by);
gboolean ts_compare_by_from_name (const char  *name,
                                  TsCompareBy *by);
const char *ts_compare_chart_get_name (TsCompareChart chart);
gboolean ts_compare_chart_from_name (const char     *name,
                                     TsCompareChart *chart);
TsCompareNeeds ts_compare_chart_get_needs (TsCompareChart         chart,
                                           const TsCompareFilter *filter,
                                           const TsCompareView   *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsCompareView, ts_compare_view_free)

G_END_DECLS
