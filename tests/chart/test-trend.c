/* test-trend.c
 *
 * A trend: its layouts, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "chart/ts-trend-layout.h"
#include "compare.h"
#include "sweep.h"

/* Every value is said at some stop. */
static void
check_values (gconstpointer         user_data,
              const TsChartOptions *options,
              const TsScene        *scene)
{
  const TsTrendData *data = user_data;
  guint n_years = ts_trend_data_get_n_years (data), n_said = 0, n_values = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    return;

  for (guint line = 0; line < ts_trend_data_get_n_lines (data); line++)
    for (guint year = 0; year < n_years; year++)
      n_values += ts_trend_data_get_value (data, line, year, NULL);

  for (guint stop = 0; stop < ts_scene_get_n_stops (scene); stop++)
    {
      const TsSceneStop *it = ts_scene_get_stop (scene, stop);
      g_autofree char *text = ts_trend_data_value_text (data, it->id / n_years, it->id % n_years);
      const char *more = strstr (it->value, "and ");

      g_assert_nonnull (strstr (it->value, text));
      if (strcmp (it->value, text) == 0)
        n_said++;
      else if (more != NULL && strstr (more, " more") != NULL && n_values > 100)
        n_said += 5 + (guint) strtoul (more + 4, NULL, 10);
      else
        n_said = G_MAXUINT / 2;
    }
  /* Names may have the same words in them: then nothing was counted. */
  if (n_said < G_MAXUINT / 4)
    g_assert_cmpuint (n_said, ==, n_values);
}

static void
test_layouts (void)
{
  static const guint lines[] = { 0, 1, 2, 5, 12, 152 };
  static const guint years[] = { 0, 1, 2, 3, 10, 40 };

  for (guint n = 0; n < G_N_ELEMENTS (lines); n++)
    for (guint y = 0; y < G_N_ELEMENTS (years); y++)
      {
        guint labels = (n + y) % FIXTURE_N_LABELS, values = (n * 2 + y) % FIXTURE_N_VALUES;
        g_autoptr (TsTrendData) data = compare_trend (lines[n], years[y], values, labels,
                                                      (n + 2 * y) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_trend (data);

        g_test_message ("%u lines, %u years, values %u, labels %u", lines[n], years[y], values,
                        labels);
        sweep_layouts (chart, data, check_values);
        sweep_words (chart, lines[n]);
      }
}

static guint
count_joined (const TsScene *scene)
{
  return check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_LINE);
}

/* The break is the dashed line among the notes. */
static void
check_no_line_crosses_break (const TsScene *scene)
{
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *mark = ts_scene_get_item (scene, i);

      if (mark->part != TS_SCENE_PART_NOTE || mark->kind != TS_SCENE_ITEM_LINE)
        continue;

      for (guint j = 0; j < ts_scene_get_n_items (scene); j++)
        {
          const TsSceneItem *line = ts_scene_get_item (scene, j);

          if (line->part == TS_SCENE_PART_SERIES && line->kind == TS_SCENE_ITEM_LINE)
            g_assert_false (line->path.points[0].x < mark->path.points[0].x &&
                            line->path.points[1].x > mark->path.points[0].x);
        }
    }
}

/* One line alone may be broken: the others go on. */
static void
test_line_break (void)
{
  static const int years[] = { 2008, 2009 };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsTrendData) data = ts_trend_data_new ("", "Level", "", NULL, years, 2);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  for (guint line = 0; line < 3; line++)
    {
      ts_trend_data_add_line (data, &(TsChartSubject) { .name = "A" }, TS_TREND_LINE_SUBJECT);
      ts_trend_data_set_value (data, line, 0, line, FALSE);
    }
  ts_trend_data_set_line_break (data, 1, 1, "Some changed");
  for (guint line = 0; line < 3; line++)
    {
      ts_trend_data_set_value (data, line, 1, line + 1, FALSE);
      g_assert_cmpint (ts_trend_data_is_broken (data, line, 1), ==, line == 1);
    }
  g_assert_cmpstr (ts_trend_data_get_break (data, 1), ==, "Some changed");

  ts_chart_options_init_screen (&options, 700, 400, measurer);
  scene = ts_trend_layout (data, &options);
  g_assert_cmpuint (count_joined (scene), ==, 2 + 2);

  /* A break of all hides that of one. */
  ts_trend_data_set_break (data, 1, "All changed");
  g_assert_true (ts_trend_data_is_broken (data, 0, 1));
  g_assert_cmpstr (ts_trend_data_get_break (data, 1), ==, "All changed");
}

/* A line is broken by a year without a value and where the definition changed, and by nothing else. */
static void
test_breaks (void)
{
  static const int years[] = { 2008, 2009, 2010, 2012, 2013 };
  static const struct
  {
    double values[5];
    guint break_at;
    guint n_joined;
    guint n_bridged; /* ways with a gap where the break is */
  } cases[] = {
    { { 1, 2, 3, 4, 5 }, 0, 4, 0 },
    { { 1, 2, NAN, 4, 5 }, 0, 2, 0 },
    { { 1, 2, 3, 4, 5 }, 2, 3, 1 },
    { { 1, NAN, 3, NAN, 5 }, 0, 0, 0 },
    { { NAN, NAN, 3, 4, NAN }, 3, 0, 1 },
    { { 0, 0, 0, 0, 0 }, 0, 4, 0 },
    { { 1, NAN, 3, 4, 5 }, 2, 2, 0 },
  };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsTrendData) data = ts_trend_data_new ("", "Sum", "", NULL, years, 5);
      g_autoptr (TsScene) scene = NULL;
      TsChartOptions options;
      guint n_markers = 0;

      ts_trend_data_add_line (data, &(TsChartSubject) { .name = "A" }, TS_TREND_LINE_SUBJECT);
      for (guint year = 0; year < 5; year++)
        {
          ts_trend_data_set_value (data, 0, year, cases[i].values[year], FALSE);
          n_markers += !isnan (cases[i].values[year]);
        }
      if (cases[i].break_at > 0)
        ts_trend_data_set_break (data, cases[i].break_at, "New definition");
      ts_chart_options_init_screen (&options, 700, 400, measurer);
      scene = ts_trend_layout (data, &options);
      g_assert_cmpuint (count_joined (scene), ==, cases[i].n_joined + 2 * cases[i].n_bridged);
      check_no_line_crosses_break (scene);
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_MARKER), ==,
                        n_markers);
    }
}

/* Names at the ends of lines that end alike stand apart, in the order of the lines' ends. */
static void
test_ends (void)
{
  static const int years[] = { 2008, 2009 };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsTrendData) data = ts_trend_data_new ("", "Sum", "", NULL, years, 2);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;
  guint n_names = 0;

  for (guint line = 0; line < 6; line++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u", line);

      ts_trend_data_add_line (data, &(TsChartSubject) { .name = name }, TS_TREND_LINE_SUBJECT);
      ts_trend_data_set_value (data, line, 0, line, FALSE);
      ts_trend_data_set_value (data, line, 1, 20 - line % 2 * 0.01, FALSE);
    }
  ts_chart_options_init_screen (&options, 800, 400, measurer);
  scene = ts_trend_layout (data, &options);
  check_no_text_overlaps (scene);
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      n_names += item->kind == TS_SCENE_ITEM_TEXT && g_str_has_prefix (item->text.string, "Organ");
    }
  g_assert_cmpuint (n_names, ==, 6);
}

/* Lines that go the same way are one wider line. */
static void
test_many_lines (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsTrendData) data = compare_trend (5000, 10, FIXTURE_VALUES_USUAL, FIXTURE_LABELS_PLAIN,
                                                FIXTURE_MISSING_NONE);
  g_autoptr (TsTrendData) few = NULL;
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  ts_chart_options_init_screen (&options, 900, 600, measurer);
  scene = ts_trend_layout (data, &options);
  check_inside (scene);
  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, 4 * 10);

  /* Each strong line has 8 ways of its own, and two ends at the break; all others share at most 16 ways of each kind a year. */
  g_assert_cmpuint (count_joined (scene), <, (5000 / 31 + 3) * 10 + 9 * 64);
}

static void
test_words (void)
{
  static const int years[] = { 2008, 2009, 2010 };
  static const struct
  {
    guint n_lines;
    double values[3][3];
    guint break_at;
    const char *sentence;
    const char *basis;
  } cases[] = {
    { 0, { { 0 } }, 0, "There is nothing to show yet." },
    { 1, { { NAN, NAN, NAN } }, 0, "There is no value in any year yet." },
    { 1, { { NAN, 24, NAN } }, 0, "North: 24 points in 2009/10." },
    { 1, { { 24, 25, 27 } }, 0, "North: 24 points in 2008/09, 27 points in 2010/11 (+3 points)." },
    { 1, { { 27, NAN, 24 } }, 1, "North: 27 points in 2008/09, 24 points in 2010/11 (−3 points); the definition changed in between, so that part of it may be due to that." },
    { 3, { { 1, 1, 2 }, { 2, 3, 1 }, { 5, 5, 5 } }, 0, "From 2008/09 to 2010/11, of 3 organisations with both, 1 rose, 1 fell, 1 stayed the same." },
    { 2, { { NAN, 1, NAN }, { NAN, 3, NAN } }, 1, "2 organisations, in 2009/10 only." },
    { 2, { { 1, NAN, NAN }, { NAN, NAN, 3 } }, 0, "None of 2 organisations has a value in both 2008/09 and 2010/11." },
    { 2, { { 1, 1, 2 }, { 2, 3, 1 } }, 0, "From 2008/09 to 2010/11, of 2 organisations with both, 1 rose, 1 fell, 0 stayed the same, going by the 3 areas.", "the 3 areas" },
    { 1, { { 24, 25, 27 } }, 2, "North: 24 points in 2008/09, 27 points in 2010/11 (+3 points), going by the 3 areas; the definition changed in between, so that part of it may be due to that.", "the 3 areas" },
    { 1, { { NAN, NAN, NAN } }, 0, "There is no value in any year, going by nothing.", "nothing" },
    { 0, { { 0 } }, 0, "There is nothing to show yet.", "nothing" },
  };
  static const char *const names[] = { "North", "South", "West" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsTrendData) data = ts_trend_data_new ("", "Sum", "points", NULL, years, 3);
      g_autofree char *sentence = NULL;

      for (guint line = 0; line < cases[i].n_lines; line++)
        {
          ts_trend_data_add_line (data, &(TsChartSubject) { .name = names[line] },
                                  TS_TREND_LINE_SUBJECT);
          for (guint year = 0; year < 3; year++)
            ts_trend_data_set_value (data, line, year, cases[i].values[line][year], FALSE);
        }
      if (cases[i].break_at > 0)
        ts_trend_data_set_break (data, cases[i].break_at, NULL);
      ts_trend_data_set_basis (data, cases[i].basis);
      g_assert_cmpstr (ts_trend_data_get_basis (data), ==, cases[i].basis);
      sentence = ts_trend_data_describe (data);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_table (void)
{
  static const int years[] = { 2008, 2009 };
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsTrendData) data = ts_trend_data_new ("", "Level", "", levels, years, 2);
  g_autoptr (TsChartTable) table = NULL;
  g_autofree char *text = NULL;

  ts_trend_data_add_line (data, &(TsChartSubject) { .code = "5A", .name = "North" },
                          TS_TREND_LINE_SUBJECT);
  ts_trend_data_set_value (data, 0, 0, 2, TRUE);
  ts_trend_data_set_value (data, 0, 1, 7, FALSE);
  ts_trend_data_set_break (data, 1, "Competency 11 is new");
  table = ts_trend_data_to_table (data);
  text = ts_chart_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "Line      2008/09                           2009/10 (Competency 11 is new)\n"
                   "--------  --------------------------------  ------------------------------\n"
                   "5A North  2 Developing (from predecessors)  no value\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/trend/layouts", test_layouts);
  g_test_add_func ("/chart/trend/breaks", test_breaks);
  g_test_add_func ("/chart/trend/line-break", test_line_break);
  g_test_add_func ("/chart/trend/ends", test_ends);
  g_test_add_func ("/chart/trend/many-lines", test_many_lines);
  g_test_add_func ("/chart/trend/words", test_words);
  g_test_add_func ("/chart/trend/table", test_table);

  return g_test_run ();
}
