/* ts-chart-style.h — the screen's colours, font, size of text and tooltips, for charts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-chart-options.h"
#include "chart/ts-palette.h"
#include "chart/ts-scene.h"

G_BEGIN_DECLS

void ts_chart_style_get_palette (GtkWidget *widget,
                                 TsPalette *palette);
double ts_chart_style_get_em (GtkWidget *widget);
TsTextMeasurer *ts_chart_style_new_measurer (GtkWidget *widget);
void ts_chart_style_init_options (GtkWidget      *widget,
                                  TsTextMeasurer *measurer,
                                  int             width,
                                  int             height,
                                  TsChartOptions *options);
void ts_chart_style_set_tooltip (GtkTooltip        *tooltip,
                                 const TsSceneStop *stop);

G_END_DECLS
