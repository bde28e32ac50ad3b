/* test-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-scale.h"

static TsScale *
new_lights (void)
{
  TsScale *scale = ts_scale_new ("lights", TS_SCALE_RATING);

  ts_scale_add_level (scale, "red", "Red", TS_MEANING_LOW);
  ts_scale_add_level (scale, "amber", "Amber", TS_MEANING_MIDDLE);
  ts_scale_add_level (scale, "green", "Green", TS_MEANING_HIGH);

  return scale;
}

static void
test_levels (void)
{
  static const char *const tokens[] = { "red", "amber", "green" };
  static const char *const labels[] = { "Red", "Amber", "Green" };
  static const TsMeaning meanings[] = { TS_MEANING_LOW, TS_MEANING_MIDDLE, TS_MEANING_HIGH };
  g_autoptr (TsScale) scale = new_lights ();

  g_assert_cmpstr (ts_scale_get_id (scale), ==, "lights");
  g_assert_cmpint (ts_scale_get_kind (scale), ==, TS_SCALE_RATING);
  g_assert_cmpuint (ts_scale_get_n_levels (scale), ==, 3);

  for (int level = 1; level <= 3; level++)
    {
      g_assert_cmpstr (ts_scale_get_token (scale, level), ==, tokens[level - 1]);
      g_assert_cmpstr (ts_scale_get_label (scale, level), ==, labels[level - 1]);
      g_assert_cmpint (ts_scale_get_level (scale, level)->meaning, ==, meanings[level - 1]);
      g_assert_cmpint (ts_scale_find (scale, tokens[level - 1]), ==, level);
    }
}

static void
test_no_such_level (void)
{
  static const int levels[] = { 0, -1, 4, 5, 9, 10, G_MAXINT, G_MININT };
  static const char *const tokens[] = { "", "Red", "red ", "0", "1", "yellow" };
  g_autoptr (TsScale) scale = new_lights ();

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_assert_null (ts_scale_get_level (scale, levels[i]));
      g_assert_cmpstr (ts_scale_get_token (scale, levels[i]), ==, "");
      g_assert_cmpstr (ts_scale_get_label (scale, levels[i]), ==, "");
    }

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    g_assert_cmpint (ts_scale_find (scale, tokens[i]), ==, 0);
}

static void
test_list_tokens (void)
{
  g_autoptr (TsScale) scale = new_lights ();
  g_autoptr (TsScale) nothing = ts_scale_new ("nothing", TS_SCALE_LEVELS);
  g_autofree char *list = ts_scale_list_tokens (scale);
  g_autofree char *empty = ts_scale_list_tokens (nothing);

  g_assert_cmpstr (list, ==, "red, amber, green");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_most_levels (void)
{
  g_autoptr (TsScale) scale = ts_scale_new ("long", TS_SCALE_LEVELS);

  for (int level = 1; level <= TS_SCALE_MOST_LEVELS; level++)
    {
      g_autofree char *token = g_strdup_printf ("%d", level);

      ts_scale_add_level (scale, token, token, TS_MEANING_MIDDLE);
    }

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*TS_SCALE_MOST_LEVELS*");
  ts_scale_add_level (scale, "more", "More", TS_MEANING_MIDDLE);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (ts_scale_get_n_levels (scale), ==, TS_SCALE_MOST_LEVELS);
  g_assert_cmpint (ts_scale_find (scale, "9"), ==, 9);
}

static void
test_meanings (void)
{
  static const char *const names[] = { "low", "below", "middle", "above", "high" };
  static const char *const strangers[] = { "", "Low", "good", "lowest" };
  TsMeaning meaning;

  g_assert_cmpuint (TS_N_MEANINGS, ==, G_N_ELEMENTS (names));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      meaning = TS_N_MEANINGS;
      g_assert_true (ts_meaning_from_name (names[i], &meaning));
      g_assert_cmpint (meaning, ==, i);
    }

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      meaning = TS_MEANING_ABOVE;
      g_assert_false (ts_meaning_from_name (strangers[i], &meaning));
      g_assert_cmpint (meaning, ==, TS_MEANING_ABOVE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/scale/levels", test_levels);
  g_test_add_func ("/core/scale/no-such-level", test_no_such_level);
  g_test_add_func ("/core/scale/list-tokens", test_list_tokens);
  g_test_add_func ("/core/scale/most-levels", test_most_levels);
  g_test_add_func ("/core/scale/meanings", test_meanings);
  return g_test_run ();
}
