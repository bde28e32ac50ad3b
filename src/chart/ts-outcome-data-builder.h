/* ts-outcome-data-builder.h
 *
 * Puts the data of an outcome's trend chart together.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-outcome-data.h"

G_BEGIN_DECLS

/**
 * TsOutcomeDataBuilder:
 *
 * Puts the data of an outcome together.
 */
typedef struct _TsOutcomeDataBuilder TsOutcomeDataBuilder;

TsOutcomeDataBuilder *ts_outcome_data_builder_new       (const char           *metric,
                                                         const char           *unit,
                                                         gboolean              up_is_better);
void                  ts_outcome_data_builder_free      (TsOutcomeDataBuilder *self);
TsOutcomeData        *ts_outcome_data_builder_end       (TsOutcomeDataBuilder *self);
void                  ts_outcome_data_builder_set_value (TsOutcomeDataBuilder *self,
                                                         TsOutcomeSeries       series,
                                                         int                   year,
                                                         double                value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOutcomeDataBuilder, ts_outcome_data_builder_free)

G_END_DECLS
