/* ts-assessment-switcher.h — which assessment is looked at
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-list.h"
#include "model/ts-assessment-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsAssessmentSwitcher:
 *
 * A button that names organisation, framework and year, and leads to the other assessments of the workbook by `win.select-assessment`, and
 * to a new one by `win.new-assessment`.
 */
#define TS_TYPE_ASSESSMENT_SWITCHER (ts_assessment_switcher_get_type ())

G_DECLARE_FINAL_TYPE (TsAssessmentSwitcher, ts_assessment_switcher, TS, ASSESSMENT_SWITCHER, AdwBin)

void ts_assessment_switcher_set_list (TsAssessmentSwitcher *self,
                                      TsAssessmentList     *list);
void ts_assessment_switcher_set_model (TsAssessmentSwitcher *self,
                                       TsAssessmentModel    *model);

G_END_DECLS
