/* ts-gaps-layout.h
 *
 * Lays a gap chart out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-gaps-data.h"

G_BEGIN_DECLS

TsScene *ts_gaps_layout             (const TsGapsData     *data,
                                     const TsChartOptions *options);
double   ts_gaps_get_natural_height (const TsGapsData     *data,
                                     const TsChartOptions *options);

G_END_DECLS
