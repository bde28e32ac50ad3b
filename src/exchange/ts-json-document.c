/* ts-json-document.c — a JSON text from outside, strictly read
 *
 * json-glib's parser reads more than JSON: comments, several documents in a row, a member given twice. It also recurses as deep as the
 * text nests, cuts a text at an escaped NUL, aborts on half of a surrogate pair, and tells the line before the one that is wrong.
 * So the bytes are looked through here, by the grammar of RFC 8259, and only the nodes are json-glib's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-json-document.h"

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-json-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  const char *wrong;
  TsJsonScan scan;

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

  scan.at = text;
  scan.line = 1;

  return ts_json_tree_read (&scan, error);
}
