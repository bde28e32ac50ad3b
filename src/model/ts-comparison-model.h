/* ts-comparison-model.h — what the pages that compare show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-scope.h"
#include "core/ts-comparison.h"
#include "exchange/ts-comparison-reader.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsComparisonModel:
 *
 * Organisations side by side, as one filter wants them. All pages that compare share one, so that the filter holds across them; a page that is
 * shown says with ts_comparison_model_set_needs() how much has to be read for it. One reading runs at a time, in the background: what is
 * overtaken by another filter or by a change of the workbook is stopped and dropped. What was read before stays until the new is there.
 *
 * Properties: `session`, `busy` (whether something is being read).
 *
 * ## Signals
 *
 * - `changed ()`: there is another comparison, scope or filter
 * - `failed (GError *error)`: it could not be read; what there was stays
 */
#define TS_TYPE_COMPARISON_MODEL (ts_comparison_model_get_type ())

G_DECLARE_FINAL_TYPE (TsComparisonModel, ts_comparison_model, TS, COMPARISON_MODEL, GObject)

TsComparisonModel *ts_comparison_model_new (TsSession *session);
TsSession *ts_comparison_model_get_session (TsComparisonModel *self);

void ts_comparison_model_set_filter (TsComparisonModel     *self,
                                     const TsCompareFilter *filter);
void ts_comparison_model_set_needs (TsComparisonModel *self,
                                    TsCompareNeeds     needs);
void ts_comparison_model_reset (TsComparisonModel *self);

const TsCompareFilter *ts_comparison_model_get_filter (TsComparisonModel *self);
TsCompareScope *ts_comparison_model_get_scope (TsComparisonModel *self);
TsComparison *ts_comparison_model_get_comparison (TsComparisonModel *self);
TsComparison *ts_comparison_model_find_comparison (TsComparisonModel *self,
                                                   TsCompareNeeds     needs);
guint ts_comparison_model_get_version (TsComparisonModel *self);
gboolean ts_comparison_model_get_busy (TsComparisonModel *self);
char *ts_comparison_model_describe (TsComparisonModel *self);

G_END_DECLS
