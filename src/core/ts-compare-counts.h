/* ts-compare-counts.h — what can be counted of many levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-comparison.h"

G_BEGIN_DECLS

#define TS_COUNTS_N (TS_SCALE_MOST_LEVELS + 1)

/**
 * TsSpread:
 * @n: how many have a level
 * @n_missing: how many have none
 *
 * The middle of the levels of many, and how far they reach. Everything is 0 where nobody has a level.
 */
typedef struct
{
  guint n;
  guint n_missing;
  double lowest;
  double lower_quarter;
  double median;
  double upper_quarter;
  double highest;
} TsSpread;

/**
 * TsOptimism:
 * @n: of how many nodes both have a level
 * @own: the mean of the board's own levels of these
 * @other: the mean of the others'
 *
 * How much higher a board saw itself than others did: own − other.
 */
typedef struct
{
  guint n;
  double own;
  double other;
} TsOptimism;

/**
 * TsSensitivity:
 *
 * A level that would be another under another rule.
 */
typedef struct
{
  guint organisation;
  guint node;
  int level;
  int other;
} TsSensitivity;

/**
 * TsAgreement:
 * @n: how many pairs of levels there are
 * @n_exact: how many are the same
 * @n_within_one: how many lie no more than one level apart
 * @sum: of the differences, first − second
 */
typedef struct
{
  guint n;
  guint n_exact;
  guint n_within_one;
  int sum;
} TsAgreement;

void ts_comparison_count_levels (const TsComparison *self,
                                 const GArray       *organisations,
                                 guint               year,
                                 TsLayer             layer,
                                 guint               node,
                                 guint               counts[TS_COUNTS_N]);
guint ts_comparison_count_changes (const TsComparison *self,
                                   guint               from,
                                   guint               to,
                                   TsLayer             layer,
                                   const GArray       *nodes,
                                   gboolean            with_breaks,
                                   guint               counts[TS_COUNTS_N][TS_COUNTS_N]);
gboolean ts_comparison_get_optimism (const TsComparison *self,
                                     guint               organisation,
                                     guint               year,
                                     const GArray       *nodes,
                                     TsOptimism         *optimism);
void ts_comparison_get_spread (const TsComparison *self,
                               const GArray       *organisations,
                               guint               year,
                               TsLayer             layer,
                               guint               node,
                               TsSpread           *spread);
GArray *ts_comparison_list_sensitivities (const TsComparison *self,
                                          guint               year,
                                          TsLayer             layer,
                                          const GArray       *nodes,
                                          TsRollUpRule        rule);
void ts_comparison_get_agreement (const TsComparison *self,
                                  guint               year,
                                  TsLayer             first,
                                  TsLayer             second,
                                  guint               node,
                                  TsAgreement        *agreement);
void ts_spread_of_numbers (double   *numbers,
                           guint     n,
                           TsSpread *spread);

G_END_DECLS
