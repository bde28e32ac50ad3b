/* ts-chart-lay-out.h — lays a chart out beside the main loop
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void ts_chart_lay_out_async (gpointer              source,
                             TsChart              *chart,
                             const TsChartOptions *options,
                             GAsyncReadyCallback   callback);
TsScene *ts_chart_lay_out_finish (GAsyncResult *result);
TsChart *ts_chart_lay_out_get_chart (GAsyncResult *result);

G_END_DECLS
