/* ts-evidence-chip.h — one item of evidence on a criterion's card
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
 * TsEvidenceChip:
 *
 * An item of evidence that is linked to a criterion: its title and where in it. A click opens a menu with what can be done.
 *
 * Actions: `evidence.open`, `evidence.save-copy`, `evidence.details`, `evidence.unlink`. Key: Delete unlinks.
 */
#define TS_TYPE_EVIDENCE_CHIP (ts_evidence_chip_get_type ())

G_DECLARE_FINAL_TYPE (TsEvidenceChip, ts_evidence_chip, TS, EVIDENCE_CHIP, AdwBin)

GtkWidget      *ts_evidence_chip_new          (TsAssessmentModel *model,
                                               TsEvidenceItem    *item,
                                               const char        *node_id);
TsEvidenceItem *ts_evidence_chip_get_item     (TsEvidenceChip    *self);
const char     *ts_evidence_chip_get_place    (TsEvidenceChip    *self);
void            ts_evidence_chip_set_editable (TsEvidenceChip    *self,
                                               gboolean           editable);

G_END_DECLS
