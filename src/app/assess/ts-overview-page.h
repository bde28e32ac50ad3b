/* ts-overview-page.h — where an assessment stands, on one page
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsOverviewPage:
 *
 * Tells how much of an assessment is done, what the levels come to, and what to do next. Properties: `model` (#TsAssessmentModel,
 * nullable). It shows the first section that has levels.
 */
#define TS_TYPE_OVERVIEW_PAGE (ts_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (TsOverviewPage, ts_overview_page, TS, OVERVIEW_PAGE, AdwBin)

GtkWidget         *ts_overview_page_new       (void);
TsAssessmentModel *ts_overview_page_get_model (TsOverviewPage    *self);
void               ts_overview_page_set_model (TsOverviewPage    *self,
                                               TsAssessmentModel *model);

G_END_DECLS
