/* ts-place-list.h — the places of an assessment
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/assess/ts-place.h"
#include "model/ts-assessment-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsPlaceList:
 *
 * A #GListModel of #TsPlace: the overview, every graded group of the assessment's framework, the evidence. It follows the assessment:
 * places stay the same objects while they say something new, and are made anew only for another framework. Property: `model`.
 */
#define TS_TYPE_PLACE_LIST (ts_place_list_get_type ())

G_DECLARE_FINAL_TYPE (TsPlaceList, ts_place_list, TS, PLACE_LIST, GObject)

TsPlaceList *ts_place_list_new (void);
TsAssessmentModel *ts_place_list_get_model (TsPlaceList *self);
void ts_place_list_set_model (TsPlaceList       *self,
                              TsAssessmentModel *model);
int ts_place_list_find (TsPlaceList *self,
                        const char  *place_id);

G_END_DECLS
