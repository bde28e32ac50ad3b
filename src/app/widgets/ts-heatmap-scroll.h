/* ts-heatmap-scroll.h — how far a heat map is scrolled
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-heatmap-layout.h"

G_BEGIN_DECLS

/**
 * TsHeatmapScroll:
 *
 * What makes a widget a #GtkScrollable whose rows are scrolled whole: its adjustments and policies, and what they mean for a #TsHeatmapWindow. Its
 * widget owns it, and has the properties of #GtkScrollable and no others.
 */
typedef struct _TsHeatmapScroll TsHeatmapScroll;

void ts_heatmap_scroll_install_properties (GObjectClass *object_class);

TsHeatmapScroll *ts_heatmap_scroll_new (GtkWidget *widget,
                                        GCallback  moved);
void ts_heatmap_scroll_release (TsHeatmapScroll *self);
void ts_heatmap_scroll_free (TsHeatmapScroll *self);
void ts_heatmap_scroll_get_property (TsHeatmapScroll *self,
                                     guint            property_id,
                                     GValue          *value,
                                     GParamSpec      *pspec);
void ts_heatmap_scroll_set_property (TsHeatmapScroll *self,
                                     guint            property_id,
                                     const GValue    *value,
                                     GParamSpec      *pspec);
void ts_heatmap_scroll_configure (TsHeatmapScroll *self,
                                  TsHeatmapWindow *window,
                                  int              width);
double ts_heatmap_scroll_get_offset (TsHeatmapScroll *self,
                                     TsHeatmapWindow *window);
void ts_heatmap_scroll_show_row (TsHeatmapScroll *self,
                                 TsHeatmapWindow *window,
                                 guint            row);

G_END_DECLS
