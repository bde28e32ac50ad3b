/* ts-chart-view.h — a chart with its heading, its finding and what can be done with it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chart/ts-chart.h"
#include "exchange/ts-table-about.h"

G_BEGIN_DECLS

/**
 * TsChartView:
 *
 * A chart as pages show it: a heading, a menu, the chart itself in a #TsChartCanvas, and its finding in a sentence.
 *
 * ## Shortcuts, while the chart has the focus
 *
 * - Enter: the same as a table
 * - Control and C: copies the picture
 * - Menu, or Shift and F10: the menu
 *
 * ## Actions
 *
 * `chart.show-table`, `chart.copy-picture`, `chart.copy-table`, `chart.save`, `chart.save-table`, `chart.copy-command`; disabled while there is no chart.
 *
 * Properties: `chart` (#TsChart, nullable), `heading` (nullable: the chart's own title is shown where there is none).
 */
#define TS_TYPE_CHART_VIEW (ts_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (TsChartView, ts_chart_view, TS, CHART_VIEW, AdwBin)

GtkWidget *ts_chart_view_new (void);
TsChart *ts_chart_view_get_chart (TsChartView *self);
void ts_chart_view_set_chart (TsChartView *self,
                              TsChart     *chart);
void ts_chart_view_set_heading (TsChartView *self,
                                const char  *heading);
void ts_chart_view_hide_finding (TsChartView *self);
void ts_chart_view_set_about (TsChartView        *self,
                              const TsTableAbout *about);
void ts_chart_view_set_face (TsChartView *self,
                             GtkWidget   *face);
void ts_chart_view_add_control (TsChartView *self,
                                GtkWidget   *control);
void ts_chart_view_save_async (TsChartView         *self,
                               const char          *path,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
gboolean ts_chart_view_save_finish (TsChartView   *self,
                                    GAsyncResult  *result,
                                    GError       **error);
void ts_chart_view_save_table_async (TsChartView         *self,
                                     GFile               *file,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean ts_chart_view_save_table_finish (TsChartView   *self,
                                          GAsyncResult  *result,
                                          GError       **error);

G_END_DECLS
