/* ts-scene.c
 *
 * Reading a laid-out chart: its items, the stop at a point and the next stop of the cursor.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-scene-private.h"

G_DEFINE_BOXED_TYPE (TsScene, ts_scene, ts_scene_ref, ts_scene_unref)

static void
item_clear (TsSceneItem *item)
{
  switch (item->kind)
    {
    case TS_SCENE_ITEM_LINE:
    case TS_SCENE_ITEM_POLYGON:
      g_free (item->path.points);
      break;

    case TS_SCENE_ITEM_TEXT:
      g_free (item->text.string);
      break;

    case TS_SCENE_ITEM_RECTANGLE:
    case TS_SCENE_ITEM_MARKER:
    default:
      break;
    }
}

static void
legend_clear (TsLegendEntry *entry)
{
  g_free (entry->label);
}

static void
stop_clear (TsSceneStop *stop)
{
  g_free (stop->label);
  g_free (stop->value);
}

static void
region_clear (TsSceneRegion *region)
{
  g_free (region->points);
}

/* For the builder, which fills the scene before anybody else sees it. */
TsScene *
ts_scene_new_empty (void)
{
  TsScene *self = g_atomic_rc_box_new0 (TsScene);

  self->items = g_array_new (FALSE, TRUE, sizeof (TsSceneItem));
  g_array_set_clear_func (self->items, (GDestroyNotify) item_clear);
  self->legend = g_array_new (FALSE, TRUE, sizeof (TsLegendEntry));
  g_array_set_clear_func (self->legend, (GDestroyNotify) legend_clear);
  self->stops = g_array_new (FALSE, TRUE, sizeof (TsSceneStop));
  g_array_set_clear_func (self->stops, (GDestroyNotify) stop_clear);
  self->regions = g_array_new (FALSE, TRUE, sizeof (TsSceneRegion));
  g_array_set_clear_func (self->regions, (GDestroyNotify) region_clear);

  return self;
}

/**
 * ts_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): @self
 */
TsScene *
ts_scene_ref (TsScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_scene_clear (TsScene *self)
{
  g_array_unref (self->items);
  g_array_unref (self->legend);
  g_array_unref (self->stops);
  g_array_unref (self->regions);
  g_free (self->family);
  g_free (self->title);
  g_free (self->finding);
}

/**
 * ts_scene_unref:
 * @self: (transfer full): a scene
 */
void
ts_scene_unref (TsScene *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_scene_clear);
}

/**
 * ts_scene_get_width:
 * @self: a scene
 *
 * Returns: the width of the picture in layout units, CSS pixels
 */
double
ts_scene_get_width (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * ts_scene_get_height:
 * @self: a scene
 *
 * Returns: the height of the picture in layout units
 */
double
ts_scene_get_height (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * ts_scene_get_direction:
 * @self: a scene
 *
 * Returns: the reading direction that @self was laid out for
 */
TsChartDirection
ts_scene_get_direction (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, TS_CHART_DIRECTION_LTR);

  return self->direction;
}

/**
 * ts_scene_get_family:
 * @self: a scene
 *
 * Returns: the font family whose metrics @self was laid out with
 */
const char *
ts_scene_get_family (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

/**
 * ts_scene_get_text_kind:
 * @self: a scene
 *
 * Returns: whether letters were measured as set on whole pixels; they must be painted likewise
 */
TsSurfaceKind
ts_scene_get_text_kind (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, TS_SURFACE_VECTOR);

  return self->text_kind;
}

/**
 * ts_scene_get_unit:
 * @self: a scene
 *
 * Returns: what one pixel beside text of GNOME's usual size is here; see ts_chart_options_unit()
 */
double
ts_scene_get_unit (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->unit;
}

/**
 * ts_scene_get_title:
 * @self: a scene
 *
 * Returns: the chart's title, whether or not it is drawn
 */
const char *
ts_scene_get_title (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_scene_get_finding:
 * @self: a scene
 *
 * Returns: what the chart shows, in a sentence, whether or not it is drawn
 */
const char *
ts_scene_get_finding (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->finding;
}

/**
 * ts_scene_get_n_items:
 * @self: a scene
 *
 * Returns: how many things there are to draw
 */
guint
ts_scene_get_n_items (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * ts_scene_get_item:
 * @self: a scene
 * @position: less than ts_scene_get_n_items()
 *
 * Returns: (transfer none): the item; items are painted in this order
 */
const TsSceneItem *
ts_scene_get_item (const TsScene *self,
                   guint          position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->items->len, NULL);

  return &g_array_index (self->items, TsSceneItem, position);
}

/**
 * ts_scene_get_n_legend:
 * @self: a scene
 *
 * Returns: how many entries the legend has, whether or not it is drawn
 */
guint
ts_scene_get_n_legend (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->legend->len;
}

/**
 * ts_scene_get_legend:
 * @self: a scene
 * @position: less than ts_scene_get_n_legend()
 *
 * Returns: (transfer none): the entry
 */
const TsLegendEntry *
ts_scene_get_legend (const TsScene *self,
                     guint          position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->legend->len, NULL);

  return &g_array_index (self->legend, TsLegendEntry, position);
}

/**
 * ts_scene_get_n_stops:
 * @self: a scene
 *
 * Returns: how many places the cursor can stop at
 */
guint
ts_scene_get_n_stops (const TsScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stops->len;
}

/**
 * ts_scene_get_stop:
 * @self: a scene
 * @position: less than ts_scene_get_n_stops()
 *
 * Returns: (transfer none): the stop; stops are visited in this order
 */
const TsSceneStop *
ts_scene_get_stop (const TsScene *self,
                   guint          position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->stops->len, NULL);

  return &g_array_index (self->stops, TsSceneStop, position);
}

/**
 * ts_scene_hit:
 * @self: a scene
 * @x: horizontal position in layout units
 * @y: vertical position
 *
 * Finds what lies under the pointer. Where regions overlap, the one added last is on top.
 *
 * Returns: the position of the stop there, or -1
 */
int
ts_scene_hit (const TsScene *self,
              double         x,
              double         y)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = self->regions->len; i > 0; i--)
    {
      const TsSceneRegion *region = &g_array_index (self->regions, TsSceneRegion, i - 1);

      if (!ts_chart_rectangle_contains (&region->bounds, x, y))
        continue;
      if (region->n_points == 0 ||
          ts_chart_polygon_contains (region->points, region->n_points, x, y))
        return (int) region->stop;
    }

  return -1;
}

/**
 * ts_scene_move:
 * @self: a scene
 * @position: where the cursor is, or -1 if it is nowhere yet
 * @move: how it is moved
 *
 * Moves the cursor. It stays at the ends rather than going round, so that a person who cannot see the
 * chart knows when all of it has been visited.
 *
 * Returns: the new position, or -1 if there is no stop at all
 */
int
ts_scene_move (const TsScene *self,
               int            position,
               TsSceneMove    move)
{
  int last;

  g_return_val_if_fail (self != NULL, -1);

  last = (int) self->stops->len - 1;
  if (last < 0)
    return -1;

  switch (move)
    {
    case TS_SCENE_MOVE_NEXT:
      return CLAMP (position, -1, last - 1) + 1;

    case TS_SCENE_MOVE_PREVIOUS:
      return position < 0 ? last : CLAMP (position, 1, last + 1) - 1;

    case TS_SCENE_MOVE_LAST:
      return last;

    case TS_SCENE_MOVE_FIRST:
    default:
      return 0;
    }
}
