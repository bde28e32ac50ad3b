/* ts-place.h — a place in the sidebar
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsPlaceKind:
 * @TS_PLACE_OVERVIEW: where the whole assessment stands
 * @TS_PLACE_GROUP: one group of criteria, such as a competency
 * @TS_PLACE_OUTCOMES: the measures of health with their trajectories
 * @TS_PLACE_GAPS: levels against targets
 * @TS_PLACE_EVIDENCE: all evidence
 * @TS_PLACE_SIGN_OFF: what is missing, and the stages
 * @TS_PLACE_HISTORY: who changed what
 * @TS_PLACE_ORGANISATIONS: the organisations of the workbook
 */
typedef enum
{
  TS_PLACE_OVERVIEW,
  TS_PLACE_GROUP,
  TS_PLACE_OUTCOMES,
  TS_PLACE_GAPS,
  TS_PLACE_EVIDENCE,
  TS_PLACE_SIGN_OFF,
  TS_PLACE_HISTORY,
  TS_PLACE_ORGANISATIONS,
} TsPlaceKind;

/**
 * TsPart:
 *
 * How far one criterion of a group has come.
 */
typedef enum
{
  TS_PART_UNRATED,
  TS_PART_TO_CONFIRM,
  TS_PART_RATED,
  TS_PART_READY,
} TsPart;

/**
 * TsPlace:
 *
 * A place that the sidebar leads to. The object stays the same while what it says follows the assessment; the property `revision` notifies
 * after each such change.
 */
#define TS_TYPE_PLACE (ts_place_get_type ())

G_DECLARE_FINAL_TYPE (TsPlace, ts_place, TS, PLACE, GObject)

TsPlace *ts_place_new (TsPlaceKind   kind,
                       const TsNode *group);
gboolean ts_place_update (TsPlace                 *self,
                          const TsAssessmentState *state,
                          guint                    n_evidence);

const char *ts_place_get_id (TsPlace *self);
TsPlaceKind ts_place_get_kind (TsPlace *self);
const char *ts_place_get_group_id (TsPlace *self);
const char *ts_place_get_heading (TsPlace *self);
const char *ts_place_get_number (TsPlace *self);
const char *ts_place_get_title (TsPlace *self);
const char *ts_place_get_badge (TsPlace *self);
int ts_place_get_meaning (TsPlace *self);
const TsPart *ts_place_get_parts (TsPlace *self,
                                  guint   *n_parts);
const char *ts_place_get_description (TsPlace *self);

G_END_DECLS
