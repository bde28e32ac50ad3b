/* ts-framework-import.h — a framework from a file into a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

TsChange *ts_framework_import (TsWorkbook  *workbook,
                               const char  *path,
                               GError     **error);

G_END_DECLS
