/* ts-chart-text.h
 *
 * Text on its way into a chart: made harmless, then broken into lines.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-text-measurer.h"

G_BEGIN_DECLS

#define TS_CHART_TEXT_MAX_LENGTH 300

char            *ts_chart_text_clean     (const char     *text);
char            *ts_chart_text_isolate   (const char     *text);
TsTextDirection  ts_chart_text_direction (const char     *text);
GPtrArray       *ts_chart_text_wrap      (const char     *text,
                                          TsTextMeasurer *measurer,
                                          double          size,
                                          TsChartWeight   weight,
                                          double          width,
                                          double          indent,
                                          guint           max_lines);

G_END_DECLS
