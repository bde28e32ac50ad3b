/* ts-kept-comparisons.h — what has been read to be compared, of each choice of years
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-comparison.h"
#include "exchange/ts-comparison-reader.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/* The four choices of years of TsCompareNeeds. */
#define TS_KEPT_N_CHOICES 4

/**
 * TsKeptComparisons:
 * @comparisons: by choice of years, from the most to the fewest; %NULL where that has not been read
 * @needs: what was read of each, all but years
 *
 * Comparisons of one filter. The charts of one page may differ in their years, and have to be made of their own; what one page has read is there for
 * the next. All zero, it is empty; ts_kept_comparisons_clear() empties it again.
 */
typedef struct
{
  TsComparison *comparisons[TS_KEPT_N_CHOICES];
  TsCompareNeeds needs;
} TsKeptComparisons;

void ts_kept_comparisons_clear (TsKeptComparisons *self);
TsKeptComparisons ts_kept_comparisons_copy (const TsKeptComparisons *self);
gboolean ts_kept_comparisons_lack (const TsKeptComparisons *self,
                                   TsCompareNeeds           needs);
gboolean ts_kept_comparisons_read (TsKeptComparisons        *self,
                                   const TsKeptComparisons  *before,
                                   TsWorkplace              *workplace,
                                   const TsCompareFilter    *filter,
                                   TsCompareNeeds            needs,
                                   GError                  **error);
void ts_kept_comparisons_set_rule (TsKeptComparisons     *self,
                                   const TsCompareFilter *filter,
                                   TsCompareNeeds         needs);
TsComparison *ts_kept_comparisons_get_fewest (const TsKeptComparisons *self,
                                              TsCompareNeeds           needs);
TsComparison *ts_kept_comparisons_find (const TsKeptComparisons *self,
                                        TsCompareNeeds           needs);
TsCompareNeeds ts_kept_comparisons_with_years (TsCompareNeeds needs);

G_END_DECLS
