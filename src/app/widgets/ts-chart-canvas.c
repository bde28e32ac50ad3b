/* ts-chart-canvas.c — a chart on the screen
 *
 * Between the chart floor, which knows no widgets, and the screen: it hands size, font and direction to the layout. The scene is kept until one of
 * these changes. A chart of so many rows that it would hold frames up is laid out on a thread; until that is done, what there was stays.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-canvas.h"

#include "app/widgets/ts-chart-lay-out.h"
#include "app/widgets/ts-chart-points.h"
#include "app/widgets/ts-chart-style.h"
#include "app/widgets/ts-scene-bubble.h"

#include <math.h>

/* In pixels: what a chart needs to say anything, and beyond which it only gets emptier. */
#define LEAST_SIZE 200

/* Of a chart that says how high it wants to be. */
#define LEAST_ROWS  96
#define MOST_HEIGHT 640

/* In the size of the text: as high as it is wide, and room for the legend, which needs more lines where it is narrow. */
#define USUAL_WIDTH          28
#define LEGEND_HEIGHT        3
#define NARROW_LEGEND_HEIGHT 6
#define USUAL_MOST_HEIGHT    34

/* In pixels: what is higher, by the number of its rows, is laid out beside the main loop. */
#define MOST_AT_ONCE 8000

struct _TsChartCanvas
{
  TsSceneCanvas parent_instance;

  TsChart *chart;
  gboolean is_laid_out; /* on a thread */
  gboolean is_stale;    /* what is laid out there is of a style that has gone */
  TsChartPoints *points;
};

G_DEFINE_FINAL_TYPE (TsChartCanvas, ts_chart_canvas, TS_TYPE_SCENE_CANVAS)

enum
{
  PROP_CHART = 1,
  PROP_CURSOR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* --- The scene ---------------------------------------------------------------------------------------------------- */

/* Draws @scene from now on, %NULL until there is one; takes it. */
static void
take_scene (TsChartCanvas *self,
            TsScene       *scene)
{
  ts_scene_canvas_take_scene (TS_SCENE_CANVAS (self), scene);
  ts_chart_points_set_scene (self->points, scene);
}

static void
on_laid_out (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TsChartCanvas *self = TS_CHART_CANVAS (source);
  g_autoptr (TsScene) scene = ts_chart_lay_out_finish (result);

  self->is_laid_out = FALSE;

  if (self->chart == NULL)
    return;

  if (self->chart == ts_chart_lay_out_get_chart (result) && !self->is_stale)
    take_scene (self, g_steal_pointer (&scene));

  /* Where it has another size or chart by now, that asks for another. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lay_out (TsChartCanvas *self,
         int            width,
         int            height)
{
  TsChartOptions options;

  ts_scene_canvas_init_options (TS_SCENE_CANVAS (self), width, height, &options);

  if (height <= MOST_AT_ONCE)
    {
      take_scene (self, ts_chart_layout (self->chart, &options));
    }
  else if (!self->is_laid_out)
    {
      self->is_laid_out = TRUE;
      self->is_stale = FALSE;
      ts_chart_lay_out_async (self, self->chart, &options, on_laid_out);
    }
}

static void
forget_scene (TsChartCanvas *self)
{
  self->is_stale = TRUE;
  take_scene (self, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  TsScene *scene = ts_chart_canvas_get_scene (self);
  TsSceneMove move;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || scene == NULL || !choose_move (self, keyval, &move))
    return GDK_EVENT_PROPAGATE;

  ts_chart_canvas_set_cursor (self, ts_scene_move (scene, ts_chart_canvas_get_cursor (self), move));

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
  TsScene *scene = ts_chart_canvas_get_scene (self);
  int stop = scene != NULL ? ts_scene_hit (scene, x, y) : -1;

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
  TsScene *scene = ts_chart_canvas_get_scene (self);
  int position;

  if (scene == NULL)
    return FALSE;

  position = keyboard_tooltip ? ts_chart_canvas_get_cursor (self) : ts_scene_hit (scene, x, y);

  if (position < 0 || position >= (int) ts_scene_get_n_stops (scene))
    return FALSE;

  ts_chart_style_set_tooltip (tooltip, ts_scene_get_stop (scene, (guint) position));

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

  ts_scene_canvas_init_options (TS_SCENE_CANVAS (self), width, LEAST_SIZE, &options);

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
      *minimum = *natural = MAX (LEAST_ROWS, wanted);
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
  TsScene *scene = ts_chart_canvas_get_scene (self);

  if (self->chart == NULL)
    return;

  if (scene == NULL || ts_scene_get_width (scene) != width || ts_scene_get_height (scene) != height)
    lay_out (self, width, height);

  ts_chart_points_allocate (self->points);
}

static void
ts_chart_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TsChartCanvas *self = TS_CHART_CANVAS (widget);
  TsScene *scene = ts_chart_canvas_get_scene (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean ring = ts_chart_points_have_focus (self->points) && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  int position = ring ? ts_chart_canvas_get_cursor (self) : -1;

  ts_scene_canvas_paint (TS_SCENE_CANVAS (self), snapshot, &position, 1);

  if (scene != NULL && position >= 0 && position < (int) ts_scene_get_n_stops (scene))
    ts_scene_bubble_snapshot (widget, snapshot, ts_scene_get_stop (scene, (guint) position));
}

/* The points are one stop of the Tab key: it comes to the one below the cursor, and leaves the chart from there. */
static gboolean
ts_chart_canvas_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  if (ts_chart_points_have_focus (TS_CHART_CANVAS (widget)->points))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
ts_chart_canvas_grab_focus (GtkWidget *widget)
{
  return ts_chart_points_grab_focus (TS_CHART_CANVAS (widget)->points);
}

static void
ts_chart_canvas_restyled (TsSceneCanvas *canvas)
{
  forget_scene (TS_CHART_CANVAS (canvas));
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
      g_value_set_int (value, ts_chart_canvas_get_cursor (self));
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

  ts_chart_points_release (self->points);
  g_clear_pointer (&self->chart, ts_chart_unref);

  G_OBJECT_CLASS (ts_chart_canvas_parent_class)->dispose (object);
}

static void
ts_chart_canvas_finalize (GObject *object)
{
  ts_chart_points_free (TS_CHART_CANVAS (object)->points);

  G_OBJECT_CLASS (ts_chart_canvas_parent_class)->finalize (object);
}

static void
ts_chart_canvas_class_init (TsChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TsSceneCanvasClass *canvas_class = TS_SCENE_CANVAS_CLASS (klass);

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

  canvas_class->restyled = ts_chart_canvas_restyled;

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
tell_cursor (GtkWidget *widget)
{
  g_object_notify_by_pspec (G_OBJECT (widget), properties[PROP_CURSOR]);
}

static void
ts_chart_canvas_init (TsChartCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->points = ts_chart_points_new (GTK_WIDGET (self), tell_cursor);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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
    ts_chart_points_update (self->points);

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

  return ts_scene_canvas_get_scene (TS_SCENE_CANVAS (self));
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

  return ts_chart_points_get_cursor (self->points);
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

  ts_chart_points_set_cursor (self->points, cursor);
}
