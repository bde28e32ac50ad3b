/* ts-schema.h — the versions of the workbook's tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-database.h"

G_BEGIN_DECLS

char **ts_schema_load_scripts (void);
int ts_schema_get_newest (void);

gboolean ts_schema_check_version (TsDatabase  *database,
                                  int          newest,
                                  int         *version,
                                  GError     **error);
gboolean ts_schema_upgrade (TsDatabase *database,
                            const char *const *scripts,
                            GError **error);

G_END_DECLS
