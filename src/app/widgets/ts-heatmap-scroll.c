/* ts-heatmap-scroll.c — how far a heat map is scrolled
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-heatmap-scroll.h"

#include <math.h>

struct _TsHeatmapScroll
{
  GtkWidget *widget; /* which owns it */
  GCallback moved;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

/**
 * ts_heatmap_scroll_install_properties:
 * @object_class: the class of a widget that is a #GtkScrollable
 *
 * Gives it the properties of one.
 */
void
ts_heatmap_scroll_install_properties (GObjectClass *object_class)
{
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

/**
 * ts_heatmap_scroll_new:
 * @widget: whose rows are scrolled
 * @moved: called with @widget when they have been
 *
 * Returns: (transfer full): nothing scrolled yet
 */
TsHeatmapScroll *
ts_heatmap_scroll_new (GtkWidget *widget,
                       GCallback  moved)
{
  TsHeatmapScroll *self = g_new0 (TsHeatmapScroll, 1);

  self->widget = widget;
  self->moved = moved;

  return self;
}

/**
 * ts_heatmap_scroll_release:
 * @self: how far a heat map is scrolled
 *
 * Lets go of the adjustments: its widget is going away.
 */
void
ts_heatmap_scroll_release (TsHeatmapScroll *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self->widget);

      g_clear_object (&self->adjustments[i]);
    }
}

void
ts_heatmap_scroll_free (TsHeatmapScroll *self)
{
  ts_heatmap_scroll_release (self);
  g_free (self);
}

static void
set_adjustment (TsHeatmapScroll *self,
                GtkOrientation   orientation,
                GtkAdjustment   *adjustment)
{
  GtkAdjustment **kept = &self->adjustments[orientation];

  if (adjustment != NULL && *kept == adjustment)
    return;

  if (*kept != NULL)
    {
      g_signal_handlers_disconnect_by_data (*kept, self->widget);
      g_object_unref (*kept);
    }

  *kept = adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (*kept);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (*kept, "value-changed", self->moved, self->widget);
}

void
ts_heatmap_scroll_get_property (TsHeatmapScroll *self,
                                guint            property_id,
                                GValue          *value,
                                GParamSpec      *pspec)
{
  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (self->widget, property_id, pspec);
    }
}

/**
 * ts_heatmap_scroll_set_property:
 * @self: how far a heat map is scrolled
 * @property_id: as in the set_property() of its widget
 * @value: likewise
 * @pspec: likewise
 *
 * An adjustment that is new knows nothing of the rows yet: ts_heatmap_scroll_configure() tells it.
 */
void
ts_heatmap_scroll_set_property (TsHeatmapScroll *self,
                                guint            property_id,
                                const GValue    *value,
                                GParamSpec      *pspec)
{
  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (self->widget, property_id, pspec);
    }
}

/**
 * ts_heatmap_scroll_configure:
 * @self: how far a heat map is scrolled
 * @window: (nullable): what of it can be seen
 * @width: how wide its widget is
 *
 * Tells the adjustments how much there is. It stays where it is as far as there are rows.
 */
void
ts_heatmap_scroll_configure (TsHeatmapScroll *self,
                             TsHeatmapWindow *window,
                             int              width)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (horizontal != NULL)
    gtk_adjustment_configure (horizontal, 0, 0, width, width * 0.1, width * 0.9, width);

  if (vertical != NULL && window != NULL)
    {
      double page = ts_heatmap_window_get_page (window);
      double range = ts_heatmap_window_get_range (window);
      double step = ts_heatmap_window_get_row_step (window);

      gtk_adjustment_configure (vertical, MIN (gtk_adjustment_get_value (vertical), range), 0, range + page, step, MAX (page - step, step),
                                page);
    }
}

/**
 * ts_heatmap_scroll_get_offset:
 * @self: how far a heat map is scrolled
 * @window: (nullable): what of it can be seen
 *
 * Returns: how far, in pixels. Rows are scrolled whole: half a row has no room for its words
 */
double
ts_heatmap_scroll_get_offset (TsHeatmapScroll *self,
                              TsHeatmapWindow *window)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double offset = vertical != NULL ? gtk_adjustment_get_value (vertical) : 0;
  double step = window != NULL ? ts_heatmap_window_get_row_step (window) : 0;

  if (step <= 0)
    return offset;

  return MIN (round (offset / step) * step, ts_heatmap_window_get_range (window));
}

/**
 * ts_heatmap_scroll_show_row:
 * @self: how far a heat map is scrolled
 * @window: (nullable): what of it can be seen
 * @row: a row of it
 *
 * Scrolls as little as will show the row.
 */
void
ts_heatmap_scroll_show_row (TsHeatmapScroll *self,
                            TsHeatmapWindow *window,
                            guint            row)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (vertical != NULL && window != NULL)
    gtk_adjustment_set_value (vertical, ts_heatmap_window_show_row (window, ts_heatmap_scroll_get_offset (self, window), row));
}
