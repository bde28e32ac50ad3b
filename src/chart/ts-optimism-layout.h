/* ts-optimism-layout.h
 *
 * Lays an optimism chart out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-optimism-data.h"

G_BEGIN_DECLS

TsScene *ts_optimism_layout (const TsOptimismData *data,
                             const TsChartOptions *options);
double ts_optimism_get_natural_height (const TsOptimismData *data,
                                       const TsChartOptions *options);

G_END_DECLS
