/* ts-evidence-item.h — an item of evidence with its links
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsEvidenceItem:
 *
 * An item of evidence of the organisation whose assessment is looked at, with its links to that assessment. The object stays the same as the
 * item changes, and notifies. Properties: `title`, `subtitle` (kind, days and size, in words), `links-label` ("5a (p. 14–18), 6b"), `row`.
 */
#define TS_TYPE_EVIDENCE_ITEM (ts_evidence_item_get_type ())

G_DECLARE_FINAL_TYPE (TsEvidenceItem, ts_evidence_item, TS, EVIDENCE_ITEM, GObject)

const char *ts_evidence_item_get_id (TsEvidenceItem *self);
TsRow *ts_evidence_item_get_row (TsEvidenceItem *self);
const char *ts_evidence_item_get_title (TsEvidenceItem *self);
const char *ts_evidence_item_get_subtitle (TsEvidenceItem *self);
/* (nullable): why it is stale for the assessment that is looked at, as a sentence. */
const char *ts_evidence_item_get_stale_reason (TsEvidenceItem *self);
const char *ts_evidence_item_get_links_label (TsEvidenceItem *self);
guint ts_evidence_item_get_n_links (TsEvidenceItem *self);
TsRow *ts_evidence_item_get_link (TsEvidenceItem *self,
                                  guint           position);
TsRow *ts_evidence_item_find_link (TsEvidenceItem *self,
                                   const char     *node_id);

G_END_DECLS
