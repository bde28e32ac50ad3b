/* ts-compare-check.h — whether a workbook has what was named to be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"
#include "model/ts-compare-view.h"

G_BEGIN_DECLS

gboolean ts_compare_check (TsWorkbook             *workbook,
                           const TsCompareFilter  *filter,
                           const TsCompareView    *view,
                           GError                **error);

G_END_DECLS
