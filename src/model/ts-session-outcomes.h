/* ts-session-outcomes.h — what can be asked of a session about outcomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-outcome-cells.h"
#include "core/ts-outcome.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/* Each of these ends with ts_session_change_finish (). The assessment is the one from which the outcomes are looked at. */

/* The change's TS_ENTITY_OUTCOME row has the outcome's id. */
void ts_session_add_outcome_async (TsSession                 *self,
                                   const char                *assessment_id,
                                   const TsOutcomeDefinition *definition,
                                   GAsyncReadyCallback        callback,
                                   gpointer                   user_data);
void ts_session_define_outcome_async (TsSession                 *self,
                                      const char                *assessment_id,
                                      const char                *outcome_id,
                                      const TsOutcomeDefinition *definition,
                                      GAsyncReadyCallback        callback,
                                      gpointer                   user_data);
void ts_session_move_outcome_async (TsSession           *self,
                                    const char          *assessment_id,
                                    const char          *outcome_id,
                                    int                  step,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void ts_session_remove_outcome_async (TsSession           *self,
                                      const char          *assessment_id,
                                      const char          *outcome_id,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
void ts_session_set_outcome_cells_async (TsSession           *self,
                                         const char          *assessment_id,
                                         const char          *outcome_id,
                                         const TsOutcomeCell *cells,
                                         guint                n_cells,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);

G_END_DECLS
