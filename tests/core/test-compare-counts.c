/* test-compare-counts.c — what can be counted of many levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-compare-counts.h"
#include "core/ts-comparison-builder.h"
#include "fixture.h"

static const int years[] = { 2008, 2009 };
static const TsLayer layers[] = { TS_LAYER_SELF, TS_LAYER_PANEL, TS_LAYER_FINAL };

typedef struct
{
  guint organisation;
  guint year;
  TsLayer layer;
  const char *ratings;
} Told;

static void
add (TsComparisonBuilder *builder,
     const Told          *told)
{
  g_auto (GStrv) words = g_strsplit (told->ratings, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

      ts_comparison_builder_add_rating (builder, parts[0], told->layer, atoi (parts[1]));
    }
}

/* Four organisations. */
static TsComparison *
compare (void)
{
  static const Told told[] = {
    { 0, 0, TS_LAYER_FINAL, "5=2 6=3" },
    { 1, 0, TS_LAYER_FINAL, "5=2" },
    { 2, 0, TS_LAYER_FINAL, "5=4" },
    { 0, 1, TS_LAYER_SELF, "5=4 6=3 7=4" },
    { 0, 1, TS_LAYER_PANEL, "5=2 6=3" },
    { 0, 1, TS_LAYER_FINAL, "5=3" },
    { 1, 1, TS_LAYER_SELF, "5=2" },
    { 1, 1, TS_LAYER_FINAL, "5a=1 5b=3 5c=3" },
    { 2, 1, TS_LAYER_FINAL, "5a=1 5b=3" },
  };
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  g_autoptr (TsComparisonBuilder) builder = ts_comparison_builder_new (years, 2, layers, G_N_ELEMENTS (layers));

  ts_comparison_builder_add_framework (builder, framework);

  for (guint i = 0; i < 4; i++)
    {
      char code[] = { (char) ('A' + i), '\0' };

      ts_comparison_builder_add_organisation (builder, code, code, NULL, "pct");
    }

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      if (i == 0 || told[i].organisation != told[i - 1].organisation || told[i].year != told[i - 1].year)
        ts_comparison_builder_add_assessment (builder, told[i].organisation, told[i].year, 0, "assessment");

      add (builder, &told[i]);
    }

  return ts_comparison_builder_end (builder, NULL, FALSE);
}

static void
test_levels (void)
{
  g_autoptr (TsComparison) comparison = compare ();
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (guint));
  guint counts[TS_COUNTS_N];
  guint second = 1;

  ts_comparison_count_levels (comparison, NULL, 0, TS_LAYER_FINAL, 0, counts);
  g_assert_cmpmem (counts, 5 * sizeof *counts, ((const guint[]) { 1, 0, 2, 0, 1 }), 5 * sizeof *counts);

  /* Incomplete is none. */
  ts_comparison_count_levels (comparison, NULL, 1, TS_LAYER_FINAL, 0, counts);
  g_assert_cmpmem (counts, 5 * sizeof *counts, ((const guint[]) { 2, 0, 0, 2, 0 }), 5 * sizeof *counts);

  g_array_append_val (some, second);
  ts_comparison_count_levels (comparison, some, 1, TS_LAYER_FINAL, 0, counts);
  g_assert_cmpmem (counts, 5 * sizeof *counts, ((const guint[]) { 0, 0, 0, 1, 0 }), 5 * sizeof *counts);
}

static void
test_changes (void)
{
  g_autoptr (TsComparison) comparison = compare ();
  g_autoptr (GArray) nodes = ts_comparison_list_nodes (comparison, 0, FALSE);
  guint counts[TS_COUNTS_N][TS_COUNTS_N];
  guint n = 0;

  g_assert_cmpuint (ts_comparison_count_changes (comparison, 0, 1, TS_LAYER_FINAL, nodes, FALSE, counts), ==, 0);
  g_assert_cmpuint (counts[2][3], ==, 2);
  g_assert_cmpuint (counts[4][0], ==, 1);
  g_assert_cmpuint (counts[3][0], ==, 1);

  for (guint i = 0; i < TS_COUNTS_N; i++)
    for (guint j = 0; j < TS_COUNTS_N; j++)
      n += counts[i][j];

  g_assert_cmpuint (n, ==, 4);
}

static void
test_optimism (void)
{
  g_autoptr (TsComparison) comparison = compare ();
  g_autoptr (GArray) nodes = ts_comparison_list_nodes (comparison, 0, FALSE);
  TsOptimism optimism;

  /* 5 against the final level, 6 against the panel's, 7 against nothing. */
  g_assert_true (ts_comparison_get_optimism (comparison, 0, 1, nodes, &optimism));
  g_assert_cmpuint (optimism.n, ==, 2);
  g_assert_cmpfloat (optimism.own, ==, 3.5);
  g_assert_cmpfloat (optimism.other, ==, 3);
  g_assert_true (ts_comparison_get_optimism (comparison, 1, 1, nodes, &optimism));
  g_assert_cmpfloat (optimism.own - optimism.other, ==, -1);
  g_assert_false (ts_comparison_get_optimism (comparison, 2, 1, nodes, &optimism));
}

static void
test_spread (void)
{
  g_autoptr (TsComparison) comparison = compare ();
  double four[] = { 4, 1, 3, 2 };
  TsSpread spread;

  ts_comparison_get_spread (comparison, NULL, 0, TS_LAYER_FINAL, 0, &spread);
  g_assert_cmpuint (spread.n, ==, 3);
  g_assert_cmpuint (spread.n_missing, ==, 1);
  g_assert_cmpfloat (spread.median, ==, 2);
  g_assert_cmpfloat (spread.lowest, ==, 2);
  g_assert_cmpfloat (spread.upper_quarter, ==, 3);
  g_assert_cmpfloat (spread.highest, ==, 4);

  ts_spread_of_numbers (four, 4, &spread);
  g_assert_cmpfloat (spread.lower_quarter, ==, 1.75);
  g_assert_cmpfloat (spread.median, ==, 2.5);
  ts_spread_of_numbers (NULL, 0, &spread);
  g_assert_cmpuint (spread.n, ==, 0);
}

static void
test_sensitivity (void)
{
  g_autoptr (TsComparison) comparison = compare ();
  g_autoptr (GArray) nodes = ts_comparison_list_nodes (comparison, 0, FALSE);
  g_autoptr (GArray) minimum = ts_comparison_list_sensitivities (comparison, 1, TS_LAYER_FINAL, nodes, TS_ROLL_UP_MINIMUM);
  g_autoptr (GArray) mean = ts_comparison_list_sensitivities (comparison, 1, TS_LAYER_FINAL, nodes, TS_ROLL_UP_MEAN);
  g_autoptr (GArray) same = ts_comparison_list_sensitivities (comparison, 1, TS_LAYER_FINAL, nodes, TS_ROLL_UP_MAJORITY);

  /* Stated levels stay; 1 3 3 is the only one that rolls up. */
  g_assert_cmpuint (minimum->len, ==, 1);
  g_assert_cmpuint (g_array_index (minimum, TsSensitivity, 0).organisation, ==, 1);
  g_assert_cmpint (g_array_index (minimum, TsSensitivity, 0).level, ==, 3);
  g_assert_cmpint (g_array_index (minimum, TsSensitivity, 0).other, ==, 1);
  g_assert_cmpuint (mean->len, ==, 1);
  g_assert_cmpint (g_array_index (mean, TsSensitivity, 0).other, ==, 2);
  g_assert_cmpuint (same->len, ==, 0);
}

static void
test_agreement (void)
{
  g_autoptr (TsComparison) comparison = compare ();
  TsAgreement agreement;

  ts_comparison_get_agreement (comparison, 1, TS_LAYER_SELF, TS_LAYER_FINAL, 0, &agreement);
  g_assert_cmpuint (agreement.n, ==, 2);
  g_assert_cmpuint (agreement.n_exact, ==, 0);
  g_assert_cmpuint (agreement.n_within_one, ==, 2);
  g_assert_cmpint (agreement.sum, ==, 0);
  ts_comparison_get_agreement (comparison, 1, TS_LAYER_SELF, TS_LAYER_PANEL, 0, &agreement);
  g_assert_cmpuint (agreement.n_within_one, ==, 0);
  g_assert_cmpint (agreement.sum, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/compare-counts/levels", test_levels);
  g_test_add_func ("/core/compare-counts/changes", test_changes);
  g_test_add_func ("/core/compare-counts/optimism", test_optimism);
  g_test_add_func ("/core/compare-counts/spread", test_spread);
  g_test_add_func ("/core/compare-counts/sensitivity", test_sensitivity);
  g_test_add_func ("/core/compare-counts/agreement", test_agreement);

  return g_test_run ();
}
