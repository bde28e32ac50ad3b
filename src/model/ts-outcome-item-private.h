/* ts-outcome-item-private.h — for the model floor only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-outcome-item.h"
#include "model/ts-outcome-snapshot.h"

G_BEGIN_DECLS

TsOutcomeItem *ts_outcome_item_new (const char *id);
gboolean ts_outcome_item_update (TsOutcomeItem     *self,
                                 TsOutcomeSnapshot *snapshot,
                                 TsRow             *row,
                                 const char        *lock);

G_END_DECLS
