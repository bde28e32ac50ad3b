/* ts-outcome-snapshot.h — the outcomes of an organisation as they were read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-outcome-change.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsOutcomeSnapshot:
 *
 * The outcomes of an organisation with their values, now or as they stood, and what the rules look at, as seen from one of its assessments. Read in one go on a
 * workbook's thread, and then only looked at. Reference counted, atomically.
 */
typedef struct _TsOutcomeSnapshot TsOutcomeSnapshot;

TsOutcomeSnapshot *ts_outcome_snapshot_read (TsWorkplace  *workplace,
                                             const char   *assessment_id,
                                             gint64        as_of,
                                             GError      **error);
TsOutcomeSnapshot *ts_outcome_snapshot_ref (TsOutcomeSnapshot *self);
void ts_outcome_snapshot_unref (TsOutcomeSnapshot *self);

const TsOutcomeScope *ts_outcome_snapshot_get_scope (const TsOutcomeSnapshot *self);
gint64 ts_outcome_snapshot_get_as_of (const TsOutcomeSnapshot *self);
int ts_outcome_snapshot_get_year (const TsOutcomeSnapshot *self);
const TsSection *ts_outcome_snapshot_get_section (const TsOutcomeSnapshot *self);
guint ts_outcome_snapshot_get_most (const TsOutcomeSnapshot *self);
TsRow *ts_outcome_snapshot_find (const TsOutcomeSnapshot *self,
                                 const char              *outcome_id);
GPtrArray *ts_outcome_snapshot_get_values (const TsOutcomeSnapshot *self,
                                           const char              *outcome_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOutcomeSnapshot, ts_outcome_snapshot_unref)

G_END_DECLS
