/* ts-trend-layout.h
 *
 * Lays a trend out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-trend-data.h"

G_BEGIN_DECLS

TsScene *ts_trend_layout (const TsTrendData    *data,
                          const TsChartOptions *options);

G_END_DECLS
