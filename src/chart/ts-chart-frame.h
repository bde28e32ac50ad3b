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

/**
 * TsLegendPlace:
 * @TS_LEGEND_PLACE_AUTO: beside a chart that is much wider than high, else below
 * @TS_LEGEND_PLACE_BELOW: always below, for a chart that can use all of the width
 */
typedef enum
{
  TS_LEGEND_PLACE_AUTO,
  TS_LEGEND_PLACE_BELOW,
} TsLegendPlace;

TsChartRectangle ts_chart_frame_layout             (TsSceneBuilder         *builder,
                                                    const TsChartOptions   *options,
                                                    const char             *title,
                                                    const char             *finding,
                                                    const TsLegendEntry    *entries,
                                                    guint                   n_entries,
                                                    TsLegendPlace           legend_place);
double           ts_chart_frame_get_natural_height (const TsChartOptions   *options,
                                                    const char             *title,
                                                    const char             *finding,
                                                    const TsLegendEntry    *entries,
                                                    guint                   n_entries,
                                                    TsLegendPlace           legend_place,
                                                    double                  content);
void             ts_chart_frame_message            (TsSceneBuilder         *builder,
                                                    const TsChartOptions   *options,
                                                    const TsChartRectangle *plot,
                                                    const char             *message);
void             ts_chart_frame_clear_legend       (TsLegendEntry          *entries,
                                                    guint                   n_entries);
void             ts_chart_frame_marker_paint       (const TsLegendEntry    *entry,
                                                    TsChartPaint           *paint);


/* Draws a chart into what its frame leaves. */
typedef void (*TsChartFillFunction) (TsSceneBuilder         *builder,
                                     gconstpointer           data,
                                     const TsChartOptions   *options,
                                     const TsChartRectangle *area);

TsChartRectangle ts_chart_frame_get_content (const TsChartOptions *options);
TsScene *ts_chart_frame_fill (const TsChartOptions *options,
                              const char           *title,
                              const char           *finding,
                              const TsLegendEntry  *entries,
                              guint                 n_entries,
                              gboolean              empty,
                              TsChartFillFunction   fill,
                              gconstpointer         data);

G_END_DECLS
