/* ts-row-json.h — rows out of the journal's JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

TsRow *ts_row_parse_json (TsEntity     entity,
                          const char  *id,
                          const char  *json,
                          GError     **error);

G_END_DECLS
