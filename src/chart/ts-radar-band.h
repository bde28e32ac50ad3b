/* ts-radar-band.h
 *
 * The range of others behind the lines of a radar.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"
#include "chart/ts-radar-labels.h"

G_BEGIN_DECLS

void ts_radar_band_add   (const TsRadarData   *data,
                          const TsRadarLabels *labels,
                          double               unit,
                          TsSceneBuilder      *builder);
void ts_radar_band_paint (double               unit,
                          TsChartPaint        *paint);
void ts_radar_band_style (TsLegendEntry       *style);

G_END_DECLS
