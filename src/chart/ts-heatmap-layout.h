/* ts-heatmap-layout.h
 *
 * Lays a heat map out, whole or as much of it as a window shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-heatmap-data.h"

G_BEGIN_DECLS

/**
 * TsHeatmapWindow:
 *
 * A heat map whose rows are scrolled below a header that stays. What does not change with scrolling is measured once, so
 * that a step costs what is seen and not what there is. Belongs to one thread, as its text measurer does.
 */
typedef struct _TsHeatmapWindow TsHeatmapWindow;

TsHeatmapWindow *ts_heatmap_window_new           (TsHeatmapData         *data,
                                                  const TsChartOptions  *options);
void             ts_heatmap_window_free          (TsHeatmapWindow       *self);
double           ts_heatmap_window_get_range     (const TsHeatmapWindow *self);
double           ts_heatmap_window_get_row_step  (const TsHeatmapWindow *self);
double           ts_heatmap_window_get_page      (const TsHeatmapWindow *self);
double           ts_heatmap_window_show_row      (const TsHeatmapWindow *self,
                                                  double                 offset,
                                                  guint                  row);
int              ts_heatmap_window_get_column_at (const TsHeatmapWindow *self,
                                                  double                 x,
                                                  double                 y);
TsScene         *ts_heatmap_window_layout        (const TsHeatmapWindow *self,
                                                  double                 offset);

TsScene         *ts_heatmap_layout               (const TsHeatmapData   *data,
                                                  const TsChartOptions  *options);
double           ts_heatmap_get_natural_height   (const TsHeatmapData   *data,
                                                  const TsChartOptions  *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsHeatmapWindow, ts_heatmap_window_free)

G_END_DECLS
