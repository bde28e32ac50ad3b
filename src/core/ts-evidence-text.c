/* ts-evidence-text.c — the words in a file of evidence
 *
 * Only of a file that is text already: a table, notes, a list. Nothing is taken out of documents.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-evidence-text.h"

#include <string.h>

static gboolean
is_one_of (const char *text,
           const char *const *list)
{
  return g_strv_contains (list, text);
}

/**
 * ts_evidence_text_is_in:
 * @media_type: (nullable): what the file is said to be
 * @file_name: (nullable): its name
 *
 * Returns: whether the bytes of such a file are text that can be looked through: not where most of the words are marks, as in HTML
 */
gboolean
ts_evidence_text_is_in (const char *media_type,
                        const char *file_name)
{
  static const char *const marked[] = { "text/html", "text/xml", "text/rtf", "text/css", "text/calendar", "text/vcard", NULL };
  static const char *const other[] = { "application/json", "application/csv", "application/x-yaml", NULL };
  static const char *const endings[] = { "csv", "json", "log", "markdown", "md", "text", "tsv", "txt", "yaml", "yml", NULL };
  g_autofree char *type = media_type != NULL ? g_ascii_strdown (media_type, strcspn (media_type, "; ")) : NULL;
  g_autofree char *ending = NULL;
  const char *dot = file_name != NULL ? strrchr (file_name, '.') : NULL;

  if (type != NULL && is_one_of (type, marked))
    return FALSE;

  if (type != NULL && (g_str_has_prefix (type, "text/") || is_one_of (type, other)))
    return TRUE;

  if (dot == NULL)
    return FALSE;

  ending = g_ascii_strdown (dot + 1, -1);

  return is_one_of (ending, endings);
}

/* What Windows has written for decades without saying so: Latin-1, with characters where that has only controls. */
static char *
decode_windows_1252 (const guint8 *bytes,
                     gsize         n_bytes)
{
  static const guint16 from_0x80[32] = {
    0x20ac,
    0xfffd,
    0x201a,
    0x0192,
    0x201e,
    0x2026,
    0x2020,
    0x2021,
    0x02c6,
    0x2030,
    0x0160,
    0x2039,
    0x0152,
    0xfffd,
    0x017d,
    0xfffd,
    0xfffd,
    0x2018,
    0x2019,
    0x201c,
    0x201d,
    0x2022,
    0x2013,
    0x2014,
    0x02dc,
    0x2122,
    0x0161,
    0x203a,
    0x0153,
    0xfffd,
    0x017e,
    0x0178,
  };
  GString *text = g_string_sized_new (n_bytes + n_bytes / 8 + 1);

  for (gsize i = 0; i < n_bytes; i++)
    g_string_append_unichar (text, bytes[i] >= 0x80 && bytes[i] < 0xa0 ? from_0x80[bytes[i] - 0x80] : bytes[i]);

  return g_string_free (text, FALSE);
}

/**
 * ts_evidence_text_decode:
 * @bytes: the beginning of a file
 * @n_bytes: how many; what is beyond %TS_EVIDENCE_TEXT_LONGEST is left out
 *
 * Returns: (transfer full) (nullable): the bytes as text, by UTF-8, else by Windows-1252; %NULL where a NUL says that it is none
 */
char *
ts_evidence_text_decode (gconstpointer bytes,
                         gsize         n_bytes)
{
  const char *text = bytes;
  const char *end;
  gsize n_left;
  gboolean cut = n_bytes >= TS_EVIDENCE_TEXT_LONGEST;

  g_return_val_if_fail (bytes != NULL || n_bytes == 0, NULL);

  if (n_bytes == 0)
    return g_strdup ("");

  n_bytes = cut ? TS_EVIDENCE_TEXT_LONGEST : n_bytes;

  if (memchr (bytes, '\0', n_bytes) != NULL)
    return NULL;

  if (n_bytes >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      n_bytes -= 3;
    }

  g_utf8_validate_len (text, n_bytes, &end);
  n_left = n_bytes - (gsize) (end - text);

  /* The last character may have been cut in two. */
  if (n_left == 0 || (cut && n_left < 4 && g_utf8_get_char_validated (end, n_left) == (gunichar) -2))
    return g_strndup (text, (gsize) (end - text));

  return decode_windows_1252 ((const guint8 *) text, n_bytes);
}
