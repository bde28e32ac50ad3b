/* ts-json-document.c — a JSON text from outside, strictly read
 *
 * json-glib reads more than JSON: comments, several documents in a row, a member given twice. It also recurses as deep as the
 * text nests, cuts a text at an escaped NUL, aborts on half of a surrogate pair, and tells the line before the one that is wrong.
 * So the bytes are looked through, by the grammar of RFC 8259, before they are handed on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-json-document.h"

#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEEPEST 32

typedef struct
{
  const char *file;
  const char *at;
  const char *end;
  guint line;
} Scan;

static gboolean
scan_fails (const Scan  *scan,
            GError     **error,
            const char  *message)
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
scan_escape (Scan    *scan,
             GError **error)
{
  int unit;

  if (scan->end - scan->at < 2)
    return scan_fails (scan, error, _("a text does not end"));

  if (scan->at[1] != 'u')
    {
      if (strchr ("\"\\/bfnrt", scan->at[1]) == NULL)
        return scan_fails (scan, error, _("a text contains a backslash that JSON does not know"));

      scan->at += 2;
      return TRUE;
    }

  unit = scan_code_unit (scan->at, scan->end);

  if (unit < 0)
    return scan_fails (scan, error, _("“\\u” must be followed by four hexadecimal digits"));

  if (unit == 0)
    return scan_fails (scan, error, _("a text contains an escaped NUL"));

  scan->at += 6;

  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      unit = scan_code_unit (scan->at, scan->end);

      if (unit < 0xdc00 || unit > 0xdfff)
        return scan_fails (scan, error, _("a text contains half of a surrogate pair"));

      scan->at += 6;
    }
  else if (unit >= 0xdc00 && unit <= 0xdfff)
    {
      return scan_fails (scan, error, _("a text contains half of a surrogate pair"));
    }

  return TRUE;
}

static gboolean
scan_string (Scan    *scan,
             GError **error)
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
        return scan_fails (scan, error, byte == '\n' || byte == '\r' ? _("a text does not end on its line") : _("a text contains a control character"));

      if (byte != '\\')
        scan->at++;
      else if (!scan_escape (scan, error))
        return FALSE;
    }

  return scan_fails (scan, error, _("a text does not end"));
}

static gboolean
scan_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;

  return scan->at > first;
}

static gboolean
scan_take (Scan       *scan,
           const char *any_of)
{
  if (scan->at == scan->end || strchr (any_of, *scan->at) == NULL)
    return FALSE;

  scan->at++;

  return TRUE;
}

static gboolean
scan_number (Scan    *scan,
             GError **error)
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
    return scan_fails (scan, error, _("a number is not written as JSON writes numbers"));

  return TRUE;
}

static gboolean
scan_word (Scan    *scan,
           GError **error)
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

  return scan_fails (scan, error, *scan->at == '/' ? _("JSON has no comments") : _("expected a text, a number, true, false, null, “{” or “[”"));
}

static void
scan_spaces (Scan *scan)
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
scan_open (Scan    *scan,
           char    *open,
           guint   *depth,
           Next    *next,
           GError **error)
{
  if (*depth == DEEPEST)
    return scan_fails (scan, error, _("the document is nested too deeply"));

  *next = *scan->at == '{' ? NEXT_NAME_OR_END : NEXT_VALUE_OR_END;
  open[(*depth)++] = *scan->at++;

  return TRUE;
}

static gboolean
scan_value (Scan    *scan,
            char    *open,
            guint   *depth,
            Next    *next,
            GError **error)
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
scan_name (Scan    *scan,
           Next    *next,
           GError **error)
{
  if (*scan->at != '"')
    return scan_fails (scan, error, *scan->at == '/' ? _("JSON has no comments") : _("expected a member’s name between quotes"));

  if (!scan_string (scan, error))
    return FALSE;

  scan_spaces (scan);

  if (!scan_take (scan, ":"))
    return scan_fails (scan, error, _("expected “:” after a member’s name"));

  *next = NEXT_VALUE;

  return TRUE;
}

static gboolean
scan_comma (Scan        *scan,
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
    return scan_fails (scan, error, _("JSON has no comments"));

  return scan_fails (scan, error, open[depth - 1] == '{' ? _("expected “,” or “}”") : _("expected “,” or “]”"));
}

static gboolean
scan_document (Scan    *scan,
               GError **error)
{
  char open[DEEPEST];
  guint depth = 0;
  Next next = NEXT_VALUE;

  scan_spaces (scan);

  if (scan->at < scan->end && *scan->at != '{' && *scan->at != '[')
    return scan_fails (scan, error, _("not a JSON document: it must begin with “{”"));

  for (; scan->at < scan->end; scan_spaces (scan))
    {
      gboolean may_end = next == NEXT_COMMA_OR_END || next == NEXT_NAME_OR_END || next == NEXT_VALUE_OR_END;
      gboolean scanned;

      if (next == NEXT_COMMA_OR_END && depth == 0)
        return scan_fails (scan, error, _("something follows after the end of the document"));

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
    return scan_fails (scan, error, _("the document ends too early"));

  return TRUE;
}

/* How many members of each open object the parser has come across; json-glib itself keeps the last of two in silence. */
typedef struct
{
  GHashTable *counts;
  char *twice;
  guint line;
} Members;

static void
on_object_member (JsonParser *parser,
                  JsonObject *object,
                  const char *name,
                  gpointer    data)
{
  Members *members = data;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (members->counts, object)) + 1;

  g_hash_table_insert (members->counts, object, GUINT_TO_POINTER (count));

  if (members->twice == NULL && json_object_get_size (object) != count)
    {
      members->twice = g_strdup (name);
      members->line = json_parser_get_current_line (parser);
    }
}

static void
on_object_end (JsonParser *parser,
               JsonObject *object,
               gpointer    data)
{
  Members *members = data;

  g_hash_table_remove (members->counts, object);
}

/**
 * ts_json_document_read:
 * @file: the file's name for messages
 * @text: the bytes
 * @length: their number
 * @error: where to put what is wrong
 *
 * Fails with %TS_EXCHANGE_ERROR_SYNTAX, naming file and line, for what is not UTF-8 or not JSON, for a member that is given
 * twice, and for nesting deeper than any file of ours has.
 *
 * Returns: (transfer full): the document's root, an object or an array
 */
JsonNode *
ts_json_document_read (const char  *file,
                       const char  *text,
                       gsize        length,
                       GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) parse_error = NULL;
  g_autofree char *twice = NULL;
  Members members = { .counts = counts };
  const char *wrong;
  Scan scan;
  gboolean parsed;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  scan = (Scan) { .file = file, .at = text, .end = text + length, .line = 1 };

  if (length > 0 && !g_utf8_validate (text, length, &wrong))
    {
      for (const char *at = text; at < wrong; at++)
        scan.line += *at == '\n';

      scan_fails (&scan, error, *wrong == '\0' ? _("the file contains a NUL byte") : _("the file is not valid UTF-8"));
      return NULL;
    }

  if (!scan_document (&scan, error))
    return NULL;

  g_signal_connect (parser, "object-member", G_CALLBACK (on_object_member), &members);
  g_signal_connect (parser, "object-end", G_CALLBACK (on_object_end), &members);
  parsed = json_parser_load_from_data (parser, text, length, &parse_error);
  twice = members.twice;

  if (!parsed)
    {
      g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_SYNTAX, "%s: %s", file, parse_error->message);
      return NULL;
    }

  if (twice != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("the member “%s” is given twice"), twice);

      scan.line = members.line;
      scan_fails (&scan, error, message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}
