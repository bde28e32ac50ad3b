/* ts-outcome-layout.h
 *
 * Lays an outcome's trend chart out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-outcome-data.h"

G_BEGIN_DECLS

TsScene *ts_outcome_layout (const TsOutcomeData  *data,
                            const TsChartOptions *options);

G_END_DECLS
