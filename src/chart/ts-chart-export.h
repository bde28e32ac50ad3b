/* ts-chart-export.h
 *
 * Charts as files: PNG, SVG and PDF.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chart/ts-chart-error.h"
#include "chart/ts-palette.h"
#include "chart/ts-scene.h"

G_BEGIN_DECLS

typedef enum
{
  TS_CHART_FORMAT_PNG,
  TS_CHART_FORMAT_SVG,
  TS_CHART_FORMAT_PDF,
} TsChartFormat;

/**
 * TsChartExport:
 * @format: the file format
 * @palette: (nullable): colours; %NULL for the print palette
 * @scale: pixels per layout unit of a PNG; ignored by the others
 * @author: (nullable): written into a PDF
 * @created: (nullable): the time written into a PDF, in ISO 8601 such as "2010-03-31T12:00:00Z"; %NULL
 *   for a fixed one, so that equal charts give equal files
 *
 * How a scene becomes a file.
 */
typedef struct
{
  TsChartFormat format;
  const TsPalette *palette;
  double scale;
  const char *author;
  const char *created;
} TsChartExport;

gboolean        ts_chart_format_from_path        (const char           *path,
                                                  TsChartFormat        *format,
                                                  GError              **error);
TsSurfaceKind   ts_chart_export_get_text_kind    (TsChartFormat         format,
                                                  double                scale);

GBytes         *ts_chart_export_to_bytes         (const TsScene        *scene,
                                                  const TsChartExport  *settings,
                                                  GError              **error);
gboolean        ts_chart_export_to_stream        (const TsScene        *scene,
                                                  const TsChartExport  *settings,
                                                  GOutputStream        *stream,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
gboolean        ts_chart_export_to_path          (const TsScene        *scene,
                                                  const TsChartExport  *settings,
                                                  const char           *path,
                                                  GError              **error);

G_END_DECLS
