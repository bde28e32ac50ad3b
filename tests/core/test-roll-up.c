/* test-roll-up.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-roll-up.h"

#include <math.h>
#include <stdlib.h>

#define MOST_PARTS 7

static int
compare (const void *a,
         const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/* The rules once more, by other means: the sorted parts, and real numbers. */
static int
expected (TsRollUpRule  rule,
          const int    *levels,
          guint         n_levels)
{
  int sorted[MOST_PARTS];
  double sum = 0;

  for (guint i = 0; i < n_levels; i++)
    {
      sorted[i] = levels[i];
      sum += levels[i];
    }

  qsort (sorted, n_levels, sizeof (int), compare);

  switch (rule)
    {
    case TS_ROLL_UP_MINIMUM:
      return sorted[0];

    case TS_ROLL_UP_MAJORITY:
      /* With the parts in order, more than half reach the one just below the middle, and no higher one. */
      return sorted[(n_levels - 1) / 2];

    case TS_ROLL_UP_MEAN:
      return (int) floor (sum / n_levels + 0.5);

    default:
      g_assert_not_reached ();
    }
}

static void
fill (int   *levels,
      guint  n_levels,
      int    highest)
{
  for (guint i = 0; i < n_levels; i++)
    levels[i] = g_test_rand_int_range (1, highest + 1);
}

static void
test_table (void)
{
  static const struct
  {
    int levels[4];
    guint n_levels;
    int minimum, majority, mean;
  } cases[] = {
    { { 3 }, 1, 3, 3, 3 },
    { { 1, 2 }, 2, 1, 1, 2 },
    { { 1, 4 }, 2, 1, 1, 3 },
    { { 2, 3, 4 }, 3, 2, 3, 3 },
    { { 1, 1, 2 }, 3, 1, 1, 1 },
    { { 1, 2, 2 }, 3, 1, 2, 2 },
    { { 1, 1, 4 }, 3, 1, 1, 2 },
    { { 1, 4, 4 }, 3, 1, 4, 3 },
    { { 4, 4, 4 }, 3, 4, 4, 4 },
    { { 1, 1, 2, 2 }, 4, 1, 1, 2 },
    { { 1, 1, 1, 2 }, 4, 1, 1, 1 },
    { { 1, 3, 3, 3 }, 4, 1, 3, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ts_roll_up (TS_ROLL_UP_MINIMUM, cases[i].levels, cases[i].n_levels), ==, cases[i].minimum);
      g_assert_cmpint (ts_roll_up (TS_ROLL_UP_MAJORITY, cases[i].levels, cases[i].n_levels), ==, cases[i].majority);
      g_assert_cmpint (ts_roll_up (TS_ROLL_UP_MEAN, cases[i].levels, cases[i].n_levels), ==, cases[i].mean);
    }
}

static void
test_every_triple (void)
{
  for (int a = 1; a <= 4; a++)
    {
      for (int b = 1; b <= 4; b++)
        {
          for (int c = 1; c <= 4; c++)
            {
              const int levels[] = { a, b, c };

              for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
                g_assert_cmpint (ts_roll_up (rule, levels, 3), ==, expected (rule, levels, 3));
            }
        }
    }
}

static void
test_any_number_of_parts (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint n_levels = 1 + round % MOST_PARTS;
      int levels[MOST_PARTS];

      fill (levels, n_levels, 9);

      for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
        g_assert_cmpint (ts_roll_up (rule, levels, n_levels), ==, expected (rule, levels, n_levels));
    }
}

static void
test_order_of_parts_is_no_matter (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n_levels = 1 + round % MOST_PARTS;
      int levels[MOST_PARTS];
      int shuffled[MOST_PARTS];

      fill (levels, n_levels, 4);

      for (guint i = 0; i < n_levels; i++)
        shuffled[i] = levels[i];

      for (guint i = n_levels - 1; i > 0; i--)
        {
          guint j = g_test_rand_int_range (0, i + 1);
          int level = shuffled[i];

          shuffled[i] = shuffled[j];
          shuffled[j] = level;
        }

      for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
        g_assert_cmpint (ts_roll_up (rule, levels, n_levels), ==, ts_roll_up (rule, shuffled, n_levels));
    }
}

static void
test_better_parts_never_make_it_worse (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n_levels = 1 + round % MOST_PARTS;
      guint raised = g_test_rand_int_range (0, n_levels);
      int levels[MOST_PARTS];

      fill (levels, n_levels, 4);

      for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
        {
          int before = ts_roll_up (rule, levels, n_levels);
          int after;

          levels[raised]++;
          after = ts_roll_up (rule, levels, n_levels);
          levels[raised]--;

          g_assert_cmpint (after, >=, before);
          g_assert_cmpint (after, <=, before + 1);
        }
    }
}

static void
test_stays_among_the_parts (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n_levels = 1 + round % MOST_PARTS;
      int levels[MOST_PARTS];
      int lowest = G_MAXINT;
      int highest = 0;

      fill (levels, n_levels, 9);

      for (guint i = 0; i < n_levels; i++)
        {
          lowest = MIN (lowest, levels[i]);
          highest = MAX (highest, levels[i]);
        }

      g_assert_cmpint (ts_roll_up (TS_ROLL_UP_MINIMUM, levels, n_levels), ==, lowest);

      for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
        {
          g_assert_cmpint (ts_roll_up (rule, levels, n_levels), >=, lowest);
          g_assert_cmpint (ts_roll_up (rule, levels, n_levels), <=, highest);
        }
    }
}

static void
test_unrated_anywhere_gives_no_level (void)
{
  for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
    {
      g_assert_cmpint (ts_roll_up (rule, NULL, 0), ==, 0);

      for (guint n_levels = 1; n_levels <= MOST_PARTS; n_levels++)
        {
          for (guint unrated = 0; unrated < n_levels; unrated++)
            {
              int levels[MOST_PARTS] = { 4, 4, 4, 4, 4, 4, 4 };

              levels[unrated] = 0;
              g_assert_cmpint (ts_roll_up (rule, levels, n_levels), ==, 0);

              levels[unrated] = -1;
              g_assert_cmpint (ts_roll_up (rule, levels, n_levels), ==, 0);
            }
        }
    }
}

static void
test_huge_levels_do_not_overflow (void)
{
  const int levels[] = { G_MAXINT, G_MAXINT, G_MAXINT };

  for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
    g_assert_cmpint (ts_roll_up (rule, levels, G_N_ELEMENTS (levels)), ==, G_MAXINT);
}

static void
test_names (void)
{
  static const char *const strangers[] = { "", "Minimum", "minimum ", "median", "1" };
  TsRollUpRule rule = TS_ROLL_UP_MEAN;

  g_assert_cmpstr (ts_roll_up_rule_get_name (TS_ROLL_UP_MINIMUM), ==, "minimum");
  g_assert_cmpstr (ts_roll_up_rule_get_name (TS_ROLL_UP_MAJORITY), ==, "majority");
  g_assert_cmpstr (ts_roll_up_rule_get_name (TS_ROLL_UP_MEAN), ==, "mean");

  for (TsRollUpRule each = 0; each < TS_N_ROLL_UP_RULES; each++)
    {
      g_assert_true (ts_roll_up_rule_from_name (ts_roll_up_rule_get_name (each), &rule));
      g_assert_cmpint (rule, ==, each);
      g_assert_cmpstr (ts_roll_up_rule_get_title (each), !=, "");
      g_assert_cmpstr (ts_roll_up_rule_get_explanation (each), !=, "");
    }

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      rule = TS_ROLL_UP_MAJORITY;
      g_assert_false (ts_roll_up_rule_from_name (strangers[i], &rule));
      g_assert_cmpint (rule, ==, TS_ROLL_UP_MAJORITY);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/roll-up/table", test_table);
  g_test_add_func ("/core/roll-up/every-triple", test_every_triple);
  g_test_add_func ("/core/roll-up/any-number-of-parts", test_any_number_of_parts);
  g_test_add_func ("/core/roll-up/order-of-parts-is-no-matter", test_order_of_parts_is_no_matter);
  g_test_add_func ("/core/roll-up/better-parts-never-make-it-worse", test_better_parts_never_make_it_worse);
  g_test_add_func ("/core/roll-up/stays-among-the-parts", test_stays_among_the_parts);
  g_test_add_func ("/core/roll-up/unrated-anywhere-gives-no-level", test_unrated_anywhere_gives_no_level);
  g_test_add_func ("/core/roll-up/huge-levels-do-not-overflow", test_huge_levels_do_not_overflow);
  g_test_add_func ("/core/roll-up/names", test_names);
  return g_test_run ();
}
