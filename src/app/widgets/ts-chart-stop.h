/* ts-chart-stop.h — a place in a chart that can have the focus
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-scene.h"

G_BEGIN_DECLS

/**
 * TsChartStop:
 *
 * Draws nothing: it is what the keyboard and a screen reader find where a #TsChartCanvas has drawn something. A list item.
 *
 * ## CSS nodes
 *
 * `stop`.
 */
#define TS_TYPE_CHART_STOP (ts_chart_stop_get_type ())

G_DECLARE_FINAL_TYPE (TsChartStop, ts_chart_stop, TS, CHART_STOP, GtkWidget)

GtkWidget *ts_chart_stop_new (void);
void ts_chart_stop_allocate (TsChartStop       *self,
                             const TsSceneStop *stop);

G_END_DECLS
