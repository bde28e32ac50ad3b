/* test-date.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-date.h"

#include <string.h>

/* Every day of four centuries, after which the calendar repeats. */
static void
test_round_trip (void)
{
  GDate end;
  GDate day;

  g_date_clear (&day, 1);
  g_date_clear (&end, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1800);
  g_date_set_dmy (&end, 1, G_DATE_JANUARY, 2200);

  for (; g_date_compare (&day, &end) < 0; g_date_add_days (&day, 1))
    {
      g_autofree char *text = ts_date_format (&day);
      GDate parsed;

      g_assert_cmpuint (strlen (text), ==, 10);
      g_assert_true (ts_date_parse (text, &parsed));
      g_assert_cmpint (g_date_compare (&parsed, &day), ==, 0);
    }
}

/* The rules compare days as texts. */
static void
test_texts_sort_as_days (void)
{
  for (guint round = 0; round < 1000; round++)
    {
      g_autofree char *first_text = NULL;
      g_autofree char *second_text = NULL;
      GDate first;
      GDate second;

      g_date_clear (&first, 1);
      g_date_clear (&second, 1);
      g_date_set_julian (&first, g_test_rand_int_range (1, 3000000));
      g_date_set_julian (&second, g_test_rand_int_range (1, 3000000));
      first_text = ts_date_format (&first);
      second_text = ts_date_format (&second);

      g_assert_cmpint (CLAMP (strcmp (first_text, second_text), -1, 1), ==, CLAMP (g_date_compare (&first, &second), -1, 1));
    }
}

static void
test_takes (void)
{
  static const struct
  {
    const char *text;
    int year, month, day;
  } cases[] = {
    { "2009-03-31", 2009, 3, 31 },
    { "2008-02-29", 2008, 2, 29 },
    { "2000-02-29", 2000, 2, 29 },
    { "0001-01-01", 1, 1, 1 },
    { "9999-12-31", 9999, 12, 31 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *again = NULL;
      GDate date;

      g_assert_true (ts_date_is_valid (cases[i].text));
      g_assert_true (ts_date_parse (cases[i].text, &date));
      g_assert_cmpint (g_date_get_year (&date), ==, cases[i].year);
      g_assert_cmpint (g_date_get_month (&date), ==, cases[i].month);
      g_assert_cmpint (g_date_get_day (&date), ==, cases[i].day);

      again = ts_date_format (&date);
      g_assert_cmpstr (again, ==, cases[i].text);
    }
}

static void
test_refuses (void)
{
  static const char *const cases[] = {
    "",
    "2009",
    "2009-03",
    "2009-3-31",
    "2009-03-31 ",
    " 2009-03-31",
    "2009-03-31T00:00:00Z",
    "20090331",
    "2009/03/31",
    "31-03-2009",
    "2009-02-29",
    "1900-02-29",
    "2009-04-31",
    "2009-00-01",
    "2009-13-01",
    "2009-01-00",
    "2009-01-32",
    "2009-99-99",
    "0000-01-01",
    "-009-01-01",
    "+009-01-01",
    "2009-0x-01",
    "٢٠٠٩-٠٣-٣١",
    "2009‐03‐31",
    "\xff\xff\xff\xff-\xff\xff-\xff\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 2, G_DATE_MAY, 1997);

      if (ts_date_parse (cases[i], &date))
        g_error ("“%s” was taken as a day", cases[i]);

      g_assert_false (ts_date_is_valid (cases[i]));
      g_assert_cmpuint (g_date_get_year (&date), ==, 1997);
    }
}

/* Each text in memory of its own, so that the sanitizer sees a read beyond its end. */
static void
test_truncated (void)
{
  static const char whole[] = "2009-03-31";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *text = g_strndup (whole, length);

      g_assert_false (ts_date_is_valid (text));
    }
}

static void
test_one_wrong_byte (void)
{
  for (guint place = 0; place < 10; place++)
    {
      for (int byte = 1; byte < 256; byte++)
        {
          char text[] = "2009-03-31";
          GDate date;

          text[place] = (char) byte;

          if (ts_date_parse (text, &date))
            {
              g_autofree char *again = ts_date_format (&date);

              g_assert_cmpstr (again, ==, text);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/round-trip", test_round_trip);
  g_test_add_func ("/core/date/texts-sort-as-days", test_texts_sort_as_days);
  g_test_add_func ("/core/date/takes", test_takes);
  g_test_add_func ("/core/date/refuses", test_refuses);
  g_test_add_func ("/core/date/truncated", test_truncated);
  g_test_add_func ("/core/date/one-wrong-byte", test_one_wrong_byte);
  return g_test_run ();
}
