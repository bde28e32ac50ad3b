/* ts-severity-export.h — who scores higher or lower than the others, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_severity_export (TsWorkbook  *workbook,
                             const char  *section,
                             TsExport    *export,
                             GError     **error);

G_END_DECLS
