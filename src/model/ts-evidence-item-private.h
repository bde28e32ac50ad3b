/* ts-evidence-item-private.h — for the model floor only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-evidence-item.h"

G_BEGIN_DECLS

TsEvidenceItem *ts_evidence_item_new (const char *id);
gboolean ts_evidence_item_update (TsEvidenceItem *self,
                                  TsRow          *row,
                                  GPtrArray      *links,
                                  int             year);

G_END_DECLS
