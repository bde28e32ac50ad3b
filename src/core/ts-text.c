/* ts-text.c — text from outside
 *
 * What a person types or pastes is cleaned; what a file brings is checked, so that a file is never silently altered.
 * Right-to-left text is welcome and kept as it is. Only where text is set among other text must its direction not
 * leak out: ts_text_isolate().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-text.h"

#include "core/ts-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_forbidden (gunichar   character,
              TsTextKind kind)
{
  /* Unicode's line and paragraph separators break a line as \n does. */
  if (character == '\n' || character == '\t' || character == 0x2028 || character == 0x2029)
    return kind == TS_TEXT_LINE;

  /* C0 and C1 controls: invisible, and no font or spreadsheet agrees on them. */
  return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

static glong
longest (TsTextKind kind)
{
  return kind == TS_TEXT_LINE ? TS_TEXT_LONGEST_LINE : TS_TEXT_LONGEST;
}

/**
 * ts_text_check:
 * @text: bytes from anywhere
 * @length: their number, or -1 if they end with a NUL
 * @kind: what the text shall be
 * @error: where to put what is wrong, in words that complete "line 3: …"
 *
 * Fails with %TS_RULE_ERROR_INVALID for a NUL byte, bytes that are not UTF-8, control characters, a text that is too long, or a blank
 * or many-lined text where one line is wanted.
 *
 * Returns: whether the text can be kept as it is
 */
gboolean
ts_text_check (const char  *text,
               gssize       length,
               TsTextKind   kind,
               GError     **error)
{
  const char *end = NULL;
  gboolean blank = TRUE;
  glong n_characters;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (length < 0)
    length = strlen (text);

  if (!g_utf8_validate (text, length, &end))
    {
      if (*end == '\0')
        g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                     _("the text contains a NUL byte at byte %zu"), (gsize) (end - text) + 1);
      else
        g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                     _("the text is not valid UTF-8 at byte %zu"), (gsize) (end - text) + 1);
      return FALSE;
    }

  n_characters = g_utf8_strlen (text, length);

  if (n_characters > longest (kind))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                   _("the text has %ld characters; at most %ld are kept"), n_characters, longest (kind));
      return FALSE;
    }

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (is_forbidden (character, kind) && !(kind == TS_TEXT_PARAGRAPHS && character == '\r'))
        {
          g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                       _("the text contains the control character U+%04X"), character);
          return FALSE;
        }

      blank = blank && character == ' ';
    }

  if (kind == TS_TEXT_LINE && blank)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("the text is empty"));
      return FALSE;
    }

  return TRUE;
}

/**
 * ts_text_clean:
 * @text: bytes that a person typed, pasted or dropped
 * @length: their number, or -1 if they end with a NUL
 * @kind: what the text shall be
 *
 * Makes of @text what [func@ts_text_check] takes (but perhaps an empty line): wrong bytes become U+FFFD, line ends become \n or spaces, control
 * characters go, ends are trimmed, and what is too long is cut at a character.
 *
 * Returns: (transfer full): the text
 */
char *
ts_text_clean (const char *text,
               gssize      length,
               TsTextKind  kind)
{
  g_autofree char *valid = NULL;
  GString *clean;
  glong n_characters = 0;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, length);
  clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0' && n_characters < longest (kind); at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\r')
        {
          if (at[1] == '\n')
            continue;
          character = '\n';
        }

      if (kind == TS_TEXT_LINE && (character == '\n' || character == '\t' || character == 0x2028 || character == 0x2029))
        character = ' ';
      else if (is_forbidden (character, kind))
        continue;

      /* Trimmed here already, so that space in front takes nothing from the length. */
      if (n_characters == 0 && (character == ' ' || character == '\n' || character == '\t'))
        continue;

      g_string_append_unichar (clean, character);
      n_characters++;
    }

  return g_strstrip (g_string_free (clean, FALSE));
}

/**
 * ts_text_isolate:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text between a first strong isolate and as many pops as end whatever directions @text opened, so
 *   that it cannot turn around the text beside it
 */
char *
ts_text_isolate (const char *text)
{
  GString *isolated;
  guint n_isolates = 0;
  guint n_embeddings = 0;

  g_return_val_if_fail (text != NULL, NULL);

  isolated = g_string_new ("\u2068");

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character >= 0x2066 && character <= 0x2068)
        n_isolates++;
      else if (character == 0x2069 && n_isolates == 0)
        continue;
      else if (character == 0x2069)
        n_isolates--;
      else if (character == 0x202a || character == 0x202b || character == 0x202d || character == 0x202e)
        n_embeddings++;
      else if (character == 0x202c && n_embeddings > 0)
        n_embeddings--;

      g_string_append_unichar (isolated, character);
    }

  for (; n_embeddings > 0; n_embeddings--)
    g_string_append (isolated, "\u202c");

  for (; n_isolates > 0; n_isolates--)
    g_string_append (isolated, "\u2069");

  g_string_append (isolated, "\u2069");

  return g_string_free (isolated, FALSE);
}
