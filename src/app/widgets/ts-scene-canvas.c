/* ts-scene-canvas.c — draws a scene in the style of the screen
 *
 * The scene is whoever's who laid it out; what was painted of it is kept until the scene or the colours change. A scene is painted where it can be
 * seen: one that is scrolled away not at all, one that is higher than a screen in pieces, as they come into sight.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-scene-canvas.h"

#include "app/widgets/ts-chart-style.h"
#include "chart/ts-painter.h"

#include <adwaita.h>

/* In pixels: up to which height a scene is painted in one piece, and how high the pieces of a higher one are. */
#define MOST_WHOLE   1200
#define PIECE_HEIGHT 512

/* A scene of more items, as a trend of hundreds of lines, is drawn with them once; then each frame has it as a picture. */
#define MOST_REPEATED 1000

/* In text sizes: letters and their halos reach a little beyond what a text measures. */
#define OVERHANG 0.5

typedef struct
{
  TsTextMeasurer *measurer;
  TsScene *scene;
  GPtrArray *pieces; /* GskRenderNode, from the top; NULL where none has been painted yet */
  guint n_unpainted;
  GtkAdjustment *scroll; /* while it is on the screen; NULL where nothing scrolls it */
} TsSceneCanvasPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TsSceneCanvas, ts_scene_canvas, GTK_TYPE_WIDGET)

/* An array frees what was never painted too. */
static void
piece_free (gpointer piece)
{
  if (piece != NULL)
    gsk_render_node_unref (piece);
}

static void
forget_node (TsSceneCanvas *self)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);

  g_ptr_array_set_size (private->pieces, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Other parts may have come into sight. */
static void
on_scrolled (TsSceneCanvas *self)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);

  if (private->n_unpainted > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ts_scene_canvas_map (GtkWidget *widget)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (TS_SCENE_CANVAS (widget));
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (ts_scene_canvas_parent_class)->map (widget);

  if (scroller == NULL)
    return;

  private->scroll = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_object (private->scroll, "value-changed", G_CALLBACK (on_scrolled), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (private->scroll, "changed", G_CALLBACK (on_scrolled), widget, G_CONNECT_SWAPPED);
}

static void
ts_scene_canvas_unmap (GtkWidget *widget)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (TS_SCENE_CANVAS (widget));

  /* Others of the canvas may listen to it too. */
  if (private->scroll != NULL)
    g_signal_handlers_disconnect_by_func (private->scroll, on_scrolled, widget);

  g_clear_object (&private->scroll);

  GTK_WIDGET_CLASS (ts_scene_canvas_parent_class)->unmap (widget);
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

  g_ptr_array_set_size (private->pieces, 0);
  g_clear_pointer (&private->scene, ts_scene_unref);
  g_clear_pointer (&private->measurer, ts_text_measurer_unref);

  G_OBJECT_CLASS (ts_scene_canvas_parent_class)->dispose (object);
}

static void
ts_scene_canvas_finalize (GObject *object)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (TS_SCENE_CANVAS (object));

  g_ptr_array_unref (private->pieces);

  G_OBJECT_CLASS (ts_scene_canvas_parent_class)->finalize (object);
}

static void
ts_scene_canvas_class_init (TsSceneCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_scene_canvas_dispose;
  object_class->finalize = ts_scene_canvas_finalize;

  widget_class->map = ts_scene_canvas_map;
  widget_class->unmap = ts_scene_canvas_unmap;
  widget_class->css_changed = ts_scene_canvas_css_changed;
  widget_class->direction_changed = ts_scene_canvas_direction_changed;
}

static void
ts_scene_canvas_init (TsSceneCanvas *self)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);
  AdwStyleManager *style_manager = adw_style_manager_get_default ();

  private->pieces = g_ptr_array_new_with_free_func (piece_free);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_node), NULL);

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

  g_ptr_array_set_size (private->pieces, 0);
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

/* What of the canvas is within the window that scrolls it. */
static void
get_part_in_sight (TsSceneCanvas *self,
                   double        *top,
                   double        *foot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  *top = 0;
  *foot = gtk_widget_get_height (widget);

  if (scroller == NULL || !gtk_widget_compute_bounds (scroller, widget, &bounds))
    return;

  *top = bounds.origin.y;
  *foot = bounds.origin.y + bounds.size.height;
}

/* As @bounds are, in the pixels of the screen. */
static void
paint_picture (TsSceneCanvas         *self,
               cairo_t               *cairo,
               const graphene_rect_t *bounds,
               const TsPalette       *palette)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *picture =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) bounds->size.width * scale, (int) bounds->size.height * scale);
  cairo_t *picture_cairo;

  cairo_surface_set_device_scale (picture, scale, scale);
  picture_cairo = cairo_create (picture);
  cairo_translate (picture_cairo, -bounds->origin.x, -bounds->origin.y);
  ts_painter_paint (picture_cairo, private->scene, palette, TS_SURFACE_RASTER);
  cairo_destroy (picture_cairo);

  cairo_set_source_surface (cairo, picture, bounds->origin.x, bounds->origin.y);
  cairo_paint (cairo);
  cairo_surface_destroy (picture);
}

static GskRenderNode *
paint_piece (TsSceneCanvas         *self,
             const graphene_rect_t *bounds,
             const TsPalette       *palette)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);
  double overhang = ts_chart_style_get_em (GTK_WIDGET (self)) * OVERHANG;
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cairo = gsk_cairo_node_get_draw_context (node);
  const TsChartRectangle part = {
    bounds->origin.x - overhang,
    bounds->origin.y - overhang,
    bounds->size.width + 2 * overhang,
    bounds->size.height + 2 * overhang,
  };

  if (private->pieces->len == 1 && ts_scene_get_n_items (private->scene) > MOST_REPEATED)
    paint_picture (self, cairo, bounds, palette);
  else
    ts_painter_paint_part (cairo, private->scene, palette, TS_SURFACE_RASTER, &part);

  cairo_destroy (cairo);

  return node;
}

static void
paint_in_sight (TsSceneCanvas   *self,
                GtkSnapshot     *snapshot,
                const TsPalette *palette)
{
  TsSceneCanvasPrivate *private = ts_scene_canvas_get_instance_private (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int step = height > MOST_WHOLE ? PIECE_HEIGHT : MAX (height, 1);
  double top;
  double foot;

  if (private->pieces->len == 0)
    {
      g_ptr_array_set_size (private->pieces, (height + step - 1) / step);
      private->n_unpainted = private->pieces->len;
    }

  get_part_in_sight (self, &top, &foot);

  for (guint i = 0; i < private->pieces->len; i++)
    {
      int y = (int) i * step;
      const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, y, width, MIN (step, height - y));

      if (private->pieces->pdata[i] == NULL && y < foot && y + step > top)
        {
          private->pieces->pdata[i] = paint_piece (self, &bounds, palette);
          private->n_unpainted--;
        }

      if (private->pieces->pdata[i] != NULL)
        gtk_snapshot_append_node (snapshot, private->pieces->pdata[i]);
    }
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
  paint_in_sight (self, snapshot, &palette);

  for (guint i = 0; i < n_stops; i++)
    {
      if (stops[i] < 0 || stops[i] >= (int) ts_scene_get_n_stops (private->scene))
        continue;

      cairo = gtk_snapshot_append_cairo (snapshot, &bounds);
      ts_painter_paint_cursor (cairo, private->scene, &palette, (guint) stops[i]);
      cairo_destroy (cairo);
    }
}
