/* ts-new-assessment-form.h — what is filled in to begin an assessment
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-item.h"
#include "model/ts-organisation-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsNewAssessmentForm:
 * @organisation: (nullable): an organisation that the workbook has, or %NULL for a new one
 * @code: a new organisation's code, as typed
 * @name: a new organisation's name, as typed
 * @framework_title: the framework's title
 * @year: the calendar year in which the financial year begins
 *
 * What has been filled in so far. All borrowed.
 */
typedef struct
{
  TsOrganisationItem *organisation;
  const char *code;
  const char *name;
  const char *framework_title;
  int year;
} TsNewAssessmentForm;

/**
 * TsNewAssessmentCheck:
 * @code_problem: (nullable): what is wrong with the code, translated; nothing is said about one that is still empty
 * @name_problem: (nullable): what is wrong with the name
 * @existing: (nullable): the assessment that there is already
 * @namesake: (nullable): the organisation that has the code already
 * @complete: whether the assessment can begin
 *
 * What is wrong with a form.
 */
typedef struct
{
  char *code_problem;
  char *name_problem;
  TsAssessmentItem *existing;
  TsOrganisationItem *namesake;
  gboolean complete;
} TsNewAssessmentCheck;

void ts_new_assessment_form_check (const TsNewAssessmentForm *form,
                                   GListModel                *organisations,
                                   GListModel                *assessments,
                                   TsNewAssessmentCheck      *check);
void ts_new_assessment_check_clear (TsNewAssessmentCheck *check);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsNewAssessmentCheck, ts_new_assessment_check_clear)

G_END_DECLS
