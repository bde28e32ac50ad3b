/* ts-gap-item-private.h — for the list of gaps only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-gap-item.h"

G_BEGIN_DECLS

TsGapItem *ts_gap_item_new (TsAssessmentModel *model,
                            guint              position);
void ts_gap_item_set (TsGapItem   *self,
                      TsFramework *framework,
                      const TsGap *gap,
                      int          target_year);

G_END_DECLS
