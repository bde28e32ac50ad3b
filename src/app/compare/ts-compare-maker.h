/* ts-compare-maker.h — makes what a page shows, beside the main loop
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "core/ts-comparison.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsCompareMakeFunc:
 * @comparison: what is compared
 * @filter: how
 * @wish: (nullable): what else the page wants
 *
 * Runs on a thread of its own; all that it gets never changes meanwhile.
 *
 * Returns: (transfer full) (nullable): what the page shows
 */
typedef gpointer (*TsCompareMakeFunc) (TsComparison          *comparison,
                                       const TsCompareFilter *filter,
                                       gconstpointer          wish);

/**
 * TsCompareMadeFunc:
 * @owner: whose maker it is
 * @made: (transfer full) (nullable): what was made
 */
typedef void (*TsCompareMadeFunc) (gpointer owner,
                                   gpointer made);

/**
 * TsCompareMaker:
 *
 * A picture of thousands of organisations takes longer than a frame to make. A maker makes one at a time; of what is asked for meanwhile only the
 * last is made, and what was overtaken is dropped.
 */
#define TS_TYPE_COMPARE_MAKER (ts_compare_maker_get_type ())

G_DECLARE_FINAL_TYPE (TsCompareMaker, ts_compare_maker, TS, COMPARE_MAKER, GObject)

TsCompareMaker *ts_compare_maker_new (TsCompareMakeFunc make,
                                      GDestroyNotify    free_made,
                                      TsCompareMadeFunc made,
                                      gpointer          owner);
void ts_compare_maker_ask (TsCompareMaker        *self,
                           TsComparison          *comparison,
                           const TsCompareFilter *filter,
                           gpointer               wish,
                           GDestroyNotify         free_wish);
void ts_compare_maker_stop (TsCompareMaker *self);

G_END_DECLS
