/* ts-compare-card.h — one chart of what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-compare-view.h"
#include "model/ts-comparison-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsCompareCard:
 *
 * A chart of any kind with the controls that its kind has a use for: what is measured, of whom, in which rows, in which order. It is made beside
 * the main loop. Where there is nothing to draw, it says why.
 *
 * Actions, each with a string: `card.measure`, `card.by`, `card.sort`, `card.x`, `card.y`, `card.organisation` ("" for all), `card.weights` ("" for none).
 * When another choice needs more to be read, it activates `comparisons.refresh`.
 */
#define TS_TYPE_COMPARE_CARD (ts_compare_card_get_type ())

G_DECLARE_FINAL_TYPE (TsCompareCard, ts_compare_card, TS, COMPARE_CARD, AdwBin)

GtkWidget *ts_compare_card_new (TsCompareChart chart);
TsCompareNeeds ts_compare_card_get_needs (TsCompareCard         *self,
                                          const TsCompareFilter *filter);
void ts_compare_card_update (TsCompareCard     *self,
                             TsComparisonModel *model);
const TsCompareView *ts_compare_card_get_view (TsCompareCard *self);

G_END_DECLS
