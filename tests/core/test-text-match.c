/* test-text-match.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-text-match.h"

#include <string.h>

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words; /* with a space between, and a star behind one that may go on */
  } cases[] = {
    { "", "" },
    { " \t\n", "" },
    { "-- \" ( ) * : ^ + ' ; %", "" },
    { "knowledge", "knowledge*" },
    { "Manage KNOWLEDGE", "Manage KNOWLEDGE*" },
    { "manage knowledge ", "manage knowledge*" },
    { "5b", "5b*" },
    { "5", "5" },
    { "k", "k" },
    { "manage k", "manage k" },
    { "don't", "don t" },
    { "2009/10", "2009 10*" },
    { "\" OR NEAR( *", "OR NEAR*" },
    { "title:secret AND NOT x", "title secret AND NOT x" },
    { "café CAFÉ cafe\u0301", "café CAFÉ cafe\u0301*" },
    { "Straße STRASSE", "Straße STRASSE*" },
    { "İstanbul", "İstanbul*" },
    { "ΑΘΉΝΑ", "ΑΘΉΝΑ*" },
    { "Ångström", "Ångström*" },
    { "Łódź", "Łódź*" },
    { "a\u0301\u0302\u0303bc", "a\u0301\u0302\u0303bc*" },
    { "\u0301", "" },
    { "北京", "北京*" },
    { "x²", "x²*" },
    { "½", "½" },
    { "a_b", "a b" },
    { "a\u00a0b\u2028c", "a b c" },
    { "a\u200bb", "a b" },
    { "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsTextQuery) query = ts_text_query_new (cases[i].text);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint j = 0; j < ts_text_query_get_n_words (query); j++)
        g_string_append_printf (words, "%s%s%s", j > 0 ? " " : "", ts_text_query_get_word (query, j),
                                ts_text_query_is_prefix (query, j) ? "*" : "");

      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

/* The ranges of a text, with brackets around them. */
static char *
mark (const char *text,
      GArray     *ranges)
{
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      TsTextRange range = g_array_index (ranges, TsTextRange, i);

      g_assert_cmpuint (range.start, >=, at);
      g_assert_cmpuint (range.end, >, range.start);
      g_assert_cmpuint (range.end, <=, strlen (text));
      g_string_append_len (marked, text + at, range.start - at);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + range.start, range.end - range.start);
      g_string_append_c (marked, ']');
      at = range.end;
    }

  g_string_append (marked, text + at);
  g_assert_true (g_utf8_validate (marked->str, -1, NULL));

  return g_string_free (marked, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    gboolean all;
    const char *marked;
  } cases[] = {
    { "", "anything", TRUE, "anything" },
    { "needs", "", FALSE, "" },
    { "needs", "Assess Needs", TRUE, "Assess [Needs]" },
    { "nee", "Assess Needs", TRUE, "Assess [Needs]" },
    { "eed", "Assess Needs", FALSE, "Assess Needs" },
    { "ass needs", "Assess Needs", FALSE, "Assess [Needs]" },
    { "needs ass", "Assess Needs", TRUE, "[Assess] [Needs]" },
    { "needs needs", "needs", TRUE, "[needs]" },
    { "n", "Assess Needs", FALSE, "Assess Needs" },
    { "n", "vitamin N, n", TRUE, "vitamin [N], [n]" },
    { "cafe", "Café, cafe\u0301s and caf", TRUE, "[Café], [cafe\u0301s] and caf" },
    { "café", "CAFE", TRUE, "[CAFE]" },
    { "strasse", "Straße", FALSE, "Straße" },
    { "straße", "STRAẞE", TRUE, "[STRAẞE]" },
    { "istanbul", "İSTANBUL", TRUE, "[İSTANBUL]" },
    { "i", "İ", TRUE, "[İ]" },
    { "don't", "I don’t know", TRUE, "I [don]’[t] know" },
    { "bold", "<b>bold</b> & more", TRUE, "<b>[bold]</b> & more" },
    { "b", "<b>bold</b>", TRUE, "<[b]>bold</[b]>" },
    { "end", "at the end", TRUE, "at the [end]" },
    { "شبكة", "الشبكة شبكة", TRUE, "الشبكة [شبكة]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsTextQuery) query = ts_text_query_new (cases[i].query);
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (TsTextRange));
      guint found = ts_text_query_find (query, cases[i].text, ranges);
      g_autofree char *marked = mark (cases[i].text, ranges);

      g_assert_cmpstr (marked, ==, cases[i].marked);
      g_assert_cmpint (found == ts_text_query_get_all (query), ==, cases[i].all);
      g_assert_cmpuint (ts_text_query_find (query, cases[i].text, NULL), ==, found);
    }
}

static void
test_cut (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    guint length;
    const char *marked;
  } cases[] = {
    { "needs", "", 40, "" },
    { "needs", " Assess\n\n\tneeds \r\n", 40, "Assess [needs]" },
    { "missing", "One two three four five six seven", 15, "One two three…" },
    { "seven", "One two three four five six seven", 16, "…six [seven]" },
    { "four", "One two three four five six seven", 16, "…[four] five six…" },
    { "two six", "two and many other words before six two at last", 20, "…[six] [two] at last" },
    { "turned", "not \u202eturned\u202c around", 40, "not [turned] around" },
    { "endless", "endlessendlessendlessendless", 10, "[endlessend]…" },
    { "zwei", "Eins. \u2028 Zwei", 40, "Eins. [Zwei]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsTextQuery) query = ts_text_query_new (cases[i].query);
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (TsTextRange));
      g_autofree char *line = ts_text_query_cut (query, cases[i].text, cases[i].length, ranges);
      g_autofree char *marked = mark (line, ranges);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static char *
random_text (guint n_characters)
{
  static const char *const pieces[] = {
    " ",
    "\n",
    ", ",
    "needs",
    "Need",
    "é",
    "e\u0301",
    "ß",
    "İ",
    "\u0301",
    "漢",
    "👩‍⚕️",
    "\u202e",
    "x",
    "…",
    "\"",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_characters; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* Whatever is looked for in whatever: marks are at whole characters, a line is one line of bounded length, and shows a word if the text has one. */
static void
test_any_text (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autofree char *typed = random_text (round % 5);
      g_autofree char *text = random_text (round % 120);
      g_autoptr (TsTextQuery) query = ts_text_query_new (typed);
      g_autoptr (GArray) in_text = g_array_new (FALSE, FALSE, sizeof (TsTextRange));
      g_autoptr (GArray) in_line = g_array_new (FALSE, FALSE, sizeof (TsTextRange));
      guint length = 60 + round % 60;
      g_autofree char *line = ts_text_query_cut (query, text, length, in_line);
      g_autofree char *marked_text = NULL;
      g_autofree char *marked_line = mark (line, in_line);

      ts_text_query_find (query, text, in_text);
      marked_text = mark (text, in_text);

      g_assert_cmpint (g_utf8_strlen (line, -1), <=, length + 2);
      g_assert_null (strchr (line, '\n'));
      g_assert_null (strstr (line, "\u202e"));
      g_assert_cmpint (in_text->len == 0, ==, ts_text_query_find (query, text, NULL) == 0);
    }
}

/* What a person reads is found again by typing it: each word of a text, and each beginning of it. */
static void
test_finds_what_is_there (void)
{
  static const char text[] = "Évaluer les besoins à Łódź, Straße 5b; naïve Ångström İzmir";
  g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      for (glong length = 2; length <= g_utf8_strlen (words[i], -1); length++)
        {
          g_autofree char *beginning = g_utf8_substring (words[i], 0, length);
          g_autoptr (TsTextQuery) query = ts_text_query_new (beginning);

          g_assert_cmpuint (ts_text_query_find (query, text, NULL), ==, 1);
          g_assert_cmpuint (ts_text_query_find (query, words[i], NULL), ==, 1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-match/words", test_words);
  g_test_add_func ("/core/text-match/find", test_find);
  g_test_add_func ("/core/text-match/cut", test_cut);
  g_test_add_func ("/core/text-match/any-text", test_any_text);
  g_test_add_func ("/core/text-match/finds-what-is-there", test_finds_what_is_there);
  return g_test_run ();
}
