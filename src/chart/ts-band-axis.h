/* ts-band-axis.h
 *
 * Rows with labels, of a chart that has a row for each organisation, competency or year.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-subject.h"
#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

/**
 * TsBandRowFunc:
 * @data: the data of a chart
 * @row: a row
 *
 * Returns: (transfer none): what the row is
 */
typedef const TsChartSubject *(*TsBandRowFunc) (gconstpointer data,
                                                guint         row);

/**
 * TsBandAxis:
 * @data: the data of the chart
 * @get_row: what each row of it is
 * @n_rows: how many there are
 * @area: everything from the first label to the right edge, without what is above and below the rows
 * @unit: size of a pixel
 * @text_size: of labels
 * @line_height: of one line of them
 * @ascent: of it, above its baseline
 * @lead_width: the column of codes, at the beginning of the label column
 * @label_width: the whole label column; 0 for none
 * @plot_x: where the plot begins
 * @plot_width: how wide it is
 * @rows_y: where rows begin
 * @pitch: the height of one
 */
typedef struct
{
  gconstpointer data;
  TsBandRowFunc get_row;
  guint n_rows;
  TsChartRectangle area;
  double unit;
  double text_size;
  double line_height;
  double ascent;
  double lead_width;
  double label_width;
  double plot_x;
  double plot_width;
  double rows_y;
  double pitch;
} TsBandAxis;

void     ts_band_axis_init              (TsBandAxis             *self,
                                         const TsChartOptions   *options,
                                         gconstpointer           data,
                                         TsBandRowFunc           get_row,
                                         guint                   n_rows,
                                         double                  x,
                                         double                  width);
void     ts_band_axis_set_rows          (TsBandAxis             *self,
                                         double                  y,
                                         double                  height,
                                         double                  natural);
void ts_band_axis_yield (TsBandAxis *self,
                         double      wanted);
double   ts_band_axis_get_natural_pitch (const TsBandAxis       *self,
                                         double                  least);
double   ts_band_axis_take_end          (TsBandAxis             *self,
                                         double                  wanted);
double   ts_band_axis_take_wide_end     (TsBandAxis             *self,
                                         double                  wanted);
void     ts_band_axis_add_end           (const TsBandAxis       *self,
                                         TsSceneBuilder         *builder,
                                         guint                   row,
                                         double                  x,
                                         const char             *text);
double   ts_band_axis_get_y             (const TsBandAxis       *self,
                                         guint                   row);
guint    ts_band_axis_get_stride        (const TsBandAxis       *self);
void     ts_band_axis_add_labels        (const TsBandAxis       *self,
                                         TsSceneBuilder         *builder);
void     ts_band_axis_add_label         (const TsBandAxis       *self,
                                         TsSceneBuilder         *builder,
                                         guint                   row,
                                         double                  middle);
void     ts_band_axis_add_lines         (const TsBandAxis       *self,
                                         TsSceneBuilder         *builder);
void ts_band_axis_add_missing (const TsBandAxis *self,
                               TsSceneBuilder   *builder,
                               guint             row,
                               double            x,
                               double            width);
TsChartRectangle ts_band_axis_get_row_area (const TsBandAxis    *self,
                                            guint                row);

G_END_DECLS
