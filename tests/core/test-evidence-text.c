/* test-evidence-text.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-evidence-text.h"

#include <string.h>

static void
test_is_in (void)
{
  static const struct
  {
    const char *media_type;
    const char *file_name;
    gboolean is;
  } cases[] = {
    { NULL, NULL, FALSE },
    { "text/plain", NULL, TRUE },
    { "TEXT/Plain; charset=utf-8", NULL, TRUE },
    { "text/csv", "counts.csv", TRUE },
    { "text/markdown", NULL, TRUE },
    { "application/json", NULL, TRUE },
    { "application/json-seq", NULL, FALSE },
    { "text/html", "page.txt", FALSE },
    { "text/rtf", NULL, FALSE },
    { "application/pdf", "report.pdf", FALSE },
    { "application/octet-stream", "counts.CSV", TRUE },
    { NULL, "notes.md", TRUE },
    { NULL, "notes", FALSE },
    { NULL, "notes.", FALSE },
    { NULL, ".txt", TRUE },
    { "image/png", "picture.png", FALSE },
    { "", "notes.txt", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (ts_evidence_text_is_in (cases[i].media_type, cases[i].file_name) != cases[i].is)
        g_error ("case %u: %s, %s", i, cases[i].media_type, cases[i].file_name);
    }
}

static void
test_decode (void)
{
#define BYTES(text) text, sizeof text - 1
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    const char *text;
  } cases[] = {
    { BYTES (""), "" },
    { BYTES ("plain"), "plain" },
    { BYTES ("\xef\xbb\xbfwith a mark"), "with a mark" },
    { BYTES ("caf\xc3\xa9"), "café" },
    { BYTES ("caf\xe9 au lait"), "café au lait" },
    { BYTES ("caf\xe9"), "café" },
    { BYTES ("it\x92s \x93so\x94"), "it’s “so”" },
    { BYTES ("\xff\xfew\0o\0r\0d\0"), NULL },
    { BYTES ("nul \0 here"), NULL },
    { BYTES ("\x80\x81"), "€\ufffd" },
  };
#undef BYTES

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* No NUL behind it: the length is all that says where it ends. */
      g_autofree char *bytes = g_memdup2 (cases[i].bytes, cases[i].n_bytes);
      g_autofree char *text = ts_evidence_text_decode (bytes, cases[i].n_bytes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_limit (void)
{
  g_autofree char *bytes = g_malloc (TS_EVIDENCE_TEXT_LONGEST + 100);
  g_autofree char *text = NULL;

  memset (bytes, 'a', TS_EVIDENCE_TEXT_LONGEST + 100);
  memcpy (bytes + TS_EVIDENCE_TEXT_LONGEST - 1, "é", 2);
  bytes[TS_EVIDENCE_TEXT_LONGEST + 50] = '\0';
  text = ts_evidence_text_decode (bytes, TS_EVIDENCE_TEXT_LONGEST + 100);
  g_assert_cmpuint (strlen (text), ==, TS_EVIDENCE_TEXT_LONGEST - 1);
}

static void
test_any_bytes (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      gsize n_bytes = round % 50;
      g_autofree guint8 *bytes = g_malloc (n_bytes + 1);
      g_autofree char *text = NULL;

      for (gsize i = 0; i < n_bytes; i++)
        bytes[i] = (guint8) g_test_rand_int_range (round % 2, 256);

      text = ts_evidence_text_decode (bytes, n_bytes);
      g_assert_cmpint (text == NULL, ==, n_bytes > 0 && memchr (bytes, 0, n_bytes) != NULL);
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/evidence-text/is-in", test_is_in);
  g_test_add_func ("/core/evidence-text/decode", test_decode);
  g_test_add_func ("/core/evidence-text/limit", test_limit);
  g_test_add_func ("/core/evidence-text/any-bytes", test_any_bytes);
  return g_test_run ();
}
