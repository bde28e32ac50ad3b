/* ts-painter-run.c
 *
 * Lines and dots that can be painted together. In a file, each thing that is painted says its colour, its width and how it is placed, which is
 * several times what a short line or a dot has to say itself: of hundreds, in one after the other or by turns, all lines are painted as one, and
 * then all dots.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-painter-run.h"

/* What is looked through for each item more. */
#define MOST_ITEMS 256

gboolean
ts_painter_run_is_line (const TsSceneItem *item)
{
  return item->kind == TS_SCENE_ITEM_LINE && item->paint.stroke_width > 0;
}

gboolean
ts_painter_run_is_dot (const TsSceneItem *item)
{
  return item->kind == TS_SCENE_ITEM_MARKER && item->marker.shape == TS_CHART_MARKER_CIRCLE && item->paint.fill == TS_CHART_FILL_SOLID &&
         item->paint.dash == TS_CHART_DASH_SOLID && item->paint.stroke_width < 2 * item->marker.radius;
}

static gboolean
are_alike (const TsSceneItem *a,
           const TsSceneItem *b)
{
  if (a->paint.stroke_role != b->paint.stroke_role || a->paint.stroke_width != b->paint.stroke_width || a->paint.dash != b->paint.dash)
    return FALSE;

  return a->kind == TS_SCENE_ITEM_LINE || (a->paint.fill_role == b->paint.fill_role && a->marker.radius == b->marker.radius);
}

static gboolean
touch (const TsChartRectangle *a,
       const TsChartRectangle *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

/* Lines go below the dots that were before them, and the outlines of all dots below all fillings. */
static gboolean
touches_dot (const TsScene     *scene,
             guint              first,
             guint              end,
             const TsSceneItem *item)
{
  for (guint i = first; i < end; i++)
    {
      const TsSceneItem *other = ts_scene_get_item (scene, i);

      if (other->kind == TS_SCENE_ITEM_MARKER && touch (&item->bounds, &other->bounds))
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_painter_run_measure:
 * @scene: a scene
 * @first: one of its items
 *
 * Returns: how many items from @first on are lines alike or dots alike, and look the same when all lines are painted before all dots; 0 where
 *   @first is neither
 */
guint
ts_painter_run_measure (const TsScene *scene,
                        guint          first)
{
  guint n_items = MIN (ts_scene_get_n_items (scene), first + MOST_ITEMS);
  const TsSceneItem *line = NULL;
  const TsSceneItem *dot = NULL;
  guint i;

  for (i = first; i < n_items; i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);
      const TsSceneItem **model;

      if (ts_painter_run_is_line (item))
        model = &line;
      else if (ts_painter_run_is_dot (item))
        model = &dot;
      else
        break;

      if (*model == NULL)
        *model = item;

      if (!are_alike (*model, item) || touches_dot (scene, first, i, item))
        break;
    }

  return i - first;
}
