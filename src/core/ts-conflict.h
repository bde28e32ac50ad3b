/* ts-conflict.h — interests that stand in the way of judging
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsTie:
 * @TS_TIE_NONE: the organisations have nothing to do with each other
 * @TS_TIE_SAME: it is the assessed organisation itself
 * @TS_TIE_PREDECESSOR: the assessed organisation follows it, at once or later
 * @TS_TIE_SUCCESSOR: it follows the assessed organisation
 * @TS_TIE_PARENT: the assessed organisation belongs to it, directly or not
 * @TS_TIE_PART: it belongs to the assessed organisation
 *
 * How another organisation is tied to an assessed one.
 */
typedef enum
{
  TS_TIE_NONE,
  TS_TIE_SAME,
  TS_TIE_PREDECESSOR,
  TS_TIE_SUCCESSOR,
  TS_TIE_PARENT,
  TS_TIE_PART,
} TsTie;

/**
 * TsConflictState:
 * @TS_CONFLICT_NONE: no declared interest stands in the way
 * @TS_CONFLICT_OPEN: one does, and nothing has been decided about it
 * @TS_CONFLICT_LEAVES: the person leaves while the assessment is spoken about
 * @TS_CONFLICT_STAYS: the person stays, without scoring
 * @TS_CONFLICT_CLEARED: the chair has found, with a reason, that it does not stand in the way
 */
typedef enum
{
  TS_CONFLICT_NONE,
  TS_CONFLICT_OPEN,
  TS_CONFLICT_LEAVES,
  TS_CONFLICT_STAYS,
  TS_CONFLICT_CLEARED,
} TsConflictState;

/**
 * TsConflictScope:
 * @assessment: the assessment's row
 * @panel_day: (nullable): the last day on which its panel meets, or %NULL while that is not known
 * @successors: (element-type TsRow): which organisation was followed by which; at least those tied to the assessed one
 * @parents: (element-type TsRow): which organisation belonged to which; likewise
 * @interests: (element-type TsRow): declared interests, of anybody
 * @actions: (element-type TsRow): what was decided about conflicts with this assessment
 *
 * What conflicts with one assessment follow from.
 */
typedef struct
{
  const TsRow *assessment;
  const char *panel_day;
  GPtrArray *successors;
  GPtrArray *parents;
  GPtrArray *interests;
  GPtrArray *actions;
} TsConflictScope;

/**
 * TsConflict:
 * @state: what holds now
 * @interest: (nullable): the interest that decides; one about which nothing is decided comes first
 * @tie: how the interest's organisation is tied to the assessed one
 * @action: (nullable): what was decided
 * @declared_late: whether the interest was declared after the person had scored
 *
 * A person's conflict with an assessment. The rows are borrowed from the scope.
 */
typedef struct
{
  TsConflictState state;
  const TsRow *interest;
  TsTie tie;
  const TsRow *action;
  gboolean declared_late;
} TsConflict;

GHashTable *ts_conflict_find_ties (const TsConflictScope *scope);
TsConflict ts_conflict_find (const TsConflictScope *scope,
                             GHashTable            *ties,
                             const char            *person_id,
                             const char            *scored_on);

const char *ts_conflict_state_get_name (TsConflictState state);
const char *ts_conflict_state_get_title (TsConflictState state);
gboolean ts_conflict_state_from_name (const char      *name,
                                      TsConflictState *state);
gboolean ts_conflict_state_may_open (TsConflictState state);
gboolean ts_conflict_state_may_score (TsConflictState state);
const char *ts_tie_get_title (TsTie tie);

G_END_DECLS
