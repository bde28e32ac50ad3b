/* ts-agreement-export.h — how well layers agree, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_agreement_export (TsWorkbook             *workbook,
                              const TsCompareFilter  *filter,
                              TsExport               *export,
                              GError                **error);

G_END_DECLS
