/* test-text.c
 *
 * Cleaning and breaking text.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chart/ts-chart-text.h"

#define FSI    "\xe2\x81\xa8"
#define PDI    "\xe2\x81\xa9"
#define HEBREW "\xd7\x9e\xd7\x95\xd7\x91\xd7\x99\xd7\x9c"

static void
test_clean (void)
{
  static const struct
  {
    const char *dirty;
    const char *clean;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "   ", "" },
    { "Lead", "Lead" },
    { "  two \t\n words\r\n", "two words" },
    { "line\xe2\x80\xa8separator", "line separator" },
    { "a\x01\x02"
      "b\x7f",
      "a b" },
    { "\xe2\x80\xae"
      "turned\xe2\x80\xac",
      "turned" },
    { "iso" FSI "lated" PDI, "isolated" },
    { "\xe2\x80\x8f"
      "mark\xe2\x80\x8e",
      "mark" },
    { "\xef\xbb\xbf"
      "order",
      "order" },
    { "no\xef\xbf\xbf"
      "character",
      "nocharacter" },
    { "bad\xff", "bad\xef\xbf\xbd" },
    { "join\xe2\x80\x8d"
      "er",
      "join\xe2\x80\x8d"
      "er" },
    { "e\xcc\x81", "e\xcc\x81" },
    { "z\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81", "z\xcc\x81\xcc\x81\xcc\x81\xcc\x81" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = ts_chart_text_clean (cases[i].dirty);
      g_autofree char *again = ts_chart_text_clean (clean);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_clean_length (void)
{
  g_autofree char *huge = g_strnfill (10 * 1000 * 1000, 'x');
  g_autofree char *clean = ts_chart_text_clean (huge);

  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, TS_CHART_TEXT_MAX_LENGTH + 1);
  g_assert_true (g_str_has_suffix (clean, "\xe2\x80\xa6"));
}

static void
test_clean_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[64];
      g_autofree char *clean = NULL;

      for (guint i = 0; i < sizeof bytes - 1; i++)
        bytes[i] = (char) g_test_rand_int_range (1, 256);
      bytes[sizeof bytes - 1] = '\0';

      clean = ts_chart_text_clean (bytes);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
    }
}

static void
test_wrap (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  static const char *const texts[] = {
    "",
    "Lead",
    "Manage knowledge and assess needs",
    "Unbreakableasawordcanbe and more",
    "one two three four five six seven eight nine ten",
    "\xe5\xb0\x88\xe6\xa5\xad\xe7\x9f\xa5\xe8\xad\x98\xe7\xae\xa1\xe7\x90\x86",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 10; width < 400; width += 30)
      for (double indent = 0; indent < 40; indent += 20)
        for (guint max_lines = 1; max_lines <= 5; max_lines++)
          {
            g_autoptr (GPtrArray) lines =
              ts_chart_text_wrap (texts[i], measurer, 10, TS_CHART_WEIGHT_NORMAL, width, indent,
                                  max_lines);
            g_autoptr (GString) joined = g_string_new (NULL);
            g_autofree char *wanted = NULL;
            char **words = g_strsplit (texts[i], " ", -1);

            g_assert_cmpuint (lines->len, >=, 1);
            g_assert_cmpuint (lines->len, <=, max_lines);

            for (guint line = 0; line < lines->len; line++)
              {
                TsTextExtents extents;

                ts_text_measurer_measure (measurer, lines->pdata[line], 10, TS_CHART_WEIGHT_NORMAL,
                                          &extents);
                if (line + 1 < lines->len && extents.width > 0)
                  g_assert_cmpfloat (extents.width, <=, width - (line == 0 ? indent : 0));
                g_string_append (joined, lines->pdata[line]);
              }

            /* No letter is lost: spaces aside, the lines together are the text. */
            wanted = g_strjoinv ("", words);
            g_strfreev (words);
            words = g_strsplit (joined->str, " ", -1);
            g_string_assign (joined, "");
            for (guint word = 0; words[word] != NULL; word++)
              g_string_append (joined, words[word]);
            g_assert_cmpstr (joined->str, ==, wanted);
            g_strfreev (words);
          }
}

static void
test_direction (void)
{
  g_autofree char *left = ts_chart_text_isolate ("Lead");
  g_autofree char *right = ts_chart_text_isolate (HEBREW);

  g_assert_cmpint (ts_chart_text_direction ("12 Lead"), ==, TS_TEXT_DIRECTION_LTR);
  g_assert_cmpint (ts_chart_text_direction ("12 " HEBREW " x"), ==, TS_TEXT_DIRECTION_RTL);
  g_assert_cmpint (ts_chart_text_direction ("12 %"), ==, TS_TEXT_DIRECTION_AUTO);
  g_assert_cmpstr (left, ==, "Lead");
  g_assert_cmpstr (right, ==, FSI HEBREW PDI);
}

/* A name broken over lines is isolated on each. */
static void
test_isolates_survive_breaks (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (GPtrArray) lines =
    ts_chart_text_wrap ("lowest 1 (" FSI HEBREW " " HEBREW PDI "); more", measurer, 10,
                        TS_CHART_WEIGHT_NORMAL, 100, 0, 3);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (lines->pdata[0], ==, "lowest 1 (" FSI HEBREW PDI);
  g_assert_cmpstr (lines->pdata[1], ==, FSI HEBREW PDI "); more");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/text/clean", test_clean);
  g_test_add_func ("/chart/text/clean-length", test_clean_length);
  g_test_add_func ("/chart/text/clean-random", test_clean_random);
  g_test_add_func ("/chart/text/wrap", test_wrap);
  g_test_add_func ("/chart/text/direction", test_direction);
  g_test_add_func ("/chart/text/isolates-survive-breaks", test_isolates_survive_breaks);

  return g_test_run ();
}
