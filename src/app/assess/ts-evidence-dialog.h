/* ts-evidence-dialog.h — all about an item of evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"
#include "model/ts-evidence-item.h"

G_BEGIN_DECLS

/**
 * TsEvidenceDialog:
 *
 * What an item of evidence is called, what it is, when it came and which time it covers, which criteria it serves and where in it, and what
 * its content is. There is nothing to save: what is changed is kept when the entry is left.
 */
#define TS_TYPE_EVIDENCE_DIALOG (ts_evidence_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsEvidenceDialog, ts_evidence_dialog, TS, EVIDENCE_DIALOG, AdwWindow)

GtkWidget *ts_evidence_dialog_new     (TsAssessmentModel *model,
                                       TsEvidenceItem    *item);
void       ts_evidence_dialog_present (GtkWidget         *origin,
                                       TsAssessmentModel *model,
                                       TsEvidenceItem    *item);

G_END_DECLS
