/* ts-salvage.h — what can be read of a damaged workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-database.h"

G_BEGIN_DECLS

TsDatabase *ts_salvage (const char *damaged,
                        const char *rescued,
                        const char *const *scripts,
                        GError **error);

G_END_DECLS
