/* test-radar-layout.c
 *
 * What holds for every layout of a radar, tried on very many.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-radar-layout.h"
#include "checks.h"
#include "fixture.h"

#define EPSILON  CHECK_EPSILON
#define N_LEVELS 4

static const guint axes[] = { 0, 1, 2, 3, 4, 5, 8, 11, 16, 24, 40, 200 };

static const struct
{
  double width;
  double height;
} sizes[] = {
  { 80, 80 },
  { 130, 300 },
  { 180, 160 },
  { 340, 420 },
  { 720, 480 },
  { 1000, 320 },
  { 4000, 4000 },
};

typedef void (*CheckFunc) (const TsRadarData *data,
                           const TsScene     *scene);

static void
for_each_layout (TsTextMeasurer *measurer,
                 CheckFunc       check,
                 guint           stride)
{
  static const double text_scales[] = { 1, 2 };

  for (guint n = 0; n < G_N_ELEMENTS (axes); n++)
    for (guint labels = 0; labels < FIXTURE_N_LABELS; labels++)
      for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
        {
          guint n_series = (n + labels + missing) % (TS_RADAR_MAX_SERIES + 1);
          g_autoptr (TsRadarData) data = fixture_radar (axes[n], n_series, labels, missing);

          for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
            for (guint text_scale = 0; text_scale < G_N_ELEMENTS (text_scales); text_scale++)
              {
                g_autoptr (TsScene) scene = NULL;
                TsChartOptions options;

                /* All of them take some ten seconds: -m thorough. */
                if (!g_test_thorough () && (size + n + labels + missing + text_scale) % stride != 0)
                  continue;

                if ((n + size) % 2 == 0)
                  ts_chart_options_init_screen (&options, sizes[size].width, sizes[size].height,
                                                measurer);
                else
                  ts_chart_options_init_export (&options, sizes[size].width, sizes[size].height,
                                                measurer);
                options.text_scale = text_scales[text_scale];
                options.direction = (n + labels) % 3 == 0 ? TS_CHART_DIRECTION_RTL
                                                          : TS_CHART_DIRECTION_LTR;

                g_test_message ("%u axes, %u series, labels %u, missing %u, %g × %g, text × %g",
                                axes[n], n_series, labels, missing, sizes[size].width,
                                sizes[size].height, text_scales[text_scale]);
                scene = ts_radar_layout (data, &options);
                check (data, scene);
              }
        }
}

/* The outer ring, whose corners tell where everything else must be. */
static const TsSceneItem *
find_outer_ring (const TsScene *scene)
{
  const TsSceneItem *ring = NULL;

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == TS_SCENE_PART_GRID && item->kind == TS_SCENE_ITEM_POLYGON)
        ring = item;
    }

  return ring;
}

static TsChartPoint
ring_centre (const TsSceneItem *ring)
{
  TsChartPoint centre = { 0, 0 };

  for (guint i = 0; i < ring->path.n_points; i++)
    {
      centre.x += ring->path.points[i].x / ring->path.n_points;
      centre.y += ring->path.points[i].y / ring->path.n_points;
    }

  return centre;
}

static double
distance (const TsChartPoint *a,
          const TsChartPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

/* A name beside the radar touches none of its marks. */
static void
check_marks_are_free (const TsScene *scene)
{
  guint n_items = ts_scene_get_n_items (scene);

  for (guint i = 0; i < n_items; i++)
    {
      const TsSceneItem *a = ts_scene_get_item (scene, i);

      for (guint j = 0; a->part == TS_SCENE_PART_AXIS_LABEL && j < n_items; j++)
        {
          const TsSceneItem *b = ts_scene_get_item (scene, j);

          if (b->kind == TS_SCENE_ITEM_MARKER)
            g_assert_false (ts_chart_rectangle_overlaps (&a->bounds, &b->bounds, -EPSILON));
        }
    }
}

static void
check_levels (const TsRadarData *data,
              const TsScene     *scene)
{
  guint n_axes = ts_radar_data_get_n_axes (data);
  guint n_series = ts_radar_data_get_n_series (data);
  const TsSceneItem *outer = find_outer_ring (scene);
  guint n_rings = 0, n_marks = 0, n_hollow = 0;
  guint n_values = 0;
  TsChartPoint centre;
  double radius;

  if (n_axes < 3)
    {
      g_assert_null (outer);
      return;
    }

  g_assert_nonnull (outer);
  centre = ring_centre (outer);
  radius = distance (&centre, &outer->path.points[0]);

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == TS_SCENE_PART_GRID && item->kind == TS_SCENE_ITEM_POLYGON)
        {
          n_rings++;
          g_assert_cmpfloat_with_epsilon (distance (&centre, &item->path.points[n_axes / 2]),
                                          radius * n_rings / N_LEVELS, EPSILON);
        }

      if (item->part == TS_SCENE_PART_MISSING)
        {
          n_hollow++;
          g_assert_cmpfloat (distance (&centre, &item->marker.centre), >, radius);
        }

      /* The lowest level is the innermost thing that a series may touch. */
      if (item->part == TS_SCENE_PART_SERIES && item->kind == TS_SCENE_ITEM_MARKER)
        {
          n_marks++;
          g_assert_cmpfloat (distance (&centre, &item->marker.centre), >=,
                             radius / N_LEVELS - EPSILON);
        }
      if (item->part == TS_SCENE_PART_SERIES && item->kind == TS_SCENE_ITEM_LINE)
        for (guint j = 0; j < item->path.n_points; j++)
          g_assert_cmpfloat (distance (&centre, &item->path.points[j]), >=,
                             radius / N_LEVELS - EPSILON);
      if (item->part == TS_SCENE_PART_SERIES && item->kind == TS_SCENE_ITEM_POLYGON &&
          item->paint.stroke_width > 0)
        g_assert_cmpuint (item->path.n_points, ==, n_axes);
    }

  for (guint series = 0; series < n_series; series++)
    n_values += ts_radar_data_count_values (data, series);

  g_assert_cmpuint (n_rings, ==, N_LEVELS);
  g_assert_cmpuint (n_marks, ==, n_values);
  g_assert_cmpuint (n_hollow, ==, n_series > 0 ? n_axes - ts_radar_data_count_values (data, 0) : 0);
}

/* Each axis has its stop, in order, and is hit where its cursor stands and in its sector. */
static void
check_stops (const TsRadarData *data,
             const TsScene     *scene)
{
  guint n_axes = ts_radar_data_get_n_axes (data);
  const TsSceneItem *outer = find_outer_ring (scene);

  if (n_axes < 3 && ts_scene_get_n_stops (scene) == 0)
    return;

  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n_axes);
  for (guint axis = 0; axis < n_axes; axis++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, axis);
      g_autofree char *name = ts_radar_data_axis_name (data, axis);
      g_autofree char *value = ts_radar_data_axis_value_text (data, axis);

      g_assert_cmpuint (stop->id, ==, axis);
      g_assert_cmpstr (stop->label, ==, name);
      g_assert_cmpstr (stop->value, ==, value);
      g_assert_cmpint (ts_scene_hit (scene, stop->anchor.x, stop->anchor.y), ==, axis);

      if (outer != NULL)
        {
          TsChartPoint centre = ring_centre (outer);
          const TsChartPoint *corner = &outer->path.points[axis];

          g_assert_cmpint (ts_scene_hit (scene, centre.x + (corner->x - centre.x) * 0.5,
                                         centre.y + (corner->y - centre.y) * 0.5),
                           ==, axis);
        }
    }

  g_assert_cmpint (ts_scene_hit (scene, -1, -1), ==, -1);
}

static void
check_all (const TsRadarData *data,
           const TsScene     *scene)
{
  check_inside (scene);
  check_no_text_overlaps (scene);
  check_marks_are_free (scene);
  check_levels (data, scene);
  check_stops (data, scene);
}

static void
test_fixed (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for_each_layout (measurer, check_all, 4);
}

static void
test_pango (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);

  for_each_layout (measurer, check_all, 11);
}

/* At a comfortable size everything that was asked for is there, and the names in full. */
static void
test_complete (void)
{
  static const double text_scales[] = { 1, 1.25 };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsRadarData) data = fixture_radar (11, 3, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (text_scales); i++)
    {
      g_autoptr (TsScene) scene = NULL;
      TsChartOptions options;
      guint parts[TS_SCENE_PART_NOTE + 1] = { 0 };
      const TsSceneItem *outer;

      ts_chart_options_init_export (&options, 900, 700, measurer);
      options.text_scale = text_scales[i];
      scene = ts_radar_layout (data, &options);

      for (guint j = 0; j < ts_scene_get_n_items (scene); j++)
        {
          const TsSceneItem *item = ts_scene_get_item (scene, j);

          if (item->kind == TS_SCENE_ITEM_TEXT)
            {
              g_assert_cmpfloat (item->text.max_width, ==, 0);
              parts[item->part]++;
            }
        }

      g_assert_cmpuint (parts[TS_SCENE_PART_TITLE], ==, 1);
      g_assert_cmpuint (parts[TS_SCENE_PART_FINDING], >=, 1);
      g_assert_cmpuint (parts[TS_SCENE_PART_LEGEND], ==, 3);
      g_assert_cmpuint (parts[TS_SCENE_PART_SCALE_LABEL], ==, N_LEVELS);
      g_assert_cmpuint (parts[TS_SCENE_PART_AXIS_LABEL], >=, 22);

      outer = find_outer_ring (scene);
      g_assert_cmpfloat (outer->bounds.height, >, 700 * 0.45);
    }
}

/* With twice the text size the numbers still stand around a radar worth looking at. */
static void
test_large_text (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsRadarData) data = fixture_radar (11, 3, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;
  guint n_labels = 0;

  ts_chart_options_init_screen (&options, 480, 480, measurer);
  options.text_scale = 2;
  scene = ts_radar_layout (data, &options);

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    n_labels += ts_scene_get_item (scene, i)->part == TS_SCENE_PART_AXIS_LABEL;

  g_assert_cmpuint (n_labels, >=, 11);
  g_assert_cmpfloat (find_outer_ring (scene)->bounds.height, >, 160);
}

static void
test_mirrored (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  static const guint some_axes[] = { 1, 3, 11, 40 };

  for (guint n = 0; n < G_N_ELEMENTS (some_axes); n++)
    {
      g_autoptr (TsRadarData) data = fixture_radar (some_axes[n], 3, FIXTURE_LABELS_PLAIN,
                                                    FIXTURE_MISSING_SOME);
      g_autoptr (TsScene) left = NULL;
      g_autoptr (TsScene) right = NULL;
      TsChartOptions options;

      ts_chart_options_init_export (&options, 700, 500, measurer);
      left = ts_radar_layout (data, &options);
      options.direction = TS_CHART_DIRECTION_RTL;
      right = ts_radar_layout (data, &options);

      check_mirrored (left, right);
    }
}

/* Two series of one kind must still look different: by colour, dash and shape. */
static void
test_series_differ (void)
{
  static const char *const names[] = { "Low", "High", NULL };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint kinds = 0; kinds < 256; kinds++)
    {
      TsRadarDataBuilder *builder = ts_radar_data_builder_new ("", TS_RADAR_SUBJECT_AREA, names);
      g_autoptr (TsRadarData) data = NULL;
      g_autoptr (TsScene) scene = NULL;
      TsChartOptions options;

      for (guint axis = 0; axis < 3; axis++)
        ts_radar_data_builder_add_axis (builder, "a", NULL);
      for (guint series = 0; series < 4; series++)
        {
          ts_radar_data_builder_add_series (builder, "s", (kinds >> (2 * series)) & 3);
          for (guint axis = 0; axis < 3; axis++)
            ts_radar_data_builder_set_value (builder, series, axis, 1);
        }
      data = ts_radar_data_builder_end (builder);
      ts_chart_options_init_screen (&options, 400, 400, measurer);
      scene = ts_radar_layout (data, &options);

      g_assert_cmpuint (ts_scene_get_n_legend (scene), ==, 4);
      for (guint i = 0; i < 4; i++)
        for (guint j = i + 1; j < 4; j++)
          {
            const TsLegendEntry *a = ts_scene_get_legend (scene, i);
            const TsLegendEntry *b = ts_scene_get_legend (scene, j);

            g_assert_cmpint (a->role, !=, b->role);
            g_assert_cmpint (a->dash, !=, b->dash);
            g_assert_cmpint (a->marker, !=, b->marker);
          }
    }
}

/* The line of a series with gaps is in as many pieces as there are runs of at least two levels. */
static void
test_gaps (void)
{
  static const struct
  {
    const char *values;
    guint lines;
    guint closed;
  } cases[] = {
    { "222222", 0, 1 },
    { "22222-", 1, 0 },
    { "2-2222", 1, 0 },
    { "22-22-", 2, 0 },
    { "2-2-2-", 0, 0 },
    { "-2222-", 1, 0 },
    { "------", 0, 0 },
    { "--2---", 0, 0 },
    { "2----2", 1, 0 },
  };
  static const char *const names[] = { "", "", "", "", NULL };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsRadarDataBuilder *builder = ts_radar_data_builder_new ("", TS_RADAR_SUBJECT_AREA, names);
      g_autoptr (TsRadarData) data = NULL;
      g_autoptr (TsScene) scene = NULL;
      TsChartOptions options;
      guint lines = 0, closed = 0;

      ts_radar_data_builder_add_series (builder, "s", TS_RADAR_SERIES_TARGET);
      for (guint axis = 0; axis < 6; axis++)
        {
          ts_radar_data_builder_add_axis (builder, "a", NULL);
          ts_radar_data_builder_set_value (builder, 0, axis,
                                           cases[i].values[axis] == '-' ? NAN : 2);
        }
      data = ts_radar_data_builder_end (builder);
      ts_chart_options_init_screen (&options, 400, 400, measurer);
      scene = ts_radar_layout (data, &options);

      for (guint j = 0; j < ts_scene_get_n_items (scene); j++)
        {
          const TsSceneItem *item = ts_scene_get_item (scene, j);

          if (item->part != TS_SCENE_PART_SERIES)
            continue;
          lines += item->kind == TS_SCENE_ITEM_LINE;
          closed += item->kind == TS_SCENE_ITEM_POLYGON;
        }
      g_assert_cmpuint (lines, ==, cases[i].lines);
      g_assert_cmpuint (closed, ==, cases[i].closed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/radar-layout/fixed", test_fixed);
  g_test_add_func ("/chart/radar-layout/pango", test_pango);
  g_test_add_func ("/chart/radar-layout/complete", test_complete);
  g_test_add_func ("/chart/radar-layout/large-text", test_large_text);
  g_test_add_func ("/chart/radar-layout/mirrored", test_mirrored);
  g_test_add_func ("/chart/radar-layout/series-differ", test_series_differ);
  g_test_add_func ("/chart/radar-layout/gaps", test_gaps);

  return g_test_run ();
}
