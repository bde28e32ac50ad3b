/* ts-compare-bar.h — what is compared, to be read and to be chosen
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-comparison-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsCompareBar:
 *
 * The filters that all pages share, each a button that says what is chosen, and a line that says how much of what there is they show. They work
 * by the actions of #TsCompareActions, which stand above it as `compare`.
 */
#define TS_TYPE_COMPARE_BAR (ts_compare_bar_get_type ())

G_DECLARE_FINAL_TYPE (TsCompareBar, ts_compare_bar, TS, COMPARE_BAR, AdwBin)

void ts_compare_bar_update (TsCompareBar      *self,
                            TsComparisonModel *model);
void ts_compare_bar_set_busy (TsCompareBar *self,
                              gboolean      busy);
const char *ts_compare_bar_get_status (TsCompareBar *self);

G_END_DECLS
