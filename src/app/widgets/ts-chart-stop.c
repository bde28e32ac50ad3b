/* ts-chart-stop.c — a place in a chart that can have the focus
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-stop.h"

struct _TsChartStop
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TsChartStop, ts_chart_stop, GTK_TYPE_WIDGET)

static void
ts_chart_stop_class_init (TsChartStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "stop");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
ts_chart_stop_init (TsChartStop *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  /* The pointer is for the chart, which knows shapes better than rectangles. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ts_chart_stop_new (void)
{
  return g_object_new (TS_TYPE_CHART_STOP, NULL);
}
