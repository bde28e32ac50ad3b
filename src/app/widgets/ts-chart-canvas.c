/* ts-chart-canvas.c — a chart on the screen
 *
 * Between the chart floor, which knows no widgets, and the screen: it hands size, font and direction to the layout and the scene to
 * the painter. The scene is kept until one of these changes, the painted node until the colours change too.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-canvas.h"

#include "app/widgets/ts-chart-stop.h"
#include "app/widgets/ts-chart-style.h"
#include "chart/ts-painter.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* In pixels: what a chart needs to say anything, and beyond which it only gets emptier. */
#define LEAST_SIZE  200
#define MOST_HEIGHT 640

/* In the size of the text: as high as it is wide, and room for the legend, which needs more lines where it is narrow. */
#define USUAL_WIDTH          28
#define LEGEND_HEIGHT        3
#define NARROW_LEGEND_HEIGHT 6
#define USUAL_MOST_HEIGHT    34

/* Up to how many points have a widget each; of more, two widgets stand for all and take turns. */
#define MOST_WIDGETS 400

/* How many of them are made in one go: what another chart shows need not wait for all. */
#define WIDGETS_AT_ONCE 40

struct _TsChartCanvas
{
  GtkWidget parent_instance;

  TsChart *chart;
  TsTextMeasurer *measurer;
  TsScene *scene;
  GskRenderNode *node;
  GPtrArray *points; /* TsChartStop, owned as children */
  guint update_source;
  guint n_updated; /* points that say what they are, while they are updated */
  guint turn;      /* where points take turns, which of the two widgets stands for the cursor */
  int cursor;
};

G_DEFINE_FINAL_TYPE (TsChartCanvas, ts_chart_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_CHART = 1,
  PROP_CURSOR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* --- The scene ---------------------------------------------------------------------------------------------------- */

static void
init_options (TsChartCanvas  *self,
              int             width,
              int             height,
              TsChartOptions *options)
{
  if (self->measurer == NULL)
    self->measurer = ts_chart_style_new_measurer (GTK_WIDGET (self));

  ts_chart_style_init_options (GTK_WIDGET (self), self->measurer, width, height, options);
}

static TsScene *
lay_out (TsChartCanvas *self,
         int            width,
         int            height)
{
  TsChartOptions options;

  init_options (self, width, height, &options);

  return ts_chart_layout (self->chart, &options);
}

static void
forget_scene (TsChartCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, ts_scene_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
forget_node (TsChartCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- The points --------------------------------------------------------------------------------------------------- */

static guint
get_n_points (TsChartCanvas *self)
{
  return self->scene != NULL ? ts_scene_get_n_stops (self->scene) : 0;
}

static gboolean
points_take_turns (TsChartCanvas *self)
{
  return get_n_points (self) > MOST_WIDGETS;
}

/* The point that one of the widgets stands for. */
static int
get_position (TsChartCanvas *self,
              guint          widget)
{
  return points_take_turns (self) ? MAX (self->cursor, 0) : (int) widget;
}

/* The widget that stands for the cursor. */
static GtkWidget *
get_cursor_point (TsChartCanvas *self)
{
  if (self->points->len == 0)
    return NULL;

  return g_ptr_array_index (self->points, points_take_turns (self) ? self->turn : (guint) MAX (self->cursor, 0));
}

static char *
describe_stop (const TsSceneStop *stop)
{
  /* Translators: a point of a chart and what it shows, "5 Manage knowledge: level 2, target 3" */
  return g_strdup_printf (C_("chart point", "%s: %s"), stop->label, stop->value);
}

static void
describe_cursor (TsChartCanvas *self)
{
  g_autofree char *text = NULL;

  if (self->scene == NULL || self->cursor < 0 || self->cursor >= (int) ts_scene_get_n_stops (self->scene))
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
      return;
    }

  text = describe_stop (ts_scene_get_stop (self->scene, self->cursor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
on_point_focused (GtkEventControllerFocus *controller,
                  TsChartCanvas           *self)
{
  GtkWidget *point = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint position;

  if (g_ptr_array_find (self->points, point, &position))
    ts_chart_canvas_set_cursor (self, get_position (self, position));
}

static GtkWidget *
add_point (TsChartCanvas *self)
{
  GtkWidget *point = ts_chart_stop_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_point_focused), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (point, focus);
  gtk_widget_set_parent (point, GTK_WIDGET (self));
  g_ptr_array_add (self->points, point);

  return point;
}

/* Keeps the widgets of points that stay, so that an update does not take the focus away. Returns whether there is more to do. */
static gboolean
update_points (TsChartCanvas *self)
{
  guint n_points = points_take_turns (self) ? 2 : get_n_points (self);
  guint end = MIN (n_points, self->n_updated + WIDGETS_AT_ONCE);

  self->turn = 0;

  while (self->points->len > n_points)
    {
      GtkWidget *last = g_ptr_array_steal_index (self->points, self->points->len - 1);

      gtk_widget_unparent (last);
    }

  for (guint i = self->n_updated; i < end; i++)
    {
      GtkWidget *point = i < self->points->len ? g_ptr_array_index (self->points, i) : add_point (self);
      int position = MIN (get_position (self, i), (int) get_n_points (self) - 1);
      g_autofree char *text = describe_stop (ts_scene_get_stop (self->scene, (guint) position));

      gtk_accessible_update_property (GTK_ACCESSIBLE (point), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }

  self->n_updated = end;

  if (end < n_points)
    return TRUE;

  ts_chart_canvas_set_cursor (self, self->cursor);
  describe_cursor (self);

  return FALSE;
}

static gboolean
on_update (gpointer user_data)
{
  TsChartCanvas *self = user_data;

  if (update_points (self))
    return G_SOURCE_CONTINUE;

  self->update_source = 0;

  return G_SOURCE_REMOVE;
}

/* Nothing can be added while sizes are given out; and the first frame need not wait for it. */
static void
queue_update (TsChartCanvas *self)
{
  self->n_updated = 0;

  if (self->update_source == 0)
    self->update_source = g_idle_add (on_update, self);
}

static GtkWidget *
get_focused_point (TsChartCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self) ? focus : NULL;
}

/* --- Keyboard and pointer ----------------------------------------------------------------------------------------- */

static gboolean
choose_move (TsChartCanvas *self,
             guint          keyval,
             TsSceneMove   *move)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *move = right_to_left ? TS_SCENE_MOVE_PREVIOUS : TS_SCENE_MOVE_NEXT;
      return TRUE;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *move = right_to_left ? TS_SCENE_MOVE_NEXT : TS_SCENE_MOVE_PREVIOUS;
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *move = TS_SCENE_MOVE_NEXT;
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *move = TS_SCENE_MOVE_PREVIOUS;
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *move = TS_SCENE_MOVE_FIRST;
      return TRUE;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *move = TS_SCENE_MOVE_LAST;
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TsChartCanvas         *self)
{
  TsSceneMove move;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->scene == NULL || !choose_move (self, keyval, &move))
    return GDK_EVENT_PROPAGATE;

  ts_chart_canvas_set_cursor (self, ts_scene_move (self->scene, self->cursor, move));

  /* At the ends too: the key was for the chart, and is not to move the focus out of it. */
  return GDK_EVENT_STOP;
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TsChartCanvas   *self)
{
  int stop = self->scene != NULL ? ts_scene_hit (self->scene, x, y) : -1;

  if (stop != -1)
    ts_chart_canvas_set_cursor (self, stop);

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
ts_chart_canvas_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  TsChartCanvas *self = TS_CHART_CANVAS (widget);
  int position;

  if (self->scene == NULL)
    return FALSE;

  position = keyboard_tooltip ? self->cursor : ts_scene_hit (self->scene, x, y);

  if (position < 0 || position >= (int) ts_scene_get_n_stops (self->scene))
    return FALSE;

  ts_chart_style_set_tooltip (tooltip, ts_scene_get_stop (self->scene, position));

  return TRUE;
}

/* --- As a widget -------------------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
ts_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The height that the chart itself wants in a width, as one of many rows does; 0 where any will do. */
static int
get_wanted_height (TsChartCanvas *self,
                   int            width)
{
  TsChartOptions options;

  if (self->chart == NULL)
    return 0;

  init_options (self, width, LEAST_SIZE, &options);

  return (int) ceil (ts_chart_get_natural_height (self->chart, &options));
}

static void
ts_chart_canvas_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  double em = ts_chart_style_get_em (widget);
  double width;
  double most;
  int wanted;

  *minimum_baseline = *natural_baseline = -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_SIZE;
      *natural = MAX (LEAST_SIZE, (int) (USUAL_WIDTH * em));
      return;
    }

  width = for_size != -1 ? for_size : USUAL_WIDTH * em;
  wanted = get_wanted_height (TS_CHART_CANVAS (widget), (int) width);

  if (wanted > 0)
    {
      *minimum = *natural = MAX (LEAST_SIZE, wanted);
      return;
    }

  most = CLAMP (USUAL_MOST_HEIGHT * em, LEAST_SIZE, MOST_HEIGHT);
  width += (width < USUAL_WIDTH * em ? NARROW_LEGEND_HEIGHT : LEGEND_HEIGHT) * em;
  *minimum = *natural = (int) CLAMP (width, LEAST_SIZE, most);
}

static void
ts_chart_canvas_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TsChartCanvas *self = TS_CHART_CANVAS (widget);

  if (self->chart == NULL)
    return;

  if (self->scene == NULL || ts_scene_get_width (self->scene) != width || ts_scene_get_height (self->scene) != height)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      g_clear_pointer (&self->scene, ts_scene_unref);
      self->scene = lay_out (self, width, height);
      queue_update (self);
    }

  for (guint i = 0; i < MIN (self->points->len, get_n_points (self)); i++)
    {
      int position = MIN (get_position (self, i), (int) get_n_points (self) - 1);
      const TsSceneStop *stop = ts_scene_get_stop (self->scene, (guint) position);
      GtkWidget *point = g_ptr_array_index (self->points, i);
      GtkAllocation allocation = {
        .x = (int) floor (stop->anchor.x - stop->radius),
        .y = (int) floor (stop->anchor.y - stop->radius),
        .width = (int) ceil (2 * stop->radius),
        .height = (int) ceil (2 * stop->radius),
      };

      gtk_widget_measure (point, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (point, &allocation, -1);
    }
}

static gboolean
ts_chart_canvas_cursor_is_visible (TsChartCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return get_focused_point (self) != NULL && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

static void
ts_chart_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TsChartCanvas *self = TS_CHART_CANVAS (widget);
  TsPalette palette;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (self->scene == NULL)
    return;

  ts_chart_style_get_palette (GTK_WIDGET (self), &palette);

  if (self->node == NULL)
    {
      cairo_t *cairo;

      self->node = gsk_cairo_node_new (&bounds);
      cairo = gsk_cairo_node_get_draw_context (self->node);
      ts_painter_paint (cairo, self->scene, &palette, TS_SURFACE_RASTER);
      cairo_destroy (cairo);
    }

  gtk_snapshot_append_node (snapshot, self->node);

  if (ts_chart_canvas_cursor_is_visible (self) && self->cursor < (int) ts_scene_get_n_stops (self->scene))
    {
      cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &bounds);

      ts_painter_paint_cursor (cairo, self->scene, &palette, self->cursor);
      cairo_destroy (cairo);
    }
}

/* The points are one stop of the Tab key: it comes to the one below the cursor, and leaves the chart from there. */
static gboolean
ts_chart_canvas_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  if (get_focused_point (TS_CHART_CANVAS (widget)) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
ts_chart_canvas_grab_focus (GtkWidget *widget)
{
  TsChartCanvas *self = TS_CHART_CANVAS (widget);

  if (self->points->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (get_cursor_point (self));
}

static void
ts_chart_canvas_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  TsChartCanvas *self = TS_CHART_CANVAS (widget);

  GTK_WIDGET_CLASS (ts_chart_canvas_parent_class)->css_changed (widget, change);

  g_clear_pointer (&self->measurer, ts_text_measurer_unref);
  forget_scene (self);
}

static void
ts_chart_canvas_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (ts_chart_canvas_parent_class)->direction_changed (widget, previous);

  forget_scene (TS_CHART_CANVAS (widget));
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_chart_canvas_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsChartCanvas *self = TS_CHART_CANVAS (object);

  switch (property_id)
    {
    case PROP_CHART:
      g_value_set_boxed (value, self->chart);
      break;

    case PROP_CURSOR:
      g_value_set_int (value, self->cursor);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_chart_canvas_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TsChartCanvas *self = TS_CHART_CANVAS (object);

  switch (property_id)
    {
    case PROP_CHART:
      ts_chart_canvas_set_chart (self, g_value_get_boxed (value));
      break;

    case PROP_CURSOR:
      ts_chart_canvas_set_cursor (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_chart_canvas_dispose (GObject *object)
{
  TsChartCanvas *self = TS_CHART_CANVAS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);

  while (self->points->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->points, self->points->len - 1));

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, ts_scene_unref);
  g_clear_pointer (&self->measurer, ts_text_measurer_unref);
  g_clear_pointer (&self->chart, ts_chart_unref);

  G_OBJECT_CLASS (ts_chart_canvas_parent_class)->dispose (object);
}

static void
ts_chart_canvas_finalize (GObject *object)
{
  TsChartCanvas *self = TS_CHART_CANVAS (object);

  g_ptr_array_unref (self->points);

  G_OBJECT_CLASS (ts_chart_canvas_parent_class)->finalize (object);
}

static void
ts_chart_canvas_class_init (TsChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ts_chart_canvas_get_property;
  object_class->set_property = ts_chart_canvas_set_property;
  object_class->dispose = ts_chart_canvas_dispose;
  object_class->finalize = ts_chart_canvas_finalize;

  widget_class->get_request_mode = ts_chart_canvas_get_request_mode;
  widget_class->measure = ts_chart_canvas_measure;
  widget_class->size_allocate = ts_chart_canvas_size_allocate;
  widget_class->snapshot = ts_chart_canvas_snapshot;
  widget_class->focus = ts_chart_canvas_focus;
  widget_class->grab_focus = ts_chart_canvas_grab_focus;
  widget_class->query_tooltip = ts_chart_canvas_query_tooltip;
  widget_class->css_changed = ts_chart_canvas_css_changed;
  widget_class->direction_changed = ts_chart_canvas_direction_changed;

  properties[PROP_CHART] =
    g_param_spec_boxed ("chart", NULL, NULL, TS_TYPE_CHART,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_CURSOR] =
    g_param_spec_int ("cursor", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ts_chart_canvas_init (TsChartCanvas *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cursor = -1;
  self->points = g_ptr_array_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (forget_node), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (forget_node), self, G_CONNECT_SWAPPED);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ts_chart_canvas_new (void)
{
  return g_object_new (TS_TYPE_CHART_CANVAS, NULL);
}

/**
 * ts_chart_canvas_get_chart:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the chart that it shows
 */
TsChart *
ts_chart_canvas_get_chart (TsChartCanvas *self)
{
  g_return_val_if_fail (TS_IS_CHART_CANVAS (self), NULL);

  return self->chart;
}

/**
 * ts_chart_canvas_set_chart:
 * @self: a canvas
 * @chart: (nullable): what to show
 *
 * The cursor stays where it was if there is still a point there, so that somebody who looks at one point sees it change.
 */
void
ts_chart_canvas_set_chart (TsChartCanvas *self,
                           TsChart       *chart)
{
  g_autofree char *finding = NULL;

  g_return_if_fail (TS_IS_CHART_CANVAS (self));

  if (self->chart == chart)
    return;

  g_clear_pointer (&self->chart, ts_chart_unref);
  self->chart = chart != NULL ? ts_chart_ref (chart) : NULL;

  if (chart != NULL)
    {
      finding = ts_chart_describe (chart);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, ts_chart_get_title (chart),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding,
                                      -1);
    }

  forget_scene (self);

  if (chart == NULL)
    update_points (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/**
 * ts_chart_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is on the screen, %NULL until the canvas has a size
 */
TsScene *
ts_chart_canvas_get_scene (TsChartCanvas *self)
{
  g_return_val_if_fail (TS_IS_CHART_CANVAS (self), NULL);

  return self->scene;
}

/**
 * ts_chart_canvas_get_cursor:
 * @self: a canvas
 *
 * Returns: the position of the point that the cursor is at, or -1
 */
int
ts_chart_canvas_get_cursor (TsChartCanvas *self)
{
  g_return_val_if_fail (TS_IS_CHART_CANVAS (self), -1);

  return self->cursor;
}

/**
 * ts_chart_canvas_set_cursor:
 * @self: a canvas
 * @cursor: the position of a point, or -1
 *
 * Takes the focus along where the chart has it. Positions beyond the last point are taken for the last.
 */
void
ts_chart_canvas_set_cursor (TsChartCanvas *self,
                            int            cursor)
{
  g_return_if_fail (TS_IS_CHART_CANVAS (self));

  if (points_take_turns (self) && self->points->len == 2)
    cursor = CLAMP (cursor, -1, (int) get_n_points (self) - 1);
  else
    cursor = CLAMP (cursor, -1, (int) self->points->len - 1);

  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (self->cursor == cursor)
    return;

  self->cursor = cursor;
  describe_cursor (self);

  /* The other widget takes its turn, so that the move is a change of focus that is heard. */
  if (cursor >= 0 && points_take_turns (self) && self->points->len == 2)
    {
      g_autofree char *text = describe_stop (ts_scene_get_stop (self->scene, (guint) cursor));

      if (get_focused_point (self) != NULL)
        self->turn = 1 - self->turn;

      gtk_accessible_update_property (GTK_ACCESSIBLE (get_cursor_point (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }

  if (cursor >= 0 && get_focused_point (self) != NULL)
    gtk_widget_grab_focus (get_cursor_point (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR]);
}
