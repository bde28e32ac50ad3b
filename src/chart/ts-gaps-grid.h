/* ts-gaps-grid.h
 *
 * The rows and columns of a gap chart: labels, levels, and what stands at the end of each row.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-gaps-data.h"
#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

/**
 * TsGapsHeader:
 * @TS_GAPS_HEADER_NONE: levels are not named
 * @TS_GAPS_HEADER_NUMBERS: "2"
 * @TS_GAPS_HEADER_TWO_LINES: the number above its name
 * @TS_GAPS_HEADER_ONE_LINE: "2 Developing"
 */
typedef enum
{
  TS_GAPS_HEADER_NONE,
  TS_GAPS_HEADER_NUMBERS,
  TS_GAPS_HEADER_TWO_LINES,
  TS_GAPS_HEADER_ONE_LINE,
} TsGapsHeader;

/**
 * TsGapsGrid:
 * @area: everything
 * @unit: size of a pixel
 * @text_size: of labels
 * @line_height: of one line of them
 * @ascent: of it, above its baseline
 * @lead_width: the column of short labels, at the beginning of the label column
 * @label_width: the whole label column; 0 if labels stand above their rows, or nowhere
 * @stacked: whether labels stand above their rows
 * @plot_x: where the columns of levels begin
 * @plot_width: how wide they are together
 * @end_x: where the ends of rows begin
 * @end_width: how wide they are; 0 for none
 * @terse: whether what is missing has only a dash there
 * @header: how levels are named above the rows
 * @header_height: the room that takes
 * @footer_height: the room for numbers below a long chart
 * @rows_y: where rows begin
 * @pitch: the height of one
 */
typedef struct
{
  TsChartRectangle area;
  double unit;
  double text_size;
  double line_height;
  double ascent;
  double lead_width;
  double label_width;
  gboolean stacked;
  double plot_x;
  double plot_width;
  double end_x;
  double end_width;
  gboolean terse;
  TsGapsHeader header;
  double header_height;
  double footer_height;
  double rows_y;
  double pitch;
} TsGapsGrid;

double       ts_gaps_grid_get_natural_height (const TsGapsData       *data,
                                              const TsChartOptions   *options,
                                              double                  width);
gboolean     ts_gaps_grid_init               (TsGapsGrid             *self,
                                              const TsGapsData       *data,
                                              const TsChartOptions   *options,
                                              const TsChartRectangle *area);
void         ts_gaps_grid_add                (const TsGapsGrid       *self,
                                              const TsGapsData       *data,
                                              const TsChartOptions   *options,
                                              TsSceneBuilder         *builder);
double       ts_gaps_grid_get_level_x        (const TsGapsGrid       *self,
                                              const TsGapsData       *data,
                                              double                  level);
double       ts_gaps_grid_get_marks_y        (const TsGapsGrid       *self,
                                              guint                   row);
double       ts_gaps_grid_get_marks_height   (const TsGapsGrid       *self);

G_END_DECLS
