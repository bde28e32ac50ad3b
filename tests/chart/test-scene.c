/* test-scene.c
 *
 * Building and reading scenes: mirroring, bounds, hits and the cursor.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-scene-builder.h"

static const TsChartPaint stroke = { .stroke_role = TS_CHART_ROLE_AXIS, .stroke_width = 2 };
static const TsChartPaint fill = { .fill = TS_CHART_FILL_SOLID, .fill_role = TS_CHART_ROLE_SERIES_1 };

static TsSceneBuilder *
new_builder (TsChartDirection direction)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  TsChartOptions options;

  ts_chart_options_init_screen (&options, 200, 100, measurer);
  options.direction = direction;

  return ts_scene_builder_new (&options, "Title", "Finding.");
}

static TsScene *
make_scene (TsChartDirection direction)
{
  TsSceneBuilder *builder = new_builder (direction);
  const TsChartRectangle area = { 10, 20, 30, 40 };
  const TsChartPoint path[] = { { 100, 10 }, { 120, 10 }, { 120, 50 } };
  const TsTextStyle style = { .size = 10, .role = TS_CHART_ROLE_FOREGROUND };
  guint first, second;

  ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_SERIES, &fill, &area, 3);
  ts_scene_builder_add_line (builder, TS_SCENE_PART_SERIES, &stroke, path, G_N_ELEMENTS (path));
  ts_scene_builder_add_marker (builder, TS_SCENE_PART_SERIES, &fill, TS_CHART_MARKER_CIRCLE, 150, 50,
                               5);
  ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, "abc", 20, 90,
                             TS_CHART_ANCHOR_LEFT, 0);
  ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, "much too long", 100, 90,
                             TS_CHART_ANCHOR_RIGHT, 30);
  ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, "", 100, 90,
                             TS_CHART_ANCHOR_RIGHT, 30);

  first = ts_scene_builder_add_stop (builder, 7, "area", "1", 25, 40, 9);
  ts_scene_builder_add_region (builder, first, &area);
  second = ts_scene_builder_add_stop (builder, 8, "corner", "2", 120, 10, 9);
  ts_scene_builder_add_region_polygon (builder, second, path, G_N_ELEMENTS (path));

  return ts_scene_builder_end (builder);
}

static void
test_bounds (void)
{
  g_autoptr (TsScene) scene = make_scene (TS_CHART_DIRECTION_LTR);
  const TsSceneItem *item;

  g_assert_cmpuint (ts_scene_get_n_items (scene), ==, 5);
  g_assert_cmpstr (ts_scene_get_title (scene), ==, "Title");
  g_assert_cmpstr (ts_scene_get_finding (scene), ==, "Finding.");

  item = ts_scene_get_item (scene, 0);
  g_assert_cmpfloat (item->bounds.x, ==, 10);
  g_assert_cmpfloat (item->bounds.width, ==, 30);

  item = ts_scene_get_item (scene, 1);
  g_assert_cmpfloat (item->bounds.x, ==, 99);
  g_assert_cmpfloat (item->bounds.y, ==, 9);
  g_assert_cmpfloat (item->bounds.width, ==, 22);
  g_assert_cmpfloat (item->bounds.height, ==, 42);

  item = ts_scene_get_item (scene, 3);
  g_assert_cmpfloat (item->text.max_width, ==, 0);
  g_assert_cmpfloat_with_epsilon (item->bounds.width, 3 * 5.6, 0.001);

  item = ts_scene_get_item (scene, 4);
  g_assert_cmpfloat (item->text.max_width, ==, 30);
  g_assert_cmpfloat (item->bounds.x, ==, 70);
  g_assert_cmpfloat (item->bounds.width, ==, 30);
}

static void
test_mirror (void)
{
  g_autoptr (TsScene) left = make_scene (TS_CHART_DIRECTION_LTR);
  g_autoptr (TsScene) right = make_scene (TS_CHART_DIRECTION_RTL);

  for (guint i = 0; i < ts_scene_get_n_items (left); i++)
    {
      const TsChartRectangle *a = &ts_scene_get_item (left, i)->bounds;
      const TsChartRectangle *b = &ts_scene_get_item (right, i)->bounds;

      g_assert_cmpfloat_with_epsilon (200 - a->x - a->width, b->x, 0.001);
      g_assert_cmpfloat_with_epsilon (a->width, b->width, 0.001);
      g_assert_cmpfloat (a->y, ==, b->y);
    }

  for (double x = 0.5; x < 200; x += 1)
    for (double y = 0.5; y < 100; y += 1)
      g_assert_cmpint (ts_scene_hit (left, x, y), ==, ts_scene_hit (right, 200 - x, y));

  g_assert_cmpfloat (ts_scene_get_stop (right, 1)->anchor.x, ==, 80);
}

static void
test_hit (void)
{
  g_autoptr (TsScene) scene = make_scene (TS_CHART_DIRECTION_LTR);

  g_assert_cmpint (ts_scene_hit (scene, 11, 21), ==, 0);
  g_assert_cmpint (ts_scene_hit (scene, 39.9, 59.9), ==, 0);
  g_assert_cmpint (ts_scene_hit (scene, 40, 60), ==, -1);
  g_assert_cmpint (ts_scene_hit (scene, 118, 20), ==, 1);
  g_assert_cmpint (ts_scene_hit (scene, 102, 48), ==, -1);
  g_assert_cmpint (ts_scene_hit (scene, -1000, 1e9), ==, -1);
  g_assert_cmpuint (ts_scene_get_stop (scene, 1)->id, ==, 8);
}

static void
test_hit_topmost (void)
{
  TsSceneBuilder *builder = new_builder (TS_CHART_DIRECTION_LTR);
  const TsChartRectangle below = { 0, 0, 50, 50 };
  const TsChartRectangle above = { 20, 20, 50, 50 };
  g_autoptr (TsScene) scene = NULL;

  ts_scene_builder_add_region (builder, ts_scene_builder_add_stop (builder, 0, "", "", 0, 0, 1),
                               &below);
  ts_scene_builder_add_region (builder, ts_scene_builder_add_stop (builder, 1, "", "", 0, 0, 1),
                               &above);
  scene = ts_scene_builder_end (builder);

  g_assert_cmpint (ts_scene_hit (scene, 10, 10), ==, 0);
  g_assert_cmpint (ts_scene_hit (scene, 30, 30), ==, 1);
}

static void
test_move (void)
{
  TsSceneBuilder *builder = new_builder (TS_CHART_DIRECTION_RTL);
  g_autoptr (TsScene) scene = NULL;
  static const struct
  {
    int from;
    TsSceneMove move;
    int to;
  } cases[] = {
    { -1, TS_SCENE_MOVE_NEXT, 0 },
    { 0, TS_SCENE_MOVE_NEXT, 1 },
    { 2, TS_SCENE_MOVE_NEXT, 2 },
    { 99, TS_SCENE_MOVE_NEXT, 2 },
    { -1, TS_SCENE_MOVE_PREVIOUS, 2 },
    { 2, TS_SCENE_MOVE_PREVIOUS, 1 },
    { 0, TS_SCENE_MOVE_PREVIOUS, 0 },
    { 99, TS_SCENE_MOVE_PREVIOUS, 2 },
    { -1, TS_SCENE_MOVE_FIRST, 0 },
    { 2, TS_SCENE_MOVE_FIRST, 0 },
    { -1, TS_SCENE_MOVE_LAST, 2 },
    { 0, TS_SCENE_MOVE_LAST, 2 },
  };

  for (guint i = 0; i < 3; i++)
    ts_scene_builder_add_stop (builder, i, "", "", 0, 0, 1);
  scene = ts_scene_builder_end (builder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ts_scene_move (scene, cases[i].from, cases[i].move), ==, cases[i].to);
}

static void
test_move_nowhere (void)
{
  g_autoptr (TsScene) scene = ts_scene_builder_end (new_builder (TS_CHART_DIRECTION_LTR));

  for (guint move = TS_SCENE_MOVE_NEXT; move <= TS_SCENE_MOVE_LAST; move++)
    g_assert_cmpint (ts_scene_move (scene, -1, move), ==, -1);
}

/* A heat map of a national workbook is the largest scene there will be. */
static void
test_large (void)
{
  TsSceneBuilder *builder = new_builder (TS_CHART_DIRECTION_LTR);
  g_autoptr (TsScene) scene = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      const TsChartRectangle area = { i % 200, i / 1000.0, 1, 0.001 };

      ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_SERIES, &fill, &area, 0);
      ts_scene_builder_add_region (builder, ts_scene_builder_add_stop (builder, i, "cell", "3", 0, 0, 1),
                                   &area);
    }
  scene = ts_scene_builder_end (builder);

  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, 100000);
  g_assert_cmpint (ts_scene_hit (scene, 0.5, 0.0005), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/scene/bounds", test_bounds);
  g_test_add_func ("/chart/scene/mirror", test_mirror);
  g_test_add_func ("/chart/scene/hit", test_hit);
  g_test_add_func ("/chart/scene/hit-topmost", test_hit_topmost);
  g_test_add_func ("/chart/scene/move", test_move);
  g_test_add_func ("/chart/scene/move-nowhere", test_move_nowhere);
  g_test_add_func ("/chart/scene/large", test_large);

  return g_test_run ();
}
