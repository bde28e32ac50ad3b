/* ts-rule-effects-export.h — what changes, and for whom, if levels were rolled up by another rule, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "exchange/ts-export.h"

G_BEGIN_DECLS

gboolean ts_rule_effects_export (TsWorkbook             *workbook,
                                 const TsCompareFilter  *filter,
                                 gboolean                keep_layer,
                                 const TsRollUpRule     *other,
                                 TsExport               *export,
                                 GError                **error);

G_END_DECLS
