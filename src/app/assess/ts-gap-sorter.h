/* ts-gap-sorter.h — the order of the table of gaps
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/assess/ts-gap-columns.h"

G_BEGIN_DECLS

GtkSorter *ts_gap_sorter_new_for_column (TsGapColumn column);
GtkSorter *ts_gap_sorter_new (GtkColumnView *view);

G_END_DECLS
