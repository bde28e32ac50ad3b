/* ts-json-scan.c — whether a text is JSON, by the grammar of RFC 8259
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-json-scan.h"

#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEEPEST 32

/**
 * ts_json_scan_fail:
 * @scan: where it is wrong
 * @error: where to put it
 * @message: what is wrong
 *
 * Returns: %FALSE always, for the caller to return
 */
gboolean
ts_json_scan_fail (const TsJsonScan  *scan,
                   GError           **error,
                   const char        *message)
{
  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_SYNTAX, "%s:%u: %s", scan->file, scan->line, message);

  return FALSE;
}

/* Reads the four digits after "\u", and returns -1 where they are not there. */
static int
scan_code_unit (const char *at,
                const char *end)
{
  int unit = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;

  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;

      unit = unit * 16 + digit;
    }

  return unit;
}

static gboolean
scan_escape (TsJsonScan  *scan,
             GError     **error)
{
  int unit;

  if (scan->end - scan->at < 2)
    return ts_json_scan_fail (scan, error, _("a text does not end"));

  if (scan->at[1] != 'u')
    {
      if (strchr ("\"\\/bfnrt", scan->at[1]) == NULL)
        return ts_json_scan_fail (scan, error, _("a text contains a backslash that JSON does not know"));

      scan->at += 2;
      return TRUE;
    }

  unit = scan_code_unit (scan->at, scan->end);

  if (unit < 0)
    return ts_json_scan_fail (scan, error, _("“\\u” must be followed by four hexadecimal digits"));

  if (unit == 0)
    return ts_json_scan_fail (scan, error, _("a text contains an escaped NUL"));

  scan->at += 6;

  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      unit = scan_code_unit (scan->at, scan->end);

      if (unit < 0xdc00 || unit > 0xdfff)
        return ts_json_scan_fail (scan, error, _("a text contains half of a surrogate pair"));

      scan->at += 6;
    }
  else if (unit >= 0xdc00 && unit <= 0xdfff)
    {
      return ts_json_scan_fail (scan, error, _("a text contains half of a surrogate pair"));
    }

  return TRUE;
}

static gboolean
scan_string (TsJsonScan  *scan,
             GError     **error)
{
  scan->at++;

  while (scan->at < scan->end)
    {
      guchar byte = *scan->at;

      if (byte == '"')
        {
          scan->at++;
          return TRUE;
        }

      if (byte < 0x20)
        return ts_json_scan_fail (scan, error, byte == '\n' || byte == '\r' ? _("a text does not end on its line") : _("a text contains a control character"));

      if (byte != '\\')
        scan->at++;
      else if (!scan_escape (scan, error))
        return FALSE;
    }

  return ts_json_scan_fail (scan, error, _("a text does not end"));
}

static gboolean
scan_digits (TsJsonScan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;

  return scan->at > first;
}

static gboolean
scan_take (TsJsonScan *scan,
           const char *any_of)
{
  if (scan->at == scan->end || strchr (any_of, *scan->at) == NULL)
    return FALSE;

  scan->at++;

  return TRUE;
}

static gboolean
scan_number (TsJsonScan  *scan,
             GError     **error)
{
  gboolean valid;
  gboolean leading_zero;

  scan_take (scan, "-");
  leading_zero = scan->at < scan->end && *scan->at == '0';
  valid = leading_zero ? scan_take (scan, "0") : scan_digits (scan);

  if (valid && scan_take (scan, "."))
    valid = scan_digits (scan);

  if (valid && scan_take (scan, "eE"))
    {
      scan_take (scan, "+-");
      valid = scan_digits (scan);
    }

  if (!valid || (scan->at < scan->end && g_ascii_isalnum (*scan->at)))
    return ts_json_scan_fail (scan, error, _("a number is not written as JSON writes numbers"));

  return TRUE;
}

static gboolean
scan_word (TsJsonScan  *scan,
           GError     **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) < length || strncmp (scan->at, words[i], length) != 0)
        continue;

      if (scan->at + length < scan->end && g_ascii_isalnum (scan->at[length]))
        continue;

      scan->at += length;

      return TRUE;
    }

  return ts_json_scan_fail (scan, error, *scan->at == '/' ? _("JSON has no comments") : _("expected a text, a number, true, false, null, “{” or “[”"));
}

static void
scan_spaces (TsJsonScan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL)
    {
      scan->line += *scan->at == '\n';
      scan->at++;
    }
}

/* What may come next. */
typedef enum
{
  NEXT_VALUE,
  NEXT_VALUE_OR_END, /* after “[” */
  NEXT_NAME,
  NEXT_NAME_OR_END, /* after “{” */
  NEXT_COMMA_OR_END,
} Next;

static gboolean
scan_open (TsJsonScan  *scan,
           char        *open,
           guint       *depth,
           Next        *next,
           GError     **error)
{
  if (*depth == DEEPEST)
    return ts_json_scan_fail (scan, error, _("the document is nested too deeply"));

  *next = *scan->at == '{' ? NEXT_NAME_OR_END : NEXT_VALUE_OR_END;
  open[(*depth)++] = *scan->at++;

  return TRUE;
}

static gboolean
scan_value (TsJsonScan  *scan,
            char        *open,
            guint       *depth,
            Next        *next,
            GError     **error)
{
  char byte = *scan->at;

  if (byte == '{' || byte == '[')
    return scan_open (scan, open, depth, next, error);

  *next = NEXT_COMMA_OR_END;

  if (byte == '"')
    return scan_string (scan, error);

  if (byte == '-' || g_ascii_isdigit (byte))
    return scan_number (scan, error);

  return scan_word (scan, error);
}

static gboolean
scan_name (TsJsonScan  *scan,
           Next        *next,
           GError     **error)
{
  if (*scan->at != '"')
    return ts_json_scan_fail (scan, error, *scan->at == '/' ? _("JSON has no comments") : _("expected a member’s name between quotes"));

  if (!scan_string (scan, error))
    return FALSE;

  scan_spaces (scan);

  if (!scan_take (scan, ":"))
    return ts_json_scan_fail (scan, error, _("expected “:” after a member’s name"));

  *next = NEXT_VALUE;

  return TRUE;
}

static gboolean
scan_comma (TsJsonScan  *scan,
            const char  *open,
            guint        depth,
            Next        *next,
            GError     **error)
{
  if (scan_take (scan, ","))
    {
      *next = open[depth - 1] == '{' ? NEXT_NAME : NEXT_VALUE;
      return TRUE;
    }

  if (*scan->at == '/')
    return ts_json_scan_fail (scan, error, _("JSON has no comments"));

  return ts_json_scan_fail (scan, error, open[depth - 1] == '{' ? _("expected “,” or “}”") : _("expected “,” or “]”"));
}

/**
 * ts_json_scan_document:
 * @scan: the text, at its beginning
 * @error: where to put %TS_EXCHANGE_ERROR_SYNTAX
 *
 * Returns: whether the text is one JSON document, an object or an array, nested no deeper than any file of ours
 */
gboolean
ts_json_scan_document (TsJsonScan  *scan,
                       GError     **error)
{
  char open[DEEPEST];
  guint depth = 0;
  Next next = NEXT_VALUE;

  scan_spaces (scan);

  if (scan->at < scan->end && *scan->at != '{' && *scan->at != '[')
    return ts_json_scan_fail (scan, error, _("not a JSON document: it must begin with “{”"));

  for (; scan->at < scan->end; scan_spaces (scan))
    {
      gboolean may_end = next == NEXT_COMMA_OR_END || next == NEXT_NAME_OR_END || next == NEXT_VALUE_OR_END;
      gboolean scanned;

      if (next == NEXT_COMMA_OR_END && depth == 0)
        return ts_json_scan_fail (scan, error, _("something follows after the end of the document"));

      if (may_end && *scan->at == (open[depth - 1] == '{' ? '}' : ']'))
        {
          scan->at++;
          depth--;
          next = NEXT_COMMA_OR_END;
          continue;
        }

      if (next == NEXT_VALUE || next == NEXT_VALUE_OR_END)
        scanned = scan_value (scan, open, &depth, &next, error);
      else if (next == NEXT_NAME || next == NEXT_NAME_OR_END)
        scanned = scan_name (scan, &next, error);
      else
        scanned = scan_comma (scan, open, depth, &next, error);

      if (!scanned)
        return FALSE;
    }

  if (depth > 0 || next == NEXT_VALUE)
    return ts_json_scan_fail (scan, error, _("the document ends too early"));

  return TRUE;
}
