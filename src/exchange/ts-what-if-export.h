/* ts-what-if-export.h — what levels would be if all reviewers scored alike, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_what_if_export (TsWorkbook  *workbook,
                            const char  *section,
                            TsExport    *export,
                            GError     **error);

G_END_DECLS
