/* ts-report-text.h — text on its way to paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-text-measurer.h"

G_BEGIN_DECLS

/**
 * TsReportLine:
 * @text: what stands on it, without the spaces at its end
 * @width: how wide that is
 * @joins: whether the line before it ended within a word, so that no space stands between them
 * @space: whether a space follows, or nothing does
 *
 * A line of a longer text.
 */
typedef struct
{
  char *text;
  double width;
  gboolean joins;
  gboolean space;
} TsReportLine;

char *ts_report_text_clean (const char *text);
GArray *ts_report_text_break (const char     *text,
                              TsTextMeasurer *measurer,
                              double          size,
                              TsChartWeight   weight,
                              double          width);
char *ts_report_text_shorten (const char     *text,
                              TsTextMeasurer *measurer,
                              double          size,
                              TsChartWeight   weight,
                              double          width);
double ts_report_text_measure (const char     *text,
                               TsTextMeasurer *measurer,
                               double          size,
                               TsChartWeight   weight);

G_END_DECLS
