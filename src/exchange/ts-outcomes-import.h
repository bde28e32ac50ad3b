/* ts-outcomes-import.h — outcomes from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-import.h"

G_BEGIN_DECLS

const char *const *ts_outcomes_get_columns (void);
TsChange *ts_outcomes_import (TsWorkbook  *workbook,
                              TsImport    *import,
                              GError     **error);

G_END_DECLS
