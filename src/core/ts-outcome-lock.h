/* ts-outcome-lock.h — what of an outcome an approved assessment holds fast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

gboolean ts_assessment_is_settled (const TsRow *assessment);
gboolean ts_outcome_covers (const TsRow *outcome,
                            int          year);
gboolean ts_outcome_check_definition_unlocked (const TsRow  *outcome,
                                               GPtrArray    *assessments,
                                               GError      **error);
gboolean ts_outcome_check_cell_unlocked (const TsRow         *outcome,
                                         GPtrArray           *assessments,
                                         TsOutcomeValueField  field,
                                         int                  year,
                                         gboolean             has_value,
                                         GError             **error);
gboolean ts_outcome_check_row_unlocked (const TsRow  *before,
                                        const TsRow  *after,
                                        const TsRow  *outcome,
                                        GPtrArray    *assessments,
                                        GError      **error);

G_END_DECLS
