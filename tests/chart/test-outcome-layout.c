/* test-outcome-layout.c
 *
 * What holds for every layout of an outcome's trend chart, tried on very many.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "chart/ts-outcome-layout.h"
#include "checks.h"
#include "fixture.h"

#define MANY 100000

static const guint years[] = { 0, 1, 2, 3, 8, 30, 250 };

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

typedef void (*CheckFunc) (const TsOutcomeData *data,
                           const TsScene       *scene);

static void
for_each_layout (TsTextMeasurer *measurer,
                 CheckFunc       check,
                 guint           stride)
{
  static const double text_scales[] = { 1, 2 };

  for (guint n = 0; n < G_N_ELEMENTS (years); n++)
    for (guint values = 0; values < FIXTURE_N_VALUES; values++)
      for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
        {
          guint labels = (n + values + missing) % FIXTURE_N_LABELS;
          g_autoptr (TsOutcomeData) data = fixture_outcome (years[n], values, labels, missing);

          for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
            for (guint text_scale = 0; text_scale < G_N_ELEMENTS (text_scales); text_scale++)
              {
                g_autoptr (TsScene) scene = NULL;
                TsChartOptions options;

                if (!g_test_thorough () && (size + n + values + missing + text_scale) % stride != 0)
                  continue;

                if ((n + size) % 2 == 0)
                  ts_chart_options_init_screen (&options, sizes[size].width, sizes[size].height,
                                                measurer);
                else
                  ts_chart_options_init_export (&options, sizes[size].width, sizes[size].height,
                                                measurer);
                options.text_scale = text_scales[text_scale];
                options.direction = (n + values) % 3 == 0 ? TS_CHART_DIRECTION_RTL
                                                          : TS_CHART_DIRECTION_LTR;

                g_test_message ("%u years, values %u, labels %u, missing %u, %g × %g, text × %g",
                                years[n], values, labels, missing, sizes[size].width,
                                sizes[size].height, text_scales[text_scale]);
                scene = ts_outcome_layout (data, &options);
                check (data, scene);
              }
        }
}

static TsScene *
lay_out (const TsOutcomeData *data,
         double               width,
         double               height,
         gboolean             export)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  TsChartOptions options;

  if (export)
    ts_chart_options_init_export (&options, width, height, measurer);
  else
    ts_chart_options_init_screen (&options, width, height, measurer);

  return ts_outcome_layout (data, &options);
}

/* Words on the plot cover no marker. */
static void
check_markers_are_free (const TsScene *scene)
{
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *a = ts_scene_get_item (scene, i);

      if (a->kind != TS_SCENE_ITEM_TEXT)
        continue;

      for (guint j = 0; j < ts_scene_get_n_items (scene); j++)
        {
          const TsSceneItem *b = ts_scene_get_item (scene, j);

          if (b->kind == TS_SCENE_ITEM_MARKER && b->part == TS_SCENE_PART_SERIES)
            g_assert_false (ts_chart_rectangle_overlaps (&a->bounds, &b->bounds, 0));
        }
    }
}

static double
stop_value (const TsOutcomeData *data,
            guint                point)
{
  double value = NAN;

  if (!ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ACTUAL, point, &value))
    ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ASPIRATION, point, &value);

  return value;
}

/* Equal steps are equally far apart, later is further on, more is higher. */
static void
check_scale (const TsOutcomeData *data,
             const TsScene       *scene)
{
  guint n_stops = ts_scene_get_n_stops (scene);
  const TsSceneStop *low = NULL, *high = NULL;
  const TsSceneStop *first, *last;
  double low_value, high_value;
  int first_year, last_year;

  if (n_stops < 2)
    return;

  first = ts_scene_get_stop (scene, 0);
  last = ts_scene_get_stop (scene, n_stops - 1);
  first_year = ts_outcome_data_get_year (data, first->id);
  last_year = ts_outcome_data_get_year (data, last->id);
  g_assert_true (ts_scene_get_direction (scene) == TS_CHART_DIRECTION_RTL
                   ? last->anchor.x < first->anchor.x
                   : last->anchor.x > first->anchor.x);

  for (guint i = 0; i < n_stops; i++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, i);
      double value = stop_value (data, stop->id);

      if (low == NULL || value < stop_value (data, low->id))
        low = stop;
      if (high == NULL || value > stop_value (data, high->id))
        high = stop;
    }
  low_value = stop_value (data, low->id);
  high_value = stop_value (data, high->id);

  for (guint i = 0; i < n_stops; i++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, i);
      double along = (double) (ts_outcome_data_get_year (data, stop->id) - first_year) /
                     (last_year - first_year);
      double up = high_value > low_value
                    ? (stop_value (data, stop->id) - low_value) / (high_value - low_value)
                    : 0;

      g_assert_cmpfloat_with_epsilon (stop->anchor.x,
                                      first->anchor.x + (last->anchor.x - first->anchor.x) * along,
                                      CHECK_EPSILON);
      g_assert_cmpfloat_with_epsilon (stop->anchor.y,
                                      low->anchor.y + (high->anchor.y - low->anchor.y) * up,
                                      CHECK_EPSILON);
    }
}

/* Whatever is drawn of a series is at a value that there is. */
static void
check_nothing_is_made_up (const TsOutcomeData *data,
                          const TsScene       *scene)
{
  guint n_stops = ts_scene_get_n_stops (scene);
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  guint n_values = ts_outcome_data_count_values (data, TS_OUTCOME_SERIES_ACTUAL) +
                   ts_outcome_data_count_values (data, TS_OUTCOME_SERIES_ASPIRATION);
  guint n_marks = 0;

  for (guint i = 0; i < n_stops; i++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, i);

      top = MIN (top, stop->anchor.y);
      bottom = MAX (bottom, stop->anchor.y);
    }

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part != TS_SCENE_PART_SERIES)
        continue;
      g_assert_cmpuint (n_stops, >, 0);
      n_marks += item->kind == TS_SCENE_ITEM_MARKER;

      /* Where a year has both values, its stop is at one of them. */
      if (ts_outcome_data_count_values (data, TS_OUTCOME_SERIES_ASPIRATION) == 0 ||
          ts_outcome_data_count_values (data, TS_OUTCOME_SERIES_ACTUAL) == 0)
        {
          double y = item->bounds.y + item->bounds.height / 2;

          g_assert_cmpfloat (y, >=, top - CHECK_EPSILON);
          g_assert_cmpfloat (y, <=, bottom + CHECK_EPSILON);
        }
    }

  g_assert_cmpuint (n_marks, <=, n_values);
  if (ts_outcome_data_get_n_points (data) <= 8 && n_stops > 0 &&
      ts_scene_get_width (scene) >= 300)
    g_assert_cmpuint (n_marks, ==, n_values);
}

/* Stops are in the order of the years, say what the data says and are hit where they stand. */
static void
check_stops (const TsOutcomeData *data,
             const TsScene       *scene)
{
  guint n_stops = ts_scene_get_n_stops (scene);

  if (ts_scene_get_width (scene) >= 300 && ts_scene_get_height (scene) >= 400)
    g_assert_cmpuint (n_stops > 0, ==, ts_outcome_data_get_n_points (data) > 0);
  if (n_stops > 0 && ts_outcome_data_get_n_points (data) <= 30)
    g_assert_cmpuint (n_stops, ==, ts_outcome_data_get_n_points (data));

  for (guint i = 0; i < n_stops; i++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, i);
      g_autofree char *year = ts_outcome_data_year_text (data, stop->id);
      g_autofree char *value = ts_outcome_data_point_text (data, stop->id);

      g_assert_cmpstr (stop->label, ==, year);
      g_assert_cmpstr (stop->value, ==, value);
      g_assert_cmpint (ts_scene_hit (scene, stop->anchor.x, stop->anchor.y), ==, i);
      if (i > 0)
        g_assert_cmpuint (stop->id, >, ts_scene_get_stop (scene, i - 1)->id);
    }

  g_assert_cmpint (ts_scene_hit (scene, -1, -1), ==, -1);
}

static void
check_all (const TsOutcomeData *data,
           const TsScene       *scene)
{
  check_inside (scene);
  check_no_text_overlaps (scene);
  check_markers_are_free (scene);
  check_scale (data, scene);
  check_nothing_is_made_up (data, scene);
  check_stops (data, scene);
}

static void
test_fixed (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for_each_layout (measurer, check_all, 2);
}

static void
test_pango (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);

  for_each_layout (measurer, check_all, 3);
}

static gboolean
says (const TsScene *scene,
      TsScenePart    part,
      const char    *text)
{
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == part && item->kind == TS_SCENE_ITEM_TEXT &&
          strcmp (item->text.string, text) == 0)
        return TRUE;
    }

  return FALSE;
}

static TsOutcomeData *
make_usual (gboolean up_is_better)
{
  static const double aspiration[] = { NAN, NAN, 79.8, 80.5, 81, 81.4 };
  static const double actual[] = { 78.9, 79.2, 79.7, 80.1, NAN, NAN };
  TsOutcomeDataBuilder *builder = ts_outcome_data_builder_new ("Life", "years", up_is_better);

  for (guint i = 0; i < G_N_ELEMENTS (actual); i++)
    {
      ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ASPIRATION, 2006 + (int) i,
                                         aspiration[i]);
      ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ACTUAL, 2006 + (int) i,
                                         actual[i]);
    }

  return ts_outcome_data_builder_end (builder);
}

/* At a comfortable size everything that was asked for is there, in full. */
static void
test_complete (void)
{
  g_autoptr (TsOutcomeData) data = make_usual (TRUE);
  g_autoptr (TsOutcomeData) other = make_usual (FALSE);
  g_autoptr (TsScene) scene = lay_out (data, 700, 460, TRUE);
  g_autoptr (TsScene) down = lay_out (other, 700, 460, TRUE);

  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_TITLE, -1), ==, 1);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_FINDING, -1), >=, 1);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_LEGEND, TS_SCENE_ITEM_TEXT), ==, 2);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SCALE_LABEL, -1), >=, 4);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_AXIS_LABEL, -1), ==, 6);
  g_assert_true (says (scene, TS_SCENE_PART_NOTE, "years"));
  g_assert_true (says (scene, TS_SCENE_PART_NOTE, "Higher is better"));
  g_assert_true (says (scene, TS_SCENE_PART_NOTE, "Baseline"));
  g_assert_true (says (scene, TS_SCENE_PART_NOTE, "0.4 years behind"));
  g_assert_true (says (down, TS_SCENE_PART_NOTE, "Lower is better"));
  g_assert_true (says (down, TS_SCENE_PART_NOTE, "0.4 years ahead"));

  /* The bracket, and the arrow's shaft and head. */
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_NOTE, TS_SCENE_ITEM_LINE), ==, 3);
}

/* Aspiration and actual values differ by colour, dash, shape and filling. */
static void
test_series_differ (void)
{
  g_autoptr (TsOutcomeData) data = make_usual (TRUE);
  g_autoptr (TsScene) scene = lay_out (data, 500, 400, FALSE);
  const TsLegendEntry *actual = ts_scene_get_legend (scene, 0);
  const TsLegendEntry *aspiration = ts_scene_get_legend (scene, 1);

  g_assert_cmpuint (ts_scene_get_n_legend (scene), ==, 2);
  g_assert_cmpstr (actual->label, ==, "Actual");
  g_assert_cmpint (actual->dash, ==, TS_CHART_DASH_SOLID);
  g_assert_cmpint (actual->marker, ==, TS_CHART_MARKER_CIRCLE);
  g_assert_cmpint (actual->marker_fill, ==, TS_CHART_FILL_SOLID);
  g_assert_cmpstr (aspiration->label, ==, "Aspiration");
  g_assert_cmpint (aspiration->dash, ==, TS_CHART_DASH_DASHED);
  g_assert_cmpint (aspiration->marker, ==, TS_CHART_MARKER_DIAMOND);
  g_assert_cmpint (aspiration->marker_fill, ==, TS_CHART_FILL_NONE);
  g_assert_cmpint (actual->role, !=, aspiration->role);
}

/* The line is in as many pieces as there are runs of at least two years; '.' is a year that is not there at all. */
static void
test_gaps (void)
{
  static const struct
  {
    const char *years;
    guint lines;
    guint markers;
  } cases[] = {
    { "222222", 1, 6 },
    { "22-222", 2, 5 },
    { "22.222", 2, 5 },
    { "2-2-2-", 0, 3 },
    { "-2222-", 1, 4 },
    { "2....2", 0, 2 },
    { "--2---", 0, 1 },
    { "......", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsOutcomeDataBuilder *builder = ts_outcome_data_builder_new ("", "", TRUE);
      g_autoptr (TsOutcomeData) data = NULL;
      g_autoptr (TsScene) scene = NULL;
      guint actual_lines = 0, actual_markers = 0;

      for (guint year = 0; year < 6; year++)
        {
          if (cases[i].years[year] == '2')
            ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ACTUAL, 2000 + (int) year,
                                               2 + year);
          if (cases[i].years[year] != '.')
            ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ASPIRATION,
                                               2000 + (int) year, 3);
        }
      data = ts_outcome_data_builder_end (builder);
      scene = lay_out (data, 500, 400, FALSE);

      for (guint j = 0; j < ts_scene_get_n_items (scene); j++)
        {
          const TsSceneItem *item = ts_scene_get_item (scene, j);

          if (item->part != TS_SCENE_PART_SERIES ||
              item->paint.stroke_role != TS_CHART_ROLE_SERIES_1)
            continue;
          actual_lines += item->kind == TS_SCENE_ITEM_LINE;
          actual_markers += item->kind == TS_SCENE_ITEM_MARKER;
        }
      g_assert_cmpuint (actual_lines, ==, cases[i].lines);
      g_assert_cmpuint (actual_markers, ==, cases[i].markers);
    }
}

/* However little room, the year that the trajectory leads to is named, and as many others as fit. */
static void
test_years (void)
{
  static const guint lengths[] = { 2, 6, 7, 20, 60, 250, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (double width = 160; width < 900; width += 97)
      {
        g_autoptr (TsOutcomeData) data = fixture_outcome (lengths[i], FIXTURE_VALUES_USUAL,
                                                          FIXTURE_LABELS_PLAIN,
                                                          FIXTURE_MISSING_NONE);
        g_autoptr (TsScene) scene = lay_out (data, width, 300, FALSE);
        g_autofree char *last =
          ts_outcome_data_year_text (data, ts_outcome_data_get_n_points (data) - 1);

        check_no_text_overlaps (scene);
        g_assert_true (says (scene, TS_SCENE_PART_AXIS_LABEL, last));
        g_assert_cmpuint (check_count (scene, TS_SCENE_PART_AXIS_LABEL, -1), >=,
                          MIN (lengths[i], (guint) (width / 140)));
      }
}

/* A hundred thousand years make a picture of bounded size that still reaches the highest and the lowest. */
static void
test_many (void)
{
  TsOutcomeDataBuilder *builder = ts_outcome_data_builder_new ("Many", "", TRUE);
  g_autoptr (TsOutcomeData) data = NULL;
  g_autoptr (TsScene) scene = NULL;
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  const TsSceneStop *highest = NULL, *lowest = NULL;
  guint n_points = 0;

  for (int year = 1; year <= MANY; year++)
    ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ACTUAL, year,
                                       year == 77777   ? 900
                                       : year == 12345 ? -900
                                                       : sin (year / 5000.0) * 100 + year % 17);
  data = ts_outcome_data_builder_end (builder);
  g_assert_cmpuint (ts_outcome_data_get_n_points (data), ==, MANY);
  scene = lay_out (data, 700, 400, FALSE);

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part != TS_SCENE_PART_SERIES)
        continue;
      g_assert_cmpint (item->kind, ==, TS_SCENE_ITEM_LINE);
      for (guint j = 0; j < item->path.n_points; j++)
        {
          top = MIN (top, item->path.points[j].y);
          bottom = MAX (bottom, item->path.points[j].y);
        }
      n_points += item->path.n_points;
    }
  g_assert_cmpuint (n_points, <=, 4 * 700);

  for (guint i = 0; i < ts_scene_get_n_stops (scene); i++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, i);

      if (ts_outcome_data_get_year (data, stop->id) == 77777)
        highest = stop;
      if (ts_outcome_data_get_year (data, stop->id) == 12345)
        lowest = stop;
    }
  g_assert_nonnull (highest);
  g_assert_nonnull (lowest);
  g_assert_cmpfloat_with_epsilon (highest->anchor.y, top, CHECK_EPSILON);
  g_assert_cmpfloat_with_epsilon (lowest->anchor.y, bottom, CHECK_EPSILON);
  g_assert_cmpuint (ts_scene_get_n_stops (scene), <=, 300);
  g_assert_cmpuint (ts_scene_get_stop (scene, 0)->id, ==, 0);
  g_assert_cmpuint (ts_scene_get_stop (scene, ts_scene_get_n_stops (scene) - 1)->id, ==, MANY - 1);
  check_all (data, scene);
}

static void
test_mirrored_and_repeated (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint n = 0; n < G_N_ELEMENTS (years); n++)
    {
      g_autoptr (TsOutcomeData) data = fixture_outcome (years[n], FIXTURE_VALUES_MIXED,
                                                        FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
      g_autoptr (TsScene) left = NULL;
      g_autoptr (TsScene) again = NULL;
      g_autoptr (TsScene) right = NULL;
      TsChartOptions options;

      ts_chart_options_init_export (&options, 700, 500, measurer);
      left = ts_outcome_layout (data, &options);
      again = ts_outcome_layout (data, &options);
      options.direction = TS_CHART_DIRECTION_RTL;
      right = ts_outcome_layout (data, &options);

      check_same (left, again);
      check_mirrored (left, right);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/outcome-layout/fixed", test_fixed);
  g_test_add_func ("/chart/outcome-layout/pango", test_pango);
  g_test_add_func ("/chart/outcome-layout/complete", test_complete);
  g_test_add_func ("/chart/outcome-layout/series-differ", test_series_differ);
  g_test_add_func ("/chart/outcome-layout/gaps", test_gaps);
  g_test_add_func ("/chart/outcome-layout/years", test_years);
  g_test_add_func ("/chart/outcome-layout/many", test_many);
  g_test_add_func ("/chart/outcome-layout/mirrored-and-repeated", test_mirrored_and_repeated);

  return g_test_run ();
}
