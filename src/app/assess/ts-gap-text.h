/* ts-gap-text.h — the words of the gaps page
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-table.h"
#include "core/ts-gap.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *ts_gap_text_gap (const TsGap *gap);
char *ts_gap_text_change (const TsGap *gap);
char *ts_gap_text_row (const TsGap *gap);
char *ts_gap_text_name_title (const TsSection *section,
                              TsGapScope       scope);
char *ts_gap_text_scope (const TsSection *section,
                         TsGapScope       scope);
TsChartTable *ts_gap_text_table (GListModel *items,
                                 const char *title,
                                 const char *name_title,
                                 int         target_year);

G_END_DECLS
