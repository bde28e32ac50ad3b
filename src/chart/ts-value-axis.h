/* ts-value-axis.h
 *
 * An axis of numbers, across or upright.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-nice-ticks.h"
#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

/**
 * TsValueAxis:
 * @ticks: where its ticks are
 * @upright: whether it runs from bottom to top rather than from left to right
 * @from: where the lowest tick is
 * @to: where the highest is; above @from on the picture if upright
 * @text_size: of its labels
 * @line_height: of one line of them
 * @ascent: of it, above its baseline
 * @label_width: of the widest label
 * @stride: one tick of so many is labelled
 * @unit: size of a pixel
 */
typedef struct
{
  TsNiceTicks ticks;
  gboolean upright;
  double from;
  double to;
  double text_size;
  double line_height;
  double ascent;
  double label_width;
  guint stride;
  double unit;
} TsValueAxis;

void   ts_value_axis_init          (TsValueAxis          *self,
                                    const TsChartOptions *options,
                                    double                low,
                                    double                high,
                                    gboolean              upright,
                                    double                length);
void   ts_value_axis_place         (TsValueAxis          *self,
                                    double                from,
                                    double                to);
double ts_value_axis_get_position  (const TsValueAxis    *self,
                                    double                value);
double ts_value_axis_get_thickness (const TsValueAxis    *self);
void   ts_value_axis_add_lines     (const TsValueAxis    *self,
                                    TsSceneBuilder       *builder,
                                    double                start,
                                    double                end);
void   ts_value_axis_add_labels    (const TsValueAxis    *self,
                                    TsSceneBuilder       *builder,
                                    const TsChartOptions *options,
                                    double                edge);
char  *ts_value_axis_title         (const char           *name,
                                    const char           *unit);
void   ts_value_axis_add_title     (const TsValueAxis    *self,
                                    TsSceneBuilder       *builder,
                                    const char           *title,
                                    double                x,
                                    double                width,
                                    double                top);

G_END_DECLS
