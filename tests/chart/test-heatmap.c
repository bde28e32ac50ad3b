/* test-heatmap.c
 *
 * A heat map: its layouts, whole and scrolled, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-heatmap-layout.h"
#include "compare.h"
#include "sweep.h"

static guint
count_state (const TsHeatmapData *data,
             TsHeatmapState       state)
{
  guint count = 0;

  for (guint row = 0; row < ts_heatmap_data_get_n_rows (data); row++)
    for (guint column = 0; column < ts_heatmap_data_get_n_columns (data); column++)
      count += ts_heatmap_data_get_cell (data, row, column)->state == state;

  return count;
}

/* Each cell has its stop, in reading order, and says what it says; what is missing is drawn as missing. */
static void
check_cells (gconstpointer         user_data,
             const TsChartOptions *options,
             const TsScene        *scene)
{
  const TsHeatmapData *data = user_data;
  guint n_columns = ts_heatmap_data_get_n_columns (data);
  guint n_stops = ts_scene_get_n_stops (scene);

  if (n_stops == 0)
    {
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, -1), ==, 0);
      return;
    }

  g_assert_cmpuint (n_stops, ==, ts_heatmap_data_get_n_rows (data) * n_columns);
  for (guint stop = 0; stop < n_stops; stop++)
    {
      const TsSceneStop *it = ts_scene_get_stop (scene, stop);
      g_autofree char *text = ts_heatmap_data_cell_text (data, stop / n_columns, stop % n_columns);

      g_assert_cmpuint (it->id, ==, stop);
      g_assert_cmpstr (it->value, ==, text);
    }
}

static void
test_layouts (void)
{
  static const guint rows[] = { 0, 1, 2, 8, 40, 152 };
  static const guint columns[] = { 0, 1, 3, 12, 49 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint labels = 0; labels < FIXTURE_N_LABELS; labels++)
      {
        guint n_columns = columns[(n + labels) % G_N_ELEMENTS (columns)];
        g_autoptr (TsHeatmapData) data = compare_heatmap (rows[n], n_columns, labels,
                                                          (n + labels) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_heatmap (data);

        g_test_message ("%u rows, %u columns, labels %u", rows[n], n_columns, labels);
        sweep_layouts (chart, data, check_cells);
        sweep_words (chart, rows[n]);
      }
}

static const TsSceneItem *
find_cell_item (const TsScene *scene,
                guint          stop,
                TsScenePart    part)
{
  const TsSceneStop *it = ts_scene_get_stop (scene, stop);

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == part && item->kind == TS_SCENE_ITEM_RECTANGLE &&
          ts_chart_rectangle_contains (&item->bounds, it->anchor.x, it->anchor.y))
        return item;
    }

  return NULL;
}

/* At the height it wants, every level stands in its cell as a number, and no cell without one is filled. */
static void
test_whole (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsHeatmapData) data = compare_heatmap (40, 12, FIXTURE_LABELS_PLAIN,
                                                    FIXTURE_MISSING_SOME);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  ts_chart_options_init_export (&options, 1100, 0, measurer);
  options.height = ts_heatmap_get_natural_height (data, &options);
  scene = ts_heatmap_layout (data, &options);

  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_AXIS_LABEL, -1), >=, 80);
  for (guint row = 0; row < 40; row++)
    for (guint column = 0; column < 11; column++)
      {
        const TsHeatmapCell *cell = ts_heatmap_data_get_cell (data, row, column);
        const TsSceneItem *filled = find_cell_item (scene, row * 12 + column, TS_SCENE_PART_SERIES);
        const TsSceneItem *open = find_cell_item (scene, row * 12 + column, TS_SCENE_PART_MISSING);

        if (cell->state == TS_HEATMAP_STATE_VALUE)
          {
            g_assert_nonnull (filled);
            g_assert_null (open);
            g_assert_cmpint (filled->paint.fill_role, ==,
                             ts_chart_levels_get_role (ts_heatmap_data_get_levels (data, column),
                                                       cell->value));
          }
        else
          {
            g_assert_null (filled);
            g_assert_nonnull (open);
            g_assert_cmpint (open->paint.fill, ==,
                             cell->state == TS_HEATMAP_STATE_MISSING ? TS_CHART_FILL_HATCH
                                                                     : TS_CHART_FILL_NONE);
          }
      }
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_MISSING, TS_SCENE_ITEM_RECTANGLE), ==,
                    40 * 12 - count_state (data, TS_HEATMAP_STATE_VALUE));
}

static guint
count_texts (const TsScene *scene,
             TsScenePart    part,
             const char    *text)
{
  guint count = 0;

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      count += item->part == part && item->kind == TS_SCENE_ITEM_TEXT && g_str_equal (item->text.string, text);
    }

  return count;
}

/* Columns too narrow for their names have a key, and others have none; rows come before it. */
static void
test_key (void)
{
  static const struct
  {
    double width;
    double height; /* 0 for the natural one */
    guint named;
  } cases[] = {
    { 1100, 0, 1 },
    { 420, 0, 1 },
    { 3200, 0, 0 },
    { 420, 200, 0 },
  };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsHeatmapData) data = compare_heatmap (40, 12, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);
  g_autofree char *title = ts_chart_subject_title (ts_heatmap_data_get_column (data, 3));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsScene) scene = NULL;
      g_autoptr (TsScene) seen = NULL;
      TsHeatmapWindow *window;
      TsChartOptions options;

      g_test_message ("%g × %g", cases[i].width, cases[i].height);
      ts_chart_options_init_export (&options, cases[i].width, cases[i].height, measurer);
      if (cases[i].height == 0)
        options.height = ts_heatmap_get_natural_height (data, &options);
      scene = ts_heatmap_layout (data, &options);
      g_assert_cmpuint (count_texts (scene, TS_SCENE_PART_NOTE, title), ==, cases[i].named);
      check_no_text_overlaps (scene);

      window = ts_heatmap_window_new (data, &options);
      seen = ts_heatmap_window_layout (window, 0);
      ts_heatmap_window_free (window);
      g_assert_cmpuint (count_texts (seen, TS_SCENE_PART_NOTE, title), ==, cases[i].named);
    }
}

/* What predecessors lend is marked at every size that can show a mark, in the legend, and in words. */
static void
test_lent (void)
{
  static const double heights[] = { 0, 400 };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsHeatmapData) data = compare_heatmap (40, 12, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);
  g_autofree char *text = ts_heatmap_data_cell_text (data, 5, 0);

  g_assert_true (g_str_has_suffix (text, "(from predecessors)"));

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (TsScene) scene = NULL;
      TsChartOptions options;
      guint n_marks = 0;

      ts_chart_options_init_export (&options, 1100, heights[i], measurer);
      if (heights[i] == 0)
        options.height = ts_heatmap_get_natural_height (data, &options);
      scene = ts_heatmap_layout (data, &options);

      for (guint j = 0; j < ts_scene_get_n_items (scene); j++)
        {
          const TsSceneItem *item = ts_scene_get_item (scene, j);

          n_marks += item->part == TS_SCENE_PART_NOTE &&
                     (item->kind == TS_SCENE_ITEM_LINE ||
                      (item->kind == TS_SCENE_ITEM_MARKER && item->marker.shape == TS_CHART_MARKER_TRIANGLE));
        }

      g_assert_cmpuint (n_marks, ==, 3 * 12);
      g_assert_cmpuint (count_texts (scene, TS_SCENE_PART_LEGEND, "From predecessors"), ==, 1);
    }
}

/* However narrow, the column of totals has its name and its numbers; names of rows are cut first. */
static void
test_narrow (void)
{
  static const double widths[] = { 420, 380, 340 };
  static const guint n_columns[] = { 12, 15 };
  static const FixtureLabels labels[] = { FIXTURE_LABELS_PLAIN, FIXTURE_LABELS_LONG };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (widths) * 4; i++)
    {
      guint n = n_columns[i % 2];
      g_autoptr (TsHeatmapData) data = compare_heatmap (40, n, labels[i / 2 % 2], FIXTURE_MISSING_NONE);
      double width = widths[i / 4];
      TsChartOptions options;

      g_test_message ("%g wide, %u columns, labels %u", width, n, i / 2 % 2);
      ts_chart_options_init_screen (&options, width, 0, measurer);
      options.height = ts_heatmap_get_natural_height (data, &options);

      for (guint seen = 0; seen < 2; seen++)
        {
          g_autoptr (TsScene) scene = NULL;

          if (seen)
            {
              g_autoptr (TsHeatmapWindow) window = ts_heatmap_window_new (data, &options);

              scene = ts_heatmap_window_layout (window, 0);
            }
          else
            {
              scene = ts_heatmap_layout (data, &options);
            }

          check_inside (scene);
          check_no_text_overlaps (scene);
          g_assert_cmpuint (count_texts (scene, TS_SCENE_PART_SCALE_LABEL, "Total"), ==, 1);

          for (guint row = 0; row < 20; row++)
            {
              const TsSceneStop *stop = ts_scene_get_stop (scene, (row + 1) * n - 1);
              g_autofree char *number = g_strdup_printf ("%g", ts_heatmap_data_get_cell (data, row, n - 1)->value);
              gboolean shown = FALSE;

              for (guint j = 0; j < ts_scene_get_n_items (scene) && !shown; j++)
                {
                  const TsSceneItem *item = ts_scene_get_item (scene, j);

                  shown = item->kind == TS_SCENE_ITEM_TEXT && g_str_equal (item->text.string, number) &&
                          ts_chart_rectangle_contains (&item->bounds, stop->anchor.x, stop->anchor.y);
                }

              g_assert_true (shown);
            }
        }
    }
}

/* Where no number fits, the filled share of a cell's width tells the level. */
static void
test_small_cells (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsHeatmapData) data = compare_heatmap (152, 11, FIXTURE_LABELS_PLAIN,
                                                    FIXTURE_MISSING_NONE);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;
  guint n_filled = 0;
  double full = 0;

  ts_chart_options_init_screen (&options, 900, 700, measurer);
  scene = ts_heatmap_layout (data, &options);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_TEXT), ==, 0);

  /* Row by row the ten columns of levels. */
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);
      double share;

      if (item->part != TS_SCENE_PART_SERIES || item->kind != TS_SCENE_ITEM_RECTANGLE)
        continue;
      share = ts_heatmap_data_get_cell (data, n_filled / 10, n_filled % 10)->value /
              ts_chart_levels_get_n (ts_heatmap_data_get_levels (data, n_filled % 10));
      if (full == 0)
        full = item->rectangle.area.width / share;
      g_assert_cmpfloat_with_epsilon (item->rectangle.area.width, full * share, 0.01);
      n_filled++;
    }
  g_assert_cmpuint (n_filled, ==, 152 * 10);
  g_assert_cmpfloat (full, >, 5);
}

/* A window shows rows by their offset, whole or cut, never beyond its edges, and costs what it shows. */
static void
test_window (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsHeatmapData) data = compare_heatmap (5000, 12, FIXTURE_LABELS_PLAIN,
                                                    FIXTURE_MISSING_SOME);
  g_autoptr (TsHeatmapWindow) window = NULL;
  TsChartOptions options;
  double range, step, page;

  ts_chart_options_init_screen (&options, 900, 600, measurer);
  window = ts_heatmap_window_new (data, &options);
  range = ts_heatmap_window_get_range (window);
  step = ts_heatmap_window_get_row_step (window);
  page = ts_heatmap_window_get_page (window);
  g_assert_cmpfloat_with_epsilon (range, step * 5000 - page, 0.01);

  for (double offset = 0; offset < range + 1000; offset += range / 23.7)
    {
      g_autoptr (TsScene) scene = ts_heatmap_window_layout (window, offset);
      guint first_row = (guint) floor (MIN (offset, range) / step + 1e-6);

      check_inside (scene);
      check_no_text_overlaps (scene);
      g_assert_cmpuint (ts_scene_get_stop (scene, 0)->id, ==, first_row * 12);
      g_assert_cmpuint (ts_scene_get_n_stops (scene), <=, (guint) (page / step + 2) * 12);
      g_assert_cmpuint (ts_scene_get_n_items (scene), <, 2500);
      for (guint stop = 0; stop < ts_scene_get_n_stops (scene); stop++)
        {
          const TsSceneStop *it = ts_scene_get_stop (scene, stop);
          g_autofree char *text = ts_heatmap_data_cell_text (data, it->id / 12, it->id % 12);

          g_assert_cmpuint (it->id, ==, first_row * 12 + stop);
          g_assert_cmpstr (it->value, ==, text);
        }
    }

  g_assert_cmpfloat (ts_heatmap_window_show_row (window, 0, 0), ==, 0);
  g_assert_cmpfloat (ts_heatmap_window_show_row (window, 500, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (ts_heatmap_window_show_row (window, 0, 4999), range, 0.01);
  g_assert_cmpfloat_with_epsilon (ts_heatmap_window_show_row (window, 0, 100), step * 101 - page,
                                  0.01);
  g_assert_cmpint (ts_heatmap_window_get_column_at (window, 899, 300), ==, -1);
}

/* The whole of a large map at once. */
static void
test_large (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsHeatmapData) data = compare_heatmap (5000, 12, FIXTURE_LABELS_PLAIN,
                                                    FIXTURE_MISSING_SOME);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  ts_chart_options_init_export (&options, 900, 700, measurer);
  scene = ts_heatmap_layout (data, &options);
  check_inside (scene);
  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, 60000);
  g_assert_cmpfloat (ts_heatmap_get_natural_height (data, &options), >, 100000);
}

static void
test_words (void)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsHeatmapData) data = ts_heatmap_data_new ("Title");
  g_autoptr (TsHeatmapData) empty = ts_heatmap_data_new (NULL);
  g_autoptr (TsHeatmapData) unrated = ts_heatmap_data_new ("");
  g_autofree char *sentence = NULL;
  g_autofree char *nothing = ts_heatmap_data_describe (empty);
  g_autofree char *none = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TsChartTable) table = NULL;

  ts_heatmap_data_add_column (data, "1", "1", "Lead", levels);
  ts_heatmap_data_add_column (data, "2", "2", "Partners", levels);
  ts_heatmap_data_add_column (data, "total", NULL, "Total", NULL);
  ts_heatmap_data_add_row (data, &(TsChartSubject) { .code = "5A", .name = "North", .group = "N" });
  ts_heatmap_data_add_row (data, &(TsChartSubject) { .code = "5B", .name = "South", .group = "S" });
  ts_heatmap_data_set_value (data, 0, 0, 3, TRUE);
  ts_heatmap_data_set_value (data, 0, 1, 2.5, FALSE);
  ts_heatmap_data_set_value (data, 0, 2, 5.5, FALSE);
  ts_heatmap_data_set_value (data, 1, 0, 0, FALSE);
  ts_heatmap_data_set_incomplete (data, 1, 1, 2, 5);

  sentence = ts_heatmap_data_describe (data);
  table = ts_heatmap_data_to_table (data);
  text = ts_chart_table_to_text (table);
  g_assert_cmpstr (sentence, ==,
                   "2 organisations: most often 3 Strong (100% of all levels); 2 of 4 are missing.");
  g_assert_cmpstr (text, ==,
                   "Code  Organisation  Group  1 Lead             2 Partners                 Total\n"
                   "----  ------------  -----  -----------------  -------------------------  ---------\n"
                   "5A    North         N      3 Strong (stated)  2.5                        5.5\n"
                   "5B    South         S      not rated          too little rated (2 of 5)  not rated\n");

  ts_heatmap_data_add_column (unrated, "1", "1", "Lead", levels);
  ts_heatmap_data_add_row (unrated, &(TsChartSubject) { .code = "5A" });
  none = ts_heatmap_data_describe (unrated);
  g_assert_cmpstr (nothing, ==, "There is nothing to show yet.");
  g_assert_cmpstr (none, ==, "1 organisation, and no level of any yet.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/heatmap/layouts", test_layouts);
  g_test_add_func ("/chart/heatmap/whole", test_whole);
  g_test_add_func ("/chart/heatmap/key", test_key);
  g_test_add_func ("/chart/heatmap/lent", test_lent);
  g_test_add_func ("/chart/heatmap/narrow", test_narrow);
  g_test_add_func ("/chart/heatmap/small-cells", test_small_cells);
  g_test_add_func ("/chart/heatmap/window", test_window);
  g_test_add_func ("/chart/heatmap/large", test_large);
  g_test_add_func ("/chart/heatmap/words", test_words);

  return g_test_run ();
}
