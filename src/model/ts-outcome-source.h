/* ts-outcome-source.h — an outcome as a trend chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-outcome-data.h"
#include "core/ts-row.h"

G_BEGIN_DECLS

TsOutcomeData *ts_outcome_source_build (const TsRow *outcome,
                                        GPtrArray   *values);

G_END_DECLS
