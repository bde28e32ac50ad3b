/* ts-outcome-list.h — the outcomes of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "model/ts-outcome-item.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsOutcomeList:
 *
 * A #GListModel of the #TsOutcomeItem that are part of an assessment, in their order. It follows the workbook, and says only what really
 * came, went or moved. Properties: `session`, `assessment-id`, `loaded` (%FALSE until read once).
 *
 * ## Signals
 *
 * - `refreshed ()`: it has been read; what can be done may be another
 * - `failed (GError *error)`: it could not be read; what it had before stays
 */
#define TS_TYPE_OUTCOME_LIST (ts_outcome_list_get_type ())

G_DECLARE_FINAL_TYPE (TsOutcomeList, ts_outcome_list, TS, OUTCOME_LIST, GObject)

TsOutcomeList *ts_outcome_list_new (TsSession  *session,
                                    const char *assessment_id);

TsSession *ts_outcome_list_get_session (TsOutcomeList *self);
const char *ts_outcome_list_get_assessment_id (TsOutcomeList *self);
gboolean ts_outcome_list_get_loaded (TsOutcomeList *self);
void ts_outcome_list_show_as_of (TsOutcomeList *self,
                                 gint64         sequence);
gint64 ts_outcome_list_get_as_of (TsOutcomeList *self);
guint ts_outcome_list_get_most (TsOutcomeList *self);
int ts_outcome_list_find (TsOutcomeList *self,
                          const char    *outcome_id);
gboolean ts_outcome_list_check_add (TsOutcomeList  *self,
                                    GError        **error);
GPtrArray *ts_outcome_list_list_suggestions (TsOutcomeList *self);

G_END_DECLS
