/* ts-radar-layout.h
 *
 * Lays a radar chart out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"

G_BEGIN_DECLS

TsScene *ts_radar_layout (const TsRadarData    *data,
                          const TsChartOptions *options);

G_END_DECLS
