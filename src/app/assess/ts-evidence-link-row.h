/* ts-evidence-link-row.h — a criterion that an item of evidence serves
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
 * TsEvidenceLinkRow:
 *
 * A criterion with an entry for where in the evidence to look, and a button that takes the link away.
 */
#define TS_TYPE_EVIDENCE_LINK_ROW (ts_evidence_link_row_get_type ())

G_DECLARE_FINAL_TYPE (TsEvidenceLinkRow, ts_evidence_link_row, TS, EVIDENCE_LINK_ROW, AdwEntryRow)

GtkWidget  *ts_evidence_link_row_new          (TsAssessmentModel *model,
                                               TsEvidenceItem    *item,
                                               const char        *link_id);
const char *ts_evidence_link_row_get_link_id  (TsEvidenceLinkRow *self);
void        ts_evidence_link_row_set_link     (TsEvidenceLinkRow *self,
                                               TsRow             *link);
void        ts_evidence_link_row_set_editable (TsEvidenceLinkRow *self,
                                               gboolean           editable);
void        ts_evidence_link_row_commit       (TsEvidenceLinkRow *self);

G_END_DECLS
