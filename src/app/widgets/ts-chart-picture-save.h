/* ts-chart-picture-save.h — asks how large a picture of a chart shall be and where it is to be saved, and saves it there
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-chart.h"

G_BEGIN_DECLS

void ts_chart_picture_save_ask (GtkWidget *owner,
                                TsChart   *chart);

G_END_DECLS
