/* test-compare-words.c — what is compared, in words
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

#include "app/compare/ts-cell-explanation.h"
#include "app/compare/ts-compare-actions.h"
#include "app/compare/ts-compare-words.h"

static void
test_status (void)
{
  static const struct
  {
    guint n_shown;
    guint n_all;
    guint n_missing;
    const char *text;
  } cases[] = {
    { 20, 20, 3, "20 of 20 organisations · 3 missing cells are shown as missing" },
    { 1, 20, 1, "1 of 20 organisations · 1 missing cell is shown as missing" },
    { 1, 1, 0, "1 of 1 organisation · nothing is missing" },
    { 0, 20, 0, "0 of 20 organisations" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ts_compare_words_status (cases[i].n_shown, cases[i].n_all, cases[i].n_missing);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Whom the filter wants is said in one way at a time. */
static void
test_organisations (void)
{
  const char *const one[] = { "Q30", NULL };
  const char *const two[] = { "Q30", "Q31", NULL };
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsCompareScope) scope = ts_compare_scope_new ();
  g_autofree char *everybody = ts_compare_words_organisations (filter, scope, NULL);
  g_autofree char *region = NULL;
  g_autofree char *regions = NULL;
  g_autofree char *group = NULL;
  g_autofree char *nearest = NULL;

  ts_compare_scope_add_name (scope->parents, "Q30", "North East");
  g_assert_cmpstr (everybody, ==, "All organisations");

  ts_compare_filter_set_texts (&filter->parents, one);
  region = ts_compare_words_organisations (filter, scope, NULL);
  g_assert_cmpstr (region, ==, "North East");

  ts_compare_filter_set_texts (&filter->parents, two);
  regions = ts_compare_words_organisations (filter, scope, NULL);
  g_assert_cmpstr (regions, ==, "2 regions");

  ts_compare_filter_set_texts (&filter->organisations, two);
  ts_compare_filter_set_text (&filter->group_name, "The two");
  group = ts_compare_words_organisations (filter, scope, NULL);
  g_assert_cmpstr (group, ==, "The two");

  filter->peers = TS_PEERS_NEAREST;
  ts_compare_filter_set_text (&filter->peers_of, "5N1");
  nearest = ts_compare_words_organisations (filter, scope, NULL);
  g_assert_cmpstr (nearest, ==, "Like 5N1 in population");
}

static void
test_rule (void)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autofree char *own = ts_compare_words_rule (filter);
  g_autofree char *minimum = NULL;

  g_assert_cmpstr (own, ==, "Framework’s rule");
  filter->has_rule = TRUE;
  filter->rule = TS_ROLL_UP_MINIMUM;
  minimum = ts_compare_words_rule (filter);
  g_assert_cmpstr (minimum, ==, "Rule: minimum");
}

/* A rank has its interval, or says why there is none. */
static void
test_rank (void)
{
  static const struct
  {
    TsRankInterval interval;
    const char *text;
  } cases[] = {
    { { TRUE, 0, 22, 7, 6, 11 }, "Rank of the total: 6 to 11 of 20 (95 % interval)." },
    { { TRUE, 0, 22, 1, 1, 1 }, "Rank of the total: 1 of 20 (95 % interval)." },
    { { FALSE, 1, 0, 0, 0, 0 }, "Rank of the total: none, for 1 level is missing." },
    { { FALSE, 3, 0, 0, 0, 0 }, "Rank of the total: none, for 3 levels are missing." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ts_cell_explanation_rank (&cases[i].interval, 20);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Without a workbook nothing can be chosen, and nobody falls over it. */
static void
test_actions (void)
{
  static const char *const names[] = { "parent", "kind", "framework", "year", "highlight", "mergers", "layer", "rule", "section", "peers" };
  g_autoptr (TsCompareActions) actions = ts_compare_actions_new ();

  ts_compare_actions_update (actions);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (actions), names[i]));
      g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (actions), names[i]));
      g_action_group_activate_action (G_ACTION_GROUP (actions), names[i], g_variant_new_string ("x"));
    }

  g_action_group_activate_action (G_ACTION_GROUP (actions), "reset", NULL);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/compare-words/status", test_status);
  g_test_add_func ("/compare-words/organisations", test_organisations);
  g_test_add_func ("/compare-words/rule", test_rule);
  g_test_add_func ("/compare-words/rank", test_rank);
  g_test_add_func ("/compare-words/actions", test_actions);

  return g_test_run ();
}
