/* ts-competency-page.h — one competency, scored
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsCompetencyPage:
 *
 * One group of a framework's graded section: its level and how it comes about, its target, and a card for each of its criteria, in which the
 * board chooses a level, says why and attaches evidence. A group without criteria is shown as a card of its own.
 *
 * Properties: `model` (#TsAssessmentModel, nullable), `group-id` (string, nullable: nothing is shown).
 */
#define TS_TYPE_COMPETENCY_PAGE (ts_competency_page_get_type ())

G_DECLARE_FINAL_TYPE (TsCompetencyPage, ts_competency_page, TS, COMPETENCY_PAGE, AdwBin)

GtkWidget         *ts_competency_page_new            (void);
TsAssessmentModel *ts_competency_page_get_model      (TsCompetencyPage  *self);
void               ts_competency_page_set_model      (TsCompetencyPage  *self,
                                                      TsAssessmentModel *model);
const char        *ts_competency_page_get_group_id   (TsCompetencyPage  *self);
void               ts_competency_page_set_group_id   (TsCompetencyPage  *self,
                                                      const char        *group_id);
void               ts_competency_page_show_criterion (TsCompetencyPage  *self,
                                                      const char        *criterion_id);
void               ts_competency_page_flush          (TsCompetencyPage  *self);

G_END_DECLS
