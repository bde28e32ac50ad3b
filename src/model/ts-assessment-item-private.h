/* ts-assessment-item-private.h — for the model floor only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"
#include "model/ts-assessment-item.h"

G_BEGIN_DECLS

TsAssessmentItem *ts_assessment_item_new (TsRow      *assessment,
                                          const char *organisation_code,
                                          const char *organisation_name,
                                          const char *framework_title);
void ts_assessment_item_set_latest (TsAssessmentItem *self);

G_END_DECLS
