/* ts-review-agreement-export.h — how far reviewers agree, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_review_agreement_export (TsWorkbook  *workbook,
                                     const char  *section,
                                     TsExport    *export,
                                     GError     **error);

G_END_DECLS
