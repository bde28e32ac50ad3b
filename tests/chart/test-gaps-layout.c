/* test-gaps-layout.c
 *
 * What holds for every layout of a gap chart, tried on very many.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "chart/ts-gaps-layout.h"
#include "checks.h"
#include "fixture.h"

#define N_LEVELS 4

/* Stands for the height that the chart wants. */
#define NATURAL 0

static const guint rows[] = { 0, 1, 2, 5, 11, 16, 33, 40, 200 };

static const struct
{
  double width;
  double height;
} sizes[] = {
  { 80, 80 },
  { 130, 300 },
  { 180, NATURAL },
  { 340, 420 },
  { 360, NATURAL },
  { 720, 480 },
  { 800, NATURAL },
  { 1400, 300 },
  { 4000, 4000 },
};

typedef void (*CheckFunc) (const TsGapsData     *data,
                           const TsChartOptions *options,
                           const TsScene        *scene);

static void
for_each_layout (TsTextMeasurer *measurer,
                 CheckFunc       check,
                 guint           stride)
{
  static const double text_scales[] = { 1, 2 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint labels = 0; labels < FIXTURE_N_LABELS; labels++)
      for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
        {
          g_autoptr (TsGapsData) data = fixture_gaps (rows[n], labels, missing);

          for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
            for (guint text_scale = 0; text_scale < G_N_ELEMENTS (text_scales); text_scale++)
              {
                g_autoptr (TsScene) scene = NULL;
                TsChartOptions options;

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
                if (options.height == NATURAL)
                  options.height = ts_gaps_get_natural_height (data, &options);

                g_test_message ("%u rows, labels %u, missing %u, %g × %g, text × %g", rows[n],
                                labels, missing, options.width, options.height,
                                options.text_scale);
                scene = ts_gaps_layout (data, &options);
                check (data, &options, scene);
                if (sizes[size].height == NATURAL && rows[n] > 0)
                  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, rows[n]);
              }
        }
}

static gboolean
is_text_of_rows (const TsSceneItem *item)
{
  return item->kind == TS_SCENE_ITEM_TEXT &&
         (item->part == TS_SCENE_PART_AXIS_LABEL || item->part == TS_SCENE_PART_NOTE ||
          item->part == TS_SCENE_PART_SCALE_LABEL);
}

/* Text covers no mark. */
static void
check_marks_are_free (const TsScene *scene)
{
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *a = ts_scene_get_item (scene, i);

      for (guint j = 0; is_text_of_rows (a) && j < ts_scene_get_n_items (scene); j++)
        {
          const TsSceneItem *b = ts_scene_get_item (scene, j);

          if (b->part == TS_SCENE_PART_SERIES || b->part == TS_SCENE_PART_MISSING)
            g_assert_false (ts_chart_rectangle_overlaps (&a->bounds, &b->bounds, -CHECK_EPSILON));
        }
    }
}

/* The vertical lines tell where the levels are. */
static void
find_levels (const TsScene *scene,
             double        *lowest,
             double        *highest)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == TS_SCENE_PART_GRID && item->path.points[0].x == item->path.points[1].x)
        {
          left = MIN (left, item->path.points[0].x);
          right = MAX (right, item->path.points[0].x);
        }
    }

  if (ts_scene_get_direction (scene) == TS_CHART_DIRECTION_RTL)
    {
      *lowest = right;
      *highest = left;
    }
  else
    {
      *lowest = left;
      *highest = right;
    }
}

/* Every mark is at its level and in its row, there is one for each level, and none for what is missing. */
static void
check_marks (const TsGapsData *data,
             const TsScene    *scene)
{
  static const TsChartMarker shapes[TS_GAPS_N_SERIES] = {
    TS_CHART_MARKER_CIRCLE, TS_CHART_MARKER_DIAMOND, TS_CHART_MARKER_SQUARE
  };
  guint counts[TS_GAPS_N_SERIES] = { 0 };
  guint n_missing = 0;
  double lowest, highest;

  find_levels (scene, &lowest, &highest);

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);
      int row;

      n_missing += item->part == TS_SCENE_PART_MISSING;
      if (item->part != TS_SCENE_PART_SERIES || item->kind != TS_SCENE_ITEM_MARKER)
        continue;

      row = ts_scene_hit (scene, item->marker.centre.x, item->marker.centre.y);
      g_assert_cmpint (row, >=, 0);
      for (guint series = 0; series < TS_GAPS_N_SERIES; series++)
        {
          double value = 0;

          if (item->marker.shape != shapes[series])
            continue;
          counts[series]++;
          g_assert_true (ts_gaps_data_get_value (data, series, (guint) row, &value));
          g_assert_cmpfloat_with_epsilon (item->marker.centre.x,
                                          lowest + (highest - lowest) * (value - 1) /
                                                     (N_LEVELS - 1),
                                          CHECK_EPSILON);
        }
    }

  for (guint series = 0; series < TS_GAPS_N_SERIES; series++)
    g_assert_cmpuint (counts[series], ==, ts_gaps_data_count_values (data, series));
  g_assert_cmpuint (n_missing, ==, ts_gaps_data_get_n_rows (data) - ts_gaps_data_count_values (data, TS_GAPS_SERIES_LEVEL));
}

/* A line for each gap, dashed where the row is short of its target, whole where it is above. */
static void
check_connectors (const TsGapsData *data,
                  const TsScene    *scene)
{
  guint n_short = 0, n_above = 0, drawn_short = 0, drawn_above = 0;
  double gap;

  for (guint row = 0; row < ts_gaps_data_get_n_rows (data); row++)
    if (ts_gaps_data_get_gap (data, row, &gap))
      {
        n_short += gap < 0;
        n_above += gap > 0;
      }

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part != TS_SCENE_PART_SERIES || item->kind != TS_SCENE_ITEM_LINE)
        continue;
      if (item->paint.dash == TS_CHART_DASH_DASHED)
        {
          g_assert_cmpint (item->paint.stroke_role, ==, TS_CHART_ROLE_NEGATIVE);
          drawn_short++;
        }
      else
        {
          g_assert_cmpint (item->paint.stroke_role, ==, TS_CHART_ROLE_POSITIVE);
          drawn_above++;
        }
    }
  g_assert_cmpuint (drawn_short, ==, n_short);
  g_assert_cmpuint (drawn_above, ==, n_above);
}

/* Each row has its stop, in order, and is hit where its cursor stands. */
static void
check_stops (const TsGapsData *data,
             const TsScene    *scene)
{
  double before = 0;

  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, ts_gaps_data_get_n_rows (data));
  for (guint row = 0; row < ts_scene_get_n_stops (scene); row++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, row);
      g_autofree char *name = ts_gaps_data_row_name (data, row);
      g_autofree char *text = ts_gaps_data_row_text (data, row);

      g_assert_cmpuint (stop->id, ==, row);
      g_assert_cmpstr (stop->label, ==, name);
      g_assert_cmpstr (stop->value, ==, text);
      g_assert_cmpint (ts_scene_hit (scene, stop->anchor.x, stop->anchor.y), ==, row);
      g_assert_cmpfloat (stop->anchor.y, >, before);
      before = stop->anchor.y;
    }
  g_assert_cmpint (ts_scene_hit (scene, -1, -1), ==, -1);
}

static void
check_all (const TsGapsData     *data,
           const TsChartOptions *options,
           const TsScene        *scene)
{
  check_inside (scene);
  check_no_text_overlaps (scene);
  check_marks_are_free (scene);

  /* All rows or none. */
  if (ts_scene_get_n_stops (scene) == 0)
    {
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, -1), ==, 0);
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_GRID, -1), ==, 0);
      return;
    }

  check_marks (data, scene);
  check_connectors (data, scene);
  check_stops (data, scene);
}

static void
test_fixed (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for_each_layout (measurer, check_all, 3);
}

static void
test_pango (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);

  for_each_layout (measurer, check_all, 5);
}

/* At the height it wants, the chart leaves out nothing: every row has its labels and the end says how it stands. */
static void
test_natural_height (void)
{
  static const double widths[] = { 320, 500, 800, 1400 };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint n = 1; n < G_N_ELEMENTS (rows); n++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autoptr (TsGapsData) data = fixture_gaps (rows[n], FIXTURE_LABELS_PLAIN,
                                                    FIXTURE_MISSING_NONE);
        g_autoptr (TsChart) chart = ts_chart_new_gaps (data);
        g_autoptr (TsScene) scene = NULL;
        TsChartOptions options;
        guint n_signs = 0;

        ts_chart_options_init_export (&options, widths[i], 0, measurer);
        options.height = ts_chart_get_natural_height (chart, &options);
        scene = ts_chart_layout (chart, &options);

        g_assert_cmpuint (check_count (scene, TS_SCENE_PART_TITLE, -1), ==, 1);
        g_assert_cmpuint (check_count (scene, TS_SCENE_PART_FINDING, -1), >=, 1);
        g_assert_cmpuint (check_count (scene, TS_SCENE_PART_LEGEND, TS_SCENE_ITEM_TEXT), ==,
                          ts_scene_get_n_legend (scene));
        g_assert_cmpuint (check_count (scene, TS_SCENE_PART_AXIS_LABEL, -1), ==, 2 * rows[n]);
        g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SCALE_LABEL, -1), >=,
                          rows[n] > 15 ? 2 * N_LEVELS : N_LEVELS);
        for (guint j = 0; j < ts_scene_get_n_items (scene); j++)
          {
            const TsSceneItem *item = ts_scene_get_item (scene, j);

            n_signs += item->part == TS_SCENE_PART_NOTE && item->kind != TS_SCENE_ITEM_TEXT;
            if (item->part == TS_SCENE_PART_SERIES && item->kind == TS_SCENE_ITEM_MARKER &&
                item->marker.shape == TS_CHART_MARKER_CIRCLE)
              g_assert_cmpfloat (item->marker.radius, >, 3);
          }
        g_assert_cmpuint (n_signs, ==, rows[n]);
      }
}

/* More rows want more height, and larger text does too. */
static void
test_height_grows (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  double before = 0;

  for (guint n = 4; n < G_N_ELEMENTS (rows); n++)
    {
      g_autoptr (TsGapsData) data = fixture_gaps (rows[n], FIXTURE_LABELS_PLAIN,
                                                  FIXTURE_MISSING_NONE);
      TsChartOptions options;
      double height, larger;

      ts_chart_options_init_screen (&options, 800, 0, measurer);
      height = ts_gaps_get_natural_height (data, &options);
      options.text_scale = 2;
      larger = ts_gaps_get_natural_height (data, &options);

      g_assert_cmpfloat (height, >, before);
      g_assert_cmpfloat (larger, >, height);
      before = height;
    }
}

static guint
count_texts (const TsScene *scene,
             const char    *text)
{
  guint count = 0;

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      count += item->kind == TS_SCENE_ITEM_TEXT && item->part == TS_SCENE_PART_NOTE &&
               strcmp (item->text.string, text) == 0;
    }

  return count;
}

/* The end of a row says in signs and words what its colours say. */
static void
test_ends (void)
{
  static const char *const names[] = { "", "", "", "", NULL };
  static const double levels[][2] = { { 1, 3 }, { 2, 3 }, { 3, 3 }, { 4, 3 }, { 0, 3 }, { 2, 0 }, { 0, 0 } };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  TsGapsDataBuilder *builder = ts_gaps_data_builder_new ("", TS_GAPS_SUBJECT_AREA, names);
  g_autoptr (TsGapsData) data = NULL;
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  for (guint row = 0; row < G_N_ELEMENTS (levels); row++)
    {
      ts_gaps_data_builder_add_row (builder, "a", "b");
      ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_LEVEL, row, levels[row][0]);
      ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_TARGET, row, levels[row][1]);
    }
  data = ts_gaps_data_builder_end (builder);
  ts_chart_options_init_screen (&options, 600, 0, measurer);
  options.height = ts_gaps_get_natural_height (data, &options);
  scene = ts_gaps_layout (data, &options);

  g_assert_cmpuint (count_texts (scene, "2"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "1"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "+1"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "not rated"), ==, 2);
  g_assert_cmpuint (count_texts (scene, "no target"), ==, 1);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_NOTE, TS_SCENE_ITEM_MARKER), ==, 2);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_NOTE, TS_SCENE_ITEM_LINE), ==, 2);

  /* Nothing is said of last year, of which nothing is known. */
  for (guint i = 0; i < ts_scene_get_n_legend (scene); i++)
    g_assert_cmpstr (ts_scene_get_legend (scene, i)->label, !=, "Last year");
}

static void
test_mirrored_and_repeated (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    {
      g_autoptr (TsGapsData) data = fixture_gaps (rows[n], FIXTURE_LABELS_PLAIN,
                                                  FIXTURE_MISSING_SOME);
      g_autoptr (TsScene) left = NULL;
      g_autoptr (TsScene) again = NULL;
      g_autoptr (TsScene) right = NULL;
      TsChartOptions options;

      ts_chart_options_init_export (&options, n % 2 == 0 ? 700 : 340, 600, measurer);
      left = ts_gaps_layout (data, &options);
      again = ts_gaps_layout (data, &options);
      options.direction = TS_CHART_DIRECTION_RTL;
      right = ts_gaps_layout (data, &options);

      check_same (left, again);
      check_mirrored (left, right);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/gaps-layout/fixed", test_fixed);
  g_test_add_func ("/chart/gaps-layout/pango", test_pango);
  g_test_add_func ("/chart/gaps-layout/natural-height", test_natural_height);
  g_test_add_func ("/chart/gaps-layout/height-grows", test_height_grows);
  g_test_add_func ("/chart/gaps-layout/ends", test_ends);
  g_test_add_func ("/chart/gaps-layout/mirrored-and-repeated", test_mirrored_and_repeated);

  return g_test_run ();
}
