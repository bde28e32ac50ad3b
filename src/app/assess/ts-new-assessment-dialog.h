/* ts-new-assessment-dialog.h — begins an assessment
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-list.h"
#include "model/ts-organisation-list.h"
#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsNewAssessmentDialog:
 *
 * Asks for organisation, framework and year, and begins the assessment.
 *
 * ## Signals
 *
 * - `begun (const char *assessment_id)`: there is the new assessment, or the one that there was already and that is to be opened
 */
#define TS_TYPE_NEW_ASSESSMENT_DIALOG (ts_new_assessment_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsNewAssessmentDialog, ts_new_assessment_dialog, TS, NEW_ASSESSMENT_DIALOG, AdwWindow)

GtkWidget *ts_new_assessment_dialog_new (TsSession          *session,
                                         TsOrganisationList *organisations,
                                         TsAssessmentList   *assessments,
                                         const char         *organisation_id);

G_END_DECLS
