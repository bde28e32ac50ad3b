/* test-radar-data.c
 *
 * A radar's data, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-radar-data-builder.h"
#include "fixture.h"

static const char *const level_names[] = { "Starting", "Developing", "Strong", "World class", NULL };

/* 0 stands for "not rated". */
static TsRadarData *
make (TsRadarSubject  subject,
      guint           n_axes,
      const double   *self,
      const double   *target)
{
  static const char *const names[] = { "Lead", "Partners", "Stimulate the market", "Innovate" };
  TsRadarDataBuilder *builder = ts_radar_data_builder_new ("Title", subject, level_names);

  for (guint axis = 0; axis < n_axes; axis++)
    ts_radar_data_builder_add_axis (builder, NULL, names[axis]);
  ts_radar_data_builder_add_series (builder, "Self", TS_RADAR_SERIES_CURRENT);
  if (target != NULL)
    ts_radar_data_builder_add_series (builder, "Target", TS_RADAR_SERIES_TARGET);
  for (guint axis = 0; axis < n_axes; axis++)
    {
      ts_radar_data_builder_set_value (builder, 0, axis, self[axis]);
      if (target != NULL)
        ts_radar_data_builder_set_value (builder, 1, axis, target[axis]);
    }

  return ts_radar_data_builder_end (builder);
}

static void
test_describe (void)
{
  static const struct
  {
    TsRadarSubject subject;
    guint n_axes;
    double self[4];
    gboolean targets;
    double target[4];
    const char *sentence;
  } cases[] = {
    { TS_RADAR_SUBJECT_COMPETENCY, 0, { 0 }, FALSE, { 0 }, "There is nothing to show yet." },
    { TS_RADAR_SUBJECT_COMPETENCY, 1, { 0 }, FALSE, { 0 }, "The 1 competency has no level yet." },
    { TS_RADAR_SUBJECT_COMPETENCY, 1, { 2 }, FALSE, { 0 }, "The 1 competency has a level; it is 2." },
    { TS_RADAR_SUBJECT_COMPETENCY, 4, { 0 }, TRUE, { 3, 3, 3, 3 }, "None of the 4 competencies has a level yet." },
    { TS_RADAR_SUBJECT_COMPETENCY, 4, { 3, 3, 3, 3 }, FALSE, { 0 }, "All 4 competencies have a level; each is 3." },
    { TS_RADAR_SUBJECT_COMPETENCY, 4, { 0, 2, 0, 0 }, FALSE, { 0 }, "1 of 4 competencies has a level; it is 2." },
    { TS_RADAR_SUBJECT_COMPETENCY, 4, { 3, 3, 1, 0 }, TRUE, { 3, 4, 1, 1 }, "3 of 4 competencies have a level; highest 3 (2 competencies), "
                                                                            "lowest 1 (Stimulate the market); 2 of 3 meet their target." },
    { TS_RADAR_SUBJECT_COMPETENCY, 4, { 3, 3, 1, 0 }, TRUE, { 4, 0, 1, 0 }, "3 of 4 competencies have a level; highest 3 (2 competencies), "
                                                                            "lowest 1 (Stimulate the market); 1 of 2 meets its target." },
    { TS_RADAR_SUBJECT_COMPETENCY, 4, { 3, 3, 1, 0 }, TRUE, { 0, 0, 0, 0 }, "3 of 4 competencies have a level; highest 3 (2 competencies), "
                                                                            "lowest 1 (Stimulate the market)." },
    { TS_RADAR_SUBJECT_AREA, 3, { 2.5, 3, 2.5 }, FALSE, { 0 }, "All 3 areas have a level; highest 3 (Partners), lowest 2.5 (2 areas)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRadarData) data = make (cases[i].subject, cases[i].n_axes, cases[i].self,
                                           cases[i].targets ? cases[i].target : NULL);
      g_autofree char *sentence = ts_radar_data_describe (data);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_describe_without_series (void)
{
  g_autoptr (TsRadarData) data = fixture_radar (5, 0, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);
  g_autofree char *sentence = ts_radar_data_describe (data);

  g_assert_cmpstr (sentence, ==, "There is nothing to show yet.");
}

/* What is no level is not rated: never the nearest level, and never 0. */
static void
test_only_levels (void)
{
  static const struct
  {
    double value;
    gboolean kept;
  } cases[] = {
    { 1, TRUE },
    { 4, TRUE },
    { 2.5, TRUE },
    { 0, FALSE },
    { 0.999, FALSE },
    { -1, FALSE },
    { 4.001, FALSE },
    { 1e300, FALSE },
    { NAN, FALSE },
    { INFINITY, FALSE },
    { -INFINITY, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRadarData) data = make (TS_RADAR_SUBJECT_AREA, 1, &cases[i].value, NULL);
      double value = -7;

      g_assert_cmpint (ts_radar_data_get_value (data, 0, 0, &value), ==, cases[i].kept);
      g_assert_cmpfloat (value, ==, cases[i].kept ? cases[i].value : -7);
      g_assert_cmpuint (ts_radar_data_count_values (data, 0), ==, cases[i].kept);
    }
}

static void
test_table (void)
{
  const double self[] = { 3, 0, 2.5 };
  const double target[] = { 0, 4, 3 };
  g_autoptr (TsRadarData) data = make (TS_RADAR_SUBJECT_COMPETENCY, 3, self, target);
  g_autoptr (TsChartTable) table = ts_radar_data_to_table (data);
  g_autofree char *text = ts_chart_table_to_text (table);

  g_assert_cmpuint (ts_chart_table_get_n_columns (table), ==, 3);
  g_assert_cmpuint (ts_chart_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (text, ==,
                   "Competency            Self       Target\n"
                   "--------------------  ---------  -------------\n"
                   "Lead                  3 Strong   no target\n"
                   "Partners              not rated  4 World class\n"
                   "Stimulate the market  2.5        3 Strong\n");
}

static void
test_axis_text (void)
{
  g_autoptr (TsRadarData) data = fixture_radar (3, 3, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
  g_autofree char *name = ts_radar_data_axis_name (data, 1);
  g_autofree char *value = ts_radar_data_axis_value_text (data, 1);

  g_assert_cmpstr (name, ==, "2 Work with partners");
  g_assert_cmpstr (value, ==, "2009/10 self: not rated; Target: 3 Strong; 2008/09 final: 2 Developing");
}

/* The chart of any kind says the same as the data. */
static void
test_chart (void)
{
  TsRadarData *data = fixture_radar (11, 3, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
  g_autoptr (TsChart) chart = ts_chart_new_radar (data);
  g_autofree char *wanted = ts_radar_data_describe (data);
  g_autofree char *sentence = NULL;
  g_autoptr (TsChartTable) table = NULL;

  /* The chart keeps what it needs. */
  ts_radar_data_unref (data);
  sentence = ts_chart_describe (chart);
  table = ts_chart_to_table (chart);

  g_assert_cmpstr (ts_chart_get_name (chart), ==, "radar");
  g_assert_cmpstr (ts_chart_get_title (chart), ==, "Competencies");
  g_assert_cmpstr (sentence, ==, wanted);
  g_assert_cmpuint (ts_chart_table_get_n_rows (table), ==, 11);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/radar-data/describe", test_describe);
  g_test_add_func ("/chart/radar-data/describe-without-series", test_describe_without_series);
  g_test_add_func ("/chart/radar-data/only-levels", test_only_levels);
  g_test_add_func ("/chart/radar-data/table", test_table);
  g_test_add_func ("/chart/radar-data/axis-text", test_axis_text);
  g_test_add_func ("/chart/radar-data/chart", test_chart);

  return g_test_run ();
}
