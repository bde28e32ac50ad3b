/* ts-criterion-card.h — one criterion: its level, why, and with what evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/assess/ts-evidence-box.h"
#include "app/assess/ts-rationale-editor.h"
#include "app/widgets/ts-level-picker.h"
#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsCriterionCard:
 *
 * A criterion, or a group that has none: levels to choose from, the rationale, the evidence, and a badge that says what is missing. It shows
 * what is kept, and asks the session for each change.
 *
 * Files can be dropped on the card, or pasted where the focus is in no text.
 *
 * Actions: `rating.set` (i), `rating.clear`. Keys: 1 to 9 choose a level and 0 clears it, wherever in the card the focus is but in a text.
 */
#define TS_TYPE_CRITERION_CARD (ts_criterion_card_get_type ())

G_DECLARE_FINAL_TYPE (TsCriterionCard, ts_criterion_card, TS, CRITERION_CARD, AdwBin)

GtkWidget         *ts_criterion_card_new           (TsAssessmentModel *model,
                                                    const TsNode      *node);
const char        *ts_criterion_card_get_node_id   (TsCriterionCard   *self);
void               ts_criterion_card_refresh       (TsCriterionCard   *self);
void               ts_criterion_card_flush         (TsCriterionCard   *self);
const char        *ts_criterion_card_get_badge     (TsCriterionCard   *self);
TsLevelPicker     *ts_criterion_card_get_picker    (TsCriterionCard   *self);
TsRationaleEditor *ts_criterion_card_get_rationale (TsCriterionCard   *self);
TsEvidenceBox     *ts_criterion_card_get_evidence  (TsCriterionCard   *self);

G_END_DECLS
