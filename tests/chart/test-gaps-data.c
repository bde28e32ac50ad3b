/* test-gaps-data.c
 *
 * A gap chart's data, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-gaps-data-builder.h"
#include "fixture.h"

static const char *const level_names[] = { "Starting", "Developing", "Strong", "World class", NULL };
static const char *const names[] = { "Lead", "Partners", "Stimulate the market", "Innovate" };

/* 0 stands for none. */
static TsGapsData *
make (TsGapsSubject  subject,
      guint          n_rows,
      const double  *level,
      const double  *target,
      const double  *previous)
{
  TsGapsDataBuilder *builder = ts_gaps_data_builder_new ("Title", subject, level_names);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *short_label = g_strdup_printf ("%u", row + 1);

      ts_gaps_data_builder_add_row (builder, short_label, names[row]);
      ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_LEVEL, row, level[row]);
      if (target != NULL)
        ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_TARGET, row, target[row]);
      if (previous != NULL)
        ts_gaps_data_builder_set_value (builder, TS_GAPS_SERIES_PREVIOUS, row, previous[row]);
    }

  return ts_gaps_data_builder_end (builder);
}

static void
test_describe (void)
{
  static const struct
  {
    TsGapsSubject subject;
    guint n_rows;
    double level[4];
    double target[4];
    const char *sentence;
  } cases[] = {
    { TS_GAPS_SUBJECT_COMPETENCY, 0, { 0 }, { 0 }, "There is nothing to show yet." },
    { TS_GAPS_SUBJECT_COMPETENCY, 1, { 0 }, { 3 }, "The 1 competency has no level yet." },
    { TS_GAPS_SUBJECT_CRITERION, 4, { 0 }, { 3, 3 }, "None of the 4 criteria has a level yet." },
    { TS_GAPS_SUBJECT_AREA, 2, { 0 }, { 3, 3 }, "None of the 2 areas has a level yet." },
    { TS_GAPS_SUBJECT_COMPETENCY, 4, { 1, 2, 3, 0 }, { 0, 0, 0, 3 }, "No rated competency has a target yet." },
    { TS_GAPS_SUBJECT_CRITERION, 1, { 3 }, { 3 }, "The 1 rated criterion meets its target." },
    { TS_GAPS_SUBJECT_COMPETENCY, 4, { 3, 4, 3, 0 }, { 3, 3, 2, 4 }, "All 3 rated competencies meet their target." },
    { TS_GAPS_SUBJECT_COMPETENCY, 4, { 3, 4, 3, 1 }, { 3, 3, 0, 0 }, "2 of 4 rated competencies meet their target; 2 have no target." },
    { TS_GAPS_SUBJECT_COMPETENCY, 2, { 3, 4, 0, 0 }, { 3, 0, 0, 0 }, "1 of 2 rated competencies meets its target; 1 has no target." },
    { TS_GAPS_SUBJECT_CRITERION, 1, { 1 }, { 2 }, "The 1 rated criterion is short of its target: Lead (1 level)." },
    { TS_GAPS_SUBJECT_CRITERION, 4, { 3, 3, 1, 3 }, { 3, 3, 3, 3 }, "1 of 4 rated criteria is short of its target: Stimulate the market (2 levels)." },
    { TS_GAPS_SUBJECT_COMPETENCY, 4, { 2, 3, 1, 0 }, { 3, 3, 3, 3 }, "2 of 3 rated competencies are short of their target, most Stimulate the market (2 levels)." },
    { TS_GAPS_SUBJECT_AREA, 3, { 1, 2, 3, 0 }, { 2, 3, 4, 3 }, "3 of 3 rated areas are short of their target, each by 1 level." },
    { TS_GAPS_SUBJECT_AREA, 4, { 1, 2, 3, 1 }, { 3, 4, 4, 0 }, "3 of 4 rated areas are short of their target, 2 of them by 2 levels; 1 has no target." },
    { TS_GAPS_SUBJECT_AREA, 2, { 1.5, 2 }, { 2, 2 }, "1 of 2 rated areas is short of its target: Lead (0.5 levels)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsGapsData) data = make (cases[i].subject, cases[i].n_rows, cases[i].level,
                                          cases[i].target, NULL);
      g_autofree char *sentence = ts_gaps_data_describe (data);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What is no level is none: never the nearest level, and never 0. */
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
      g_autoptr (TsGapsData) data = make (TS_GAPS_SUBJECT_AREA, 1, &cases[i].value, &cases[i].value,
                                          &cases[i].value);

      for (guint series = 0; series < TS_GAPS_N_SERIES; series++)
        {
          double value = -7;

          g_assert_cmpint (ts_gaps_data_get_value (data, series, 0, &value), ==, cases[i].kept);
          g_assert_cmpfloat (value, ==, cases[i].kept ? cases[i].value : -7);
          g_assert_cmpuint (ts_gaps_data_count_values (data, series), ==, cases[i].kept);
        }
    }
}

static void
test_table (void)
{
  const double level[] = { 3, 0, 2.5, 4 };
  const double target[] = { 4, 4, 0, 3 };
  const double previous[] = { 2, 1, 0, 4 };
  g_autoptr (TsGapsData) data = make (TS_GAPS_SUBJECT_CRITERION, 4, level, target, previous);
  g_autoptr (TsChartTable) table = ts_gaps_data_to_table (data);
  g_autofree char *text = ts_chart_table_to_text (table);

  g_assert_cmpstr (text, ==,
                   "Criterion  Title                 Level          Target         Gap            Last year      Change\n"
                   "---------  --------------------  -------------  -------------  -------------  -------------  ----------\n"
                   "1          Lead                  3 Strong       4 World class  1 level short  2 Developing   up 1 level\n"
                   "2          Partners              not rated      4 World class  not rated      1 Starting     not known\n"
                   "3          Stimulate the market  2.5            no target      no target      not known      not known\n"
                   "4          Innovate              4 World class  3 Strong       1 level above  4 World class  no change\n");
}

static void
test_row_text (void)
{
  const double level[] = { 3, 0, 1 };
  const double target[] = { 3, 4, 0 };
  const double previous[] = { 2, 1, 3 };
  g_autoptr (TsGapsData) data = make (TS_GAPS_SUBJECT_CRITERION, 3, level, target, previous);
  g_autoptr (TsGapsData) first_year = make (TS_GAPS_SUBJECT_CRITERION, 3, level, target, NULL);
  static const char *const texts[] = {
    "Level: 3 Strong; Target: 3 Strong; met; Last year: 2 Developing; up 1 level",
    "Level: not rated; Target: 4 World class; Last year: 1 Starting",
    "Level: 1 Starting; Target: no target; Last year: 3 Strong; down 2 levels",
  };
  g_autofree char *name = ts_gaps_data_row_name (data, 2);
  g_autofree char *short_text = ts_gaps_data_row_text (first_year, 0);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = ts_gaps_data_row_text (data, i);

      g_assert_cmpstr (text, ==, texts[i]);
    }
  g_assert_cmpstr (name, ==, "3 Stimulate the market");
  g_assert_cmpstr (short_text, ==, "Level: 3 Strong; Target: 3 Strong; met");
}

/* The chart of any kind says the same as the data. */
static void
test_chart (void)
{
  TsGapsData *data = fixture_gaps (11, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
  g_autoptr (TsChart) chart = ts_chart_new_gaps (data);
  g_autofree char *wanted = ts_gaps_data_describe (data);
  g_autofree char *sentence = NULL;
  g_autoptr (TsChartTable) table = NULL;

  /* The chart keeps what it needs. */
  ts_gaps_data_unref (data);
  sentence = ts_chart_describe (chart);
  table = ts_chart_to_table (chart);

  g_assert_cmpstr (ts_chart_get_name (chart), ==, "gaps");
  g_assert_cmpstr (ts_chart_get_title (chart), ==, "Gaps");
  g_assert_cmpstr (sentence, ==, wanted);
  g_assert_cmpuint (ts_chart_table_get_n_rows (table), ==, 11);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/gaps-data/describe", test_describe);
  g_test_add_func ("/chart/gaps-data/only-levels", test_only_levels);
  g_test_add_func ("/chart/gaps-data/table", test_table);
  g_test_add_func ("/chart/gaps-data/row-text", test_row_text);
  g_test_add_func ("/chart/gaps-data/chart", test_chart);

  return g_test_run ();
}
