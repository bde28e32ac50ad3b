/* ts-painter.c
 *
 * Paints a scene with Cairo and Pango: on the screen, into a picture, onto paper. It decides nothing
 * but colours and how shapes meet pixels; what is where was decided by the layout.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-painter.h"

#include <math.h>

#include "chart/ts-painter-run.h"
#include "chart/ts-pango-text.h"

#define HALO_SHARE    0.22
#define HATCH_SPACING 6.0

typedef struct
{
  cairo_t *cairo;
  const TsScene *scene;
  const TsPalette *palette;
  PangoLayout *layout;
  TsSurfaceKind text_kind;
  gboolean snap;
} Painter;

static void
set_colour (cairo_t *cairo,
            guint32  colour,
            double   opacity)
{
  cairo_set_source_rgba (cairo,
                         ((colour >> 16) & 0xff) / 255.0,
                         ((colour >> 8) & 0xff) / 255.0,
                         (colour & 0xff) / 255.0,
                         opacity);
}

/* Moves an edge onto the pixel grid of the surface: for lines of odd width in pixels onto the middle
 * of one, else between two. */
static double
snap (const Painter *self,
      double         position,
      double         stroke_width,
      gboolean       vertical)
{
  double zero_x = 0, zero_y = 0, x = position, y = position;
  double scale_x, scale_y, scale, origin, device, offset;
  cairo_matrix_t matrix;

  if (!self->snap)
    return position;

  cairo_get_matrix (self->cairo, &matrix);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 || matrix.yy <= 0)
    return position;

  cairo_surface_get_device_scale (cairo_get_group_target (self->cairo), &scale_x, &scale_y);
  cairo_user_to_device (self->cairo, &zero_x, &zero_y);
  cairo_user_to_device (self->cairo, &x, &y);

  origin = vertical ? zero_y * scale_y : zero_x * scale_x;
  device = vertical ? y * scale_y : x * scale_x;
  scale = vertical ? matrix.yy * scale_y : matrix.xx * scale_x;
  offset = stroke_width > 0 && lround (stroke_width * scale) % 2 != 0 ? 0.5 : 0;

  return (floor (device - offset + 0.5) + offset - origin) / scale;
}

static void
trace_rectangle (const Painter          *self,
                 const TsChartRectangle *area,
                 double                  corner,
                 double                  stroke_width)
{
  double left = snap (self, area->x, stroke_width, FALSE);
  double right = snap (self, area->x + area->width, stroke_width, FALSE);
  double top = snap (self, area->y, stroke_width, TRUE);
  double bottom = snap (self, area->y + area->height, stroke_width, TRUE);

  if (corner <= 0)
    {
      cairo_rectangle (self->cairo, left, top, right - left, bottom - top);
      return;
    }

  cairo_new_sub_path (self->cairo);
  cairo_arc (self->cairo, right - corner, top + corner, corner, -G_PI_2, 0);
  cairo_arc (self->cairo, right - corner, bottom - corner, corner, 0, G_PI_2);
  cairo_arc (self->cairo, left + corner, bottom - corner, corner, G_PI_2, G_PI);
  cairo_arc (self->cairo, left + corner, top + corner, corner, G_PI, G_PI + G_PI_2);
  cairo_close_path (self->cairo);
}

static void
trace_path (const Painter     *self,
            const TsSceneItem *item)
{
  const TsChartPoint *points = item->path.points;
  guint n_points = item->path.n_points;

  if (item->kind == TS_SCENE_ITEM_LINE && n_points == 2 &&
      (points[0].x == points[1].x || points[0].y == points[1].y))
    {
      double width = item->paint.stroke_width;
      gboolean upright = points[0].x == points[1].x;

      for (guint i = 0; i < 2; i++)
        cairo_line_to (self->cairo,
                       upright ? snap (self, points[i].x, width, FALSE) : points[i].x,
                       upright ? points[i].y : snap (self, points[i].y, width, TRUE));
      return;
    }

  for (guint i = 0; i < n_points; i++)
    cairo_line_to (self->cairo, points[i].x, points[i].y);

  if (item->kind == TS_SCENE_ITEM_POLYGON)
    cairo_close_path (self->cairo);
}

static void
trace_corners (cairo_t            *cairo,
               const TsChartPoint *centre,
               double              radius,
               guint               n_corners,
               double              turn)
{
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = turn + 2 * G_PI * i / n_corners;

      cairo_line_to (cairo, centre->x + radius * cos (angle), centre->y + radius * sin (angle));
    }
  cairo_close_path (cairo);
}

static void
trace_marker (const Painter     *self,
              const TsSceneItem *item)
{
  const TsChartPoint *centre = &item->marker.centre;
  double radius = item->marker.radius;

  switch (item->marker.shape)
    {
    case TS_CHART_MARKER_CIRCLE:
      cairo_new_sub_path (self->cairo);
      cairo_arc (self->cairo, centre->x, centre->y, radius, 0, 2 * G_PI);
      cairo_close_path (self->cairo);
      break;

    case TS_CHART_MARKER_SQUARE:
      trace_corners (self->cairo, centre, radius, 4, G_PI_4);
      break;

    case TS_CHART_MARKER_DIAMOND:
      trace_corners (self->cairo, centre, radius, 4, 0);
      break;

    case TS_CHART_MARKER_TRIANGLE:
      trace_corners (self->cairo, centre, radius, 3, -G_PI_2);
      break;

    case TS_CHART_MARKER_NONE:
    default:
      break;
    }
}

static void
hatch (const Painter          *self,
       const TsChartRectangle *bounds,
       guint32                 colour)
{
  double unit = ts_scene_get_unit (self->scene);
  double spacing = HATCH_SPACING * unit;

  cairo_save (self->cairo);
  cairo_clip (self->cairo);
  set_colour (self->cairo, colour, 1);
  cairo_set_line_width (self->cairo, unit);
  cairo_set_dash (self->cairo, NULL, 0, 0);
  for (double x = bounds->x - bounds->height; x < bounds->x + bounds->width; x += spacing)
    {
      cairo_move_to (self->cairo, x, bounds->y + bounds->height);
      cairo_line_to (self->cairo, x + bounds->height, bounds->y);
    }
  cairo_stroke (self->cairo);
  cairo_restore (self->cairo);
}

static void
set_dash (cairo_t     *cairo,
          TsChartDash  dash,
          double       width)
{
  const double dashed[] = { 4.5 * width, 3 * width };
  const double dotted[] = { 0, 2.4 * width };
  const double dash_dot[] = { 5 * width, 2.6 * width, 0, 2.6 * width };

  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);

  switch (dash)
    {
    case TS_CHART_DASH_DASHED:
      cairo_set_line_cap (cairo, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cairo, dashed, G_N_ELEMENTS (dashed), 0);
      break;

    case TS_CHART_DASH_DOTTED:
      cairo_set_dash (cairo, dotted, G_N_ELEMENTS (dotted), 0);
      break;

    case TS_CHART_DASH_DASH_DOT:
      cairo_set_dash (cairo, dash_dot, G_N_ELEMENTS (dash_dot), 0);
      break;

    case TS_CHART_DASH_SOLID:
    default:
      cairo_set_dash (cairo, NULL, 0, 0);
      break;
    }
}

static void
paint_shape (const Painter     *self,
             const TsSceneItem *item)
{
  const TsChartPaint *paint = &item->paint;

  cairo_new_path (self->cairo);

  switch (item->kind)
    {
    case TS_SCENE_ITEM_RECTANGLE:
      trace_rectangle (self, &item->rectangle.area, item->rectangle.corner, paint->stroke_width);
      break;

    case TS_SCENE_ITEM_LINE:
    case TS_SCENE_ITEM_POLYGON:
      trace_path (self, item);
      break;

    case TS_SCENE_ITEM_MARKER:
      trace_marker (self, item);
      break;

    case TS_SCENE_ITEM_TEXT:
    default:
      g_assert_not_reached ();
    }

  if (paint->fill != TS_CHART_FILL_NONE && item->kind != TS_SCENE_ITEM_LINE)
    {
      guint32 colour = self->palette->colours[paint->fill_role];

      if (paint->fill == TS_CHART_FILL_HATCH)
        {
          cairo_path_t *outline = cairo_copy_path (self->cairo);

          hatch (self, &item->bounds, colour);
          cairo_new_path (self->cairo);
          cairo_append_path (self->cairo, outline);
          cairo_path_destroy (outline);
        }
      else
        {
          set_colour (self->cairo, colour,
                      paint->fill == TS_CHART_FILL_WASH ? self->palette->wash : 1);
          cairo_fill_preserve (self->cairo);
        }
    }

  if (paint->stroke_width > 0)
    {
      set_colour (self->cairo, self->palette->colours[paint->stroke_role], 1);
      cairo_set_line_width (self->cairo, paint->stroke_width);
      set_dash (self->cairo, paint->dash, paint->stroke_width);
      cairo_stroke_preserve (self->cairo);
    }

  cairo_new_path (self->cairo);
}

/* --- Runs --------------------------------------------------------------------------------------------------------- */

static void
paint_lines (const Painter *self,
             guint          first,
             guint          end)
{
  const TsSceneItem *model = NULL;

  cairo_new_path (self->cairo);

  for (guint i = first; i < end; i++)
    {
      const TsSceneItem *item = ts_scene_get_item (self->scene, i);

      if (!ts_painter_run_is_line (item))
        continue;

      model = item;
      cairo_new_sub_path (self->cairo);
      trace_path (self, item);
    }

  if (model == NULL)
    return;

  set_colour (self->cairo, self->palette->colours[model->paint.stroke_role], 1);
  cairo_set_line_width (self->cairo, model->paint.stroke_width);
  set_dash (self->cairo, model->paint.dash, model->paint.stroke_width);
  cairo_stroke (self->cairo);
}

/* A line of no length with round ends is a circle. */
static void
paint_circles (const Painter *self,
               guint          first,
               guint          end,
               double         radius,
               guint32        colour)
{
  cairo_new_path (self->cairo);

  for (guint i = first; i < end; i++)
    {
      const TsSceneItem *item = ts_scene_get_item (self->scene, i);

      if (!ts_painter_run_is_dot (item))
        continue;

      cairo_move_to (self->cairo, item->marker.centre.x, item->marker.centre.y);
      cairo_line_to (self->cairo, item->marker.centre.x, item->marker.centre.y);
    }

  set_colour (self->cairo, colour, 1);
  cairo_set_line_width (self->cairo, 2 * radius);
  set_dash (self->cairo, TS_CHART_DASH_SOLID, 2 * radius);
  cairo_stroke (self->cairo);
}

/* An outline lies half within. */
static void
paint_dots (const Painter *self,
            guint          first,
            guint          end)
{
  for (guint i = first; i < end; i++)
    {
      const TsSceneItem *item = ts_scene_get_item (self->scene, i);
      double outline = item->paint.stroke_width / 2;

      if (!ts_painter_run_is_dot (item))
        continue;

      if (outline > 0)
        paint_circles (self, first, end, item->marker.radius + outline, self->palette->colours[item->paint.stroke_role]);

      paint_circles (self, first, end, item->marker.radius - outline, self->palette->colours[item->paint.fill_role]);
      break;
    }
}

/* --- Text --------------------------------------------------------------------------------------------------------- */

/* Only says something about text whose own letters do not. */
static gboolean
is_right_to_left (const Painter     *self,
                  const TsSceneItem *item)
{
  if (item->text.style.direction == TS_TEXT_DIRECTION_AUTO)
    return ts_scene_get_direction (self->scene) == TS_CHART_DIRECTION_RTL;

  return item->text.style.direction == TS_TEXT_DIRECTION_RTL;
}

static void
paint_text (const Painter     *self,
            const TsSceneItem *item)
{
  const TsTextStyle *style = &item->text.style;
  PangoLayoutLine *line;
  PangoRectangle logical;
  guint32 colour = style->on_area ? ts_palette_text_on (self->palette, style->role)
                                  : self->palette->colours[style->role];
  double scale = ts_pango_text_prepare_layout (self->layout, self->text_kind, ts_scene_get_family (self->scene), style->size,
                                               style->weight, item->text.string);
  double x, y;

  if (item->text.max_width > 0)
    {
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->layout, (int) floor (item->text.max_width / scale * PANGO_SCALE));
    }

  pango_context_set_base_dir (pango_layout_get_context (self->layout),
                              is_right_to_left (self, item) ? PANGO_DIRECTION_RTL
                                                            : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (self->layout);
  pango_layout_set_auto_dir (self->layout, style->direction == TS_TEXT_DIRECTION_AUTO);

  line = pango_layout_get_line_readonly (self->layout, 0);
  pango_layout_line_get_extents (line, NULL, &logical);
  x = item->text.x - (logical.width * item->text.anchor / 2.0 + logical.x) * scale / PANGO_SCALE;
  y = snap (self, item->text.baseline, 0, TRUE);
  x = snap (self, x, 0, FALSE);

  cairo_save (self->cairo);
  cairo_translate (self->cairo, x, y);
  cairo_scale (self->cairo, scale, scale);

  if (style->halo)
    {
      cairo_move_to (self->cairo, 0, 0);
      pango_cairo_layout_line_path (self->cairo, line);
      set_colour (self->cairo, self->palette->colours[TS_CHART_ROLE_BACKGROUND], 0.85);
      cairo_set_dash (self->cairo, NULL, 0, 0);
      cairo_set_line_width (self->cairo, style->size * HALO_SHARE / scale);
      cairo_stroke (self->cairo);
    }

  set_colour (self->cairo, colour, 1);
  cairo_move_to (self->cairo, 0, 0);
  pango_cairo_show_layout_line (self->cairo, line);
  cairo_restore (self->cairo);
}

static gboolean
meets (const TsChartRectangle *a,
       const TsChartRectangle *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

/**
 * ts_painter_paint:
 * @cairo: where to paint; the scene's upper left corner goes to the origin
 * @scene: what to paint
 * @palette: with which colours
 * @surface_kind: whether to meet pixels
 *
 * Paints every item. The background is left alone. Errors stay in @cairo, as always with Cairo.
 */
void
ts_painter_paint (cairo_t         *cairo,
                  const TsScene   *scene,
                  const TsPalette *palette,
                  TsSurfaceKind    surface_kind)
{
  ts_painter_paint_part (cairo, scene, palette, surface_kind, NULL);
}

/**
 * ts_painter_paint_part:
 * @cairo: where to paint; the scene's upper left corner goes to the origin
 * @scene: what to paint
 * @palette: with which colours
 * @surface_kind: whether to meet pixels
 * @part: (nullable): where something is wanted, a little more than is seen of it; %NULL for everywhere
 *
 * Leaves out the items that lie beside @part. What is painted is not cut there.
 */
void
ts_painter_paint_part (cairo_t                *cairo,
                       const TsScene          *scene,
                       const TsPalette        *palette,
                       TsSurfaceKind           surface_kind,
                       const TsChartRectangle *part)
{
  TsSurfaceKind text_kind;
  PangoLayout *layout;
  Painter self;

  g_return_if_fail (cairo != NULL);
  g_return_if_fail (scene != NULL);
  g_return_if_fail (palette != NULL);

  cairo_save (cairo);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);

  text_kind = ts_scene_get_text_kind (scene);
  layout = ts_pango_text_new_layout (cairo, surface_kind, text_kind);

  self = (Painter) {
    .cairo = cairo,
    .scene = scene,
    .palette = palette,
    .layout = layout,
    .text_kind = surface_kind == TS_SURFACE_VECTOR ? text_kind : TS_SURFACE_RASTER,
    .snap = surface_kind == TS_SURFACE_RASTER,
  };

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);
      guint n_alike = surface_kind == TS_SURFACE_VECTOR ? ts_painter_run_measure (scene, i) : 0;

      if (n_alike > 1)
        {
          paint_lines (&self, i, i + n_alike);
          paint_dots (&self, i, i + n_alike);
          i += n_alike - 1;
          continue;
        }

      if (part != NULL && !meets (&item->bounds, part))
        continue;

      if (item->kind == TS_SCENE_ITEM_TEXT)
        paint_text (&self, item);
      else
        paint_shape (&self, item);
    }

  g_object_unref (layout);
  cairo_restore (cairo);
}

/**
 * ts_painter_paint_background:
 * @cairo: where to paint
 * @palette: for its background colour
 *
 * Covers all of the surface, so that no edge of it shines through where a picture's size is no whole number
 * of pixels.
 */
void
ts_painter_paint_background (cairo_t         *cairo,
                             const TsPalette *palette)
{
  g_return_if_fail (cairo != NULL);
  g_return_if_fail (palette != NULL);

  cairo_save (cairo);
  set_colour (cairo, palette->colours[TS_CHART_ROLE_BACKGROUND], 1);
  cairo_paint (cairo);
  cairo_restore (cairo);
}

/**
 * ts_painter_paint_cursor:
 * @cairo: where to paint
 * @scene: a scene that was painted there
 * @palette: with which colours
 * @stop: the position of the stop that the cursor is at
 *
 * Paints the ring that shows where the keyboard's cursor is: a line in the highlight colour between two
 * of the background's, visible on whatever lies below.
 */
void
ts_painter_paint_cursor (cairo_t         *cairo,
                         const TsScene   *scene,
                         const TsPalette *palette,
                         guint            stop)
{
  const TsSceneStop *at;
  double unit;

  g_return_if_fail (cairo != NULL);
  g_return_if_fail (scene != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (stop < ts_scene_get_n_stops (scene));

  at = ts_scene_get_stop (scene, stop);
  unit = ts_scene_get_unit (scene);

  cairo_save (cairo);
  cairo_new_path (cairo);
  cairo_arc (cairo, at->anchor.x, at->anchor.y, at->radius, 0, 2 * G_PI);
  set_colour (cairo, palette->colours[TS_CHART_ROLE_BACKGROUND], 1);
  cairo_set_line_width (cairo, 5 * unit);
  cairo_stroke_preserve (cairo);
  set_colour (cairo, palette->colours[TS_CHART_ROLE_HIGHLIGHT], 1);
  cairo_set_line_width (cairo, 2.5 * unit);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}
