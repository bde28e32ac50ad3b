/* ts-level-row.h — a competency in the overview
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/ts-assessment-state.h"

G_BEGIN_DECLS

/**
 * TsLevelRow:
 *
 * A row with a group's number and title, how far its criteria have come, its level, its target and last year's level. In a wide row
 * all of this is in one line, in a narrow one in two. It leads to the group with `win.show-place`.
 */
#define TS_TYPE_LEVEL_ROW (ts_level_row_get_type ())

G_DECLARE_FINAL_TYPE (TsLevelRow, ts_level_row, TS, LEVEL_ROW, AdwPreferencesRow)

GtkWidget *ts_level_row_new (const TsNode *group);
void ts_level_row_update (TsLevelRow              *self,
                          const TsAssessmentState *state);

G_END_DECLS
