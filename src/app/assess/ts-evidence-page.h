/* ts-evidence-page.h — all evidence of an organisation
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsEvidencePage:
 *
 * All evidence of the organisation whose assessment is looked at: found by title, filtered, sorted, opened and described.
 *
 * Properties: `model` (#TsAssessmentModel, nullable).
 */
#define TS_TYPE_EVIDENCE_PAGE (ts_evidence_page_get_type ())

G_DECLARE_FINAL_TYPE (TsEvidencePage, ts_evidence_page, TS, EVIDENCE_PAGE, AdwBin)

GtkWidget         *ts_evidence_page_new       (void);
TsAssessmentModel *ts_evidence_page_get_model (TsEvidencePage    *self);
void               ts_evidence_page_set_model (TsEvidencePage    *self,
                                               TsAssessmentModel *model);

G_END_DECLS
