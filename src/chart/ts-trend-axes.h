/* ts-trend-axes.h
 *
 * Years and values of a trend.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-scene-builder.h"
#include "chart/ts-trend-data.h"
#include "chart/ts-value-axis.h"

G_BEGIN_DECLS

/**
 * TsTrendAxes:
 * @data: what is shown
 * @area: everything
 * @plot: where lines run
 * @unit: size of a pixel
 * @text_size: of labels
 * @line_height: of one line of them
 * @ascent: of it, above its baseline
 * @values: the axis of numbers; unused if the values are levels
 * @named: whether levels have their names rather than their signs
 * @has_labels: whether values and years are labelled
 * @header_height: the room above the plot
 * @inset: how far the first and the last year are from the plot's sides
 * @ends_x: where the names of lines begin
 * @ends_width: how wide they may be; 0 for none
 */
typedef struct
{
  const TsTrendData *data;
  TsChartRectangle area;
  TsChartRectangle plot;
  double unit;
  double text_size;
  double line_height;
  double ascent;
  TsValueAxis values;
  gboolean named;
  gboolean has_labels;
  double header_height;
  double inset;
  double ends_x;
  double ends_width;
} TsTrendAxes;

gboolean ts_trend_axes_init        (TsTrendAxes            *self,
                                    const TsTrendData      *data,
                                    const TsChartOptions   *options,
                                    const TsChartRectangle *area,
                                    const TsTextExtents    *ends);
double   ts_trend_axes_get_x       (const TsTrendAxes      *self,
                                    guint                   year);
double   ts_trend_axes_get_y       (const TsTrendAxes      *self,
                                    double                  value);
double   ts_trend_axes_get_spacing (const TsTrendAxes      *self);
void     ts_trend_axes_add         (const TsTrendAxes      *self,
                                    const TsChartOptions   *options,
                                    TsSceneBuilder         *builder);

G_END_DECLS
