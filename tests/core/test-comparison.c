/* test-comparison.c — levels side by side: what they follow from, what is missing, and what is lent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-builder.h"
#include "fixture.h"

#include <math.h>

static const TsLayer layers[] = { TS_LAYER_SELF, TS_LAYER_FINAL };

static TsComparisonBuilder *
begin (const int *years,
       guint      n_years)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  TsComparisonBuilder *builder = ts_comparison_builder_new (years, n_years, layers, G_N_ELEMENTS (layers));

  ts_comparison_builder_add_framework (builder, framework);

  return builder;
}

/* "5a=2 5b=3" */
static void
rate (TsComparisonBuilder *builder,
      TsLayer              layer,
      const char          *ratings)
{
  g_auto (GStrv) words = g_strsplit (ratings, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

      ts_comparison_builder_add_rating (builder, parts[0], layer, atoi (parts[1]));
    }
}

static void
assert_cell (TsComparison *comparison,
             guint         organisation,
             guint         year,
             TsLayer       layer,
             const char   *node,
             int           level,
             TsBasis       basis)
{
  int position = ts_comparison_find_node (comparison, node);
  TsCell cell;

  g_assert_cmpint (position, >=, 0);
  cell = ts_comparison_get_cell (comparison, organisation, year, layer, (guint) position);
  g_assert_cmpint (cell.level, ==, level);
  g_assert_cmpint (cell.basis, ==, basis);
}

static void
test_levels (void)
{
  static const int years[] = { 2009 };
  static const struct
  {
    const char *ratings;
    const char *node;
    int level; /* under majority */
    TsBasis basis;
    int minimum;
    int mean;
  } cases[] = {
    { "5a=1 5b=3 5c=4", "5", 3, TS_BASIS_ROLLED_UP, 1, 3 },
    { "5a=1 5b=3 5c=4", "5b", 3, TS_BASIS_RATED, 3, 3 },
    { "5a=1 5b=3", "5", 0, TS_BASIS_INCOMPLETE, 0, 0 },
    { "5=2 5a=4 5b=4 5c=4", "5", 2, TS_BASIS_STATED, 2, 2 },
    { "5=2", "5a", 0, TS_BASIS_NONE, 0, 0 },
    { "", "5", 0, TS_BASIS_NONE, 0, 0 },
    /* The first counts. */
    { "5a=1 5a=4", "5a", 1, TS_BASIS_RATED, 1, 1 },
    { "6a=1 6b=2", "6", 1, TS_BASIS_ROLLED_UP, 1, 2 },
    { "strategy=3", "strategy", 3, TS_BASIS_STATED, 3, 3 },
    /* What no scale has, and what no framework has. */
    { "strategy=4 5a=5 5b=-1 99=3", "strategy", 0, TS_BASIS_NONE, 0, 0 },
    { "5a=5", "5a", 0, TS_BASIS_NONE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const TsRollUpRule minimum = TS_ROLL_UP_MINIMUM;
      g_autoptr (TsComparisonBuilder) builder = begin (years, 1);
      g_autoptr (TsComparison) comparison = NULL;
      g_autoptr (TsComparison) other = NULL;
      guint node;

      g_test_message ("%s: %s", cases[i].ratings, cases[i].node);
      ts_comparison_builder_add_organisation (builder, "a", "A", "Aton", "pct");
      g_assert_true (ts_comparison_builder_add_assessment (builder, 0, 0, 0, "assessment"));
      rate (builder, TS_LAYER_FINAL, cases[i].ratings);
      comparison = ts_comparison_builder_end (builder, NULL, FALSE);
      assert_cell (comparison, 0, 0, TS_LAYER_FINAL, cases[i].node, cases[i].level, cases[i].basis);
      assert_cell (comparison, 0, 0, TS_LAYER_SELF, cases[i].node, 0, TS_BASIS_NONE);
      assert_cell (comparison, 0, 0, TS_LAYER_PANEL, cases[i].node, 0, TS_BASIS_NONE);

      node = (guint) ts_comparison_find_node (comparison, cases[i].node);
      g_assert_cmpint (ts_comparison_roll_up (comparison, 0, 0, TS_LAYER_FINAL, node, TS_ROLL_UP_MINIMUM), ==, cases[i].minimum);
      g_assert_cmpint (ts_comparison_roll_up (comparison, 0, 0, TS_LAYER_FINAL, node, TS_ROLL_UP_MEAN), ==, cases[i].mean);

      other = ts_comparison_with_rule (comparison, &minimum);
      assert_cell (other, 0, 0, TS_LAYER_FINAL, cases[i].node, cases[i].minimum, cases[i].basis);
    }
}

static void
test_order (void)
{
  static const int years[] = { 2009 };
  g_autoptr (TsComparisonBuilder) builder = begin (years, 1);
  g_autoptr (TsComparison) comparison = ts_comparison_builder_end (builder, NULL, FALSE);
  g_autoptr (GArray) groups = ts_comparison_list_nodes (comparison, 0, FALSE);
  g_autoptr (GArray) criteria = ts_comparison_list_nodes (comparison, 0, TRUE);
  g_autoptr (GArray) areas = ts_comparison_list_nodes (comparison, 1, TRUE);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < ts_comparison_get_n_nodes (comparison); i++)
    g_string_append_printf (order, "%s ", ts_comparison_get_node (comparison, i)->id);

  g_assert_cmpstr (order->str, ==, "5 5a 5b 5c 6 6a 6b 7 7a 7b strategy finance ");
  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpuint (criteria->len, ==, 7);
  g_assert_cmpuint (areas->len, ==, 2);
  g_assert_cmpuint (ts_comparison_get_n_organisations (comparison), ==, 0);
  g_assert_cmpint (ts_comparison_find_section (comparison, NULL), ==, 0);
  g_assert_cmpint (ts_comparison_find_section (comparison, "governance"), ==, 1);
  g_assert_cmpint (ts_comparison_find_section (comparison, "outcomes"), ==, -1);
}

/* An organisation has one assessment in a year here, the first that is added. */
static void
test_one_assessment (void)
{
  static const int years[] = { 2008, 2009 };
  g_autoptr (TsComparisonBuilder) builder = begin (years, 2);
  g_autoptr (TsComparison) comparison = NULL;

  ts_comparison_builder_add_organisation (builder, "a", "A", NULL, "pct");
  g_assert_true (ts_comparison_builder_add_assessment (builder, 0, 1, 0, "first"));
  rate (builder, TS_LAYER_SELF, "5=2");
  g_assert_false (ts_comparison_builder_add_assessment (builder, 0, 1, 0, "second"));
  comparison = ts_comparison_builder_end (builder, NULL, FALSE);

  g_assert_cmpstr (ts_comparison_get_assessment (comparison, 0, 1), ==, "first");
  g_assert_null (ts_comparison_get_assessment (comparison, 0, 0));
  g_assert_null (ts_comparison_get_framework (comparison, 0, 0));
  g_assert_nonnull (ts_comparison_get_framework (comparison, 0, 1));
  g_assert_cmpstr (ts_comparison_get_organisation (comparison, 0)->name, ==, "A");
  assert_cell (comparison, 0, 0, TS_LAYER_SELF, "5", 0, TS_BASIS_NONE);
  assert_cell (comparison, 0, 1, TS_LAYER_SELF, "5", 2, TS_BASIS_STATED);
}

static void
test_predecessors (void)
{
  static const int years[] = { 2008, 2009 };
  static const struct
  {
    const char *first;
    const char *second;
    int lent;
  } cases[] = {
    { "5=2", "5=3", 2 },
    { "5=3", "5=3", 3 },
    { "5=3", "", 0 },
    { "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint use = 0; use < 2; use++)
        {
          g_autoptr (TsComparisonBuilder) builder = begin (years, 2);
          g_autoptr (TsComparison) comparison = NULL;
          TsCell cell;

          ts_comparison_builder_add_organisation (builder, "a", "A", NULL, "pct");
          ts_comparison_builder_add_organisation (builder, "b", "B", NULL, "pct");
          ts_comparison_builder_add_organisation (builder, "c", "C", NULL, "pct");
          ts_comparison_builder_add_succession (builder, 0, 2);
          ts_comparison_builder_add_succession (builder, 1, 2);
          ts_comparison_builder_add_assessment (builder, 0, 0, 0, "a");
          rate (builder, TS_LAYER_FINAL, cases[i].first);
          ts_comparison_builder_add_assessment (builder, 1, 0, 0, "b");
          rate (builder, TS_LAYER_FINAL, cases[i].second);
          ts_comparison_builder_add_assessment (builder, 2, 1, 0, "c");
          rate (builder, TS_LAYER_FINAL, "5=4");
          comparison = ts_comparison_builder_end (builder, NULL, use);

          /* Only when somebody says so, and never unmarked. */
          cell = ts_comparison_get_cell (comparison, 2, 0, TS_LAYER_FINAL, 0);
          g_assert_cmpint (cell.level, ==, use ? cases[i].lent : 0);
          g_assert_cmpint (cell.from_predecessors, ==, use && cases[i].lent != 0);
          g_assert_null (ts_comparison_get_assessment (comparison, 2, 0));

          cell = ts_comparison_get_cell (comparison, 2, 1, TS_LAYER_FINAL, 0);
          g_assert_cmpint (cell.level, ==, 4);
          g_assert_false (cell.from_predecessors);
        }
    }
}

static void
test_facts (void)
{
  static const int years[] = { 2008, 2009 };
  g_autoptr (TsComparisonBuilder) builder = begin (years, 2);
  g_autoptr (TsComparison) comparison = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *code = g_strdup_printf ("O%03u", i);

      ts_comparison_builder_add_organisation (builder, code, code, NULL, "pct");
      ts_comparison_builder_set_parent (builder, i, 1, i < 100 ? "Q1" : "Q2", i < 100 ? "North" : NULL);
      ts_comparison_builder_set_population (builder, i, 0, 1000 + i);
    }

  ts_comparison_builder_set_figure (builder, "Life", "years", 150, 2009, 78.5);
  comparison = ts_comparison_builder_end (builder, NULL, FALSE);

  g_assert_cmpint (ts_comparison_find_organisation (comparison, "O150"), ==, 150);
  g_assert_cmpint (ts_comparison_find_organisation (comparison, "nobody"), ==, -1);
  g_assert_null (ts_comparison_get_parent (comparison, 150, 0));
  g_assert_cmpstr (ts_comparison_get_parent (comparison, 99, 1)->name, ==, "North");
  g_assert_cmpstr (ts_comparison_get_parent (comparison, 150, 1)->name, ==, "Q2");
  g_assert_cmpstr (ts_comparison_get_organisation_name (comparison, "Q1"), ==, "North");
  g_assert_null (ts_comparison_get_organisation_name (comparison, "Q3"));
  g_assert_cmpint (ts_comparison_get_population (comparison, 150, 0), ==, 1150);
  g_assert_cmpint (ts_comparison_get_population (comparison, 150, 1), ==, 0);
  g_assert_cmpint (ts_comparison_find_figure (comparison, "Life"), ==, 0);
  g_assert_cmpfloat (ts_comparison_get_figure (comparison, 0, 150, 1), ==, 78.5);
  g_assert_true (isnan (ts_comparison_get_figure (comparison, 0, 150, 0)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/comparison/levels", test_levels);
  g_test_add_func ("/core/comparison/order", test_order);
  g_test_add_func ("/core/comparison/one-assessment", test_one_assessment);
  g_test_add_func ("/core/comparison/predecessors", test_predecessors);
  g_test_add_func ("/core/comparison/facts", test_facts);

  return g_test_run ();
}
