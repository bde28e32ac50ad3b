/* test-compare-charts.c — charts of what is compared: their numbers counted once more from what was put in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-builder.h"
#include "core/ts-error.h"
#include "exchange/ts-crosswalk-library.h"
#include "exchange/ts-framework-library.h"
#include "model/ts-compare-charts.h"

#include <math.h>
#include <string.h>

#define N_ORGANISATIONS 6
#define N_YEARS         2
#define N_COMPETENCIES  11

typedef struct
{
  TsComparison *comparison;
  TsCompareFilter *filter;
  TsCompareView *view;
} Fixture;

/* The level that is put in; 0 for none. In the first year there is no competency 11, and B has no competency 7 in the second. E is not there in the
 * first year, and follows D, which is not there in the second. */
static int
get_level (guint   organisation,
           guint   year,
           TsLayer layer,
           guint   competency)
{
  int level = 1 + (int) ((organisation * 3 + competency * 5 + year * 2) % 3);

  if (competency == 11 && year == 0)
    return 0;

  if ((organisation == 1 && year == 1 && competency == 7) || (organisation == 4 && year == 0) || (organisation == 3 && year == 1))
    return 0;

  if (layer == TS_LAYER_SELF)
    return MIN (level + (organisation % 2 == 0), 4);

  return layer == TS_LAYER_FINAL ? level : 0;
}

static gboolean
is_assessed (guint organisation,
             guint year)
{
  return !(organisation == 4 && year == 0) && !(organisation == 3 && year == 1);
}

static TsComparison *
make_comparison (gboolean predecessors)
{
  static const int years[] = { 2008, 2009 };
  static const TsLayer layers[] = { TS_LAYER_SELF, TS_LAYER_PANEL, TS_LAYER_FINAL };
  g_autoptr (TsComparisonBuilder) builder = ts_comparison_builder_new (years, N_YEARS, layers, G_N_ELEMENTS (layers));
  g_autoptr (TsFramework) first = ts_framework_library_get ("wcc-year-1", NULL);
  g_autoptr (TsFramework) second = ts_framework_library_get ("wcc-year-2", NULL);
  g_autoptr (TsCrosswalk) crosswalk = ts_crosswalk_library_get (first, second);

  ts_comparison_builder_add_framework (builder, first);
  ts_comparison_builder_add_framework (builder, second);
  ts_comparison_builder_add_crosswalk (builder, crosswalk);

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      char code[] = { (char) ('A' + i), '\0' };
      g_autofree char *name = g_strdup_printf ("%s-town PCT", code);

      ts_comparison_builder_add_organisation (builder, code, code, name, "pct");

      for (guint year = 0; year < N_YEARS; year++)
        {
          if (i < 5)
            ts_comparison_builder_set_parent (builder, i, year, i % 2 == 0 ? "Q1" : "Q2", i % 2 == 0 ? "North" : "South");

          ts_comparison_builder_set_population (builder, i, year, 100000 * (i + 1));
        }
    }

  ts_comparison_builder_add_succession (builder, 3, 4);

  /* A value of one year is the latest in the next. */
  for (guint i = 0; i < N_ORGANISATIONS - 1; i++)
    ts_comparison_builder_set_figure (builder, "Smoking quitters", "per 100,000", i, i % 2 == 0 ? 2008 : 2009, 700 + 10.0 * i);

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      for (guint year = 0; year < N_YEARS; year++)
        {
          if (!is_assessed (i, year))
            continue;

          ts_comparison_builder_add_assessment (builder, i, year, year, "assessment");

          for (guint competency = 1; competency <= N_COMPETENCIES; competency++)
            {
              g_autofree char *id = g_strdup_printf ("%u", competency);

              for (guint layer = 0; layer < G_N_ELEMENTS (layers); layer++)
                ts_comparison_builder_add_rating (builder, id, layers[layer], get_level (i, year, layers[layer], competency));

              ts_comparison_builder_add_target (builder, id, i == 5 && competency == 2 ? 0 : 3);
            }
        }
    }

  return ts_comparison_builder_end (builder, NULL, predecessors);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const int years[] = { 2008, 2009 };

  fixture->comparison = make_comparison (FALSE);
  fixture->filter = ts_compare_filter_new ();
  ts_compare_filter_set_years (fixture->filter, years, N_YEARS);
  fixture->filter->layer = TS_LAYER_FINAL;
  fixture->view = ts_compare_view_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ts_comparison_unref (fixture->comparison);
  ts_compare_filter_free (fixture->filter);
  ts_compare_view_free (fixture->view);
}

static guint
find_organisation (const TsChartSubject *subject)
{
  return (guint) (*subject->id - 'A');
}

/* The sum of all levels, 0 where one is missing. */
static int
add_up (guint organisation,
        guint year,
        guint n_competencies)
{
  int sum = 0;

  for (guint competency = 1; competency <= n_competencies; competency++)
    {
      int level = get_level (organisation, year, TS_LAYER_FINAL, competency);

      if (level == 0)
        return 0;

      sum += level;
    }

  return sum;
}

/* In a year alone. */
static int
get_total (guint organisation,
           guint year)
{
  return add_up (organisation, year, year == 0 ? 10 : 11);
}

/* Of what stands in both years. */
static int
get_standing_total (guint organisation,
                    guint year)
{
  return add_up (organisation, year, 10);
}

static void
test_heatmap (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char *const sorts[] = { NULL, "total", "name", "region", "similarity", "7" };

  for (guint i = 0; i < G_N_ELEMENTS (sorts) * 2; i++)
    {
      g_autoptr (TsHeatmapData) data = NULL;
      g_autoptr (GError) error = NULL;
      gboolean seen[N_ORGANISATIONS] = { FALSE };
      int before = 1000;

      g_test_message ("%s, %u", sorts[i / 2], i % 2);
      ts_compare_view_set (&fixture->view->sort, sorts[i / 2]);
      fixture->view->reversed = i % 2;
      data = ts_compare_charts_heatmap (fixture->comparison, fixture->filter, fixture->view, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ts_heatmap_data_get_n_columns (data), ==, N_COMPETENCIES + 1);
      g_assert_cmpuint (ts_heatmap_data_get_n_rows (data), ==, N_ORGANISATIONS);
      g_assert_cmpint (ts_heatmap_data_is_grouped (data), ==, g_strcmp0 (sorts[i / 2], "region") == 0);

      for (guint row = 0; row < N_ORGANISATIONS; row++)
        {
          guint organisation = find_organisation (ts_heatmap_data_get_row (data, row));
          const TsHeatmapCell *total = ts_heatmap_data_get_cell (data, row, N_COMPETENCIES);
          int expected = get_total (organisation, 1);

          g_assert_false (seen[organisation]);
          seen[organisation] = TRUE;

          for (guint column = 0; column < N_COMPETENCIES; column++)
            {
              const TsHeatmapCell *cell = ts_heatmap_data_get_cell (data, row, column);
              int level = get_level (organisation, 1, TS_LAYER_FINAL, column + 1);

              g_assert_cmpint (cell->state, ==, level == 0 ? TS_HEATMAP_STATE_MISSING : TS_HEATMAP_STATE_VALUE);
              g_assert_false (cell->lent);

              if (level != 0)
                g_assert_cmpfloat (cell->value, ==, level);
            }

          if (organisation == 1)
            {
              g_assert_cmpint (total->state, ==, TS_HEATMAP_STATE_INCOMPLETE);
              g_assert_cmpuint (total->n_rated, ==, 10);
              g_assert_cmpuint (total->n_wanted, ==, 11);
            }
          else if (organisation == 3)
            {
              g_assert_cmpint (total->state, ==, TS_HEATMAP_STATE_MISSING);
            }
          else
            {
              g_assert_cmpfloat (total->value, ==, expected);
            }

          /* What is complete comes first when the highest do. */
          if (i / 2 < 2 && i % 2 == 0)
            {
              g_assert_cmpint (expected, <=, before);
              before = expected;
            }
        }
    }
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  unused)
{
  static const struct
  {
    TsCompareChart chart;
    gsize text; /* of the view */
    const char *value;
    int code;
  } cases[] = {
    { TS_COMPARE_CHART_HEATMAP, G_STRUCT_OFFSET (TsCompareView, sort), "99", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_HEATMAP, G_STRUCT_OFFSET (TsCompareView, sort), "strategy", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_TREND, G_STRUCT_OFFSET (TsCompareView, measure), "99", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_TREND, G_STRUCT_OFFSET (TsCompareView, organisation), "nobody", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_STRIP, G_STRUCT_OFFSET (TsCompareView, measure), "", 0 },
    { TS_COMPARE_CHART_STRIP, G_STRUCT_OFFSET (TsCompareView, measure), ":", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_SCATTER, G_STRUCT_OFFSET (TsCompareView, x), "total:nobody", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_SCATTER, G_STRUCT_OFFSET (TsCompareView, y), "nothing", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_RADAR, G_STRUCT_OFFSET (TsCompareView, organisation), "nobody", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_RADAR, G_STRUCT_OFFSET (TsCompareView, organisation), NULL, TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_DUMBBELL, G_STRUCT_OFFSET (TsCompareView, organisation), "nobody", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_RANKING, G_STRUCT_OFFSET (TsCompareView, weights), "5=much", TS_RULE_ERROR_INVALID },
    { TS_COMPARE_CHART_RANKING, G_STRUCT_OFFSET (TsCompareView, sort), "own", TS_RULE_ERROR_UNKNOWN },
    { TS_COMPARE_CHART_RANKING, G_STRUCT_OFFSET (TsCompareView, sort), "total", TS_RULE_ERROR_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsCompareView) view = ts_compare_view_new ();
      g_autoptr (TsChart) chart = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", ts_compare_chart_get_name (cases[i].chart), cases[i].value);
      ts_compare_view_set (G_STRUCT_MEMBER_P (view, cases[i].text), cases[i].value);
      chart = ts_compare_charts_make (cases[i].chart, fixture->comparison, fixture->filter, view, &error);

      if (cases[i].value != NULL && *cases[i].value == '\0')
        {
          g_assert_no_error (error);
          g_assert_nonnull (chart);
          continue;
        }

      g_assert_error (error, TS_RULE_ERROR, cases[i].code);
      g_assert_null (chart);
    }
}

/* Where there is nobody, there is nothing, and no error. */
static void
test_nothing (void)
{
  static const int year = 2009;
  static const TsLayer layer = TS_LAYER_FINAL;
  g_autoptr (TsComparisonBuilder) builder = ts_comparison_builder_new (&year, 1, &layer, 1);
  g_autoptr (TsComparison) comparison = ts_comparison_builder_end (builder, NULL, FALSE);
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();

  for (guint i = 0; i < TS_N_COMPARE_CHARTS; i++)
    {
      g_autoptr (GError) error = NULL;
      TsCompareChart chart;

      g_assert_null (ts_compare_charts_make (i, comparison, filter, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (ts_compare_chart_from_name (ts_compare_chart_get_name (i), &chart));
      g_assert_cmpint (chart, ==, i);
    }
}

static void
count_levels (guint year,
              guint competency,
              int region, /* 0 north, 1 south, 2 none, -1 for all */
              guint counts[5])
{
  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      if (region < 0 || (i == 5 ? region == 2 : region == (int) i % 2))
        counts[get_level (i, year, TS_LAYER_FINAL, competency)]++;
    }
}

static void
assert_row (TsDistributionData *data,
            guint               row,
            const guint         counts[5])
{
  for (guint level = 0; level < 5; level++)
    g_assert_cmpuint (ts_distribution_data_get_count (data, row, level), ==, counts[level]);
}

static void
test_distribution (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr (TsDistributionData) by_competency = ts_compare_charts_distribution (fixture->comparison, fixture->filter, NULL, NULL);
  g_autoptr (TsDistributionData) by_region = NULL;
  g_autoptr (TsDistributionData) by_year = NULL;
  g_autoptr (TsDistributionData) all_by_year = NULL;
  g_autoptr (TsDistributionData) new_by_year = NULL;

  g_assert_cmpuint (ts_distribution_data_get_n_rows (by_competency), ==, N_COMPETENCIES);

  for (guint i = 0; i < N_COMPETENCIES; i++)
    {
      guint counts[5] = { 0 };

      count_levels (1, i + 1, -1, counts);
      assert_row (by_competency, i, counts);
    }

  fixture->view->by = TS_COMPARE_BY_REGION;
  by_region = ts_compare_charts_distribution (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_cmpuint (ts_distribution_data_get_n_rows (by_region), ==, 3);
  g_assert_cmpstr (ts_distribution_data_get_row (by_region, 0)->name, ==, "North");
  g_assert_cmpstr (ts_distribution_data_get_row (by_region, 2)->name, ==, "No region");

  for (guint i = 0; i < 3; i++)
    {
      guint counts[5] = { 0 };

      for (guint competency = 1; competency <= N_COMPETENCIES; competency++)
        count_levels (1, competency, (int) i, counts);

      assert_row (by_region, i, counts);
    }

  fixture->view->by = TS_COMPARE_BY_YEAR;
  ts_compare_view_set (&fixture->view->measure, "7");
  by_year = ts_compare_charts_distribution (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_cmpuint (ts_distribution_data_get_n_rows (by_year), ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      guint counts[5] = { 0 };

      count_levels (i, 7, -1, counts);
      assert_row (by_year, i, counts);
    }

  /* Of all, those that stand in both years; the one that came later is there where it is named. */
  ts_compare_view_set (&fixture->view->measure, NULL);
  all_by_year = ts_compare_charts_distribution (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_nonnull (strstr (ts_distribution_data_get_title (all_by_year), "the 10 competencies that stand in both years"));
  g_assert_null (strstr (ts_distribution_data_get_title (by_year), "stand"));

  for (guint i = 0; i < 2; i++)
    {
      guint counts[5] = { 0 };

      for (guint competency = 1; competency <= 10; competency++)
        count_levels (i, competency, -1, counts);

      assert_row (all_by_year, i, counts);
    }

  ts_compare_view_set (&fixture->view->measure, "11");
  new_by_year = ts_compare_charts_distribution (fixture->comparison, fixture->filter, fixture->view, NULL);

  for (guint i = 0; i < 2; i++)
    {
      guint counts[5] = { 0 };

      if (i == 1)
        count_levels (i, 11, -1, counts);

      assert_row (new_by_year, i, counts);
    }
}

static guint
find_line (TsTrendData *data,
           const char  *id)
{
  for (guint i = 0; i < ts_trend_data_get_n_lines (data); i++)
    {
      if (g_str_equal (ts_trend_data_get_line (data, i)->id, id))
        return i;
    }

  g_assert_not_reached ();
}

static void
test_trend_of_many (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr (TsTrendData) totals = ts_compare_charts_trend (fixture->comparison, fixture->filter, NULL, NULL);
  g_autoptr (TsTrendData) levels = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *finding = NULL;
  guint n_rose = 0, n_fell = 0, n_compared = 0;

  g_assert_cmpuint (ts_trend_data_get_n_lines (totals), ==, N_ORGANISATIONS + 1);
  g_assert_cmpint (ts_trend_data_get_line_kind (totals, N_ORGANISATIONS), ==, TS_TREND_LINE_MIDDLE);
  /* Some were redefined, and count; the one that came later does not. */
  g_assert_nonnull (ts_trend_data_get_break (totals, 1));
  g_assert_cmpstr (ts_trend_data_get_basis (totals), ==, "the 10 competencies that stand in both years");
  g_assert_nonnull (strstr (ts_trend_data_get_title (totals), "the 10 competencies that stand in both years"));

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      for (guint year = 0; year < N_YEARS; year++)
        {
          double value = 0;

          ts_trend_data_get_value (totals, i, year, &value);
          g_assert_cmpfloat (value, ==, get_standing_total (i, year));

          if (i < N_ORGANISATIONS && year == 1 && value > 0 && get_standing_total (i, 0) > 0)
            {
              n_rose += value > get_standing_total (i, 0);
              n_fell += value < get_standing_total (i, 0);
              n_compared++;
            }
        }
    }

  counts = g_strdup_printf ("of %u organisations with both, %u rose, %u fell, %u stayed the same, going by the 10 competencies", n_compared, n_rose, n_fell,
                            n_compared - n_rose - n_fell);
  finding = ts_trend_data_describe (totals);
  g_assert_nonnull (strstr (finding, counts));
  g_assert_cmpuint (n_compared, ==, 3);

  ts_compare_view_set (&fixture->view->measure, "7");
  ts_compare_view_set (&fixture->view->organisation, "C");
  levels = ts_compare_charts_trend (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_nonnull (ts_trend_data_get_levels (levels));
  g_assert_null (ts_trend_data_get_basis (levels));
  g_assert_true (ts_trend_data_get_line (levels, 2)->highlighted);
  g_assert_false (ts_trend_data_get_line (levels, 1)->highlighted);
  g_assert_false (ts_trend_data_get_value (levels, 1, 1, NULL));
}

/* A line is broken where its own definition changed, and no other is. */
static void
test_trend_of_one (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr (TsTrendData) data = NULL;

  ts_compare_view_set (&fixture->view->organisation, "A");
  data = ts_compare_charts_trend (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_cmpuint (ts_trend_data_get_n_lines (data), ==, N_COMPETENCIES);

  for (guint competency = 1; competency <= N_COMPETENCIES; competency++)
    {
      g_autofree char *id = g_strdup_printf ("%u", competency);
      guint line = find_line (data, id);
      guint node = (guint) ts_comparison_find_node (fixture->comparison, id);
      gboolean is_break = ts_comparison_is_break (fixture->comparison, 0, 1, node);

      for (guint year = 0; year < N_YEARS; year++)
        {
          double value = 0;

          ts_trend_data_get_value (data, line, year, &value);
          g_assert_cmpfloat (value, ==, get_level (0, year, TS_LAYER_FINAL, competency));
        }

      /* What was not there before is not broken. */
      g_assert_cmpint (ts_trend_data_is_broken (data, line, 1), ==, is_break && competency != 11);
    }
}

static void
test_lent (Fixture       *fixture,
           gconstpointer  unused)
{
  static const int first = 2008;
  g_autoptr (TsComparison) comparison = make_comparison (TRUE);
  g_autoptr (TsTrendData) trend = NULL;

  fixture->filter->predecessors = TRUE;
  trend = ts_compare_charts_trend (comparison, fixture->filter, NULL, NULL);
  g_assert_true (ts_trend_data_is_merged (trend, 4, 0));
  g_assert_false (ts_trend_data_is_merged (trend, 4, 1));
  g_assert_false (ts_trend_data_is_merged (trend, 3, 0));
  ts_compare_filter_set_years (fixture->filter, &first, 1);
}

static void
test_scatter (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (TsScatterData) usual = ts_compare_charts_scatter (fixture->comparison, fixture->filter, NULL, NULL);
  g_autoptr (TsScatterData) chosen = NULL;
  g_autoptr (GPtrArray) measures = ts_compare_charts_list_measures (fixture->comparison, fixture->filter);

  g_assert_cmpstr (ts_scatter_data_get_name (usual, TS_SCATTER_AXIS_Y), ==, "Smoking quitters");
  g_assert_true (g_str_has_prefix (ts_scatter_data_get_title (usual), "Smoking quitters against sum of levels · "));
  g_assert_cmpstr (ts_compare_charts_get_usual_measure (fixture->comparison, TRUE), ==, "Smoking quitters");
  /* B lacks a level, D is gone, F has no outcome; A, C and E have the outcome of one year or the other. */
  g_assert_cmpuint (ts_scatter_data_get_n_points (usual), ==, 3);
  g_assert_cmpuint (ts_scatter_data_count_missing (usual), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      const TsScatterPoint *point = ts_scatter_data_get_point (usual, i);
      guint organisation = find_organisation (&point->subject);

      g_assert_cmpfloat (point->x, ==, get_total (organisation, 1));
      g_assert_cmpfloat (point->y, ==, 700 + 10.0 * organisation);
    }

  ts_compare_view_set (&fixture->view->x, "population");
  ts_compare_view_set (&fixture->view->y, "5:self");
  chosen = ts_compare_charts_scatter (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_cmpuint (ts_scatter_data_get_n_points (chosen), ==, 5);
  g_assert_cmpfloat (ts_scatter_data_get_point (chosen, 0)->x, ==, 100000);
  g_assert_cmpfloat (ts_scatter_data_get_point (chosen, 0)->y, ==, get_level (0, 1, TS_LAYER_SELF, 5));

  /* Whatever can be chosen can be drawn. */
  g_assert_cmpuint (measures->len, >, N_COMPETENCIES + 6);

  for (guint i = 0; i < measures->len; i++)
    {
      const TsMeasureChoice *choice = g_ptr_array_index (measures, i);
      g_autoptr (TsChart) strip = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (*choice->title != '\0');
      ts_compare_view_set (&fixture->view->measure, choice->name);
      strip = ts_compare_charts_make (TS_COMPARE_CHART_STRIP, fixture->comparison, fixture->filter, fixture->view, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strip);
    }
}

static void
test_strip (Fixture       *fixture,
            gconstpointer  unused)
{
  static const TsCompareBy by[] = { TS_COMPARE_BY_DEFAULT, TS_COMPARE_BY_COMPETENCY, TS_COMPARE_BY_YEAR };
  static const guint n_rows[] = { 3, 1, 2 };
  static const guint n_points[] = { 4, 4, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    {
      g_autoptr (TsStripData) data = NULL;

      fixture->view->by = by[i];
      data = ts_compare_charts_strip (fixture->comparison, fixture->filter, fixture->view, NULL);
      g_assert_cmpuint (ts_strip_data_get_n_rows (data), ==, n_rows[i]);
      g_assert_cmpint (strstr (ts_strip_data_get_title (data), "the 10 competencies that stand in both years") != NULL, ==, by[i] == TS_COMPARE_BY_YEAR);
      g_assert_cmpuint (ts_strip_data_get_n_points (data), ==, n_points[i]);

      for (guint j = 0; j < n_points[i]; j++)
        {
          const TsStripPoint *point = ts_strip_data_get_point (data, j);

          g_assert_cmpfloat (point->value, ==,
                             by[i] == TS_COMPARE_BY_YEAR ? get_standing_total (find_organisation (&point->subject), point->row)
                                                         : get_total (find_organisation (&point->subject), 1));
        }
    }
}

static void
test_dumbbell (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (TsGapsData) all = ts_compare_charts_dumbbell (fixture->comparison, fixture->filter, NULL, NULL);
  g_autoptr (TsGapsData) one = NULL;

  g_assert_cmpuint (ts_gaps_data_get_n_rows (all), ==, N_COMPETENCIES);

  for (guint competency = 1; competency <= N_COMPETENCIES; competency++)
    {
      double own = 0;
      double other = 0;
      double value;
      guint n = 0;

      for (guint i = 0; i < N_ORGANISATIONS; i++)
        {
          if (get_level (i, 1, TS_LAYER_FINAL, competency) == 0)
            continue;

          own += get_level (i, 1, TS_LAYER_SELF, competency);
          other += get_level (i, 1, TS_LAYER_FINAL, competency);
          n++;
        }

      g_assert_true (ts_gaps_data_get_value (all, TS_GAPS_SERIES_PREVIOUS, competency - 1, &value));
      g_assert_cmpfloat_with_epsilon (value, own / n, 1e-12);
      g_assert_true (ts_gaps_data_get_value (all, TS_GAPS_SERIES_LEVEL, competency - 1, &value));
      g_assert_cmpfloat_with_epsilon (value, other / n, 1e-12);
      /* One has no target for competency 2, so a mean of the others' would be of others. */
      g_assert_cmpint (ts_gaps_data_get_value (all, TS_GAPS_SERIES_TARGET, competency - 1, &value), ==, competency != 2);
    }

  ts_compare_view_set (&fixture->view->organisation, "B");
  one = ts_compare_charts_dumbbell (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_false (ts_gaps_data_get_value (one, TS_GAPS_SERIES_LEVEL, 6, NULL));
  g_assert_true (ts_gaps_data_get_value (one, TS_GAPS_SERIES_TARGET, 6, NULL));
}

static void
test_radar (Fixture       *fixture,
            gconstpointer  unused)
{
  static const char *const picked[] = { "C", NULL };
  g_autoptr (TsRadarData) data = NULL;
  double value;
  double low;
  double high;

  ts_compare_filter_set_texts (&fixture->filter->highlighted, picked);
  data = ts_compare_charts_radar (fixture->comparison, fixture->filter, NULL, NULL);
  g_assert_cmpuint (ts_radar_data_get_n_axes (data), ==, N_COMPETENCIES);
  g_assert_cmpuint (ts_radar_data_get_n_series (data), ==, 3);

  for (guint axis = 0; axis < N_COMPETENCIES; axis++)
    {
      double levels[N_ORGANISATIONS];
      guint n = 0;

      g_assert_true (ts_radar_data_get_value (data, 0, axis, &value));
      g_assert_cmpfloat (value, ==, get_level (2, 1, TS_LAYER_FINAL, axis + 1));

      for (int level = 1; level <= 4; level++)
        {
          for (guint i = 0; i < N_ORGANISATIONS; i++)
            {
              if (i != 2 && get_level (i, 1, TS_LAYER_FINAL, axis + 1) == level)
                levels[n++] = level;
            }
        }

      g_assert_true (ts_radar_data_get_value (data, 2, axis, &value));
      g_assert_cmpfloat (value, ==, (levels[(n - 1) / 2] + levels[n / 2]) / 2);
      g_assert_true (ts_radar_data_get_range (data, axis, &low, &high));
      g_assert_true (low <= value && value <= high && low >= levels[0] && high <= levels[n - 1]);
    }
}

static void
test_ranking (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (TsRankingData) data = NULL;
  double before = 0;

  ts_compare_view_set (&fixture->view->weights, "5=2,7=1");
  ts_compare_view_set (&fixture->view->sort, "own");
  data = ts_compare_charts_ranking (fixture->comparison, fixture->filter, fixture->view, NULL);
  g_assert_cmpuint (ts_ranking_data_get_n_panels (data), ==, 4);

  for (guint row = 0; row < N_ORGANISATIONS; row++)
    {
      const TsRank *own = ts_ranking_data_get_rank (data, 3, row);
      const TsRank *sum = ts_ranking_data_get_rank (data, 0, row);
      guint organisation = find_organisation (ts_ranking_data_get_row (data, row));

      if (get_total (organisation, 1) == 0)
        {
          g_assert_null (sum);
          continue;
        }

      g_assert_cmpfloat (sum->score, ==, get_total (organisation, 1));
      g_assert_cmpfloat_with_epsilon (own->score, 100.0 * (2 * get_level (organisation, 1, TS_LAYER_FINAL, 5) + get_level (organisation, 1, TS_LAYER_FINAL, 7)) / 12, 1e-9);
      g_assert_cmpfloat (own->rank, >=, before);
      before = own->rank;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/model/compare-charts/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("heatmap", test_heatmap);
  ADD ("unknown", test_unknown);
  ADD ("distribution", test_distribution);
  ADD ("trend-of-many", test_trend_of_many);
  ADD ("trend-of-one", test_trend_of_one);
  ADD ("lent", test_lent);
  ADD ("scatter", test_scatter);
  ADD ("strip", test_strip);
  ADD ("dumbbell", test_dumbbell);
  ADD ("radar", test_radar);
  ADD ("ranking", test_ranking);
  g_test_add_func ("/model/compare-charts/nothing", test_nothing);

  return g_test_run ();
}
