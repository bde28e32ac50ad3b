/* ts-comparison-reader.h — reads what is set side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "core/ts-comparison.h"
#include "exchange/ts-framework-cache.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsCompareNeeds:
 * @TS_COMPARE_YEARS: all of the filter's years
 * @TS_COMPARE_ALL_YEARS: every year that the workbook has, whatever the filter names
 * @TS_COMPARE_YEAR_BEFORE: beside the filter's latest year, the one before that has assessments; where the filter names several, these
 * @TS_COMPARE_EVERY_LAYER: all layers but reviewers' own, instead of the filter's
 * @TS_COMPARE_OUTCOMES: outcomes' actual values as figures
 * @TS_COMPARE_TARGETS: the levels aimed at for each year
 * @TS_COMPARE_LAST_YEAR: only the latest of the filter's years, which is so where nothing else is said of years
 *
 * What is to be read for a page, and no more than that: who is compared depends on the years that are read.
 */
typedef enum
{
  TS_COMPARE_YEARS = 1 << 0,
  TS_COMPARE_ALL_YEARS = 1 << 1,
  TS_COMPARE_YEAR_BEFORE = 1 << 2,
  TS_COMPARE_EVERY_LAYER = 1 << 3,
  TS_COMPARE_OUTCOMES = 1 << 4,
  TS_COMPARE_TARGETS = 1 << 5,
  TS_COMPARE_LAST_YEAR = 1 << 6,
} TsCompareNeeds;

TsComparison *ts_comparison_read (TsWorkbook             *workbook,
                                  TsFrameworkCache       *frameworks,
                                  const TsCompareFilter  *filter,
                                  TsCompareNeeds          needs,
                                  GError                **error);

TsComparison *ts_comparison_read_usual (TsWorkbook       *workbook,
                                        TsCompareFilter  *filter,
                                        gboolean          keep_layer,
                                        TsCompareNeeds    needs,
                                        GError          **error);
char **ts_comparison_list_organisations (TsWorkbook             *workbook,
                                         const TsCompareFilter  *filter,
                                         GError                **error);

G_END_DECLS
