/* ts-review-import.h — panels and interests from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-import.h"

G_BEGIN_DECLS

TsChange *ts_interests_import (TsWorkbook  *workbook,
                               TsImport    *import,
                               GError     **error);
TsChange *ts_panels_import (TsWorkbook  *workbook,
                            TsImport    *import,
                            GError     **error);

G_END_DECLS
