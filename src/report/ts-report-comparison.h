/* ts-report-comparison.h — organisations side by side as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-ranking-data.h"
#include "core/ts-compare-filter.h"
#include "core/ts-comparison.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

/**
 * TsComparisonFacts:
 * @filter: what is compared
 * @comparison: the levels of the filter's layer in the latest year
 * @layers: the levels of every layer in that year
 * @distribution: (nullable): how many are at each level
 * @heatmaps: (element-type TsChart): all levels, a page of organisations each
 * @rankings: (element-type TsChart): ranks with their intervals, a page of organisations each
 * @ranking: (nullable): all of them, for the table
 * @optimisms: (element-type TsChart): how much higher boards saw themselves, a page of organisations each
 * @change: (nullable): from which level to which
 * @source: (nullable): the name of the workbook
 * @made: (nullable): when the document is made, in ISO 8601
 *
 * What is told of a comparison. Everything is borrowed.
 */
typedef struct
{
  const TsCompareFilter *filter;
  TsComparison *comparison;
  TsComparison *layers;
  TsChart *distribution;
  GPtrArray *heatmaps;
  GPtrArray *rankings;
  const TsRankingData *ranking;
  GPtrArray *optimisms;
  TsChart *change;
  const char *source;
  const char *made;
} TsComparisonFacts;

TsReport *ts_report_comparison (const TsComparisonFacts *facts);

G_END_DECLS
