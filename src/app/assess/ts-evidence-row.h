/* ts-evidence-row.h — an item of evidence in a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-evidence-item.h"

G_BEGIN_DECLS

/**
 * TsEvidenceRow:
 *
 * What an item of evidence is called, what it is and when it came, and which criteria it serves. Made for the factory of a list: one row shows
 * one item after another.
 */
#define TS_TYPE_EVIDENCE_ROW (ts_evidence_row_get_type ())

G_DECLARE_FINAL_TYPE (TsEvidenceRow, ts_evidence_row, TS, EVIDENCE_ROW, AdwBin)

GtkWidget *ts_evidence_row_new      (void);
void       ts_evidence_row_set_item (TsEvidenceRow  *self,
                                     TsEvidenceItem *item);

G_END_DECLS
