/* test-peers.c
 *
 * A radar against the range of peers, and a gap chart of what an organisation says of itself and others say of it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "compare.h"
#include "sweep.h"

/* A stop for each axis, which tells the range too; and something drawn for every range that has a neighbour. */
static void
check_band (gconstpointer         user_data,
            const TsChartOptions *options,
            const TsScene        *scene)
{
  const TsRadarData *data = user_data;
  guint n_axes = ts_radar_data_get_n_axes (data), n_known = 0, n_washes = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    return;

  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n_axes);
  for (guint axis = 0; axis < n_axes; axis++)
    {
      g_autofree char *range = ts_radar_data_range_text (data, axis);
      g_autofree char *wanted = g_strdup_printf ("Middle half of 24 peers: %s", range);

      n_known += ts_radar_data_get_range (data, axis, NULL, NULL);
      g_assert_true (g_str_has_suffix (ts_scene_get_stop (scene, axis)->value, wanted));
    }
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      n_washes += item->part == TS_SCENE_PART_SERIES && item->paint.fill == TS_CHART_FILL_WASH;
    }
  g_assert_cmpint (n_washes > 0, ==, n_known > 0);
}

static void
test_radar (void)
{
  static const guint axes[] = { 0, 1, 2, 3, 11, 49 };

  for (guint n = 0; n < G_N_ELEMENTS (axes); n++)
    for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
      {
        g_autoptr (TsRadarData) data = compare_radar (axes[n], (n + missing) % FIXTURE_N_LABELS,
                                                      missing);
        g_autoptr (TsChart) chart = ts_chart_new_radar (data);

        g_test_message ("%u axes, missing %u", axes[n], missing);
        sweep_layouts (chart, data, check_band);
        sweep_words (chart, axes[n]);
      }
}

static void
test_only_ranges (void)
{
  static const char *const names[] = { "", "", "", "", NULL };
  static const struct
  {
    double low;
    double high;
    gboolean kept;
  } cases[] = {
    { 1, 4, TRUE },
    { 2.5, 2.5, TRUE },
    { 3, 2, FALSE },
    { 0, 2, FALSE },
    { 1, 4.5, FALSE },
    { NAN, 2, FALSE },
    { 2, NAN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsRadarDataBuilder *builder = ts_radar_data_builder_new ("", TS_RADAR_SUBJECT_AREA, names);
      g_autoptr (TsRadarData) data = NULL;
      double low = -7, high = -7;

      ts_radar_data_builder_add_axis (builder, "1", "");
      ts_radar_data_builder_set_band (builder, "Peers");
      ts_radar_data_builder_set_range (builder, 0, cases[i].low, cases[i].high);
      data = ts_radar_data_builder_end (builder);
      g_assert_cmpint (ts_radar_data_get_range (data, 0, &low, &high), ==, cases[i].kept);
      g_assert_cmpfloat (low, ==, cases[i].kept ? cases[i].low : -7);
      g_assert_cmpfloat (high, ==, cases[i].kept ? cases[i].high : -7);
    }
}

static void
test_radar_in_words (void)
{
  static const char *const names[] = { "", "", "", "", NULL };
  TsRadarDataBuilder *builder = ts_radar_data_builder_new ("", TS_RADAR_SUBJECT_AREA, names);
  static const double values[] = { 1, 2, 4, NAN };
  g_autoptr (TsRadarData) data = NULL;
  g_autoptr (TsChartTable) table = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  ts_radar_data_builder_add_series (builder, "Leeds", TS_RADAR_SERIES_CURRENT);
  ts_radar_data_builder_set_band (builder, "Peers");
  for (guint axis = 0; axis < 4; axis++)
    {
      g_autofree char *name = g_strdup_printf ("Area %u", axis + 1);

      ts_radar_data_builder_add_axis (builder, "", name);
      ts_radar_data_builder_set_value (builder, 0, axis, values[axis]);
      if (axis != 1)
        ts_radar_data_builder_set_range (builder, axis, 2, axis == 3 ? 2 : 3);
    }
  data = ts_radar_data_builder_end (builder);
  sentence = ts_radar_data_describe (data);
  table = ts_radar_data_to_table (data);
  text = ts_chart_table_to_text (table);

  g_assert_cmpstr (sentence, ==,
                   "3 of 4 areas have a level; highest 4 (Area 3), lowest 1 (Area 1); "
                   "1 above, 1 below and 0 within Peers.");
  g_assert_cmpstr (text, ==,
                   "Area    Leeds      Peers\n"
                   "------  ---------  ---------\n"
                   "Area 1  1          2 to 3\n"
                   "Area 2  2          not known\n"
                   "Area 3  4          2 to 3\n"
                   "Area 4  not rated  2\n");
}

/* A line from one judgement to the other wherever they differ. */
static void
check_judgements (gconstpointer         user_data,
                  const TsChartOptions *options,
                  const TsScene        *scene)
{
  const TsGapsData *data = user_data;
  guint n_differ = 0, n_lines = 0;
  double change;

  if (ts_scene_get_n_stops (scene) == 0)
    return;

  for (guint row = 0; row < ts_gaps_data_get_n_rows (data); row++)
    n_differ += ts_gaps_data_get_change (data, row, &change) && change != 0;
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      n_lines += item->part == TS_SCENE_PART_SERIES && item->kind == TS_SCENE_ITEM_LINE &&
                 item->paint.stroke_role == TS_CHART_ROLE_SERIES_4;
    }
  g_assert_cmpuint (n_lines, ==, n_differ);
}

static void
test_judgements (void)
{
  static const guint rows[] = { 0, 1, 11, 49 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
      {
        g_autoptr (TsGapsData) data = compare_judgements (rows[n], (n + missing) % FIXTURE_N_LABELS,
                                                          missing);
        g_autoptr (TsChart) chart = ts_chart_new_gaps (data);

        sweep_layouts (chart, data, check_judgements);
        sweep_words (chart, rows[n]);
      }
}

static void
test_judgements_in_words (void)
{
  static const char *const names[] = { "", "", "", "", NULL };
  static const struct
  {
    double own[3];
    double other[3];
    double target[3];
    const char *sentence;
  } cases[] = {
    { { 3, 2, 1 }, { 2, 2, 2 }, { 0 }, "Self is above Panel on 1 of 3, below on 1." },
    { { 3, 2, 0 }, { 2, 2, 2 }, { 3, 2, 2 }, "Self is above Panel on 1 of 2, below on 0; 1 of 3 rated areas is short of its target: Area 1 (1 level)." },
    { { 3, 2, 1 }, { 0 }, { 3, 3, 3 }, "None of the 3 areas has a level yet." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsGapsDataBuilder *builder = ts_gaps_data_builder_new ("", TS_GAPS_SUBJECT_AREA, names);
      g_autoptr (TsGapsData) data = NULL;
      g_autofree char *sentence = NULL;
      g_autofree char *text = NULL;

      ts_gaps_data_builder_set_judged (builder, "Self", "Panel");
      for (guint row = 0; row < 3; row++)
        {
          g_autofree char *name = g_strdup_printf ("Area %u", row + 1);

          ts_gaps_data_builder_add_row (builder, "", name);
          ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_PREVIOUS, row, cases[i].own[row]);
          ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_LEVEL, row, cases[i].other[row]);
          ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_TARGET, row, cases[i].target[row]);
        }
      data = ts_gaps_data_builder_end (builder);
      sentence = ts_gaps_data_describe (data);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);

      text = ts_gaps_data_row_text (data, 0);
      if (i == 1)
        g_assert_cmpstr (text, ==, "Panel: 2; Target: 3; 1 level short; Self: 3; 1 level higher");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/peers/radar", test_radar);
  g_test_add_func ("/chart/peers/only-ranges", test_only_ranges);
  g_test_add_func ("/chart/peers/radar-in-words", test_radar_in_words);
  g_test_add_func ("/chart/peers/judgements", test_judgements);
  g_test_add_func ("/chart/peers/judgements-in-words", test_judgements_in_words);

  return g_test_run ();
}
