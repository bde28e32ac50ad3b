/* ts-segment-bar.c — how a whole is divided
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-segment-bar.h"

#define GAP          2
#define LEAST_LENGTH 6
#define USUAL_LENGTH 200

typedef struct
{
  GtkWidget *widget;
  guint share;
} Segment;

struct _TsSegmentBar
{
  GtkWidget parent_instance;

  GArray *segments;
};

G_DEFINE_FINAL_TYPE (TsSegmentBar, ts_segment_bar, GTK_TYPE_WIDGET)

static void
ts_segment_bar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TsSegmentBar *self = TS_SEGMENT_BAR (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) self->segments->len * (LEAST_LENGTH + GAP);
      *natural = MAX (*minimum, USUAL_LENGTH);
      return;
    }

  for (guint i = 0; i < self->segments->len; i++)
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (g_array_index (self->segments, Segment, i).widget, orientation, -1,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Every segment gets its least length first, and what is left is divided by share. */
static void
ts_segment_bar_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TsSegmentBar *self = TS_SEGMENT_BAR (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint64 total = 0;
  guint64 before = 0;
  int n_shown = 0;
  int length;
  int x = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      total += g_array_index (self->segments, Segment, i).share;
      n_shown += g_array_index (self->segments, Segment, i).share > 0;
    }

  length = MAX (width - (n_shown - 1) * GAP - n_shown * LEAST_LENGTH, 0);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      GtkAllocation allocation = { 0, 0, 0, height };

      if (segment->share == 0)
        continue;

      /* By where it ends rather than by how long it is, so that roundings do not add up. */
      allocation.width = LEAST_LENGTH;
      allocation.width += (int) ((guint64) length * (before + segment->share) / total);
      allocation.width -= (int) ((guint64) length * before / total);
      before += segment->share;

      allocation.x = right_to_left ? width - x - allocation.width : x;
      x += allocation.width + GAP;
      gtk_widget_size_allocate (segment->widget, &allocation, -1);
    }
}

static void
ts_segment_bar_dispose (GObject *object)
{
  TsSegmentBar *self = TS_SEGMENT_BAR (object);

  for (guint i = 0; i < self->segments->len; i++)
    gtk_widget_unparent (g_array_index (self->segments, Segment, i).widget);

  g_array_set_size (self->segments, 0);

  G_OBJECT_CLASS (ts_segment_bar_parent_class)->dispose (object);
}

static void
ts_segment_bar_finalize (GObject *object)
{
  TsSegmentBar *self = TS_SEGMENT_BAR (object);

  g_array_unref (self->segments);

  G_OBJECT_CLASS (ts_segment_bar_parent_class)->finalize (object);
}

static void
ts_segment_bar_class_init (TsSegmentBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_segment_bar_dispose;
  object_class->finalize = ts_segment_bar_finalize;

  widget_class->measure = ts_segment_bar_measure;
  widget_class->size_allocate = ts_segment_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "segmentbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ts_segment_bar_init (TsSegmentBar *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
}

GtkWidget *
ts_segment_bar_new (void)
{
  return g_object_new (TS_TYPE_SEGMENT_BAR, NULL);
}

/**
 * ts_segment_bar_add:
 * @self: a bar
 * @css_class: the class of the segment's node
 *
 * Adds a segment behind the others. It has no share yet.
 */
void
ts_segment_bar_add (TsSegmentBar *self,
                    const char   *css_class)
{
  Segment segment = { 0 };

  g_return_if_fail (TS_IS_SEGMENT_BAR (self));
  g_return_if_fail (css_class != NULL);

  segment.widget = g_object_new (GTK_TYPE_BOX,
                                 "css-name", "segment",
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 NULL);
  gtk_widget_add_css_class (segment.widget, css_class);
  gtk_widget_set_child_visible (segment.widget, FALSE);
  gtk_widget_set_parent (segment.widget, GTK_WIDGET (self));
  g_array_append_val (self->segments, segment);
}

/**
 * ts_segment_bar_set_share:
 * @self: a bar
 * @segment: the segment's position
 * @share: how much of the whole it is, in any unit that all segments share; with 0 it is not shown
 */
void
ts_segment_bar_set_share (TsSegmentBar *self,
                          guint         segment,
                          guint         share)
{
  Segment *changed;

  g_return_if_fail (TS_IS_SEGMENT_BAR (self));
  g_return_if_fail (segment < self->segments->len);

  changed = &g_array_index (self->segments, Segment, segment);

  if (changed->share == share)
    return;

  changed->share = share;
  gtk_widget_set_child_visible (changed->widget, share > 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * ts_segment_bar_get_share:
 * @self: a bar
 * @segment: the segment's position
 *
 * Returns: how much of the whole it is
 */
guint
ts_segment_bar_get_share (TsSegmentBar *self,
                          guint         segment)
{
  g_return_val_if_fail (TS_IS_SEGMENT_BAR (self), 0);
  g_return_val_if_fail (segment < self->segments->len, 0);

  return g_array_index (self->segments, Segment, segment).share;
}
