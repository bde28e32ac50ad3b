/* ts-review-export.h — what a review has noted, as tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"

G_BEGIN_DECLS

const char *const *ts_interests_get_columns (void);
const char *const *ts_panels_get_columns (void);

gboolean ts_ledger_export (TsWorkbook  *workbook,
                           TsExport    *export,
                           GError     **error);
gboolean ts_enquiry_export (TsWorkbook  *workbook,
                            TsExport    *export,
                            GError     **error);
gboolean ts_interests_export (TsWorkbook  *workbook,
                              TsExport    *export,
                              GError     **error);
gboolean ts_panels_export (TsWorkbook  *workbook,
                           TsExport    *export,
                           GError     **error);

G_END_DECLS
