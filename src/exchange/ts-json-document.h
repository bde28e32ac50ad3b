/* ts-json-document.h — a JSON text from outside, strictly read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *ts_json_document_read (const char  *file,
                                 const char  *text,
                                 gsize        length,
                                 GError     **error);

G_END_DECLS
