/* test-scoring.c — scores, ranks and their intervals, against truth that is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-builder.h"
#include "core/ts-error.h"
#include "core/ts-framework-builder.h"
#include "core/ts-measure-series.h"
#include "core/ts-rank-interval.h"
#include "fixture.h"

#include <math.h>

static const int years[] = { 2009 };
static const TsLayer layers[] = { TS_LAYER_SELF, TS_LAYER_FINAL };

/* Organisations A, B, … with the levels given: "5=2 6=3". */
static TsComparison *
compare (const char *const *ratings)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  g_autoptr (TsComparisonBuilder) builder = ts_comparison_builder_new (years, 1, layers, G_N_ELEMENTS (layers));

  ts_comparison_builder_add_framework (builder, framework);

  for (guint i = 0; ratings[i] != NULL; i++)
    {
      char code[] = { (char) ('A' + i), '\0' };

      ts_comparison_builder_add_organisation (builder, code, code, NULL, "pct");
    }

  for (guint i = 0; ratings[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (ratings[i], " ", -1);

      ts_comparison_builder_add_assessment (builder, i, 0, 0, "assessment");

      for (guint j = 0; words[j] != NULL && *words[j] != '\0'; j++)
        {
          g_auto (GStrv) parts = g_strsplit (words[j], "=", 2);

          ts_comparison_builder_add_rating (builder, parts[0], TS_LAYER_FINAL, atoi (parts[1]));
        }
    }

  return ts_comparison_builder_end (builder, NULL, FALSE);
}

static void
test_scores (void)
{
  static const struct
  {
    const char *ratings;
    TsWeighting weighting;
    const char *weights;
    double score; /* -1 for none */
    guint n_missing;
  } cases[] = {
    { "5=2 6=3 7=4 strategy=1 finance=3", TS_WEIGHTING_SUM, NULL, 9, 0 },
    { "5=2 6=3", TS_WEIGHTING_SUM, NULL, -1, 1 },
    { "", TS_WEIGHTING_SUM, NULL, -1, 3 },
    /* 2 of 4 points of governance, 9 of 12 levels: half of 50 and half of 75. */
    { "5=2 6=3 7=4 strategy=1 finance=3", TS_WEIGHTING_MAP, NULL, 62.5, 0 },
    { "5=4 6=4 7=4 strategy=3 finance=3", TS_WEIGHTING_MAP, NULL, 100, 0 },
    { "5=1 6=1 7=1 strategy=1 finance=1", TS_WEIGHTING_MAP, NULL, 12.5, 0 },
    { "5=2 6=3 7=4 strategy=1", TS_WEIGHTING_MAP, NULL, -1, 1 },
    { "5=2 6=3 7=4 strategy=1 finance=3", TS_WEIGHTING_GOVERNANCE_FIRST, NULL, 2 * 13 + 9, 0 },
    { "5=2 6=3 7=4", TS_WEIGHTING_OWN, NULL, 75, 0 },
    { "5=2 6=3 7=4", TS_WEIGHTING_OWN, "5=1", 50, 0 },
    { "5=2 7=4", TS_WEIGHTING_OWN, "5=1, 7=3", (0.5 + 3) / 4 * 100, 0 },
    { "5=2 finance=2", TS_WEIGHTING_OWN, "5=1,finance=1", 50, 0 },
    { "5=2", TS_WEIGHTING_OWN, "5=1,6=0", 50, 0 },
    { "5=2", TS_WEIGHTING_OWN, "5=0", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const ratings[] = { cases[i].ratings, NULL };
      g_autoptr (TsComparison) comparison = compare (ratings);
      g_autoptr (GHashTable) weights = cases[i].weights != NULL ? ts_weights_parse (cases[i].weights) : NULL;
      g_autoptr (TsScoring) scoring = ts_scoring_new (comparison, 0, TS_LAYER_FINAL, NULL, cases[i].weighting, weights);
      double score = -1;
      guint n_missing;

      g_test_message ("%s", cases[i].ratings);
      g_assert_cmpint (ts_scoring_get_score (scoring, 0, &score, &n_missing), ==, cases[i].score >= 0);
      g_assert_cmpfloat_with_epsilon (score, cases[i].score, 1e-9);
      g_assert_cmpuint (n_missing, ==, cases[i].n_missing);
    }
}

static void
test_weights (void)
{
  static const char *const bad[] = { "", "5", "5=", "=5", "5=x", "5=-1", "5=1001", "5=1,,6=2", "5=nan" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (ts_weights_parse (bad[i]));
}

static void
test_ranks (void)
{
  static const char *const ratings[] = {
    "5=2 6=2 7=2",
    "5=4 6=4 7=4",
    "5=2 6=2 7=2",
    "5=1 6=1",
    "5=1 6=1 7=1",
    NULL,
  };
  static const double expected[] = { 2.5, 1, 2.5, 0, 4 };
  g_autoptr (TsComparison) comparison = compare (ratings);
  g_autoptr (TsScoring) scoring = ts_scoring_new (comparison, 0, TS_LAYER_FINAL, NULL, TS_WEIGHTING_SUM, NULL);
  g_autoptr (GArray) intervals = ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, 1);
  g_autoptr (GArray) again = ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, 1);

  g_assert_cmpuint (intervals->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpmem (intervals->data, intervals->len * sizeof (TsRankInterval), again->data, again->len * sizeof (TsRankInterval));

  for (guint i = 0; i < intervals->len; i++)
    {
      const TsRankInterval *interval = &g_array_index (intervals, TsRankInterval, i);

      g_assert_cmpfloat (interval->rank, ==, expected[i]);
      g_assert_cmpint (interval->is_ranked, ==, expected[i] > 0);

      if (interval->is_ranked)
        {
          g_assert_cmpfloat (interval->low, <=, interval->rank);
          g_assert_cmpfloat (interval->high, >=, interval->rank);
        }
    }

  /* Alike takes up both ranks; missing is said. */
  g_assert_cmpfloat (g_array_index (intervals, TsRankInterval, 0).low, ==, 2);
  g_assert_cmpfloat (g_array_index (intervals, TsRankInterval, 0).high, ==, 3);
  g_assert_cmpuint (g_array_index (intervals, TsRankInterval, 3).n_missing, ==, 1);
}

/* --- Coverage ------------------------------------------------------------------------------------------------------ */

#define N_ORGANISATIONS 40

static TsFramework *
make_wide_framework (guint n_groups)
{
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new ("wide", "1", "Wide", 2009, "made for tests", "free");
  static const char *const descriptors[] = { "a", "b", "c", "d", NULL };
  TsScale *scale = ts_scale_new ("levels", TS_SCALE_LEVELS);

  ts_scale_add_level (scale, "1", "1", TS_MEANING_LOW);
  ts_scale_add_level (scale, "2", "2", TS_MEANING_BELOW);
  ts_scale_add_level (scale, "3", "3", TS_MEANING_ABOVE);
  ts_scale_add_level (scale, "4", "4", TS_MEANING_HIGH);
  ts_framework_builder_add_scale (builder, scale);
  ts_framework_builder_add_graded_section (builder, "s", "S", scale, TS_ROLL_UP_MAJORITY);

  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i + 1);

      ts_framework_builder_add_group (builder, id, "Group", NULL, NULL, "What", descriptors, "Show");
    }

  return ts_framework_builder_end (builder);
}

/* Normal, by the sum of twelve. */
static double
draw_normal (GRand *random,
             double middle,
             double deviation)
{
  double sum = -6;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_double (random);

  return middle + deviation * sum;
}

/* A world in which it is known how good everybody is: how many of the intervals hold the true rank. */
static guint
count_covered (GRand  *random,
               guint   n_groups,
               double  difference,
               double  noise)
{
  g_autoptr (TsFramework) framework = make_wide_framework (n_groups);
  g_autoptr (TsComparisonBuilder) builder = ts_comparison_builder_new (years, 1, layers, G_N_ELEMENTS (layers));
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (TsScoring) scoring = NULL;
  g_autoptr (GArray) intervals = NULL;
  g_autofree double *ease = g_new (double, n_groups);
  double truth[N_ORGANISATIONS];
  guint n_covered = 0;

  ts_comparison_builder_add_framework (builder, framework);

  for (guint i = 0; i < n_groups; i++)
    ease[i] = draw_normal (random, 0, 0.3);

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      truth[i] = draw_normal (random, 2.3, difference);
      ts_comparison_builder_add_organisation (builder, code, code, NULL, "pct");
    }

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      ts_comparison_builder_add_assessment (builder, i, 0, 0, "assessment");

      for (guint j = 0; j < n_groups; j++)
        {
          g_autofree char *id = g_strdup_printf ("%u", j + 1);
          double level = round (truth[i] + ease[j] + draw_normal (random, 0, noise));

          ts_comparison_builder_add_rating (builder, id, TS_LAYER_FINAL, (int) CLAMP (level, 1, 4));
        }
    }

  comparison = ts_comparison_builder_end (builder, NULL, FALSE);
  scoring = ts_scoring_new (comparison, 0, TS_LAYER_FINAL, NULL, TS_WEIGHTING_SUM, NULL);
  intervals = ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, 1);

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      const TsRankInterval *interval = &g_array_index (intervals, TsRankInterval, i);
      guint true_rank = 1;

      for (guint j = 0; j < N_ORGANISATIONS; j++)
        true_rank += truth[j] > truth[i];

      n_covered += interval->low <= true_rank && true_rank <= interval->high;
    }

  return n_covered;
}

static void
test_coverage (void)
{
  static const struct
  {
    guint n_groups;
    double difference;
    double noise;
    double least;
    double most;
  } worlds[] = {
    { 33, 0.4, 0.6, 0.93, 1 },
    { 11, 0.4, 0.6, 0.93, 1 },
    { 11, 0.8, 0.4, 0.93, 1 },
    /* Hardly any difference: what the comment at its head says. */
    { 11, 0.1, 0.6, 0.85, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (7);
      const guint n_worlds = 25;
      guint n_covered = 0;
      double coverage;

      for (guint j = 0; j < n_worlds; j++)
        n_covered += count_covered (random, worlds[i].n_groups, worlds[i].difference, worlds[i].noise);

      coverage = (double) n_covered / (n_worlds * N_ORGANISATIONS);
      g_test_message ("%u criteria, difference %g, noise %g: %g", worlds[i].n_groups, worlds[i].difference, worlds[i].noise, coverage);
      g_assert_cmpfloat (coverage, >=, worlds[i].least);
      g_assert_cmpfloat (coverage, <=, worlds[i].most);
    }
}

static void
test_measures (void)
{
  static const char *const ratings[] = { "5=2 6=3 7=4 strategy=2 finance=3", "5=1", NULL };
  static const struct
  {
    const char *name;
    double first;
    double second; /* -1 for none */
    const char *title;
  } cases[] = {
    { "total", 9, -1, "Sum of levels" },
    { "total:self", -1, -1, "Sum of levels · Self" },
    { "map", 75, -1, "Half governance, half levels" },
    { "governance", 75, -1, "Governance" },
    { "5", 2, 1, "5 Know" },
    { "finance", 3, -1, "Finance" },
    { "population", -1, -1, "Population" },
    { "change", -1, -1, "Mean change of level since the year before" },
    { "optimism", -1, -1, "Own level above others’" },
  };
  g_autoptr (TsComparison) comparison = compare (ratings);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsMeasure) measure = ts_measure_new (comparison, TS_LAYER_FINAL, NULL, cases[i].name, &error);
      g_autofree char *title = NULL;

      g_assert_no_error (error);
      title = ts_measure_get_title (measure);
      g_assert_cmpstr (title, ==, cases[i].title);

      if (cases[i].first < 0)
        g_assert_true (isnan (ts_measure_get (measure, 0)));
      else
        g_assert_cmpfloat_with_epsilon (ts_measure_get (measure, 0), cases[i].first, 1e-9);

      if (cases[i].second < 0)
        g_assert_true (isnan (ts_measure_get (measure, 1)));
      else
        g_assert_cmpfloat_with_epsilon (ts_measure_get (measure, 1), cases[i].second, 1e-9);
    }

  g_assert_null (ts_measure_new (comparison, TS_LAYER_FINAL, NULL, "beauty", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
}

/* --- Over the years ------------------------------------------------------------------------------------------------ */

/* A framework whose competencies and areas are those that are named. */
static TsFramework *
make_framework (const char *id,
                const char *competencies,
                const char *areas)
{
  static const char *const descriptors[] = { "1", "2", "3", "4", NULL };
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new (id, "first", id, 2008, "made for tests", "GPL-3.0-or-later");
  TsScale *levels = ts_scale_new ("maturity", TS_SCALE_LEVELS);
  TsScale *lights = ts_scale_new ("lights", TS_SCALE_RATING);

  for (guint i = 0; i < 4; i++)
    ts_scale_add_level (levels, descriptors[i], descriptors[i], TS_MEANING_MIDDLE);

  for (guint i = 0; i < 3; i++)
    ts_scale_add_level (lights, descriptors[i], descriptors[i], TS_MEANING_MIDDLE);

  ts_framework_builder_add_scale (builder, levels);
  ts_framework_builder_add_scale (builder, lights);

  for (guint section = 0; section < 2; section++)
    {
      g_auto (GStrv) names = g_strsplit (section == 0 ? competencies : areas, " ", -1);

      if (names[0] == NULL)
        continue;

      ts_framework_builder_add_graded_section (builder, section == 0 ? "competencies" : "governance", "Section",
                                               ts_framework_builder_find_scale (builder, section == 0 ? "maturity" : "lights"), TS_ROLL_UP_MINIMUM);

      for (guint i = 0; names[i] != NULL; i++)
        ts_framework_builder_add_group (builder, names[i], names[i], NULL, NULL, NULL, NULL, NULL);
    }

  return ts_framework_builder_end (builder);
}

/* One organisation, and a framework and its ratings in each year; NULL for a year in which it was not assessed. */
static TsComparison *
compare_years (const char *const (*worlds)[3],
               guint n_years)
{
  static const int three[] = { 2008, 2009, 2010 };
  g_autoptr (TsComparisonBuilder) builder = ts_comparison_builder_new (three, n_years, layers, G_N_ELEMENTS (layers));
  guint n = 0;

  for (guint year = 0; year < n_years; year++)
    {
      g_autofree char *id = g_strdup_printf ("framework-%u", year);
      g_autoptr (TsFramework) framework = NULL;

      if (worlds[year][0] == NULL)
        continue;

      framework = make_framework (id, worlds[year][0], worlds[year][1]);
      ts_comparison_builder_add_framework (builder, framework);
    }

  ts_comparison_builder_add_organisation (builder, "A", "A", NULL, "pct");

  for (guint year = 0; year < n_years; year++)
    {
      g_auto (GStrv) words = NULL;

      if (worlds[year][0] == NULL)
        continue;

      ts_comparison_builder_add_assessment (builder, 0, year, n++, "assessment");
      words = g_strsplit (worlds[year][2], " ", -1);

      for (guint j = 0; words[j] != NULL && *words[j] != '\0'; j++)
        {
          g_auto (GStrv) parts = g_strsplit (words[j], "=", 2);

          ts_comparison_builder_add_rating (builder, parts[0], TS_LAYER_FINAL, atoi (parts[1]));
        }
    }

  return ts_comparison_builder_end (builder, NULL, FALSE);
}

/* A sum over the years counts what stands in all of them, and says so where that is less than a year alone counts. */
static void
test_like_for_like (void)
{
  static const struct
  {
    const char *worlds[3][3]; /* competencies, areas, ratings */
    guint n_years;
    const char *name;
    double values[3]; /* -1 for none */
    const char *basis;
  } cases[] = {
    /* All levels fell, though the sum of each year alone rises. */
    { { { "5 6", "s", "5=3 6=3 s=2" }, { "5 6 7", "s", "5=2 6=3 7=4 s=2" } }, 2, "total", { 6, 5 }, "the 2 competencies that stand in both years" },
    { { { "5 6", "s", "5=3 6=3 s=2" }, { "5 6", "s", "5=2 6=3 s=2" } }, 2, "total", { 6, 5 }, NULL },
    /* What is gone counts as little as what is new. */
    { { { "5 6", "s", "5=3 6=3 s=2" }, { "6 7", "s", "6=2 7=4 s=2" } }, 2, "total", { 3, 2 }, "the 1 competency that stands in both years" },
    { { { "5 6", "s", "5=3 6=3" }, { "5 6 7", "s", "5=2 6=3 7=4" }, { "5 7", "s", "5=1 7=2" } }, 3, "total", { 3, 2, 1 }, "the 1 competency that stands in all years" },
    /* A year without any assessment, or without the section, leaves nothing out. */
    { { { "5 6", "s", "5=3 6=3" }, { NULL }, { "5 6", "s", "5=1 6=1" } }, 3, "total", { 6, -1, 2 }, NULL },
    { { { "5 6", "s", "5=3 6=3" }, { "", "s", "s=1" } }, 2, "total", { 6, -1 }, NULL },
    /* What is missing is never made up by what else stands. */
    { { { "5 6", "s", "5=3" }, { "5 6 7", "s", "5=2 6=3" } }, 2, "total", { -1, 5 }, "the 2 competencies that stand in both years" },
    { { { "5", "s", "5=3" }, { "6", "s", "6=3" } }, 2, "total", { -1, -1 }, "nothing, as no part stands in both years" },
    /* 4 of 8 levels and 1 of 2 of governance; then 6 of 8 and 2 of 2. */
    { { { "5 6", "s", "5=2 6=2 s=2" }, { "5 6 7", "s t", "5=3 6=3 7=1 s=3 t=1" } }, 2, "map", { 50, 87.5 }, "the 3 parts that stand in both years" },
    /* A half is not the whole. */
    { { { "5", "s", "5=2 s=2" }, { "5", "t", "5=2 t=2" } }, 2, "map", { -1, -1 }, "nothing, as no part stands in both years" },
    { { { "5", "s t", "5=2 s=2 t=1" }, { "5", "s", "5=2 s=3" } }, 2, "governance", { 50, 100 }, "the 1 area that stands in both years" },
    { { { "5 6", "s", "5=3 6=3" }, { "5 6 7", "s", "5=2 6=3 7=4" } }, 2, "change", { -1, -0.5 }, "the 2 competencies that stand in both years" },
    /* One competency is what it is. */
    { { { "5 6", "s", "5=3 6=3" }, { "5 6 7", "s", "5=2 6=3 7=4" } }, 2, "7", { -1, 4 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsComparison) comparison = compare_years (cases[i].worlds, cases[i].n_years);
      g_autoptr (GError) error = NULL;
      g_autoptr (TsMeasureSeries) series = ts_measure_series_new (comparison, TS_LAYER_FINAL, "competencies", cases[i].name, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_measure_series_get_basis (series), ==, cases[i].basis);

      for (guint year = 0; year < cases[i].n_years; year++)
        {
          double value = ts_measure_get (ts_measure_series_get (series, year), 0);

          if (cases[i].values[year] == -1)
            g_assert_true (isnan (value));
          else
            g_assert_cmpfloat_with_epsilon (value, cases[i].values[year], 1e-9);
        }

      g_assert_null (ts_measure_series_new (comparison, TS_LAYER_FINAL, NULL, "beauty", &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/scoring/scores", test_scores);
  g_test_add_func ("/core/scoring/weights", test_weights);
  g_test_add_func ("/core/scoring/ranks", test_ranks);
  g_test_add_func ("/core/scoring/coverage", test_coverage);
  g_test_add_func ("/core/scoring/measures", test_measures);
  g_test_add_func ("/core/scoring/like-for-like", test_like_for_like);

  return g_test_run ();
}
