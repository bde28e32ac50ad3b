/* ts-distribution-layout.h
 *
 * Lays a distribution out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-distribution-data.h"

G_BEGIN_DECLS

TsScene *ts_distribution_layout (const TsDistributionData *data,
                                 const TsChartOptions     *options);
double ts_distribution_get_natural_height (const TsDistributionData *data,
                                           const TsChartOptions     *options);

G_END_DECLS
