/* ts-scene-canvas.c — draws a scene in the style of the screen
 *
 * The scene is whoever's who laid it out; the painted node is kept until the scene or the colours change.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-scene-canvas.h"

#include "app/widgets/ts-chart-style.h"
#include "chart/ts-painter.h"

#include <adwaita.h>

typedef struct
{
  TsTextMeasurer *measurer;
  TsScene *scene;
  GskRenderNode *node;
} TsSceneCanvasPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TsSceneCanvas, ts_scene_canvas, GTK_TYPE_WIDGET)

static void
forget_node (TsSceneCanvas *self)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);

  g_clear_pointer (&private->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ts_scene_canvas_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  TsSceneCanvas *self = TS_SCENE_CANVAS (widget);
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);

  GTK_WIDGET_CLASS (ts_scene_canvas_parent_class)->css_changed (widget, change);

  g_clear_pointer (&private->measurer, ts_text_measurer_unref);
  TS_SCENE_CANVAS_GET_CLASS (self)->restyled (self);
}

static void
ts_scene_canvas_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  TsSceneCanvas *self = TS_SCENE_CANVAS (widget);

  GTK_WIDGET_CLASS (ts_scene_canvas_parent_class)->direction_changed (widget, previous);

  TS_SCENE_CANVAS_GET_CLASS (self)->restyled (self);
}

static void
ts_scene_canvas_dispose (GObject *object)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (TS_SCENE_CANVAS (object));

  g_clear_pointer (&private->node, gsk_render_node_unref);
  g_clear_pointer (&private->scene, ts_scene_unref);
  g_clear_pointer (&private->measurer, ts_text_measurer_unref);

  G_OBJECT_CLASS (ts_scene_canvas_parent_class)->dispose (object);
}

static void
ts_scene_canvas_class_init (TsSceneCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_scene_canvas_dispose;

  widget_class->css_changed = ts_scene_canvas_css_changed;
  widget_class->direction_changed = ts_scene_canvas_direction_changed;
}

static void
ts_scene_canvas_init (TsSceneCanvas *self)
{
  AdwStyleManager *style_manager = adw_style_manager_get_default ();

  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (forget_node), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (forget_node), self, G_CONNECT_SWAPPED);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * ts_scene_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the scene that it draws
 */
TsScene *
ts_scene_canvas_get_scene (TsSceneCanvas *self)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);

  return private->scene;
}

/**
 * ts_scene_canvas_take_scene:
 * @self: a canvas
 * @scene: (transfer full) (nullable): what to draw, %NULL to forget what was drawn
 *
 * It does not ask to be drawn or to be given a size: it may stand in the midst of that.
 */
void
ts_scene_canvas_take_scene (TsSceneCanvas *self,
                            TsScene       *scene)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);

  g_clear_pointer (&private->node, gsk_render_node_unref);
  g_clear_pointer (&private->scene, ts_scene_unref);
  private->scene = scene;
}

/**
 * ts_scene_canvas_init_options:
 * @self: a canvas
 * @width: the room for a scene
 * @height: the room for it
 * @options: (out caller-allocates): what a layout is to be told. Its measurer is the canvas's, until that is restyled
 */
void
ts_scene_canvas_init_options (TsSceneCanvas  *self,
                              int             width,
                              int             height,
                              TsChartOptions *options)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);

  if (private->measurer == NULL)
  private->measurer = ts_chart_style_new_measurer (GTK_WIDGET (self));

  ts_chart_style_init_options (GTK_WIDGET (self), private->measurer, width, height, options);
}

/**
 * ts_scene_canvas_paint:
 * @self: a canvas
 * @snapshot: where to
 * @stops: (array length=n_stops): the positions of the stops that get a ring; -1 for none, and what the scene has not is none
 * @n_stops: how many there are
 *
 * Draws the scene, where there is one.
 */
void
ts_scene_canvas_paint (TsSceneCanvas *self,
                       GtkSnapshot   *snapshot,
                       const int     *stops,
                       guint          n_stops)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  TsPalette palette;
  cairo_t *cairo;

  if (private->scene == NULL)
    return;

  ts_chart_style_get_palette (widget, &palette);

  if (private->node == NULL)
    {
      private->node = gsk_cairo_node_new (&bounds);
      cairo = gsk_cairo_node_get_draw_context (private->node);
      ts_painter_paint (cairo, private->scene, &palette, TS_SURFACE_RASTER);
      cairo_destroy (cairo);
    }

  gtk_snapshot_append_node (snapshot, private->node);

  for (guint i = 0; i < n_stops; i++)
    {
      if (stops[i] < 0 || stops[i] >= (int) ts_scene_get_n_stops (private->scene))
        continue;

      cairo = gtk_snapshot_append_cairo (snapshot, &bounds);
      ts_painter_paint_cursor (cairo, private->scene, &palette, (guint) stops[i]);
      cairo_destroy (cairo);
    }
}
