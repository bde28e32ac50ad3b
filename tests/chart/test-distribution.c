/* test-distribution.c
 *
 * Distributions, as bars and as strips of dots: their layouts, and what they say in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-distribution-layout.h"
#include "chart/ts-strip-layout.h"
#include "compare.h"
#include "sweep.h"

/* The bars of a row together fill it, each as wide as its share; there is a stop for each that is there. */
static void
check_shares (gconstpointer         user_data,
              const TsChartOptions *options,
              const TsScene        *scene)
{
  const TsDistributionData *data = user_data;
  guint n_levels = ts_chart_levels_get_n (ts_distribution_data_get_levels (data));
  double full = 0;
  guint item = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    return;

  for (guint stop = 0; stop < ts_scene_get_n_stops (scene); stop++)
    {
      const TsSceneStop *it = ts_scene_get_stop (scene, stop);
      guint row = it->id / (n_levels + 1), level = it->id % (n_levels + 1);
      guint count = ts_distribution_data_get_count (data, row, level);
      guint total = ts_distribution_data_get_total (data, row);
      const TsSceneItem *bar;
      g_autofree char *text = ts_distribution_data_count_text (data, row, level);

      g_assert_cmpstr (it->value, ==, text);
      if (total == 0)
        continue;

      do
        bar = ts_scene_get_item (scene, item++);
      while (bar->kind != TS_SCENE_ITEM_RECTANGLE ||
             (bar->part != TS_SCENE_PART_SERIES && bar->part != TS_SCENE_PART_MISSING));
      if (full == 0)
        full = bar->rectangle.area.width * total / count;
      g_assert_cmpfloat_with_epsilon (bar->rectangle.area.width, full * count / total, 0.01);
      g_assert_cmpint (bar->paint.fill == TS_CHART_FILL_HATCH, ==, level == 0);
    }
}

static void
test_bars (void)
{
  static const guint rows[] = { 0, 1, 2, 11, 49, 200 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint labels = 0; labels < FIXTURE_N_LABELS; labels++)
      {
        g_autoptr (TsDistributionData) data = compare_distribution (rows[n], labels,
                                                                    (n + labels) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_distribution (data);

        g_test_message ("%u rows, labels %u", rows[n], labels);
        sweep_layouts (chart, data, check_shares);
        sweep_words (chart, rows[n]);
      }
}

static void
test_bars_in_words (void)
{
  static const struct
  {
    guint n_rows;
    guint counts[2][5];
    const char *sentence;
  } cases[] = {
    { 0, { { 0 } }, "There is nothing to show yet." },
    { 2, { { 7 }, { 7 } }, "Nothing is rated yet." },
    { 1, { { 0, 1, 1, 1, 1 } }, "50% of those rated are at 3 Strong or higher (Lead)." },
    { 2, { { 0, 1, 1, 1, 1 }, { 0, 2, 2, 4 } }, "50% of those rated are at 3 Strong or higher, everywhere alike." },
    { 2, { { 1, 1, 1, 1, 1 }, { 0, 3, 1 } }, "Of those rated, at 3 Strong or higher: most for Lead (50%), fewest for Procure (0%); 1 of 9 is not rated." },
    { 2, { { 4 }, { 0, 0, 0, 0, 300 } }, "100% of those rated are at 3 Strong or higher (Procure); 4 of 304 are not rated." },
  };
  static const char *const names[] = { "Lead", "Procure" };
  g_autoptr (TsChartLevels) levels = compare_levels ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsDistributionData) data =
        ts_distribution_data_new ("Title", TS_DISTRIBUTION_BY_COMPETENCY, levels);
      g_autofree char *sentence = NULL;

      for (guint row = 0; row < cases[i].n_rows; row++)
        ts_distribution_data_add_row (data, &(TsChartSubject) { .name = names[row] },
                                      cases[i].counts[row] + 1, cases[i].counts[row][0]);
      sentence = ts_distribution_data_describe (data);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_bars_as_table (void)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsDistributionData) data = ts_distribution_data_new ("Title", TS_DISTRIBUTION_BY_YEAR,
                                                                  levels);
  g_autoptr (TsChartTable) table = NULL;
  g_autofree char *text = NULL;

  ts_distribution_data_add_row (data, &(TsChartSubject) { .name = "2008/09" },
                                (guint[]) { 61, 60, 1, 0 }, 30);
  table = ts_distribution_data_to_table (data);
  text = ts_chart_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "Year     1 Starting  2 Developing  3 Strong  4 World class  Not rated  All\n"
                   "-------  ----------  ------------  --------  -------------  ---------  ---\n"
                   "2008/09  61 (40%)    60 (39%)      1 (<1%)   0 (0%)         30 (20%)   152\n");
}

/* A dot for each organisation with a value, at its value; or bars, and then as high as there are organisations. */
static void
check_dots (gconstpointer         user_data,
            const TsChartOptions *options,
            const TsScene        *scene)
{
  const TsStripData *data = user_data;
  guint n_dots = check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_MARKER);
  guint n_bars = check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_RECTANGLE);

  if (ts_scene_get_n_stops (scene) == 0)
    return;
  if (n_bars == 0)
    {
      g_assert_cmpuint (n_dots, ==, ts_strip_data_get_n_points (data));
      g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n_dots);
      for (guint stop = 0; stop < n_dots; stop++)
        {
          const TsSceneStop *it = ts_scene_get_stop (scene, stop);
          g_autofree char *text =
            ts_strip_data_value_text (data, ts_strip_data_get_point (data, it->id)->value);

          g_assert_cmpstr (it->value, ==, text);
        }
    }
  else
    {
      g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n_bars);
    }
}

static void
test_strips (void)
{
  static const guint points[] = { 0, 1, 2, 30, 152, 2000 };

  for (guint n = 0; n < G_N_ELEMENTS (points); n++)
    for (guint values = 0; values < FIXTURE_N_VALUES; values++)
      {
        guint n_rows = 1 + (n + values) % 4 * 3;
        guint labels = (n + values) % FIXTURE_N_LABELS;
        g_autoptr (TsStripData) data = compare_strip (n_rows, points[n], values, labels,
                                                      (n + values) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_strip (data);

        g_test_message ("%u points, values %u, labels %u", points[n], values, labels);
        sweep_layouts (chart, data, check_dots);
        sweep_words (chart, ts_strip_data_get_n_points (data));
      }
}

/* Very many organisations become no more things to draw than there are places to draw them at. */
static void
test_many_points (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsStripData) data = compare_strip (10, 100000, FIXTURE_VALUES_TINY, FIXTURE_LABELS_NONE,
                                                FIXTURE_MISSING_NONE);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  ts_chart_options_init_screen (&options, 900, 600, measurer);
  scene = ts_strip_layout (data, &options);
  check_inside (scene);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_RECTANGLE), >, 100);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_RECTANGLE), <, 3000);
}

static void
test_strips_in_words (void)
{
  static const struct
  {
    guint n_rows;
    double values[4];
    const char *sentence;
  } cases[] = {
    { 2, { 0 }, "There is nothing to show yet." },
    { 2, { NAN, NAN }, "None of 2 organisations has a value yet." },
    { 1, { 20, 30 }, "2 organisations: the median is 25 points." },
    { 2, { 20, 30, 22, NAN }, "3 organisations: the median is highest for London (30 points), lowest for North (21 points); 1 organisation has no value." },
  };
  static const char *const names[] = { "North", "London" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsStripData) data = ts_strip_data_new ("Title", "Sum", "points");
      g_autofree char *sentence = NULL;

      for (guint row = 0; row < cases[i].n_rows; row++)
        ts_strip_data_add_row (data, &(TsChartSubject) { .name = names[row] });
      for (guint j = 0; j < 4 && cases[i].values[j] != 0; j++)
        ts_strip_data_add_point (data, j % cases[i].n_rows, &(TsChartSubject) { .name = "A" },
                                 cases[i].values[j]);
      sentence = ts_strip_data_describe (data);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/distribution/bars", test_bars);
  g_test_add_func ("/chart/distribution/bars-in-words", test_bars_in_words);
  g_test_add_func ("/chart/distribution/bars-as-table", test_bars_as_table);
  g_test_add_func ("/chart/distribution/strips", test_strips);
  g_test_add_func ("/chart/distribution/many-points", test_many_points);
  g_test_add_func ("/chart/distribution/strips-in-words", test_strips_in_words);

  return g_test_run ();
}
