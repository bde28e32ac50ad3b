/* ts-json-tree.h — the nodes of a JSON text that was looked through
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-json-scan.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *ts_json_tree_read (TsJsonScan  *scan,
                             GError     **error);

G_END_DECLS
