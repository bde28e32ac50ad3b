/* test-transition.c
 *
 * A matrix of change: its layouts, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-transition-layout.h"
#include "compare.h"
#include "sweep.h"

/* Each cell has its stop and, if anybody moved that way, a bar as long as their share of those who were there before. */
static void
check_cells (gconstpointer         user_data,
             const TsChartOptions *options,
             const TsScene        *scene)
{
  const TsTransitionData *data = user_data;
  guint side = ts_chart_levels_get_n (ts_transition_data_get_levels (data)) + 1;
  double full = 0;
  guint item = 0, n_strong = 0;

  for (guint stop = 0; stop < ts_scene_get_n_stops (scene); stop++)
    {
      const TsSceneStop *it = ts_scene_get_stop (scene, stop);
      guint from = it->id / side, to = it->id % side;
      guint count = ts_transition_data_get_count (data, from, to);
      g_autofree char *text = ts_transition_data_cell_text (data, from, to);
      const TsSceneItem *bar;

      g_assert_cmpstr (it->value, ==, text);
      if (count == 0)
        continue;
      do
        bar = ts_scene_get_item (scene, item++);
      while (bar->part != TS_SCENE_PART_SERIES || bar->kind != TS_SCENE_ITEM_RECTANGLE);
      if (full == 0)
        full = bar->rectangle.area.width * ts_transition_data_count_from (data, from) / count;
      g_assert_cmpfloat_with_epsilon (bar->rectangle.area.width,
                                      full * count / ts_transition_data_count_from (data, from),
                                      0.01);
    }

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    n_strong += ts_scene_get_item (scene, i)->part == TS_SCENE_PART_GRID &&
                ts_scene_get_item (scene, i)->paint.stroke_role == TS_CHART_ROLE_FOREGROUND;
  g_assert_cmpuint (n_strong, ==, ts_scene_get_n_stops (scene) > 0 ? side - 1 : 0);
}

static void
test_layouts (void)
{
  for (guint n_levels = 1; n_levels <= TS_CHART_LEVELS_MOST; n_levels += 3)
    for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
      for (guint labels = 0; labels < FIXTURE_N_LABELS; labels++)
        {
          g_autoptr (TsTransitionData) data = compare_transition (n_levels, labels, missing);
          g_autoptr (TsChart) chart = ts_chart_new_transition (data);

          g_test_message ("%u levels, labels %u, missing %u", n_levels, labels, missing);
          sweep_layouts (chart, data, check_cells);
          sweep_words (chart, n_levels + 2);
        }
}

static void
test_words (void)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsTransitionData) data = ts_transition_data_new ("", "2008/09", "2009/10", levels);
  g_autofree char *nothing = ts_transition_data_describe (data);
  g_autofree char *unrated = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  g_autofree char *cell = NULL;
  g_autofree char *none = NULL;
  g_autoptr (TsChartTable) table = NULL;

  ts_transition_data_add (data, 2, TS_TRANSITION_UNRATED, 3);
  unrated = ts_transition_data_describe (data);
  ts_transition_data_add (data, 1, 2, 60);
  ts_transition_data_add (data, 1, 1, 30);
  ts_transition_data_add (data, 3, 2, 9);
  ts_transition_data_add (data, 3, 2, 1);
  sentence = ts_transition_data_describe (data);
  cell = ts_transition_data_cell_text (data, 1, 2);
  none = ts_transition_data_cell_text (data, 4, 4);
  table = ts_transition_data_to_table (data);
  text = ts_chart_table_to_text (table);

  g_assert_cmpstr (nothing, ==, "There is nothing to show yet.");
  g_assert_cmpstr (unrated, ==, "None of 3 was rated in both years.");
  g_assert_cmpstr (sentence, ==,
                   "Of 100 rated in both years, 60% rose, 30% stayed, 10% fell; 3 more were not.");
  g_assert_cmpstr (cell, ==, "60 of 90 (67%)");
  g_assert_cmpstr (none, ==, "none of 0");
  g_assert_cmpstr (text, ==,
                   "2008/09 → 2009/10  1 Starting  2 Developing  3 Strong  4 World class  not rated  All\n"
                   "-----------------  ----------  ------------  --------  -------------  ---------  ---\n"
                   "1 Starting         30          60            0         0              0          90\n"
                   "2 Developing       0           0             0         0              3          3\n"
                   "3 Strong           0           10            0         0              0          10\n"
                   "4 World class      0           0             0         0              0          0\n"
                   "not rated          0           0             0         0              0          0\n"
                   "All                30          70            0         0              3          103\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/transition/layouts", test_layouts);
  g_test_add_func ("/chart/transition/words", test_words);

  return g_test_run ();
}
