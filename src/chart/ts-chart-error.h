/* ts-chart-error.h
 *
 * What can go wrong when a chart is made into a file.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsChartError:
 * @TS_CHART_ERROR_SIZE: the picture would be empty or larger than can be drawn: choose another size
 * @TS_CHART_ERROR_FORMAT: the file name does not end in a format that can be written
 * @TS_CHART_ERROR_DRAW: Cairo could not draw it
 * @TS_CHART_ERROR_WRITE: the file could not be written: choose another place
 */
typedef enum
{
  TS_CHART_ERROR_SIZE,
  TS_CHART_ERROR_FORMAT,
  TS_CHART_ERROR_DRAW,
  TS_CHART_ERROR_WRITE,
} TsChartError;

#define TS_CHART_ERROR (ts_chart_error_quark ())
GQuark ts_chart_error_quark (void);

G_END_DECLS
