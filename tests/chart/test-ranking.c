/* test-ranking.c
 *
 * A ranking: its layouts, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-ranking-layout.h"
#include "compare.h"
#include "sweep.h"

/* Where ranks are written they all are, and each with its interval. */
static void
check_numbers (const TsScene *scene,
               guint          n_ranked)
{
  guint n_numbers = check_count (scene, TS_SCENE_PART_NOTE, TS_SCENE_ITEM_TEXT);

  if (n_numbers == 0)
    return;

  g_assert_cmpuint (n_numbers, ==, n_ranked);
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == TS_SCENE_PART_NOTE && item->kind == TS_SCENE_ITEM_TEXT)
        g_assert_true (g_regex_match_simple ("^[0-9.]+ \\([0-9.]+–[0-9.]+\\)$", item->text.string, 0, 0));
    }
}

/* No rank without its interval: marks and lines come in pairs, and each mark lies on its line. */
static void
check_intervals (gconstpointer         user_data,
                 const TsChartOptions *options,
                 const TsScene        *scene)
{
  const TsRankingData *data = user_data;
  guint n_panels = ts_ranking_data_get_n_panels (data), n_marks = 0, n_ranked = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    {
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, -1), ==, 0);
      return;
    }

  for (guint panel = 0; panel < n_panels; panel++)
    n_ranked += ts_ranking_data_count_ranked (data, panel);
  for (guint i = 1; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *mark = ts_scene_get_item (scene, i);
      const TsSceneItem *line = ts_scene_get_item (scene, i - 1);
      double left, right;

      if (mark->part != TS_SCENE_PART_SERIES || mark->kind != TS_SCENE_ITEM_MARKER)
        continue;
      n_marks++;
      g_assert_cmpint (line->kind, ==, TS_SCENE_ITEM_LINE);
      left = MIN (line->path.points[0].x, line->path.points[1].x);
      right = MAX (line->path.points[0].x, line->path.points[1].x);
      g_assert_cmpfloat (mark->marker.centre.x, >=, left - CHECK_EPSILON);
      g_assert_cmpfloat (mark->marker.centre.x, <=, right + CHECK_EPSILON);
    }
  g_assert_cmpuint (n_marks, ==, n_ranked);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_MISSING, -1), ==,
                    ts_ranking_data_get_n_rows (data) * n_panels - n_ranked);
  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, ts_ranking_data_get_n_rows (data) * n_panels);
  check_numbers (scene, n_ranked);
  for (guint stop = 0; stop < ts_scene_get_n_stops (scene); stop++)
    {
      const TsSceneStop *it = ts_scene_get_stop (scene, stop);
      g_autofree char *text = ts_ranking_data_rank_text (data, stop % n_panels, stop / n_panels);

      g_assert_cmpuint (it->id, ==, stop);
      g_assert_cmpstr (it->value, ==, text);
    }
}

static void
test_layouts (void)
{
  static const guint rows[] = { 0, 1, 2, 11, 40, 152, 1000 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint n_panels = 0; n_panels <= 4; n_panels += n_panels == 2 ? 2 : 1)
      {
        guint labels = (n + n_panels) % FIXTURE_N_LABELS;
        g_autoptr (TsRankingData) data = compare_ranking (rows[n], n_panels, labels,
                                                          (n + n_panels / 2) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_ranking (data);

        g_test_message ("%u rows, %u panels, labels %u", rows[n], n_panels, labels);
        sweep_layouts (chart, data, check_intervals);
        sweep_words (chart, rows[n]);
      }
}

/* What is no rank with an interval around it is none. */
static void
test_only_with_interval (void)
{
  static const struct
  {
    TsRank rank;
    gboolean kept;
  } cases[] = {
    { { 27, 2, 1, 3 }, TRUE },
    { { 27, 2, 2, 2 }, TRUE },
    { { 27, 1.5, 1, 4 }, TRUE },
    { { NAN, 2, 1, 3 }, FALSE },
    { { 27, 0, 0, 3 }, FALSE },
    { { 27, 2, 3, 4 }, FALSE },
    { { 27, 5, 3, 4 }, FALSE },
    { { 27, 2, NAN, 4 }, FALSE },
    { { 27, 2, 1, NAN }, FALSE },
    { { 27, 2, 1, INFINITY }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRankingData) data = ts_ranking_data_new ("", 0.9);

      ts_ranking_data_add_panel (data, "Sum");
      ts_ranking_data_add_row (data, &(TsChartSubject) { .name = "A" });
      ts_ranking_data_set_rank (data, 0, 0, &cases[i].rank);
      g_assert_cmpint (ts_ranking_data_get_rank (data, 0, 0) != NULL, ==, cases[i].kept);
    }
}

/* A chart as wide as a window says each rank with its interval, and what the marks mean above them as well as below. */
static void
test_readable (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsRankingData) data = compare_ranking (152, 3, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;
  guint n_above = 0;
  guint n_below = 0;

  ts_chart_options_init_screen (&options, 960, 500, measurer);
  options.height = ts_ranking_get_natural_height (data, &options);
  scene = ts_ranking_layout (data, &options);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_NOTE, TS_SCENE_ITEM_TEXT), ==, 3 * 152);

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part != TS_SCENE_PART_SCALE_LABEL || !g_str_equal (item->text.string, "1"))
        continue;
      n_above += item->bounds.y < 60;
      n_below += item->bounds.y > options.height / 2;
    }
  g_assert_cmpuint (n_above, ==, 3);
  g_assert_cmpuint (n_below, ==, 3);
}

static void
test_words (void)
{
  g_autoptr (TsRankingData) data = ts_ranking_data_new ("Title", 0.9);
  g_autoptr (TsRankingData) empty = ts_ranking_data_new ("Title", 0.9);
  g_autoptr (TsChartTable) table = NULL;
  g_autofree char *nothing = ts_ranking_data_describe (empty);
  g_autofree char *none = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  ts_ranking_data_add_panel (data, "Sum");
  ts_ranking_data_add_panel (data, "Map");
  ts_ranking_data_add_row (data, &(TsChartSubject) { .code = "5A", .name = "North" });
  ts_ranking_data_add_row (data, &(TsChartSubject) { .code = "5B", .name = "South" });
  ts_ranking_data_add_row (data, &(TsChartSubject) { .code = "5C", .name = "West" });
  none = ts_ranking_data_describe (data);
  ts_ranking_data_set_rank (data, 0, 0, &(TsRank) { 30, 2, 1, 2 });
  ts_ranking_data_set_rank (data, 0, 1, &(TsRank) { 31.25, 1, 1, 2 });
  ts_ranking_data_set_rank (data, 1, 2, &(TsRank) { 7, 1.5, 1, 3 });
  sentence = ts_ranking_data_describe (data);
  table = ts_ranking_data_to_table (data);
  text = ts_chart_table_to_text (table);

  g_assert_cmpstr (nothing, ==, "There is nothing to show yet.");
  g_assert_cmpstr (none, ==, "None of 3 organisations can be ranked yet.");
  g_assert_cmpstr (sentence, ==,
                   "Sum: first is South, which may as well lie anywhere from rank 1 to 2; the median interval covers "
                   "2 of 2 ranks; 1 cannot be ranked.");
  g_assert_cmpstr (text, ==,
                   "Code  Organisation  Sum                               Map\n"
                   "----  ------------  --------------------------------  ------------------------------\n"
                   "5A    North         rank 2, from 1 to 2; score 30     not ranked\n"
                   "5B    South         rank 1, from 1 to 2; score 31.25  not ranked\n"
                   "5C    West          not ranked                        rank 1.5, from 1 to 3; score 7\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/ranking/layouts", test_layouts);
  g_test_add_func ("/chart/ranking/only-with-interval", test_only_with_interval);
  g_test_add_func ("/chart/ranking/readable", test_readable);
  g_test_add_func ("/chart/ranking/words", test_words);

  return g_test_run ();
}
