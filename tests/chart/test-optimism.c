/* test-optimism.c
 *
 * An optimism chart: its layouts, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-optimism-layout.h"
#include "compare.h"
#include "sweep.h"

/* Bars reach to either side of zero by their gap; what is missing has none, and is hatched. */
static void
check_gaps (gconstpointer         user_data,
            const TsChartOptions *options,
            const TsScene        *scene)
{
  const TsOptimismData *data = user_data;
  gboolean turned = options->direction == TS_CHART_DIRECTION_RTL;
  guint n_rows = ts_optimism_data_get_n_rows (data), n_missing = 0, item = 0;
  double unit_width = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    return;

  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = ts_optimism_data_row_text (data, row);
      const TsSceneStop *stop = ts_scene_get_stop (scene, row);
      const TsSceneItem *bar;
      double gap, zero;

      g_assert_cmpuint (stop->id, ==, row);
      g_assert_cmpstr (stop->value, ==, text);
      if (!ts_optimism_data_get_gap (data, row, &gap))
        {
          n_missing++;
          continue;
        }
      if (gap == 0)
        continue;

      do
        bar = ts_scene_get_item (scene, item++);
      while (bar->part != TS_SCENE_PART_SERIES || bar->kind != TS_SCENE_ITEM_RECTANGLE);
      if (unit_width == 0)
        unit_width = bar->rectangle.area.width / fabs (gap);
      g_assert_cmpfloat_with_epsilon (bar->rectangle.area.width, fabs (gap) * unit_width, 0.05);

      /* The cursor is at the end of the bar away from zero. */
      zero = (gap > 0) != turned ? bar->rectangle.area.x
                                 : bar->rectangle.area.x + bar->rectangle.area.width;
      g_assert_cmpfloat_with_epsilon (fabs (stop->anchor.x - zero), bar->rectangle.area.width, 0.05);
    }
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_MISSING, TS_SCENE_ITEM_RECTANGLE), ==,
                    n_missing);
}

static void
test_layouts (void)
{
  static const guint rows[] = { 0, 1, 2, 11, 40, 152, 1000 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint values = 0; values < FIXTURE_N_VALUES; values++)
      {
        guint labels = (n + values) % FIXTURE_N_LABELS;
        g_autoptr (TsOptimismData) data = compare_optimism (rows[n], values, labels,
                                                            (n + values) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_optimism (data);

        if (values == FIXTURE_VALUES_HUGE || values == FIXTURE_VALUES_TINY)
          continue;
        g_test_message ("%u rows, values %u, labels %u", rows[n], values, labels);
        sweep_layouts (chart, data, check_gaps);
        sweep_words (chart, rows[n]);
      }
}

static void
test_words (void)
{
  static const struct
  {
    double own[4];
    double other[4];
    guint n_rows;
    const char *unit;
    const char *sentence;
  } cases[] = {
    { { 0 }, { 0 }, 0, "", "There is nothing to show yet." },
    { { NAN, 3 }, { 3, NAN }, 2, "", "None of 2 organisations has both Self-assessment and Panel." },
    { { 30, 28, 20 }, { 26, 26, 24 }, 3, "points", "Self-assessment is above Panel for 2 of 3 organisations, below for 1; the median gap is +2 points." },
    { { 3, 2, 2, NAN }, { 3, 3, 2.01, 1 }, 4, "", "Self-assessment is above Panel for 0 of 3 organisations, below for 1; the median gap is 0 levels; 1 lacks one of the two." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsOptimismData) data = ts_optimism_data_new ("", "Self-assessment", "Panel",
                                                              cases[i].unit);
      g_autofree char *sentence = NULL;

      for (guint row = 0; row < cases[i].n_rows; row++)
        ts_optimism_data_add_row (data, &(TsChartSubject) { .name = "A" }, cases[i].own[row],
                                  cases[i].other[row]);
      sentence = ts_optimism_data_describe (data);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_table (void)
{
  g_autoptr (TsOptimismData) data = ts_optimism_data_new ("", "Self", "Panel", NULL);
  g_autoptr (TsChartTable) table = NULL;
  g_autofree char *text = NULL;

  ts_optimism_data_add_row (data, &(TsChartSubject) { .code = "5A", .name = "North" }, 3, 2);
  ts_optimism_data_add_row (data, &(TsChartSubject) { .code = "5B", .name = "South" }, 1.5, 2);
  ts_optimism_data_add_row (data, &(TsChartSubject) { .code = "5C" }, NAN, 0);
  ts_optimism_data_add_row (data, &(TsChartSubject) { .code = "5D" }, NAN, INFINITY);
  table = ts_optimism_data_to_table (data);
  text = ts_chart_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "Code  Organisation  Self     Panel    Gap\n"
                   "----  ------------  -------  -------  ----------------\n"
                   "5A    North         3        2        +1 level\n"
                   "5B    South         1.5      2        −0.5 levels\n"
                   "5C                  missing  0        no Self\n"
                   "5D                  missing  missing  both are missing\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/optimism/layouts", test_layouts);
  g_test_add_func ("/chart/optimism/words", test_words);
  g_test_add_func ("/chart/optimism/table", test_table);

  return g_test_run ();
}
