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
#include "exchange/ts-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  TsJsonScan scan;
  gboolean parsed;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  scan = (TsJsonScan) { .file = file, .at = text, .end = text + length, .line = 1 };

  if (length > 0 && !g_utf8_validate (text, length, &wrong))
    {
      for (const char *at = text; at < wrong; at++)
        scan.line += *at == '\n';

      ts_json_scan_fail (&scan, error, *wrong == '\0' ? _("the file contains a NUL byte") : _("the file is not valid UTF-8"));
      return NULL;
    }

  if (!ts_json_scan_document (&scan, error))
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
      ts_json_scan_fail (&scan, error, message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}
