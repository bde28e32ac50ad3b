/* ts-assessment-model.h — one assessment, as pages watch it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"
#include "core/ts-carry.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsAssessmentModel:
 *
 * One assessment of a session's workbook: where it stands, and the evidence of its organisation. It follows the workbook: after each change
 * that touches the assessment, `state` is a new #TsAssessmentState. Nothing is ever half new: state and evidence change in one turn of
 * the main loop.
 *
 * Properties: `session`, `assessment-id`, `loaded` (%FALSE until read once), `state` (pointer; %NULL until loaded), `organisation-name`,
 * `organisation-code`, `year-label`, `framework-title`, `stage-title`, `locked` (whether the board's own layer can be changed no more, or the
 * workbook is read only, or the past is shown), `as-of` (the change after which it is shown as it stood; 0 for now).
 *
 * ## Signals
 *
 * - `failed (GError *error)`: the assessment could not be read; what was shown before stays
 */
#define TS_TYPE_ASSESSMENT_MODEL (ts_assessment_model_get_type ())

G_DECLARE_FINAL_TYPE (TsAssessmentModel, ts_assessment_model, TS, ASSESSMENT_MODEL, GObject)

TsAssessmentModel *ts_assessment_model_new (TsSession  *session,
                                            const char *assessment_id);

TsSession *ts_assessment_model_get_session (TsAssessmentModel *self);
const char *ts_assessment_model_get_assessment_id (TsAssessmentModel *self);
gboolean ts_assessment_model_get_loaded (TsAssessmentModel *self);
TsAssessmentState *ts_assessment_model_get_state (TsAssessmentModel *self);
const char *ts_assessment_model_get_organisation_name (TsAssessmentModel *self);
const char *ts_assessment_model_get_organisation_code (TsAssessmentModel *self);
const char *ts_assessment_model_get_year_label (TsAssessmentModel *self);
const char *ts_assessment_model_get_previous_year_label (TsAssessmentModel *self);
const char *ts_assessment_model_get_framework_title (TsAssessmentModel *self);
const char *ts_assessment_model_get_stage_title (TsAssessmentModel *self);
TsFramework *ts_assessment_model_get_previous_framework (TsAssessmentModel *self);
TsCrosswalk *ts_assessment_model_get_crosswalk (TsAssessmentModel *self);
TsCarryPlan ts_assessment_model_get_carry_plan (TsAssessmentModel *self);
guint ts_assessment_model_count_unchanged (TsAssessmentModel *self);
gboolean ts_assessment_model_get_locked (TsAssessmentModel *self);
gboolean ts_assessment_model_get_closed (TsAssessmentModel *self);

void ts_assessment_model_show_as_of (TsAssessmentModel *self,
                                     gint64             sequence);
void ts_assessment_model_show_moment (TsAssessmentModel *self,
                                      gint64             at);
gint64 ts_assessment_model_get_as_of (TsAssessmentModel *self);
gint64 ts_assessment_model_get_moment (TsAssessmentModel *self);

/* (transfer none): all evidence of the organisation, a GListModel of TsEvidenceItem, by title. */
GListModel *ts_assessment_model_get_evidence (TsAssessmentModel *self);

/* (transfer full): a GListModel of the TsEvidenceItem that are linked to one criterion; it follows. */
GListModel *ts_assessment_model_list_node_evidence (TsAssessmentModel *self,
                                                    const char        *node_id);

G_END_DECLS
