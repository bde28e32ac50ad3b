/* ts-outcome-item.h — an outcome of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-outcome-data.h"
#include "core/ts-outcome.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsOutcomeItem:
 *
 * An outcome with its values, as seen from an assessment. The object stays the same as the outcome changes; the property `revision` notifies
 * after each such change. Properties: `metric`, `summary` (the latest value against its aspiration, in words), `missing` (what the trajectory
 * lacks, in words; %NULL where nothing is missing), `revision`.
 */
#define TS_TYPE_OUTCOME_ITEM (ts_outcome_item_get_type ())

G_DECLARE_FINAL_TYPE (TsOutcomeItem, ts_outcome_item, TS, OUTCOME_ITEM, GObject)

const char *ts_outcome_item_get_id (TsOutcomeItem *self);
const char *ts_outcome_item_get_assessment_id (TsOutcomeItem *self);
TsRow *ts_outcome_item_get_row (TsOutcomeItem *self);
GPtrArray *ts_outcome_item_get_values (TsOutcomeItem *self);
TsOutcomeData *ts_outcome_item_get_data (TsOutcomeItem *self);
int ts_outcome_item_get_year (TsOutcomeItem *self);

const char *ts_outcome_item_get_metric (TsOutcomeItem *self);
const char *ts_outcome_item_get_summary (TsOutcomeItem *self);
const char *ts_outcome_item_get_missing (TsOutcomeItem *self);

/* Whether something can be done, as far as is known now; errors are those of the rules. */
gboolean ts_outcome_item_check_cell (TsOutcomeItem        *self,
                                     TsOutcomeValueField   field,
                                     int                   year,
                                     GError              **error);
gboolean ts_outcome_item_check_definition (TsOutcomeItem  *self,
                                           GError        **error);
gboolean ts_outcome_item_check_move (TsOutcomeItem  *self,
                                     int             step,
                                     GError        **error);
gboolean ts_outcome_item_check_removal (TsOutcomeItem  *self,
                                        GError        **error);
gboolean ts_outcome_item_is_ended_by_removal (TsOutcomeItem *self);

G_END_DECLS
