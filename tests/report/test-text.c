/* test-text.c — text on its way to paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "report/ts-report-text.h"

/* In the fixed measurer each letter of size 10 is 5.6 wide. */
#define SIZE   10.0
#define LETTER 5.6

static void
test_breaks (void)
{
  static const struct
  {
    const char *text;
    double letters;
    const char *lines[5]; /* one that joins the line before begins with + */
  } cases[] = {
    { "", 10, { "" } },
    { "one", 10, { "one" } },
    { "one two three", 7, { "one two", "three" } },
    { "one two three", 8, { "one two", "three" } },
    { "one  two", 3, { "one", "two" } },
    { "one\ntwo\n\nthree", 10, { "one", "two", "", "three" } },
    { "well-known", 6, { "well-", "+known" } },
    { "abcdefghij", 4, { "abcd", "+efgh", "+ij" } },
    { "a abcdefgh b", 4, { "a", "abcd", "+efgh", "b" } },
    { "健康需要", 4, { "健康", "+需要" } },
    { "e\xcc\x81"
      "e\xcc\x81"
      "e\xcc\x81",
      2,
      { "e\xcc\x81"
        "e\xcc\x81",
        "+e\xcc\x81" } },
    { "non\xc2\xa0"
      "breaking space",
      8,
      { "non\xc2\xa0"
        "brea",
        "+king", "space" } },
  };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) lines = ts_report_text_break (cases[i].text, measurer, SIZE, TS_CHART_WEIGHT_NORMAL, cases[i].letters * LETTER);
      guint n = 0;

      g_test_message ("“%s” in %.0f", cases[i].text, cases[i].letters);

      for (; n < G_N_ELEMENTS (cases[i].lines) && cases[i].lines[n] != NULL; n++)
        {
          const TsReportLine *line = &g_array_index (lines, TsReportLine, MIN (n, lines->len - 1));
          const char *expected = cases[i].lines[n];
          gboolean joins = *expected == '+';

          g_assert_cmpuint (n, <, lines->len);
          g_assert_cmpstr (line->text, ==, expected + joins);
          g_assert_cmpint (line->joins, ==, joins);
          g_assert_cmpfloat_with_epsilon (line->width, ts_report_text_measure (line->text, measurer, SIZE, TS_CHART_WEIGHT_NORMAL), 0.01);
        }

      g_assert_cmpuint (lines->len, ==, n);
    }
}

/* No line is too wide, and the lines together are the text. */
static void
test_whole (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint turn = 0; turn < 200; turn++)
    {
      g_autofree char *text = fixture_words (rand, 1 + turn % 60);
      double width = g_rand_double_range (rand, 12, 500);
      g_autoptr (GArray) lines = ts_report_text_break (text, measurer, 13, TS_CHART_WEIGHT_BOLD, width);
      g_autoptr (GString) whole = g_string_new (NULL);

      for (guint i = 0; i < lines->len; i++)
        {
          const TsReportLine *line = &g_array_index (lines, TsReportLine, i);

          if (g_utf8_strlen (line->text, -1) > 1)
            g_assert_cmpfloat (ts_report_text_measure (line->text, measurer, 13, TS_CHART_WEIGHT_BOLD), <=, width + 0.5);

          g_string_append_printf (whole, "%s%s", i > 0 && !line->joins ? " " : "", line->text);
        }

      g_assert_cmpstr (whole->str, ==, text);
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { NULL, "" },
    { "  a b ", "a b" },
    { "a\r\nb\rc", "a\nb\nc" },
    { "a\tb\001c", "a b c" },
    { "a\xe2\x80\xae"
      "b",
      "ab" },
    { "\xef\xbb\xbf"
      "a",
      "a" },
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
    { "a\xe2\x80\xa8"
      "b",
      "a\nb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = ts_report_text_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_shorten (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autofree char *whole = ts_report_text_shorten ("abcdef", measurer, SIZE, TS_CHART_WEIGHT_NORMAL, 6 * LETTER + 0.01);
  g_autofree char *short_text = ts_report_text_shorten ("abcdefg", measurer, SIZE, TS_CHART_WEIGHT_NORMAL, 6 * LETTER + 0.01);
  g_autofree char *nothing = ts_report_text_shorten ("abc", measurer, SIZE, TS_CHART_WEIGHT_NORMAL, 1);

  g_assert_cmpstr (whole, ==, "abcdef");
  g_assert_cmpstr (short_text, ==, "abcde…");
  g_assert_cmpstr (nothing, ==, "…");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/text/breaks", test_breaks);
  g_test_add_func ("/report/text/whole", test_whole);
  g_test_add_func ("/report/text/clean", test_clean);
  g_test_add_func ("/report/text/shorten", test_shorten);

  return g_test_run ();
}
