/* test-year.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-year.h"

#include <string.h>

static void
test_round_trip (void)
{
  for (int year = TS_YEAR_FIRST; year <= TS_YEAR_LAST; year++)
    {
      g_autofree char *text = ts_year_format (year);
      int parsed = 0;

      g_assert_true (ts_year_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, year);
    }
}

static void
test_format (void)
{
  static const struct
  {
    int year;
    const char *text;
  } cases[] = {
    { 2008, "2008/09" },
    { 2009, "2009/10" },
    { 1998, "1998/99" },
    { 1999, "1999/00" },
    { 2099, "2099/00" },
    { G_MAXINT, "2147483647/48" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ts_year_format (cases[i].year);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_refuses (void)
{
  static const char *const cases[] = {
    "",
    "2008",
    "2008/",
    "2008/9",
    "2008/10",
    "2008/08",
    "2008/2009",
    "2008/09 ",
    " 2008/09",
    "2008/09\n",
    "2008-09",
    "2008\\09",
    "08/09",
    "+008/09",
    "-008/09",
    "0000/01",
    "1947/48",
    "2200/01",
    "9999/00",
    "20O8/09",
    "2008/0x",
    "2008/099",
    "٢٠٠٨/٠٩",
    "２００８/０９",
    "2008∕09",
    "\xff\xff\xff\xff/\xff\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = 42;

      if (ts_year_parse (cases[i], &year))
        g_error ("“%s” was taken as %d", cases[i], year);

      g_assert_cmpint (year, ==, 42);
    }
}

/* Each text in memory of its own, so that the sanitizer sees a read beyond its end. */
static void
test_truncated (void)
{
  static const char whole[] = "2008/09";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *text = g_strndup (whole, length);
      int year = 42;

      g_assert_false (ts_year_parse (text, &year));
      g_assert_cmpint (year, ==, 42);
    }
}

static void
test_one_wrong_byte (void)
{
  for (guint place = 0; place < 7; place++)
    {
      for (int byte = 1; byte < 256; byte++)
        {
          char text[] = "2008/09";
          int year = 0;

          text[place] = (char) byte;

          if (ts_year_parse (text, &year))
            {
              g_autofree char *again = ts_year_format (year);

              g_assert_cmpstr (again, ==, text);
            }
        }
    }
}

static void
test_dates (void)
{
  for (int year = TS_YEAR_FIRST; year < TS_YEAR_LAST; year++)
    {
      GDate first;
      GDate last;
      GDate next;
      GDate unused;

      ts_year_get_dates (year, &first, &last);
      ts_year_get_dates (year + 1, &next, &unused);
      g_assert_true (g_date_valid (&first));
      g_assert_cmpint (g_date_get_year (&first), ==, year);
      g_assert_cmpint (g_date_get_month (&first), ==, G_DATE_APRIL);
      g_assert_cmpint (g_date_get_day (&first), ==, 1);
      g_assert_cmpint (g_date_days_between (&last, &next), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/year/round-trip", test_round_trip);
  g_test_add_func ("/core/year/format", test_format);
  g_test_add_func ("/core/year/refuses", test_refuses);
  g_test_add_func ("/core/year/truncated", test_truncated);
  g_test_add_func ("/core/year/one-wrong-byte", test_one_wrong_byte);
  g_test_add_func ("/core/year/dates", test_dates);
  return g_test_run ();
}
