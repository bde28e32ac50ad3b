/* ts-chart-picture.h — a picture of a chart, to be copied or kept in a file
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-chart.h"

G_BEGIN_DECLS

/**
 * TsChartPictureSize:
 * @width: in pixels of the screen
 * @height: in pixels of the screen
 * @scale: how many pixels of a PNG each of them has
 */
typedef struct
{
  int width;
  int height;
  int scale;
} TsChartPictureSize;

TsChartPictureSize ts_chart_picture_get_usual_size (TsChart *chart);
void ts_chart_picture_copy_async (GtkWidget           *owner,
                                  TsChart             *chart,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
GBytes *ts_chart_picture_copy_finish (GtkWidget     *owner,
                                      GAsyncResult  *result,
                                      GError       **error);
void ts_chart_picture_save_async (GtkWidget                *owner,
                                  TsChart                  *chart,
                                  const TsChartPictureSize *size,
                                  const char               *path,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data);
gboolean ts_chart_picture_save_finish (GtkWidget     *owner,
                                       GAsyncResult  *result,
                                       GError       **error);

G_END_DECLS
