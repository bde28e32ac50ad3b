/* ts-chart-options.c
 *
 * Defaults for the two places that charts are shown in.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-options.h"

/* 11 points at 96 pixels an inch, the body size of GNOME. */
#define BODY_SIZE (11.0 * 96.0 / 72.0)

/**
 * ts_chart_options_init_screen:
 * @options: (out caller-allocates): the options to fill
 * @width: width in CSS pixels
 * @height: height in CSS pixels
 * @measurer: (transfer none): measures text; must outlive @options
 *
 * Defaults for a chart inside a page that already shows the title and the finding around it.
 */
void
ts_chart_options_init_screen (TsChartOptions *options,
                              double          width,
                              double          height,
                              TsTextMeasurer *measurer)
{
  *options = (TsChartOptions) {
    .width = width,
    .height = height,
    .margin = 4,
    .font_size = BODY_SIZE,
    .text_scale = 1,
    .direction = TS_CHART_DIRECTION_LTR,
    .measurer = measurer,
    .show_legend = TRUE,
  };
}

/**
 * ts_chart_options_init_export:
 * @options: (out caller-allocates): the options to fill
 * @width: width in CSS pixels
 * @height: height in CSS pixels
 * @measurer: (transfer none): measures text; must outlive @options
 *
 * Defaults for a picture that has to explain itself: with title, finding, legend and a margin.
 */
void
ts_chart_options_init_export (TsChartOptions *options,
                              double          width,
                              double          height,
                              TsTextMeasurer *measurer)
{
  ts_chart_options_init_screen (options, width, height, measurer);
  options->margin = BODY_SIZE * 1.5;
  options->show_title = TRUE;
  options->show_finding = TRUE;
}

/**
 * ts_chart_options_em:
 * @options: layout options
 *
 * Returns: the size of body text in layout units, as the reader wants it
 */
double
ts_chart_options_em (const TsChartOptions *options)
{
  return options->font_size * options->text_scale;
}

/**
 * ts_chart_options_unit:
 * @options: layout options
 *
 * Line widths and markers are given in this unit. It follows the font size that the chart was
 * designed for, not the reader's text scale: larger letters do not need thicker lines.
 *
 * Returns: what is one pixel beside body text of GNOME's usual size
 */
double
ts_chart_options_unit (const TsChartOptions *options)
{
  return options->font_size / BODY_SIZE;
}
