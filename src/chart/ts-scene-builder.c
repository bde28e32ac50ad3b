/* ts-scene-builder.c
 *
 * Puts a scene together: mirrors what is read from right to left and notes what each item covers.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-scene-builder.h"

#include "chart/ts-scene-private.h"

struct _TsSceneBuilder
{
  TsScene *scene;
  TsTextMeasurer *measurer;
};

/**
 * ts_scene_builder_new:
 * @options: size, direction and fonts of the scene
 * @title: the chart's title
 * @finding: what it shows, in a sentence
 *
 * Title and finding are kept with the scene; drawing them is the layout's business.
 *
 * Returns: (transfer full): a builder of an empty scene
 */
TsSceneBuilder *
ts_scene_builder_new (const TsChartOptions *options,
                      const char           *title,
                      const char           *finding)
{
  TsSceneBuilder *self;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->measurer != NULL, NULL);

  self = g_new0 (TsSceneBuilder, 1);
  self->measurer = ts_text_measurer_ref (options->measurer);
  self->scene = ts_scene_new_empty ();
  self->scene->width = options->width;
  self->scene->height = options->height;
  self->scene->unit = ts_chart_options_unit (options);
  self->scene->direction = options->direction;
  self->scene->family = g_strdup (ts_text_measurer_get_family (options->measurer));
  self->scene->text_kind = ts_text_measurer_get_surface_kind (options->measurer);
  self->scene->title = g_strdup (title != NULL ? title : "");
  self->scene->finding = g_strdup (finding != NULL ? finding : "");

  return self;
}

/**
 * ts_scene_builder_free:
 * @self: (transfer full): a builder whose scene is not wanted any more
 */
void
ts_scene_builder_free (TsSceneBuilder *self)
{
  g_clear_pointer (&self->scene, ts_scene_unref);
  ts_text_measurer_unref (self->measurer);
  g_free (self);
}

/**
 * ts_scene_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the finished scene
 */
TsScene *
ts_scene_builder_end (TsSceneBuilder *self)
{
  TsScene *scene;

  g_return_val_if_fail (self != NULL, NULL);

  scene = g_steal_pointer (&self->scene);
  ts_scene_builder_free (self);

  return scene;
}

static gboolean
is_mirrored (const TsSceneBuilder *self)
{
  return self->scene->direction == TS_CHART_DIRECTION_RTL;
}

static double
place_x (const TsSceneBuilder *self,
         double                x)
{
  return is_mirrored (self) ? self->scene->width - x : x;
}

static TsChartRectangle
place_rectangle (const TsSceneBuilder   *self,
                 const TsChartRectangle *area)
{
  TsChartRectangle placed = *area;

  if (is_mirrored (self))
    placed.x = self->scene->width - area->x - area->width;

  return placed;
}

static TsChartPoint *
place_points (const TsSceneBuilder *self,
              const TsChartPoint   *points,
              guint                 n_points)
{
  TsChartPoint *placed = g_new (TsChartPoint, n_points);

  for (guint i = 0; i < n_points; i++)
    placed[i] = (TsChartPoint) { place_x (self, points[i].x), points[i].y };

  return placed;
}

static TsChartRectangle
bounds_of_points (const TsChartPoint *points,
                  guint               n_points)
{
  double left = points[0].x, right = points[0].x;
  double top = points[0].y, bottom = points[0].y;

  for (guint i = 1; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }

  return (TsChartRectangle) { left, top, right - left, bottom - top };
}

static void
add_item (TsSceneBuilder     *self,
          TsSceneItem        *item,
          TsSceneItemKind     kind,
          TsScenePart         part,
          const TsChartPaint *paint)
{
  item->kind = kind;
  item->part = part;

  if (paint != NULL)
    {
      double reach = paint->stroke_width / 2;

      item->paint = *paint;
      item->bounds.x -= reach;
      item->bounds.y -= reach;
      item->bounds.width += 2 * reach;
      item->bounds.height += 2 * reach;
    }

  g_array_append_val (self->scene->items, *item);
}

/**
 * ts_scene_builder_add_rectangle:
 * @self: a builder
 * @part: what it belongs to
 * @paint: fill and outline
 * @area: where it goes
 * @corner: radius of the corners
 */
void
ts_scene_builder_add_rectangle (TsSceneBuilder         *self,
                                TsScenePart             part,
                                const TsChartPaint     *paint,
                                const TsChartRectangle *area,
                                double                  corner)
{
  TsSceneItem item = { 0 };

  item.rectangle.area = place_rectangle (self, area);
  item.rectangle.corner = MIN (corner, MIN (area->width, area->height) / 2);
  item.bounds = item.rectangle.area;
  add_item (self, &item, TS_SCENE_ITEM_RECTANGLE, part, paint);
}

static void
add_path (TsSceneBuilder     *self,
          TsSceneItemKind     kind,
          TsScenePart         part,
          const TsChartPaint *paint,
          const TsChartPoint *points,
          guint               n_points)
{
  TsSceneItem item = { 0 };

  g_return_if_fail (n_points > 0);

  item.path.points = place_points (self, points, n_points);
  item.path.n_points = n_points;
  item.bounds = bounds_of_points (item.path.points, n_points);
  add_item (self, &item, kind, part, paint);
}

/**
 * ts_scene_builder_add_line:
 * @self: a builder
 * @part: what it belongs to
 * @paint: the outline; the fill is ignored
 * @points: (array length=n_points): where it runs
 * @n_points: how many, at least 1
 */
void
ts_scene_builder_add_line (TsSceneBuilder     *self,
                           TsScenePart         part,
                           const TsChartPaint *paint,
                           const TsChartPoint *points,
                           guint               n_points)
{
  add_path (self, TS_SCENE_ITEM_LINE, part, paint, points, n_points);
}

/**
 * ts_scene_builder_add_polygon:
 * @self: a builder
 * @part: what it belongs to
 * @paint: fill and outline
 * @points: (array length=n_points): the corners; the last is joined to the first
 * @n_points: how many, at least 1
 */
void
ts_scene_builder_add_polygon (TsSceneBuilder     *self,
                              TsScenePart         part,
                              const TsChartPaint *paint,
                              const TsChartPoint *points,
                              guint               n_points)
{
  add_path (self, TS_SCENE_ITEM_POLYGON, part, paint, points, n_points);
}

/**
 * ts_scene_builder_add_marker:
 * @self: a builder
 * @part: what it belongs to
 * @paint: fill and outline
 * @shape: which shape
 * @x: horizontal middle
 * @y: vertical middle
 * @radius: distance of the shape's furthest point from there
 */
void
ts_scene_builder_add_marker (TsSceneBuilder     *self,
                             TsScenePart         part,
                             const TsChartPaint *paint,
                             TsChartMarker       shape,
                             double              x,
                             double              y,
                             double              radius)
{
  TsSceneItem item = { 0 };

  item.marker.centre = (TsChartPoint) { place_x (self, x), y };
  item.marker.radius = radius;
  item.marker.shape = shape;
  item.bounds = (TsChartRectangle) {
    item.marker.centre.x - radius, y - radius, 2 * radius, 2 * radius
  };
  add_item (self, &item, TS_SCENE_ITEM_MARKER, part, paint);
}

/**
 * ts_scene_builder_add_text:
 * @self: a builder
 * @part: what it belongs to
 * @style: size, weight and colour
 * @text: one line of clean text; nothing is added for an empty one
 * @x: where @anchor goes
 * @baseline: where the letters stand
 * @anchor: which point of the text lies at @x
 * @max_width: the text is ellipsised when it is wider; 0 for no limit
 */
void
ts_scene_builder_add_text (TsSceneBuilder    *self,
                           TsScenePart        part,
                           const TsTextStyle *style,
                           const char        *text,
                           double             x,
                           double             baseline,
                           TsChartAnchor      anchor,
                           double             max_width)
{
  TsSceneItem item = { 0 };
  TsTextExtents extents;
  double width;

  if (*text == '\0')
    return;

  if (is_mirrored (self) && anchor != TS_CHART_ANCHOR_CENTRE)
    anchor = anchor == TS_CHART_ANCHOR_LEFT ? TS_CHART_ANCHOR_RIGHT : TS_CHART_ANCHOR_LEFT;

  ts_text_measurer_measure (self->measurer, text, style->size, style->weight, &extents);
  width = extents.width;
  if (max_width > 0 && width > max_width + 0.01)
    {
      width = max_width;
      item.text.max_width = max_width;
    }

  item.text.string = g_strdup (text);
  item.text.x = place_x (self, x);
  item.text.baseline = baseline;
  item.text.anchor = anchor;
  item.text.style = *style;
  item.bounds = (TsChartRectangle) {
    item.text.x - width * anchor / 2, baseline - extents.ascent,
    width, extents.ascent + extents.descent
  };
  add_item (self, &item, TS_SCENE_ITEM_TEXT, part, NULL);
}

/**
 * ts_scene_builder_add_legend:
 * @self: a builder
 * @entry: an entry, copied
 *
 * Notes an entry of the legend; drawing it is the layout's business.
 */
void
ts_scene_builder_add_legend (TsSceneBuilder      *self,
                             const TsLegendEntry *entry)
{
  TsLegendEntry copy = *entry;

  copy.label = g_strdup (entry->label);
  g_array_append_val (self->scene->legend, copy);
}

/**
 * ts_scene_builder_add_stop:
 * @self: a builder
 * @id: the row of the data
 * @label: what the place is
 * @value: what it shows, in words
 * @x: where the cursor ring's middle goes
 * @y: and vertically
 * @radius: the ring's radius
 *
 * Adds a stop of the cursor, behind those already there. What the pointer touches it by is added with
 * ts_scene_builder_add_region().
 *
 * Returns: the stop's position
 */
guint
ts_scene_builder_add_stop (TsSceneBuilder *self,
                           guint           id,
                           const char     *label,
                           const char     *value,
                           double          x,
                           double          y,
                           double          radius)
{
  TsSceneStop stop = {
    .id = id,
    .label = g_strdup (label),
    .value = g_strdup (value),
    .anchor = { place_x (self, x), y },
    .radius = radius,
  };

  g_array_append_val (self->scene->stops, stop);

  return self->scene->stops->len - 1;
}

/**
 * ts_scene_builder_add_region:
 * @self: a builder
 * @stop: the position of a stop
 * @area: a place that belongs to it
 */
void
ts_scene_builder_add_region (TsSceneBuilder         *self,
                             guint                   stop,
                             const TsChartRectangle *area)
{
  TsSceneRegion region = { .stop = stop, .bounds = place_rectangle (self, area) };

  g_return_if_fail (stop < self->scene->stops->len);

  g_array_append_val (self->scene->regions, region);
}

/**
 * ts_scene_builder_add_region_polygon:
 * @self: a builder
 * @stop: the position of a stop
 * @points: (array length=n_points): corners of a place that belongs to it
 * @n_points: how many, at least 3
 */
void
ts_scene_builder_add_region_polygon (TsSceneBuilder     *self,
                                     guint               stop,
                                     const TsChartPoint *points,
                                     guint               n_points)
{
  TsSceneRegion region = { .stop = stop };

  g_return_if_fail (stop < self->scene->stops->len);
  g_return_if_fail (n_points >= 3);

  region.points = place_points (self, points, n_points);
  region.n_points = n_points;
  region.bounds = bounds_of_points (region.points, n_points);
  g_array_append_val (self->scene->regions, region);
}
