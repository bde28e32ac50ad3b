/* ts-compare-options.h — which of the options of a command mean something for what is compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-compare-view.h"

G_BEGIN_DECLS

/**
 * TsCompareOptions:
 * @TS_COMPARE_OPTION_LAYER: whose judgement
 * @TS_COMPARE_OPTION_WHOM: what organisations belong to, their kind, and peers
 * @TS_COMPARE_OPTION_RULE: another rule to roll up by
 * @TS_COMPARE_OPTION_SECTION: which part of the framework
 * @TS_COMPARE_OPTION_CRITERIA: criteria instead of groups
 * @TS_COMPARE_OPTION_PREDECESSORS: predecessors stand for who was not there yet
 * @TS_COMPARE_OPTION_HIGHLIGHT: whom to point out
 * @TS_COMPARE_OPTION_OF: which organisation it is about
 * @TS_COMPARE_OPTION_SORT: what rows are sorted by
 * @TS_COMPARE_OPTION_REVERSE: the other way round
 * @TS_COMPARE_OPTION_BY: what rows are
 * @TS_COMPARE_OPTION_MEASURE: what is shown
 * @TS_COMPARE_OPTION_XY: the two measures that are shown
 * @TS_COMPARE_OPTION_WEIGHTS: the user's own weights
 * @TS_COMPARE_OPTION_OTHER_RULE: the rule that is set against the one that is used
 *
 * What can be chosen on a command line beside organisations, years and frameworks, which can always be.
 */
typedef enum
{
  TS_COMPARE_OPTION_LAYER = 1 << 0,
  TS_COMPARE_OPTION_WHOM = 1 << 1,
  TS_COMPARE_OPTION_RULE = 1 << 2,
  TS_COMPARE_OPTION_SECTION = 1 << 3,
  TS_COMPARE_OPTION_CRITERIA = 1 << 4,
  TS_COMPARE_OPTION_PREDECESSORS = 1 << 5,
  TS_COMPARE_OPTION_HIGHLIGHT = 1 << 6,
  TS_COMPARE_OPTION_OF = 1 << 7,
  TS_COMPARE_OPTION_SORT = 1 << 8,
  TS_COMPARE_OPTION_REVERSE = 1 << 9,
  TS_COMPARE_OPTION_BY = 1 << 10,
  TS_COMPARE_OPTION_MEASURE = 1 << 11,
  TS_COMPARE_OPTION_XY = 1 << 12,
  TS_COMPARE_OPTION_WEIGHTS = 1 << 13,
  TS_COMPARE_OPTION_OTHER_RULE = 1 << 14,
} TsCompareOptions;

/**
 * TsCompareTable:
 * @TS_COMPARE_TABLE_LEVELS: levels
 * @TS_COMPARE_TABLE_GAPS: levels against targets and the year before
 * @TS_COMPARE_TABLE_RANKING: ranks with their intervals
 * @TS_COMPARE_TABLE_AGREEMENT: how well layers agree
 * @TS_COMPARE_TABLE_RULE_EFFECTS: what changes, and for whom, under another rule
 *
 * The tables of what is compared that `touchstonectl export` writes.
 */
typedef enum
{
  TS_COMPARE_TABLE_LEVELS,
  TS_COMPARE_TABLE_GAPS,
  TS_COMPARE_TABLE_RANKING,
  TS_COMPARE_TABLE_AGREEMENT,
  TS_COMPARE_TABLE_RULE_EFFECTS,
} TsCompareTable;

#define TS_N_COMPARE_TABLES (TS_COMPARE_TABLE_RULE_EFFECTS + 1)

TsCompareOptions ts_compare_chart_get_options (TsCompareChart chart);
TsCompareOptions ts_compare_table_get_options (TsCompareTable table);
const char *ts_compare_table_get_name (TsCompareTable table);

char *ts_compare_command (TsCompareChart         chart,
                          const TsCompareFilter *filter,
                          const TsCompareView   *view,
                          const char            *workbook,
                          const char            *output,
                          int                    width,
                          int                    height);
char *ts_compare_table_command (TsCompareTable         table,
                                const TsCompareFilter *filter,
                                const TsCompareView   *view,
                                const char            *workbook,
                                const char            *output);

G_END_DECLS
