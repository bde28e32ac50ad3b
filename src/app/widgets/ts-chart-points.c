/* ts-chart-points.c — the points of a chart, as what the keyboard and a screen reader find of them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-points.h"

#include "app/widgets/ts-chart-stop.h"

#include <glib/gi18n-lib.h>

/* Up to how many points have a widget each; of more, two widgets stand for all and take turns. */
#define MOST_WIDGETS 400

/* How many of them are made in one go: what another chart shows need not wait for all. */
#define WIDGETS_AT_ONCE 40

struct _TsChartPoints
{
  GtkWidget *canvas; /* which owns it */
  TsChartPointsMoved moved;
  TsScene *scene;
  GPtrArray *widgets; /* TsChartStop, owned by the canvas as children */
  guint update_source;
  guint n_updated; /* widgets that say what they are, while they are updated */
  guint turn;      /* where points take turns, which of the two widgets stands for the cursor */
  int cursor;
};

static guint
get_n_points (TsChartPoints *self)
{
  return self->scene != NULL ? ts_scene_get_n_stops (self->scene) : 0;
}

static gboolean
take_turns (TsChartPoints *self)
{
  return get_n_points (self) > MOST_WIDGETS;
}

/* The point that one of the widgets stands for. */
static int
get_position (TsChartPoints *self,
              guint          widget)
{
  return take_turns (self) ? MAX (self->cursor, 0) : (int) widget;
}

/* The widget that stands for the cursor. */
static GtkWidget *
get_cursor_widget (TsChartPoints *self)
{
  if (self->widgets->len == 0)
    return NULL;

  return g_ptr_array_index (self->widgets, take_turns (self) ? self->turn : (guint) MAX (self->cursor, 0));
}

static char *
describe_stop (const TsSceneStop *stop)
{
  /* Translators: a point of a chart and what it shows, "5 Manage knowledge: level 2, target 3" */
  return g_strdup_printf (C_("chart point", "%s: %s"), stop->label, stop->value);
}

static void
describe_cursor (TsChartPoints *self)
{
  GtkAccessible *canvas = GTK_ACCESSIBLE (self->canvas);
  g_autofree char *text = NULL;

  if (self->cursor < 0 || self->cursor >= (int) get_n_points (self))
    {
      gtk_accessible_reset_property (canvas, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
      return;
    }

  text = describe_stop (ts_scene_get_stop (self->scene, (guint) self->cursor));
  gtk_accessible_update_property (canvas, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
on_focused (GtkEventControllerFocus *controller,
            TsChartPoints           *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint position;

  if (g_ptr_array_find (self->widgets, widget, &position))
    ts_chart_points_set_cursor (self, get_position (self, position));
}

static GtkWidget *
add_widget (TsChartPoints *self)
{
  GtkWidget *widget = ts_chart_stop_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_focused), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self->canvas);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_set_parent (widget, self->canvas);
  g_ptr_array_add (self->widgets, widget);

  return widget;
}

static void
remove_beyond (TsChartPoints *self,
               guint          n_widgets)
{
  while (self->widgets->len > n_widgets)
    gtk_widget_unparent (g_ptr_array_steal_index (self->widgets, self->widgets->len - 1));
}

/* Keeps the widgets of points that stay, so that an update does not take the focus away. Returns whether there is more to do. */
static gboolean
update_some (TsChartPoints *self)
{
  guint n_widgets = take_turns (self) ? 2 : get_n_points (self);
  guint end = MIN (n_widgets, self->n_updated + WIDGETS_AT_ONCE);

  self->turn = 0;
  remove_beyond (self, n_widgets);

  for (guint i = self->n_updated; i < end; i++)
    {
      GtkWidget *widget = i < self->widgets->len ? g_ptr_array_index (self->widgets, i) : add_widget (self);
      int position = MIN (get_position (self, i), (int) get_n_points (self) - 1);
      g_autofree char *text = describe_stop (ts_scene_get_stop (self->scene, (guint) position));

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }

  self->n_updated = end;

  if (end < n_widgets)
    return TRUE;

  ts_chart_points_set_cursor (self, self->cursor);
  describe_cursor (self);

  return FALSE;
}

static gboolean
on_update (gpointer user_data)
{
  TsChartPoints *self = user_data;

  if (update_some (self))
    return G_SOURCE_CONTINUE;

  self->update_source = 0;

  return G_SOURCE_REMOVE;
}

static GtkWidget *
get_focused (TsChartPoints *self)
{
  GtkRoot *root = gtk_widget_get_root (self->canvas);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == self->canvas ? focus : NULL;
}

/**
 * ts_chart_points_new:
 * @canvas: whose points they are
 * @moved: called when the cursor is elsewhere
 *
 * Returns: (transfer full): no points yet
 */
TsChartPoints *
ts_chart_points_new (GtkWidget          *canvas,
                     TsChartPointsMoved  moved)
{
  TsChartPoints *self = g_new0 (TsChartPoints, 1);

  self->canvas = canvas;
  self->moved = moved;
  self->widgets = g_ptr_array_new ();
  self->cursor = -1;

  return self;
}

/**
 * ts_chart_points_release:
 * @self: points
 *
 * Takes the children away: the canvas is going away.
 */
void
ts_chart_points_release (TsChartPoints *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  remove_beyond (self, 0);
  g_clear_pointer (&self->scene, ts_scene_unref);
}

void
ts_chart_points_free (TsChartPoints *self)
{
  ts_chart_points_release (self);
  g_ptr_array_unref (self->widgets);
  g_free (self);
}

/**
 * ts_chart_points_set_scene:
 * @self: points
 * @scene: (nullable): whose stops they are, %NULL until it has been laid out
 *
 * The children stay until an update.
 */
void
ts_chart_points_set_scene (TsChartPoints *self,
                           TsScene       *scene)
{
  g_clear_pointer (&self->scene, ts_scene_unref);

  if (scene == NULL)
    return;

  self->scene = ts_scene_ref (scene);
  self->n_updated = 0;

  if (self->update_source == 0)
    self->update_source = g_idle_add (on_update, self);
}

/**
 * ts_chart_points_update:
 * @self: points
 *
 * Brings the first of the children up to date at once.
 */
void
ts_chart_points_update (TsChartPoints *self)
{
  update_some (self);
}

/**
 * ts_chart_points_allocate:
 * @self: points
 *
 * Gives the children their places.
 */
void
ts_chart_points_allocate (TsChartPoints *self)
{
  for (guint i = 0; i < MIN (self->widgets->len, get_n_points (self)); i++)
    {
      int position = MIN (get_position (self, i), (int) get_n_points (self) - 1);

      ts_chart_stop_allocate (TS_CHART_STOP (g_ptr_array_index (self->widgets, i)), ts_scene_get_stop (self->scene, (guint) position));
    }
}

/**
 * ts_chart_points_get_cursor:
 * @self: points
 *
 * Returns: the position of the point that the cursor is at, or -1
 */
int
ts_chart_points_get_cursor (TsChartPoints *self)
{
  return self->cursor;
}

/**
 * ts_chart_points_set_cursor:
 * @self: points
 * @cursor: the position of a point, or -1
 *
 * Takes the focus along where one of the points has it. Positions beyond the last point are taken for the last.
 */
void
ts_chart_points_set_cursor (TsChartPoints *self,
                            int            cursor)
{
  gboolean turns = take_turns (self) && self->widgets->len == 2;

  cursor = CLAMP (cursor, -1, (int) (turns ? get_n_points (self) : self->widgets->len) - 1);
  gtk_widget_queue_draw (self->canvas);

  if (self->cursor == cursor)
    return;

  self->cursor = cursor;
  describe_cursor (self);

  /* The other widget takes its turn. */
  if (cursor >= 0 && turns)
    {
      g_autofree char *text = describe_stop (ts_scene_get_stop (self->scene, (guint) cursor));

      if (get_focused (self) != NULL)
        self->turn = 1 - self->turn;

      gtk_accessible_update_property (GTK_ACCESSIBLE (get_cursor_widget (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_widget_queue_allocate (self->canvas);
    }

  if (cursor >= 0 && get_focused (self) != NULL)
    gtk_widget_grab_focus (get_cursor_widget (self));

  self->moved (self->canvas);
}

/**
 * ts_chart_points_have_focus:
 * @self: points
 *
 * Returns: whether one of them has the focus
 */
gboolean
ts_chart_points_have_focus (TsChartPoints *self)
{
  return get_focused (self) != NULL;
}

/**
 * ts_chart_points_grab_focus:
 * @self: points
 *
 * Takes the focus to the cursor, or to the first point.
 *
 * Returns: whether it went there
 */
gboolean
ts_chart_points_grab_focus (TsChartPoints *self)
{
  return self->widgets->len > 0 && gtk_widget_grab_focus (get_cursor_widget (self));
}
