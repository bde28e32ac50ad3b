/* ts-outcome-editor.h — the chart of an outcome, and the table of its values
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-outcome-item.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsOutcomeEditor:
 *
 * One outcome: its trend chart, a row of entries for what was aimed at and one for what came, by year, and what can be done with the outcome as a
 * whole. A value is kept when its entry is left or Enter is pressed; what is pasted with several cells fills as many. It follows its item.
 *
 * Actions: `outcome.edit`, `outcome.move-up`, `outcome.move-down`, `outcome.remove`, `outcome.copy`.
 */
#define TS_TYPE_OUTCOME_EDITOR (ts_outcome_editor_get_type ())

G_DECLARE_FINAL_TYPE (TsOutcomeEditor, ts_outcome_editor, TS, OUTCOME_EDITOR, AdwBin)

GtkWidget *ts_outcome_editor_new (TsSession     *session,
                                  TsOutcomeItem *item);

G_END_DECLS
