/* ts-assess-view.h — the workspace in which a board assesses itself
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-model.h"
#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsAssessView:
 *
 * The sidebar of places and the page of the place that is chosen, of one of the assessments of a workbook. On a narrow window the sidebar
 * folds and lies over the page. A workbook without assessments gets a page that says how to begin.
 *
 * Properties: `model` (the assessment that is looked at, or %NULL), `place` (a place's id, never %NULL), and those of #TsWorkspace.
 */
#define TS_TYPE_ASSESS_VIEW (ts_assess_view_get_type ())

G_DECLARE_FINAL_TYPE (TsAssessView, ts_assess_view, TS, ASSESS_VIEW, AdwBin)

void ts_assess_view_set_session (TsAssessView *self,
                                 TsSession    *session);
TsAssessmentModel *ts_assess_view_get_model (TsAssessView *self);
void ts_assess_view_select (TsAssessView *self,
                            const char   *assessment_id);
void ts_assess_view_begin (TsAssessView *self);
const char *ts_assess_view_get_place (TsAssessView *self);
void ts_assess_view_show_place (TsAssessView *self,
                                const char   *place);
void ts_assess_view_show_organisations (TsAssessView *self);
void ts_assess_view_step_group (TsAssessView *self,
                                int           step);
void ts_assess_view_flush (TsAssessView *self);

G_END_DECLS
