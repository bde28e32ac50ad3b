/* ts-chart-frame.h
 *
 * What surrounds every chart: title, finding and legend.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

TsChartRectangle ts_chart_frame_layout  (TsSceneBuilder         *builder,
                                         const TsChartOptions   *options,
                                         const char             *title,
                                         const char             *finding,
                                         const TsLegendEntry    *entries,
                                         guint                   n_entries);
void             ts_chart_frame_message (TsSceneBuilder         *builder,
                                         const TsChartOptions   *options,
                                         const TsChartRectangle *plot,
                                         const char             *message);
void             ts_chart_frame_marker_paint (const TsLegendEntry *entry,
                                              TsChartPaint        *paint);

G_END_DECLS
