/* test-outcome-data.c
 *
 * An outcome's data, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-outcome-data-builder.h"
#include "fixture.h"

#define FIRST_YEAR 2006
#define N          NAN

static TsOutcomeData *
make (const char   *metric,
      const char   *unit,
      gboolean      up_is_better,
      guint         n_years,
      const double *aspiration,
      const double *actual)
{
  TsOutcomeDataBuilder *builder = ts_outcome_data_builder_new (metric, unit, up_is_better);

  for (guint i = 0; i < n_years; i++)
    {
      ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ASPIRATION,
                                         FIRST_YEAR + (int) i, aspiration[i]);
      ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ACTUAL, FIRST_YEAR + (int) i,
                                         actual[i]);
    }

  return ts_outcome_data_builder_end (builder);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *metric;
    const char *unit;
    gboolean up_is_better;
    double aspiration[5];
    double actual[5];
    const char *sentence;
  } cases[] = {
    { "Smoking", "%", FALSE, { N, N, N, N, N }, { N, N, N, N, N }, "There is nothing to show yet." },
    { "Life expectancy at birth", "years", TRUE, { N, N, 79.8, 80.5, 81 }, { N, 79.2, 79.7, 80.1, N }, "Life expectancy at birth was 80.1 years in 2009/10, 0.4 years short of the aspiration of 80.5; "
                                                                                                       "it has risen since 2007/08." },
    { "Smoking", "%", FALSE, { N, 24, 23, 22, 21 }, { 25, 24, 22, 20, N }, "Smoking was 20% in 2009/10, 2 percentage points better than the aspiration of 22%; "
                                                                           "it has fallen since 2006/07." },
    { "Smoking", "%", FALSE, { N, 24, N, N, N }, { 25, 25, N, N, N }, "Smoking was 25% in 2007/08, 1 percentage point short of the aspiration of 24%; "
                                                                      "it is the same as in 2006/07." },
    { "Deaths", "", FALSE, { N, 7, N, N, N }, { 8, 7, N, N, N }, "Deaths was 7 in 2007/08, which is the aspiration; it has fallen since 2006/07." },
    { "Deaths", "", FALSE, { 7, N, N, N, N }, { 8, N, N, N, N }, "Deaths was 8 in 2006/07, 1 short of the aspiration of 7." },
    { "Deaths", "cases", FALSE, { N, N, N, N, N }, { 8, N, N, N, N }, "Deaths was 8 cases in 2006/07; there is no aspiration." },
    { "Deaths", "cases", FALSE, { N, N, 6, 5, N }, { 8, N, N, N, N }, "Deaths was 8 cases in 2006/07; the aspiration for 2009/10 is 5 cases." },
    { "Deaths", "cases", FALSE, { N, N, 6, 5, N }, { 8, 9, N, N, N }, "Deaths was 9 cases in 2007/08; it has risen since 2006/07; the aspiration for 2009/10 is 5 cases." },
    { "Deaths", "cases", FALSE, { N, 6, 5, N, N }, { N, N, N, 8, N }, "Deaths was 8 cases in 2009/10; there is no aspiration for that year." },
    { "Deaths", "cases", FALSE, { N, 6, 5, N, N }, { N, N, N, N, N }, "Deaths has no actual value yet; the aspiration for 2008/09 is 5 cases." },
    { "", "%", TRUE, { 6, N, N, N, N }, { N, N, N, N, N }, "The outcome has no actual value yet; the aspiration for 2006/07 is 6%." },
    { "Change", "points", TRUE, { N, N, N, N, N }, { -1, -2.5, N, N, N }, "Change was \xe2\x88\x92"
                                                                          "2.5 points in 2007/08; it has fallen since 2006/07; there is no aspiration." },
    { "Much", "", TRUE, { 80.05, N, N, N, N }, { 80.1, N, N, N, N }, "Much was 80.10 in 2006/07, 0.05 better than the aspiration of 80.05." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsOutcomeData) data = make (cases[i].metric, cases[i].unit, cases[i].up_is_better,
                                             5, cases[i].aspiration, cases[i].actual);
      g_autofree char *sentence = ts_outcome_data_describe (data);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What an outcome cannot be is a gap: never the nearest value, and never 0. */
static void
test_only_values (void)
{
  static const struct
  {
    double value;
    gboolean kept;
  } cases[] = {
    { 0, TRUE },
    { -1, TRUE },
    { 1e12, TRUE },
    { -1e12, TRUE },
    { 5e-324, TRUE },
    { 1.1e12, FALSE },
    { NAN, FALSE },
    { INFINITY, FALSE },
    { -INFINITY, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double none = NAN;
      g_autoptr (TsOutcomeData) data = make ("", "", TRUE, 1, &none, &cases[i].value);
      double value = -7;

      g_assert_cmpuint (ts_outcome_data_get_n_points (data), ==, cases[i].kept);
      if (!cases[i].kept)
        continue;
      g_assert_true (ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ACTUAL, 0, &value));
      g_assert_cmpfloat (value, ==, cases[i].value);
      g_assert_false (ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ASPIRATION, 0, &value));
    }
}

/* Years may come in any order, and the last word counts. */
static void
test_order (void)
{
  TsOutcomeDataBuilder *builder = ts_outcome_data_builder_new (NULL, NULL, TRUE);
  static const int years[] = { 2009, 2007, 2199, 1948, 2008, 1 };
  g_autoptr (TsOutcomeData) data = NULL;
  double value = 0;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ACTUAL, years[i], years[i]);
  ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ACTUAL, 2007, 5);
  data = ts_outcome_data_builder_end (builder);

  g_assert_cmpuint (ts_outcome_data_get_n_points (data), ==, G_N_ELEMENTS (years));
  for (guint i = 1; i < G_N_ELEMENTS (years); i++)
    g_assert_cmpint (ts_outcome_data_get_year (data, i - 1), <, ts_outcome_data_get_year (data, i));
  g_assert_cmpint (ts_outcome_data_get_year (data, 2), ==, 2007);
  g_assert_true (ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ACTUAL, 2, &value));
  g_assert_cmpfloat (value, ==, 5);
}

static void
test_baseline (void)
{
  static const struct
  {
    double aspiration[4];
    double actual[4];
    int baseline;
  } cases[] = {
    { { N, N, N, N }, { 1, 2, 3, 4 }, 0 },
    { { 1, 2, 3, 4 }, { N, N, N, N }, 0 },
    { { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, 0 },
    { { N, N, 3, 4 }, { 1, 2, 3, 4 }, 2007 },
    { { N, N, 3, 4 }, { 1, N, 3, N }, 2006 },
    { { N, N, 3, 4 }, { N, N, 3, 4 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsOutcomeData) data = make ("", "", TRUE, 4, cases[i].aspiration, cases[i].actual);
      guint point = 0;

      g_assert_cmpint (ts_outcome_data_get_baseline (data, &point), ==, cases[i].baseline != 0);
      if (cases[i].baseline != 0)
        g_assert_cmpint (ts_outcome_data_get_year (data, point), ==, cases[i].baseline);
    }
}

/* Values that are written alike have no gap between them. */
static void
test_gap (void)
{
  static const struct
  {
    gboolean up_is_better;
    double aspiration;
    double actual;
    double gap;
    const char *text;
  } cases[] = {
    { TRUE, 80.5, 80, -0.5, "0.5 years behind" },
    { TRUE, 80, 80.5, 0.5, "0.5 years ahead" },
    { FALSE, 80.5, 80, 0.5, "0.5 years ahead" },
    { FALSE, 80, 80.5, -0.5, "0.5 years behind" },
    { TRUE, 80.5, 80.5, 0, "aspiration met" },
    { FALSE, 0.3, 0.1 + 0.2, 0, "aspiration met" },
    { TRUE, -1, -3, -2, "2 years behind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsOutcomeData) data = make ("", "years", cases[i].up_is_better, 1,
                                             &cases[i].aspiration, &cases[i].actual);
      g_autofree char *text = ts_outcome_data_gap_text (data, 0, TRUE);
      double gap = -7;
      guint point;

      g_assert_true (ts_outcome_data_get_gap (data, 0, &gap));
      g_assert_cmpfloat (gap, ==, cases[i].gap);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (ts_outcome_data_find_latest_gap (data, &point));
      g_assert_cmpuint (point, ==, 0);
    }
}

static void
test_table (void)
{
  const double aspiration[] = { N, 24, 23.5, 23 };
  const double actual[] = { 25, 24.5, 23, N };
  g_autoptr (TsOutcomeData) data = make ("Smoking", "%", FALSE, 4, aspiration, actual);
  g_autoptr (TsChartTable) table = ts_outcome_data_to_table (data);
  g_autofree char *text = ts_chart_table_to_text (table);

  g_assert_cmpstr (ts_chart_table_get_title (table), ==, "Smoking (lower is better)");
  g_assert_cmpstr (text, ==,
                   "Year                Aspiration (%)  Actual (%)  Gap (percentage points)\n"
                   "------------------  --------------  ----------  -----------------------\n"
                   "2006/07 (baseline)  none            25.0        no aspiration\n"
                   "2007/08             24.0            24.5        0.5 behind\n"
                   "2008/09             23.5            23.0        0.5 ahead\n"
                   "2009/10             23.0            not known   not known\n");
}

static void
test_point_text (void)
{
  const double aspiration[] = { N, 80.5, 81 };
  const double actual[] = { 79.2, 80.1, N };
  g_autoptr (TsOutcomeData) data = make ("Life", "years", TRUE, 3, aspiration, actual);
  static const char *const texts[] = {
    "Actual: 79.2 years; baseline; Aspiration: none",
    "Actual: 80.1 years; Aspiration: 80.5 years; 0.4 years behind",
    "Actual: not known; Aspiration: 81.0 years",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = ts_outcome_data_point_text (data, i);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* The chart of any kind says the same as the data. */
static void
test_chart (void)
{
  TsOutcomeData *data = fixture_outcome (8, FIXTURE_VALUES_USUAL, FIXTURE_LABELS_PLAIN,
                                         FIXTURE_MISSING_SOME);
  g_autoptr (TsChart) chart = ts_chart_new_outcome (data);
  g_autofree char *wanted = ts_outcome_data_describe (data);
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autofree char *sentence = NULL;
  g_autoptr (TsChartTable) table = NULL;
  TsChartOptions options;

  /* The chart keeps what it needs. */
  ts_outcome_data_unref (data);
  sentence = ts_chart_describe (chart);
  table = ts_chart_to_table (chart);
  ts_chart_options_init_screen (&options, 400, 300, measurer);

  g_assert_cmpstr (ts_chart_get_name (chart), ==, "outcome");
  g_assert_cmpstr (ts_chart_get_title (chart), ==, "Lead");
  g_assert_cmpstr (sentence, ==, wanted);
  g_assert_cmpuint (ts_chart_table_get_n_rows (table), >, 0);
  g_assert_cmpfloat (ts_chart_get_natural_height (chart, &options), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/outcome-data/describe", test_describe);
  g_test_add_func ("/chart/outcome-data/only-values", test_only_values);
  g_test_add_func ("/chart/outcome-data/order", test_order);
  g_test_add_func ("/chart/outcome-data/baseline", test_baseline);
  g_test_add_func ("/chart/outcome-data/gap", test_gap);
  g_test_add_func ("/chart/outcome-data/table", test_table);
  g_test_add_func ("/chart/outcome-data/point-text", test_point_text);
  g_test_add_func ("/chart/outcome-data/chart", test_chart);

  return g_test_run ();
}
