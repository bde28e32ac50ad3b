/* ts-outcome-axes.h
 *
 * The axes of an outcome's trend chart: years across, values upwards.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-nice-ticks.h"
#include "chart/ts-outcome-data.h"
#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

/**
 * TsOutcomeAxes:
 * @area: everything, labels included
 * @plot: where the values lie; its lower edge is the lowest tick, its upper the highest
 * @ticks: of the values
 * @first_year: the year at the beginning
 * @last_year: the year at the end
 * @inset: distance of these from the edges of @plot
 * @text_size: of the labels
 * @line_height: of one line of labels
 * @ascent: of it, above its baseline
 * @has_header: whether unit and direction have room above @plot
 * @has_values: whether the ticks have room for their labels
 * @has_years: whether the years have room below @plot
 * @has_baseline: whether the baseline is named below the years
 */
typedef struct
{
  TsChartRectangle area;
  TsChartRectangle plot;
  TsNiceTicks ticks;
  int first_year;
  int last_year;
  double inset;
  double text_size;
  double line_height;
  double ascent;
  gboolean has_header;
  gboolean has_values;
  gboolean has_years;
  gboolean has_baseline;
} TsOutcomeAxes;

gboolean ts_outcome_axes_init        (TsOutcomeAxes          *self,
                                      const TsOutcomeData    *data,
                                      const TsChartOptions   *options,
                                      const TsChartRectangle *area);
void     ts_outcome_axes_add         (const TsOutcomeAxes    *self,
                                      const TsOutcomeData    *data,
                                      const TsChartOptions   *options,
                                      TsSceneBuilder         *builder);
double   ts_outcome_axes_get_x       (const TsOutcomeAxes    *self,
                                      int                     year);
double   ts_outcome_axes_get_y       (const TsOutcomeAxes    *self,
                                      double                  value);
double   ts_outcome_axes_get_spacing (const TsOutcomeAxes    *self);

G_END_DECLS
