/* test-scatter.c
 *
 * A scatter chart: its layouts, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdio.h>

#include "chart/ts-scatter-layout.h"
#include "compare.h"
#include "sweep.h"

static guint
count_in_text (const TsSceneStop *stop)
{
  guint count = 0;

  if (g_str_has_suffix (stop->label, " organisations") && sscanf (stop->label, "%u", &count) == 1)
    return count;

  return 1;
}

/* Every point is one of those that some dot stands for, and there is a mark for each that is picked. */
static void
check_dots (gconstpointer         user_data,
            const TsChartOptions *options,
            const TsScene        *scene)
{
  const TsScatterData *data = user_data;
  guint n_points = ts_scatter_data_get_n_points (data), n_picked = 0, n_told = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    return;

  for (guint i = 0; i < n_points; i++)
    n_picked += ts_scatter_data_get_point (data, i)->subject.highlighted;
  for (guint stop = 0; stop < ts_scene_get_n_stops (scene); stop++)
    n_told += count_in_text (ts_scene_get_stop (scene, stop));
  g_assert_cmpuint (n_told, ==, n_points);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_MARKER), ==,
                    ts_scene_get_n_stops (scene) + n_picked);
}

static void
test_layouts (void)
{
  static const guint points[] = { 0, 1, 2, 3, 30, 152, 2000 };

  for (guint n = 0; n < G_N_ELEMENTS (points); n++)
    for (guint values = 0; values < FIXTURE_N_VALUES; values++)
      {
        guint labels = (n + values) % FIXTURE_N_LABELS;
        g_autoptr (TsScatterData) data = compare_scatter (points[n], values, labels,
                                                          (n + values) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_scatter (data);

        g_test_message ("%u points, values %u, labels %u", points[n], values, labels);
        sweep_layouts (chart, data, check_dots);
        sweep_words (chart, ts_scatter_data_get_n_points (data));
      }
}

/* A hundred thousand points become no more dots than there are places for, and none is lost. */
static void
test_many_points (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsScatterData) data = ts_scatter_data_new ("Many");
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  for (guint i = 0; i < 100000; i++)
    ts_scatter_data_add_point (data, &(TsChartSubject) { .name = "A" }, sin (i * 0.37) * 1000,
                               cos (i * 0.011) * i);
  ts_chart_options_init_screen (&options, 900, 600, measurer);
  scene = ts_scatter_layout (data, &options);
  check_inside (scene);
  check_dots (data, &options, scene);
  g_assert_cmpuint (ts_scene_get_n_stops (scene), <, 900 * 600 / 49);
}

/* The larger a dot the more it stands for, and equal points are one. */
static void
test_ties (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsScatterData) data = ts_scatter_data_new ("Ties");
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;
  double radii[3] = { 0 };
  guint n_dots = 0;

  for (guint i = 0; i < 9; i++)
    ts_scatter_data_add_point (data, &(TsChartSubject) { .name = "A" }, i < 6 ? 1 : i < 8 ? 2
                                                                                          : 3,
                               5);
  ts_chart_options_init_screen (&options, 600, 400, measurer);
  scene = ts_scatter_layout (data, &options);
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == TS_SCENE_PART_SERIES && n_dots < 3)
        radii[n_dots++] = item->marker.radius;
    }
  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, 3);
  g_assert_cmpuint (n_dots, ==, 3);
  g_assert_cmpfloat (radii[0], >, radii[1]);
  g_assert_cmpfloat (radii[1], >, radii[2]);
}

/* Against numbers worked out by hand. */
static void
test_relation (void)
{
  static const struct
  {
    guint n_points;
    double x[5];
    double y[5];
    gboolean known;
    double relation;
  } cases[] = {
    { 0, { 0 }, { 0 }, FALSE, 0 },
    { 2, { 1, 2 }, { 1, 2 }, FALSE, 0 },
    { 3, { 1, 2, 3 }, { 5, 5, 5 }, FALSE, 0 },
    { 3, { 1, 2, 3 }, { 10, 100, 1000 }, TRUE, 1 },
    { 3, { 1, 2, 3 }, { 3, 2, 1 }, TRUE, -1 },
    { 5, { 1, 2, 3, 4, 5 }, { 2, 1, 4, 3, 5 }, TRUE, 0.8 },
    /* Ranks 1.5 1.5 3.5 3.5 5 and 1 2 3 4 5: 9 over the root of 9 times 10. */
    { 5, { 1, 1, 2, 2, 3 }, { 1, 2, 3, 4, 5 }, TRUE, 0.94868 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsScatterData) data = ts_scatter_data_new ("");
      double relation = 0;

      for (guint point = 0; point < cases[i].n_points; point++)
        ts_scatter_data_add_point (data, &(TsChartSubject) { .name = "A" }, cases[i].x[point],
                                   cases[i].y[point]);
      g_assert_cmpint (ts_scatter_data_get_relation (data, &relation), ==, cases[i].known);
      g_assert_cmpfloat_with_epsilon (relation, cases[i].relation, 1e-5);
    }
}

static void
test_words (void)
{
  static const struct
  {
    guint n_points;
    double x[4];
    double y[4];
    const char *sentence;
  } cases[] = {
    { 0, { 0 }, { 0 }, "There is nothing to show yet." },
    { 1, { NAN }, { 3 }, "None of 1 organisation has both values." },
    { 2, { 1, 2 }, { 3, 4 }, "2 organisations: too few, or too much alike, to tell whether the two go together." },
    { 4, { 1, 2, 3, NAN }, { 3, 4, 5, 6 }, "3 organisations: the higher Sum, the higher Life (rank correlation 1.00); 1 organisation has not both values." },
    { 3, { 1, 2, 3 }, { 5, 4, 3 }, "3 organisations: the higher Sum, the lower Life (rank correlation −1.00)." },
    { 4, { 1, 2, 3, 4 }, { 2, 4, 1, 3 }, "4 organisations: Sum and Life hardly go together (rank correlation 0.00)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsScatterData) data = ts_scatter_data_new ("");
      g_autofree char *sentence = NULL;

      ts_scatter_data_set_measure (data, TS_SCATTER_AXIS_X, "Sum", "points");
      ts_scatter_data_set_measure (data, TS_SCATTER_AXIS_Y, "Life", "years");
      for (guint point = 0; point < cases[i].n_points; point++)
        ts_scatter_data_add_point (data, &(TsChartSubject) { .name = "A" }, cases[i].x[point],
                                   cases[i].y[point]);
      sentence = ts_scatter_data_describe (data);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/scatter/layouts", test_layouts);
  g_test_add_func ("/chart/scatter/many-points", test_many_points);
  g_test_add_func ("/chart/scatter/ties", test_ties);
  g_test_add_func ("/chart/scatter/relation", test_relation);
  g_test_add_func ("/chart/scatter/words", test_words);

  return g_test_run ();
}
