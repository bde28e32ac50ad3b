/* test-nice-ticks.c
 *
 * Where ticks go, how numbers are written, and what is left out of long series.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-chart-number.h"
#include "chart/ts-decimate.h"
#include "chart/ts-nice-ticks.h"

static void
test_cases (void)
{
  static const struct
  {
    double low;
    double high;
    guint most;
    double first;
    double last;
    guint n_ticks;
    guint decimals;
  } cases[] = {
    { 0, 100, 6, 0, 100, 6, 0 },
    { 0, 100, 5, 0, 100, 3, 0 },
    { 78.4, 81.8, 9, 78, 82, 9, 1 },
    { 78.4, 81.8, 5, 78, 82, 5, 0 },
    { 0.1, 0.3, 3, 0.1, 0.3, 3, 1 },
    { 0.1, 0.3, 5, 0.1, 0.3, 5, 2 },
    { -1, 1, 3, -1, 1, 3, 0 },
    { -3.5, 4.25, 6, -4, 6, 6, 0 },
    { -20, -10, 3, -20, -10, 3, 0 },
    { 1, 0, 3, 0, 1, 3, 1 },
    { 0, 0, 5, 0, 1, 3, 1 },
    { 5, 5, 5, 4.5, 5.5, 3, 1 },
    { -5, -5, 5, -5.5, -4.5, 3, 1 },
    { 1e12, 1e12, 3, 9e11, 1.1e12, 3, 0 },
    { 0, 1e12, 6, 0, 1e12, 6, 0 },
    { 1e-15, 2e-15, 5, 0, 1, 3, 1 },
    { -1e-15, 0, 5, -1, 0, 3, 1 },
    { 1000000, 1000000.5, 4, 1000000, 1000000.6, 4, 1 },
    { 1000000, 1000000.0005, 5, 900000, 1100000, 5, 0 },
    { NAN, NAN, 5, 0, 1, 3, 1 },
    { 2, 7, 0, 0, 10, 3, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsNiceTicks ticks;

      ts_nice_ticks_init (&ticks, cases[i].low, cases[i].high, cases[i].most);
      g_test_message ("%g to %g in %u: %g to %g in %u", cases[i].low, cases[i].high, cases[i].most,
                      ts_nice_ticks_get_low (&ticks), ts_nice_ticks_get_high (&ticks),
                      ticks.n_ticks);

      /* Exactly what the number would be if it were typed. */
      g_assert_cmpfloat (ts_nice_ticks_get_low (&ticks), ==, cases[i].first);
      g_assert_cmpfloat (ts_nice_ticks_get_high (&ticks), ==, cases[i].last);
      g_assert_cmpuint (ticks.n_ticks, ==, cases[i].n_ticks);
      g_assert_cmpuint (ts_nice_ticks_get_decimals (&ticks), ==, cases[i].decimals);
    }
}

/* For any range: covered without waste, in whole steps, with labels that differ and read back as the tick. */
static void
test_properties (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-9, 12));
      double low = g_test_rand_double_range (-1, 1) * size;
      double high = low + g_test_rand_double_range (0, 1) * size;
      guint most = (guint) g_test_rand_int_range (TS_NICE_TICKS_LEAST, 12);
      g_autofree char *before = NULL;
      TsNiceTicks ticks;
      double first, last, step;

      ts_nice_ticks_init (&ticks, low, high, most);
      first = ts_nice_ticks_get_low (&ticks);
      last = ts_nice_ticks_get_high (&ticks);
      step = (last - first) / (ticks.n_ticks - 1);

      g_assert_cmpuint (ticks.n_ticks, >=, 2);
      g_assert_cmpuint (ticks.n_ticks, <=, most);
      g_assert_cmpfloat (first, <=, low + step * 1e-5);
      g_assert_cmpfloat (last, >=, high - step * 1e-5);
      g_assert_true (ticks.mantissa == 1 || ticks.mantissa == 2 || ticks.mantissa == 5);
      if (high - low > MAX (fabs (low), fabs (high)) * 1e-8)
        {
          g_assert_cmpfloat (first, >, low - step * 1.001);
          g_assert_cmpfloat (last, <, high + step * 1.001);
        }

      /* What is not negative has no negative tick, and the other way round. */
      g_assert_true (low < 0 || first >= 0);
      g_assert_true (high > 0 || last <= 0);

      for (guint tick = 0; tick < ticks.n_ticks; tick++)
        {
          double value = ts_nice_ticks_get (&ticks, tick);
          g_autofree char *text = ts_chart_number_plain (value,
                                                         ts_nice_ticks_get_decimals (&ticks));

          g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL), value, step * 1e-6);
          g_assert_cmpstr (text, !=, before);
          g_free (before);
          before = g_steal_pointer (&text);
        }
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *text;
    const char *plain;
  } cases[] = {
    { 0, 0, "0", "0" },
    { -0.0, 0, "0", "0" },
    { 80, 0, "80", "80" },
    { 80.1, 1, "80.1", "80.1" },
    { 80.125, 3, "80.125", "80.125" },
    { -0.5, 1, "\xe2\x88\x92"
               "0.5",
      "-0.5" },
    { 0.07, 2, "0.07", "0.07" },
    { 1.0 / 3, 5, "0.33333", "0.33333" },
    { 1e12, 0, "1000000000000", "1000000000000" },
    { 1234567.891, 3, "1234567.891", "1234567.891" },
    { 0.1 + 0.2, 1, "0.3", "0.3" },
    { 1e-12, 9, "0.000000000", "0.000000000" },
    { -1e-12, 9, "0.000000000", "0.000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint decimals = ts_chart_number_decimals (cases[i].value, cases[i].value);
      g_autofree char *text = ts_chart_number_text (cases[i].value, decimals);
      g_autofree char *plain = ts_chart_number_plain (cases[i].value, decimals);

      g_assert_cmpuint (decimals, ==, cases[i].decimals);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }

  /* Beside large numbers, small parts say nothing. */
  g_assert_cmpuint (ts_chart_number_decimals (1.0 / 3, 500), ==, 3);
}

static void
test_quantities (void)
{
  static const struct
  {
    double value;
    const char *unit;
    const char *text;
  } cases[] = {
    { 80.1, "years", "80.1 years" },
    { 24, "%", "24.0%" },
    { 24, "", "24.0" },
    { 7, "per 1,000 \xd7\x99\xd7\x9c", "7.0 per 1,000 \xd7\x99\xd7\x9c" },
    { 7, "\xd7\x99\xd7\x9c", "7.0 \xe2\x81\xa8\xd7\x99\xd7\x9c\xe2\x81\xa9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ts_chart_number_quantity (cases[i].value, 1, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_levels (void)
{
  g_autofree char *one = ts_chart_number_levels (-1);
  g_autofree char *two = ts_chart_number_levels (2);
  g_autofree char *half = ts_chart_number_levels (0.5);

  g_assert_cmpstr (one, ==, "1 level");
  g_assert_cmpstr (two, ==, "2 levels");
  g_assert_cmpstr (half, ==, "0.5 levels");
}

/* What is few stays; what is missing never comes. */
static void
test_few_are_kept (void)
{
  const double places[] = { 0, 1, 2, 3, 4 };
  const double values[] = { 1, NAN, 3, 2, NAN };
  g_autoptr (GArray) kept = ts_decimate (places, values, 5, 3);
  g_autoptr (GArray) none = ts_decimate (NULL, NULL, 0, 3);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (kept->len, ==, 3);
  g_assert_cmpuint (g_array_index (kept, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (kept, guint, 1), ==, 2);
  g_assert_cmpuint (g_array_index (kept, guint, 2), ==, 3);
}

/* Of very many few are left, and with them the ends and, column by column, the extremes. */
static void
test_extremes_are_kept (void)
{
  const guint n_values = 100000, n_columns = 300;
  g_autofree double *places = g_new (double, n_values);
  g_autofree double *values = g_new (double, n_values);
  g_autofree double *lows = g_new (double, n_columns);
  g_autofree double *highs = g_new (double, n_columns);
  g_autofree double *kept_lows = g_new (double, n_columns);
  g_autofree double *kept_highs = g_new (double, n_columns);
  g_autoptr (GArray) kept = NULL;

  for (guint i = 0; i < n_columns; i++)
    {
      lows[i] = kept_lows[i] = G_MAXDOUBLE;
      highs[i] = kept_highs[i] = -G_MAXDOUBLE;
    }
  for (guint i = 0; i < n_values; i++)
    {
      guint column = MIN ((guint) ((double) i / (n_values - 1) * n_columns), n_columns - 1);

      places[i] = 10 + i * 0.5;
      values[i] = g_test_rand_int_range (0, 10) == 0 && i > 0 && i + 1 < n_values
                    ? NAN
                    : g_test_rand_double_range (-1, 1);
      if (!isnan (values[i]))
        {
          lows[column] = MIN (lows[column], values[i]);
          highs[column] = MAX (highs[column], values[i]);
        }
    }

  kept = ts_decimate (places, values, n_values, n_columns);
  g_assert_cmpuint (kept->len, <=, 4 * n_columns);
  g_assert_cmpuint (g_array_index (kept, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (kept, guint, kept->len - 1), ==, n_values - 1);

  for (guint i = 0; i < kept->len; i++)
    {
      guint at = g_array_index (kept, guint, i);
      guint column = MIN ((guint) ((double) at / (n_values - 1) * n_columns), n_columns - 1);

      g_assert_false (isnan (values[at]));
      if (i > 0)
        g_assert_cmpuint (at, >, g_array_index (kept, guint, i - 1));
      kept_lows[column] = MIN (kept_lows[column], values[at]);
      kept_highs[column] = MAX (kept_highs[column], values[at]);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_assert_cmpfloat (kept_lows[i], ==, lows[i]);
      g_assert_cmpfloat (kept_highs[i], ==, highs[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/nice-ticks/cases", test_cases);
  g_test_add_func ("/chart/nice-ticks/properties", test_properties);
  g_test_add_func ("/chart/number/numbers", test_numbers);
  g_test_add_func ("/chart/number/quantities", test_quantities);
  g_test_add_func ("/chart/number/levels", test_levels);
  g_test_add_func ("/chart/decimate/few-are-kept", test_few_are_kept);
  g_test_add_func ("/chart/decimate/extremes-are-kept", test_extremes_are_kept);

  return g_test_run ();
}
