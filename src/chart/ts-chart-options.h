/* ts-chart-options.h
 *
 * What a layout is told about the place that its chart will be shown in.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-text-measurer.h"

G_BEGIN_DECLS

/**
 * TsChartOptions:
 * @width: width of the whole picture in layout units (CSS pixels, 1/96 inch)
 * @height: height of it
 * @margin: space kept free along the edges
 * @font_size: size of body text before @text_scale
 * @text_scale: the reader's text size; 1 is normal, 2 is twice as large
 * @direction: reading direction; a right-to-left chart is the mirror image
 * @measurer: (not nullable): measures text
 * @show_title: whether to draw the title (a widget may show it itself)
 * @show_finding: whether to draw the finding sentence
 * @show_legend: whether to draw the legend
 *
 * Parts that do not fit are left out, however much they are wanted: first the finding, then
 * the legend, then the title.
 */
typedef struct
{
  double width;
  double height;
  double margin;
  double font_size;
  double text_scale;
  TsChartDirection direction;
  TsTextMeasurer *measurer;
  gboolean show_title;
  gboolean show_finding;
  gboolean show_legend;
} TsChartOptions;

void   ts_chart_options_init_screen (TsChartOptions       *options,
                                     double                width,
                                     double                height,
                                     TsTextMeasurer       *measurer);
void   ts_chart_options_init_export (TsChartOptions       *options,
                                     double                width,
                                     double                height,
                                     TsTextMeasurer       *measurer);
double ts_chart_options_em          (const TsChartOptions *options);
double ts_chart_options_unit        (const TsChartOptions *options);

G_END_DECLS
