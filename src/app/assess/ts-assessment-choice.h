/* ts-assessment-choice.h — which of a workbook's assessments is looked at
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-list.h"
#include "model/ts-assessment-model.h"
#include "model/ts-organisation-list.h"

G_BEGIN_DECLS

/**
 * TsAssessmentChoice:
 *
 * Of all assessments of a workbook, the one that is looked at. As long as there is any, one is chosen: at first the one that is most
 * likely being worked on, and again so when the chosen one goes because its beginning is undone.
 *
 * Properties: `model` (the chosen one, or %NULL), `loaded` (whether it is known by now if there is any).
 *
 * ## Signals
 *
 * - `failed (GError *error)`: the assessments could not be read
 */
#define TS_TYPE_ASSESSMENT_CHOICE (ts_assessment_choice_get_type ())

G_DECLARE_FINAL_TYPE (TsAssessmentChoice, ts_assessment_choice, TS, ASSESSMENT_CHOICE, GObject)

TsAssessmentChoice *ts_assessment_choice_new (void);
TsSession *ts_assessment_choice_get_session (TsAssessmentChoice *self);
void ts_assessment_choice_set_session (TsAssessmentChoice *self,
                                       TsSession          *session);
TsAssessmentList *ts_assessment_choice_get_assessments (TsAssessmentChoice *self);
TsOrganisationList *ts_assessment_choice_get_organisations (TsAssessmentChoice *self);
gboolean ts_assessment_choice_get_loaded (TsAssessmentChoice *self);
TsAssessmentModel *ts_assessment_choice_get_model (TsAssessmentChoice *self);
const char *ts_assessment_choice_get_organisation_id (TsAssessmentChoice *self);
void ts_assessment_choice_select (TsAssessmentChoice *self,
                                  const char         *assessment_id);

G_END_DECLS
