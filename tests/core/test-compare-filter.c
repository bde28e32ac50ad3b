/* test-compare-filter.c — what is compared: read aloud, as a command, and when nobody chooses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-compare-filter.h"
#include "core/ts-compare-scope.h"
#include "core/ts-peers.h"

#include <math.h>

static const char *
get_name (const char *code,
          gpointer    data)
{
  return g_str_equal (code, "Q30") ? "North East" : NULL;
}

static void
test_describe (void)
{
  static const char *const two[] = { "Q30", "Q36", NULL };
  static const char *const four[] = { "Q30", "Q36", "Q37", "Q38", NULL };
  static const char *const kinds[] = { "pct", NULL };
  static const int years[] = { 2010, 2008, 2009, 2009 };
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autofree char *all = ts_compare_filter_describe (filter, NULL, NULL);
  g_autofree char *region = NULL;
  g_autofree char *many = NULL;
  g_autofree char *peers = NULL;

  g_assert_cmpstr (all, ==, "All organisations: the boards’ own levels, all years.");

  ts_compare_filter_set_texts (&filter->parents, two);
  ts_compare_filter_set_texts (&filter->kinds, kinds);
  ts_compare_filter_set_years (filter, years, 1);
  filter->layer = TS_LAYER_FINAL;
  region = ts_compare_filter_describe (filter, get_name, NULL);
  g_assert_cmpstr (region, ==, "All organisations of North East and Q36 (PCT): final levels, 2010/11.");

  ts_compare_filter_set_years (filter, years, 4);
  ts_compare_filter_set_texts (&filter->organisations, four);
  filter->has_rule = TRUE;
  filter->rule = TS_ROLL_UP_MINIMUM;
  filter->predecessors = TRUE;
  many = ts_compare_filter_describe (filter, get_name, NULL);
  g_assert_cmpstr (many, ==,
                   "North East, Q36 and 2 more (PCT): final levels, 2008/09 to 2010/11. Rolled up by this rule: the lowest of the parts. "
                   "Where an organisation was not there yet, those that it follows stand for it.");

  filter->peers = TS_PEERS_NEAREST;
  filter->predecessors = FALSE;
  filter->has_rule = FALSE;
  ts_compare_filter_set_text (&filter->peers_of, "Q30");
  peers = ts_compare_filter_describe (filter, get_name, NULL);
  g_assert_cmpstr (peers, ==, "North East and the 10 nearest to it by population (PCT): final levels, 2008/09 to 2010/11.");
}

static void
test_arguments (void)
{
  static const char *const parents[] = { "Q30", NULL };
  static const char *const highlighted[] = { "5N1", NULL };
  static const int years[] = { 2009 };
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsCompareFilter) copy = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autofree char *joined = NULL;

  ts_compare_filter_set_texts (&filter->parents, parents);
  ts_compare_filter_set_texts (&filter->highlighted, highlighted);
  ts_compare_filter_set_years (filter, years, 1);
  filter->has_rule = TRUE;
  filter->rule = TS_ROLL_UP_MEAN;
  filter->criteria = TRUE;
  arguments = ts_compare_filter_to_arguments (filter);
  joined = g_strjoinv (" ", arguments);
  g_assert_cmpstr (joined, ==, "--parent Q30 --year 2009/10 --layer self --rule mean --criteria --highlight 5N1");

  copy = ts_compare_filter_copy (filter);
  g_assert_true (ts_compare_filter_equal (filter, copy));
  copy->rule = TS_ROLL_UP_MINIMUM;
  g_assert_false (ts_compare_filter_equal (filter, copy));
  copy->has_rule = filter->has_rule = FALSE;
  g_assert_true (ts_compare_filter_equal (filter, copy));
  ts_compare_filter_set_texts (&copy->parents, highlighted);
  g_assert_false (ts_compare_filter_equal (filter, copy));
}

static void
test_defaults (void)
{
  enum
  {
    SELF = 1 << TS_LAYER_SELF,
    PANEL = 1 << TS_LAYER_PANEL,
    FINAL = 1 << TS_LAYER_FINAL,
  };
  static const struct
  {
    guint layers[2]; /* of 2008/09 and 2009/10 */
    int year;        /* what is given, or 0 */
    int expected_year;
    TsLayer expected_layer;
  } cases[] = {
    { { SELF | FINAL, SELF | FINAL }, 0, 2009, TS_LAYER_FINAL },
    { { SELF | FINAL, SELF | PANEL }, 0, 2008, TS_LAYER_FINAL },
    { { SELF, SELF | PANEL }, 0, 2009, TS_LAYER_PANEL },
    { { SELF, 0 }, 0, 2008, TS_LAYER_SELF },
    { { 0, 0 }, 0, 2009, TS_LAYER_SELF },
    { { SELF | FINAL, SELF | PANEL }, 2009, 2009, TS_LAYER_PANEL },
    { { SELF | FINAL, 0 }, 2009, 2009, TS_LAYER_SELF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsCompareScope) scope = ts_compare_scope_new ();
      g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();

      for (guint j = 0; j < 2; j++)
        {
          TsScopeYear year = { 2008 + (int) j, cases[i].layers[j] };

          g_array_append_val (scope->years, year);
        }

      if (cases[i].year != 0)
        ts_compare_filter_set_years (filter, &cases[i].year, 1);

      ts_compare_scope_set_defaults (scope, filter, FALSE);
      g_assert_cmpuint (filter->years->len, ==, 1);
      g_assert_cmpint (ts_compare_filter_get_last_year (filter), ==, cases[i].expected_year);
      g_assert_cmpint (filter->layer, ==, cases[i].expected_layer);
    }
}

static void
test_nearest (void)
{
  const double populations[] = { 100, 200, 50, 110, NAN, 1000, 0 };
  static const struct
  {
    guint of;
    guint most;
    const char *expected;
  } cases[] = {
    /* Twice as many is as far as half as many, and then the first counts. */
    { 0, 1, "0 3 " },
    { 0, 2, "0 1 3 " },
    { 0, 3, "0 1 2 3 " },
    { 0, 99, "0 1 2 3 5 " },
    { 4, 3, "4 " },
    { 6, 3, "6 " },
    { 5, 0, "5 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) peers = ts_peers_find_nearest (populations, G_N_ELEMENTS (populations), cases[i].of, cases[i].most);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < peers->len; j++)
        g_string_append_printf (text, "%u ", g_array_index (peers, guint, j));

      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/compare-filter/describe", test_describe);
  g_test_add_func ("/core/compare-filter/arguments", test_arguments);
  g_test_add_func ("/core/compare-filter/defaults", test_defaults);
  g_test_add_func ("/core/compare-filter/nearest", test_nearest);

  return g_test_run ();
}
