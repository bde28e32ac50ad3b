/* ts-organisation-merge.h — the change that brings organisations to what a file says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-import.h"

G_BEGIN_DECLS

TsChange *ts_organisation_merge (TsWorkbook  *workbook,
                                 TsImport    *import,
                                 GPtrArray   *drafts,
                                 GError     **error);

G_END_DECLS
