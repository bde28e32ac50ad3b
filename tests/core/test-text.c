/* test-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-text.h"

#include <string.h>

typedef enum
{
  NEITHER = 0,
  LINE = 1 << TS_TEXT_LINE,
  PARAGRAPHS = 1 << TS_TEXT_PARAGRAPHS,
  BOTH = LINE | PARAGRAPHS,
} Kinds;

static void
test_check (void)
{
#define BYTES(text) text, sizeof text - 1
  static const struct
  {
    const char *text;
    gsize length;
    Kinds taken;
    const char *message;
  } cases[] = {
    { BYTES ("a"), BOTH, NULL },
    { BYTES ("St Mary’s — “all of it”"), BOTH, NULL },
    { BYTES ("שלום עולם"), BOTH, NULL },
    { BYTES ("\u200fשלום\u200e (2009)"), BOTH, NULL },
    { BYTES ("a\u202eb\u2066c"), BOTH, NULL },
    { BYTES ("👩‍⚕️ 𝔄 \ufffd"), BOTH, NULL },
    { BYTES ("\u00a0"), BOTH, NULL },
    { BYTES (" a "), BOTH, NULL },
    { BYTES ("=1+1"), BOTH, NULL },
    { BYTES (""), PARAGRAPHS, "empty" },
    { BYTES ("   "), PARAGRAPHS, "empty" },
    { BYTES ("a\nb"), PARAGRAPHS, "U+000A" },
    { BYTES ("a\tb"), PARAGRAPHS, "U+0009" },
    { BYTES ("a\rb"), PARAGRAPHS, "U+000D" },
    { BYTES ("a\r\nb"), PARAGRAPHS, "U+000D" },
    { BYTES ("a\u2028b"), PARAGRAPHS, "U+2028" },
    { BYTES ("a\u2029b"), PARAGRAPHS, "U+2029" },
    { BYTES ("a\0b"), NEITHER, "NUL byte at byte 2" },
    { BYTES ("\0"), NEITHER, "NUL byte at byte 1" },
    { BYTES ("a\001b"), NEITHER, "U+0001" },
    { BYTES ("a\033[31m"), NEITHER, "U+001B" },
    { BYTES ("a\037"), NEITHER, "U+001F" },
    { BYTES ("a\177"), NEITHER, "U+007F" },
    { BYTES ("a\xc2\x80"), NEITHER, "U+0080" },
    { BYTES ("a\xc2\x85"), NEITHER, "U+0085" },
    { BYTES ("a\xc2\x9f"), NEITHER, "U+009F" },
    { BYTES ("a\xff"), NEITHER, "UTF-8 at byte 2" },
    { BYTES ("ab\xc3"), NEITHER, "UTF-8 at byte 3" },
    { BYTES ("\xe2\x82"), NEITHER, "UTF-8 at byte 1" },
    { BYTES ("\xc0\xaf"), NEITHER, "UTF-8 at byte 1" },
    { BYTES ("\xc0\x80"), NEITHER, "UTF-8 at byte 1" },
    { BYTES ("\xed\xa0\x80"), NEITHER, "UTF-8 at byte 1" },
    { BYTES ("\xf4\x90\x80\x80"), NEITHER, "UTF-8 at byte 1" },
    { BYTES ("\xa3"
             "100"),
      NEITHER, "UTF-8 at byte 1" },
  };
#undef BYTES

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* No NUL behind it: the length is all that says where it ends. */
      g_autofree char *text = g_memdup2 (cases[i].text, cases[i].length);

      for (TsTextKind kind = TS_TEXT_LINE; kind <= TS_TEXT_PARAGRAPHS; kind++)
        {
          g_autoptr (GError) error = NULL;
          gboolean taken = ts_text_check (text != NULL ? text : "", cases[i].length, kind, &error);

          if (taken != ((cases[i].taken & (1 << kind)) != 0))
            g_error ("case %u, kind %d: %s", i, kind, taken ? "was taken" : error->message);

          if (taken)
            {
              g_assert_no_error (error);
            }
          else
            {
              g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
              g_assert_nonnull (strstr (error->message, cases[i].message));
              g_assert_true (g_utf8_validate (error->message, -1, NULL));
            }
        }
    }
}

static char *
repeat (const char *character,
        gsize       times)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append (text, character);

  return g_string_free (text, FALSE);
}

/* Limits count characters, not bytes. */
static void
test_limits (void)
{
  static const struct
  {
    TsTextKind kind;
    gsize n_characters;
    gboolean taken;
  } cases[] = {
    { TS_TEXT_LINE, TS_TEXT_LONGEST_LINE, TRUE },
    { TS_TEXT_LINE, TS_TEXT_LONGEST_LINE + 1, FALSE },
    { TS_TEXT_LINE, 10000, FALSE },
    { TS_TEXT_PARAGRAPHS, 10000, TRUE },
    { TS_TEXT_PARAGRAPHS, TS_TEXT_LONGEST, TRUE },
    { TS_TEXT_PARAGRAPHS, TS_TEXT_LONGEST + 1, FALSE },
  };
  static const char *const characters[] = { "a", "é", "€", "𝔄" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (characters); j++)
        {
          g_autofree char *text = repeat (characters[j], cases[i].n_characters);
          g_autofree char *clean = ts_text_clean (text, -1, cases[i].kind);
          gsize most = cases[i].kind == TS_TEXT_LINE ? TS_TEXT_LONGEST_LINE : TS_TEXT_LONGEST;
          g_autoptr (GError) error = NULL;

          g_assert_cmpint (ts_text_check (text, -1, cases[i].kind, &error), ==, cases[i].taken);
          g_assert_cmpint (g_utf8_strlen (clean, -1), ==, MIN (most, cases[i].n_characters));

          if (!cases[i].taken)
            g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
        }
    }
}

static void
test_check_takes_no_error (void)
{
  g_assert_false (ts_text_check ("\xff", -1, TS_TEXT_LINE, NULL));
  g_assert_false (ts_text_check ("", -1, TS_TEXT_LINE, NULL));
  g_assert_false (ts_text_check ("\x01", -1, TS_TEXT_PARAGRAPHS, NULL));
}

static void
test_clean (void)
{
#define BYTES(text) text, sizeof text - 1
  static const struct
  {
    const char *text;
    gsize length;
    const char *line;
    const char *paragraphs;
  } cases[] = {
    { BYTES (""), "", "" },
    { BYTES (" \t\r\n "), "", "" },
    { BYTES ("  a  "), "a", "a" },
    { BYTES ("a\r\nb"), "a b", "a\nb" },
    { BYTES ("a\rb"), "a b", "a\nb" },
    { BYTES ("a\n\rb"), "a  b", "a\n\nb" },
    { BYTES ("a\tb"), "a b", "a\tb" },
    { BYTES ("a\u2028b\u2029c"), "a b c", "a\u2028b\u2029c" },
    { BYTES ("a\001\033b\177c"), "abc", "abc" },
    { BYTES ("a\xc2\x85"
             "b"),
      "ab", "ab" },
    { BYTES ("a\0b"), "a\ufffdb", "a\ufffdb" },
    { BYTES ("a\xff"
             "b"),
      "a\ufffdb", "a\ufffdb" },
    { BYTES ("a\xc3"), "a\ufffd", "a\ufffd" },
    { BYTES ("\u200fשלום\u200e"), "\u200fשלום\u200e", "\u200fשלום\u200e" },
    { BYTES ("\001 a"), "a", "a" },
  };
#undef BYTES

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = ts_text_clean (cases[i].text, cases[i].length, TS_TEXT_LINE);
      g_autofree char *paragraphs = ts_text_clean (cases[i].text, cases[i].length, TS_TEXT_PARAGRAPHS);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (paragraphs, ==, cases[i].paragraphs);
    }
}

static void
test_clean_trims_before_it_cuts (void)
{
  g_autofree char *space = repeat (" ", TS_TEXT_LONGEST_LINE);
  g_autofree char *text = g_strconcat (space, "a", NULL);
  g_autofree char *clean = ts_text_clean (text, -1, TS_TEXT_LINE);

  g_assert_cmpstr (clean, ==, "a");
}

/* Bytes of all sorts, most of them ones that something depends on. */
static char *
random_bytes (gsize length)
{
  static const char likely[] = " \t\r\n\0\001\177\\\"\xc2\x85\xe2\x80\xa8\xe2\x80\xae\xf0\x9f\x91\xa9\xff";
  char *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    {
      if (g_test_rand_bit ())
        bytes[i] = likely[g_test_rand_int_range (0, sizeof likely - 1)];
      else
        bytes[i] = (char) g_test_rand_int_range (0, 256);
    }

  bytes[length] = '\0';

  return bytes;
}

static void
test_clean_always_passes (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      gsize length = round % 1200;
      g_autofree char *bytes = random_bytes (length);

      for (TsTextKind kind = TS_TEXT_LINE; kind <= TS_TEXT_PARAGRAPHS; kind++)
        {
          g_autofree char *clean = ts_text_clean (bytes, length, kind);
          g_autofree char *again = ts_text_clean (clean, -1, kind);
          g_autoptr (GError) error = NULL;

          if (*clean != '\0')
            ts_text_check (clean, -1, kind, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (again, ==, clean);
        }
    }
}

/* What is fit to be kept is kept as it is, but for trimmed ends and the line ends of one system. */
static void
test_clean_keeps_what_passes (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      gsize length = round % 40;
      g_autofree char *bytes = random_bytes (length);
      g_autofree char *clean = NULL;

      if (!ts_text_check (bytes, length, TS_TEXT_LINE, NULL))
        continue;

      clean = ts_text_clean (bytes, length, TS_TEXT_LINE);
      g_assert_cmpstr (clean, ==, g_strstrip (bytes));
    }
}

/* How deep the isolates are at the end of TEXT, and how deep they ever were out of the outermost. */
static void
assert_isolated (const char *text)
{
  int isolates = 0;
  const char *end = text + strlen (text);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character >= 0x2066 && character <= 0x2068)
        isolates++;
      else if (character == 0x2069)
        isolates--;

      if (g_utf8_next_char (at) < end)
        g_assert_cmpint (isolates, >, 0);
    }

  g_assert_cmpint (isolates, ==, 0);
}

static void
test_isolate (void)
{
  static const struct
  {
    const char *text;
    const char *isolated;
  } cases[] = {
    { "", "\u2068\u2069" },
    { "abc", "\u2068abc\u2069" },
    { "שלום", "\u2068שלום\u2069" },
    { "a\u202eb", "\u2068a\u202eb\u202c\u2069" },
    { "a\u202eb\u202c", "\u2068a\u202eb\u202c\u2069" },
    { "a\u2067b", "\u2068a\u2067b\u2069\u2069" },
    { "a\u2067b\u2069", "\u2068a\u2067b\u2069\u2069" },
    { "\u2069\u2069\u202egone", "\u2068\u202egone\u202c\u2069" },
    { "a\u200fb\u200e", "\u2068a\u200fb\u200e\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = ts_text_isolate (cases[i].text);

      g_assert_cmpstr (isolated, ==, cases[i].isolated);
      assert_isolated (isolated);
    }
}

static void
test_isolate_is_balanced (void)
{
  static const gunichar characters[] = {
    'a',
    0x05d0,
    0x200e,
    0x200f,
    0x202a,
    0x202b,
    0x202c,
    0x202d,
    0x202e,
    0x2066,
    0x2067,
    0x2068,
    0x2069,
  };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *isolated = NULL;

      for (guint i = 0; i < round % 30; i++)
        g_string_append_unichar (text, characters[g_test_rand_int_range (0, G_N_ELEMENTS (characters))]);

      isolated = ts_text_isolate (text->str);
      assert_isolated (isolated);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text/check", test_check);
  g_test_add_func ("/core/text/limits", test_limits);
  g_test_add_func ("/core/text/check-takes-no-error", test_check_takes_no_error);
  g_test_add_func ("/core/text/clean", test_clean);
  g_test_add_func ("/core/text/clean-trims-before-it-cuts", test_clean_trims_before_it_cuts);
  g_test_add_func ("/core/text/clean-always-passes", test_clean_always_passes);
  g_test_add_func ("/core/text/clean-keeps-what-passes", test_clean_keeps_what_passes);
  g_test_add_func ("/core/text/isolate", test_isolate);
  g_test_add_func ("/core/text/isolate-is-balanced", test_isolate_is_balanced);
  return g_test_run ();
}
