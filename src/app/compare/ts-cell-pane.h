/* ts-cell-pane.h — why a cell of a comparison has the level that it has, and what can be done from there
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-comparison-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsCellPane:
 *
 * Tells of one cell: its level by every layer and where each comes from, the criteria below it, what the other rules would give, and the interval of
 * the organisation's rank. From it one comes to the assessment, and to the organisation's peers.
 *
 * ## Signals
 *
 * - `closed ()`: it is not wanted any more
 */
#define TS_TYPE_CELL_PANE (ts_cell_pane_get_type ())

G_DECLARE_FINAL_TYPE (TsCellPane, ts_cell_pane, TS, CELL_PANE, AdwBin)

void ts_cell_pane_show (TsCellPane        *self,
                        TsComparisonModel *model,
                        const char        *organisation,
                        const char        *node);
void ts_cell_pane_clear (TsCellPane *self);
const char *ts_cell_pane_get_organisation (TsCellPane *self);
const char *ts_cell_pane_get_node (TsCellPane *self);

G_END_DECLS
