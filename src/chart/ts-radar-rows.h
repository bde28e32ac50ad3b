/* ts-radar-rows.h
 *
 * The drawing for a radar's data with fewer than three axes, from which no polygon can be made.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"
#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

void ts_radar_rows_add (TsSceneBuilder         *builder,
                        const TsRadarData      *data,
                        const TsChartOptions   *options,
                        const TsChartRectangle *plot);

G_END_DECLS
