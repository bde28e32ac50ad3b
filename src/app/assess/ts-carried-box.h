/* ts-carried-box.h — what was carried forward to a criterion
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsCarriedBox:
 *
 * Says what was carried forward from last year and what has changed in the definition since, and offers to confirm it or to start
 * afresh, by the actions `criterion.confirm` and `criterion.start-afresh`, which somebody above it has. It hides when there is nothing to
 * confirm.
 */
#define TS_TYPE_CARRIED_BOX (ts_carried_box_get_type ())

G_DECLARE_FINAL_TYPE (TsCarriedBox, ts_carried_box, TS, CARRIED_BOX, AdwBin)

void        ts_carried_box_refresh  (TsCarriedBox      *self,
                                     TsAssessmentModel *model,
                                     const TsNodeState *state);
const char *ts_carried_box_get_text (TsCarriedBox      *self);

G_END_DECLS
