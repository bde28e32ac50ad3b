/* checks.c
 *
 * What holds for every scene, of whatever chart.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "checks.h"

/* Everything is in the picture. */
void
check_inside (const TsScene *scene)
{
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);
      const TsChartRectangle *bounds = &item->bounds;

      if (bounds->x < -CHECK_EPSILON)
        g_test_message ("kind %d, part %d, “%s” at %g", item->kind, item->part,
                        item->kind == TS_SCENE_ITEM_TEXT ? item->text.string : "", bounds->x);

      /* Comparisons with NaN fail. */
      g_assert_true (bounds->x >= -CHECK_EPSILON);
      g_assert_true (bounds->y >= -CHECK_EPSILON);
      g_assert_true (bounds->x + bounds->width <= ts_scene_get_width (scene) + CHECK_EPSILON);
      g_assert_true (bounds->y + bounds->height <= ts_scene_get_height (scene) + CHECK_EPSILON);
    }
}

/* No text lies on another. */
void
check_no_text_overlaps (const TsScene *scene)
{
  guint n_items = ts_scene_get_n_items (scene);

  for (guint i = 0; i < n_items; i++)
    {
      const TsSceneItem *a = ts_scene_get_item (scene, i);

      for (guint j = i + 1; a->kind == TS_SCENE_ITEM_TEXT && j < n_items; j++)
        {
          const TsSceneItem *b = ts_scene_get_item (scene, j);

          if (b->kind == TS_SCENE_ITEM_TEXT &&
              ts_chart_rectangle_overlaps (&a->bounds, &b->bounds, -CHECK_EPSILON))
            g_error ("“%s” lies on “%s”", a->text.string, b->text.string);
        }
    }
}

static void
check_bounds (const TsChartRectangle *a,
              const TsChartRectangle *b,
              double                  tolerance)
{
  g_assert_cmpfloat_with_epsilon (a->x, b->x, tolerance);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, tolerance);
  g_assert_cmpfloat_with_epsilon (a->width, b->width, tolerance);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, tolerance);
}

/* The two are one picture. */
void
check_same (const TsScene *first,
            const TsScene *second)
{
  g_assert_cmpuint (ts_scene_get_n_items (first), ==, ts_scene_get_n_items (second));
  for (guint i = 0; i < ts_scene_get_n_items (first); i++)
    {
      const TsSceneItem *a = ts_scene_get_item (first, i);
      const TsSceneItem *b = ts_scene_get_item (second, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpint (a->part, ==, b->part);
      g_assert_cmpmem (&a->bounds, sizeof a->bounds, &b->bounds, sizeof b->bounds);
      if (a->kind == TS_SCENE_ITEM_TEXT)
        g_assert_cmpstr (a->text.string, ==, b->text.string);
    }

  g_assert_cmpuint (ts_scene_get_n_stops (first), ==, ts_scene_get_n_stops (second));
  for (guint i = 0; i < ts_scene_get_n_stops (first); i++)
    {
      g_assert_cmpstr (ts_scene_get_stop (first, i)->label, ==,
                       ts_scene_get_stop (second, i)->label);
      g_assert_cmpstr (ts_scene_get_stop (first, i)->value, ==,
                       ts_scene_get_stop (second, i)->value);
    }
}

/* One is the other in a mirror, for the eye and for the pointer. */
void
check_mirrored (const TsScene *left,
                const TsScene *right)
{
  double width = ts_scene_get_width (left), height = ts_scene_get_height (left);

  g_assert_cmpuint (ts_scene_get_n_items (left), ==, ts_scene_get_n_items (right));
  for (guint i = 0; i < ts_scene_get_n_items (left); i++)
    {
      TsChartRectangle turned = ts_scene_get_item (left, i)->bounds;

      turned.x = width - turned.x - turned.width;
      check_bounds (&turned, &ts_scene_get_item (right, i)->bounds, CHECK_EPSILON);
    }

  for (double x = 0.537; x < width; x += 13.01)
    for (double y = 0.5; y < height; y += 11)
      g_assert_cmpint (ts_scene_hit (left, x, y), ==, ts_scene_hit (right, width - x, y));
}

/* How many items are of a part and, unless @kind is below 0, of a kind. */
guint
check_count (const TsScene *scene,
             TsScenePart    part,
             int            kind)
{
  guint count = 0;

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      count += item->part == part && (kind < 0 || (int) item->kind == kind);
    }

  return count;
}
