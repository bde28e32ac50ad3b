/* ts-chart-stop.c — a place in a chart that can have the focus
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-stop.h"

#include <math.h>

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

/**
 * ts_chart_stop_allocate:
 * @self: a child of a canvas
 * @stop: (nullable): what it stands for, %NULL when that cannot be seen
 *
 * Gives it the place where the canvas draws what it stands for.
 */
void
ts_chart_stop_allocate (TsChartStop       *self,
                        const TsSceneStop *stop)
{
  GtkAllocation allocation = { 0, 0, 1, 1 };

  if (stop != NULL)
    {
      allocation = (GtkAllocation) {
        .x = (int) floor (stop->anchor.x - stop->radius),
        .y = (int) floor (stop->anchor.y - stop->radius),
        .width = (int) ceil (2 * stop->radius),
        .height = (int) ceil (2 * stop->radius),
      };
    }

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), &allocation, -1);
}
