/* ts-outcome-change.h — the changes that define outcomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-outcome.h"

G_BEGIN_DECLS

/**
 * TsOutcomeScope:
 * @assessment: an assessment, from which the outcomes are looked at
 * @assessments: (element-type TsRow): all assessments of its organisation
 * @outcomes: (element-type TsRow): all outcomes of its organisation
 *
 * What the rules look at when outcomes are added, changed and removed.
 */
typedef struct
{
  const TsRow *assessment;
  GPtrArray *assessments;
  GPtrArray *outcomes;
} TsOutcomeScope;

GPtrArray *ts_outcome_scope_list (const TsOutcomeScope *scope);
gboolean ts_outcome_scope_check_definition (const TsOutcomeScope  *scope,
                                            const TsRow           *outcome,
                                            GError               **error);

TsChange *ts_change_add_outcome (const TsOutcomeScope       *scope,
                                 guint                       most,
                                 const char                 *id,
                                 const TsOutcomeDefinition  *definition,
                                 GError                    **error);
TsChange *ts_change_define_outcome (const TsOutcomeScope       *scope,
                                    TsRow                      *outcome,
                                    const TsOutcomeDefinition  *definition,
                                    GError                    **error);
TsChange *ts_change_move_outcome (const TsOutcomeScope  *scope,
                                  TsRow                 *outcome,
                                  int                    step,
                                  GError               **error);
TsChange *ts_change_remove_outcome (const TsOutcomeScope  *scope,
                                    TsRow                 *outcome,
                                    GPtrArray             *values,
                                    GError               **error);
gboolean ts_outcome_is_ended_by_removal (const TsOutcomeScope *scope,
                                         const TsRow          *outcome);

G_END_DECLS
