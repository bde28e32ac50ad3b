/* ts-assessment-item.h — an assessment in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsAssessmentItem:
 *
 * An assessment, as lists name it. Properties: `id`, `organisation-id`, `organisation-code`, `organisation-name`, `year` (the calendar
 * year in which the financial year begins), `year-label` ("2009/10"), `framework-title`, `stage-title`. Immutable.
 */
#define TS_TYPE_ASSESSMENT_ITEM (ts_assessment_item_get_type ())

G_DECLARE_FINAL_TYPE (TsAssessmentItem, ts_assessment_item, TS, ASSESSMENT_ITEM, GObject)

const char *ts_assessment_item_get_id (TsAssessmentItem *self);
const char *ts_assessment_item_get_organisation_id (TsAssessmentItem *self);
const char *ts_assessment_item_get_organisation_code (TsAssessmentItem *self);
const char *ts_assessment_item_get_organisation_name (TsAssessmentItem *self);
int ts_assessment_item_get_year (TsAssessmentItem *self);
const char *ts_assessment_item_get_year_label (TsAssessmentItem *self);
const char *ts_assessment_item_get_framework_title (TsAssessmentItem *self);
const char *ts_assessment_item_get_stage_title (TsAssessmentItem *self);
gboolean ts_assessment_item_is_latest (TsAssessmentItem *self);

G_END_DECLS
