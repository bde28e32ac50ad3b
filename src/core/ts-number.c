/* ts-number.c — measured values as text
 *
 * Files have one way to write a number, whatever the language of the machine; people and spreadsheets have many. What could mean
 * two things is refused rather than guessed: a value that is wrong by a factor of a thousand looks like any other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-number.h"

#include "core/ts-error.h"
#include "core/ts-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Longer, in bytes, than any number that means something. */
#define LONGEST 100

/* How much of a wrong text is said again, in characters. */
#define LONGEST_SAID 30

#define EXPONENT "(?:[eE][+-]?[0-9]+)?"

/* Nothing else that strtod() would take, such as hexadecimal or “inf”. */
#define PLAIN "^[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)" EXPONENT "$"

/* Thousands stand in threes, with one kind of mark between them: in “80,5” the comma may be a decimal one. */
#define THOUSANDS "[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}([\\p{Zs}'\u2019])[0-9]{3}(?:\\1[0-9]{3})*"
#define TYPED "^[+\u2212-]?(?:(?:" THOUSANDS "|[0-9]+)(?:\\.[0-9]*)?|\\.[0-9]+)" EXPONENT "$"

static gboolean
fits (const char  *text,
      const char  *pattern,
      GRegex     **regex)
{
  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL));

  return strlen (text) <= LONGEST && g_regex_match (*regex, text, 0, NULL);
}

/**
 * ts_number_format:
 * @number: a finite number
 *
 * Returns: (transfer full): the shortest text that [func@ts_number_parse] reads as the same number
 */
char *
ts_number_format (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (isfinite (number), NULL);

  /* There is no negative nothing. */
  if (number == 0)
    return g_strdup ("0");

  g_ascii_formatd (text, sizeof text, "%.15g", number);

  if (g_ascii_strtod (text, NULL) != number)
    g_ascii_formatd (text, sizeof text, "%.17g", number);

  return g_strdup (text);
}

static void
set_not_a_number (const char  *text,
                  GError     **error)
{
  g_autofree char *clean = ts_text_clean (text, -1, TS_TEXT_LINE);
  glong n_characters = g_utf8_strlen (clean, -1);
  g_autofree char *said = g_utf8_substring (clean, 0, MIN (n_characters, LONGEST_SAID));

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("“%s%s” is not a number; write it as 1234.5"), said,
               n_characters > LONGEST_SAID ? "…" : "");
}

static gboolean
convert (const char  *text,
         double      *number,
         GError     **error)
{
  double converted = g_ascii_strtod (text, NULL);

  if (!isfinite (converted) || fabs (converted) > TS_NUMBER_LARGEST)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID,
                           _("the number is too large; a value can be a million million at most"));
      return FALSE;
    }

  *number = converted == 0 ? 0 : converted;

  return TRUE;
}

/**
 * ts_number_parse:
 * @text: a number in a file: “80.5”, “-3”, “1e-05”
 * @number: (out): where to put it
 * @error: where to put %TS_RULE_ERROR_INVALID, in words that complete “actual: …”
 *
 * Returns: whether @text is a number no larger than %TS_NUMBER_LARGEST
 */
gboolean
ts_number_parse (const char  *text,
                 double      *number,
                 GError     **error)
{
  static GRegex *regex = NULL;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!fits (text, PLAIN, &regex))
    {
      set_not_a_number (text, error);
      return FALSE;
    }

  return convert (text, number, error);
}

/* Spreadsheets pad numbers with spaces that do not break. */
static void
strip_spaces (char *text)
{
  char *end = text + strlen (text);
  char *start = text;

  while (end > text)
    {
      char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;

      end = last;
    }

  *end = '\0';

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  memmove (text, start, (gsize) (end - start) + 1);
}

/* Takes away a trailing per cent sign. */
static gboolean
take_per_cent (char      *text,
               gboolean   is_per_cent,
               GError   **error)
{
  if (!g_str_has_suffix (text, "%") || text[1] == '\0')
    return TRUE;

  if (!is_per_cent)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("“%s” is a percentage, but this is not measured in per cent"), text);
      return FALSE;
    }

  text[strlen (text) - 1] = '\0';
  strip_spaces (text);

  return TRUE;
}

static char *
strip_marks (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == 0x2212)
        g_string_append_c (plain, '-');
      else if (character < 0x80 && character != ',' && character != '\'' && character != ' ')
        g_string_append_c (plain, (char) character);
    }

  return g_string_free (plain, FALSE);
}

/**
 * ts_number_parse_typed:
 * @text: what somebody typed or pasted: “1,234.5”, “1 234”, “−3”, “30.5%”
 * @is_per_cent: whether a per cent sign fits
 * @has_number: (out): whether there is a number: %FALSE for a blank
 * @number: (out): where to put it
 * @error: where to put %TS_RULE_ERROR_INVALID, in words that complete “Actual 2009/10: …”
 *
 * Returns: whether @text is blank or a number no larger than %TS_NUMBER_LARGEST
 */
gboolean
ts_number_parse_typed (const char  *text,
                       gboolean     is_per_cent,
                       gboolean    *has_number,
                       double      *number,
                       GError     **error)
{
  static GRegex *regex = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL && has_number != NULL && number != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  clean = ts_text_clean (text, -1, TS_TEXT_LINE);
  strip_spaces (clean);
  *has_number = *clean != '\0';

  if (!*has_number)
    return TRUE;

  if (strlen (clean) <= LONGEST && !take_per_cent (clean, is_per_cent, error))
    return FALSE;

  if (!fits (clean, TYPED, &regex))
    {
      set_not_a_number (clean, error);
      return FALSE;
    }

  plain = strip_marks (clean);

  return convert (plain, number, error);
}
