/* ts-evidence-box.h — the evidence on a criterion's card
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsEvidenceBox:
 *
 * The evidence that is linked to a criterion, a button that adds some, and how far files are that are being attached.
 *
 * Actions: `evidence.add-files`, `evidence.add-address`, `evidence.add-existing`, `evidence.paste`; all of them need it to be editable.
 *
 * Properties: `model`, `node-id`, `editable`.
 */
#define TS_TYPE_EVIDENCE_BOX (ts_evidence_box_get_type ())

G_DECLARE_FINAL_TYPE (TsEvidenceBox, ts_evidence_box, TS, EVIDENCE_BOX, AdwBin)

GtkWidget *ts_evidence_box_new          (void);
void       ts_evidence_box_set_node     (TsEvidenceBox     *self,
                                         TsAssessmentModel *model,
                                         const char        *node_id);
void       ts_evidence_box_set_editable (TsEvidenceBox     *self,
                                         gboolean           editable);
void       ts_evidence_box_attach       (TsEvidenceBox     *self,
                                         GListModel        *files);
guint      ts_evidence_box_get_n_chips  (TsEvidenceBox     *self);
GtkWidget *ts_evidence_box_get_chip     (TsEvidenceBox     *self,
                                         guint              position);

G_END_DECLS
