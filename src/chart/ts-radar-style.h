/* ts-radar-style.h
 *
 * How the series of a radar are told apart.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"

G_BEGIN_DECLS

void ts_radar_style_series  (const TsRadarData *data,
                             guint              series,
                             double             unit,
                             TsLegendEntry     *style);
void ts_radar_style_missing (double             unit,
                             TsLegendEntry     *style);

G_END_DECLS
