/* ts-review-workspace.h — the workspace in which submissions are reviewed
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-review-page.h"

G_BEGIN_DECLS

/**
 * TsReviewWorkspace:
 *
 * A #TsWorkspace: places of a round and the round's assessments in a sidebar, one page beside it. What must not be seen is not handed to pages:
 * see #TsReviewModel.
 */
#define TS_TYPE_REVIEW_WORKSPACE (ts_review_workspace_get_type ())

G_DECLARE_FINAL_TYPE (TsReviewWorkspace, ts_review_workspace, TS, REVIEW_WORKSPACE, AdwBin)

GtkWidget *ts_review_workspace_new (void);
void ts_review_workspace_show_place (TsReviewWorkspace *self,
                                     const char        *place);
void ts_review_workspace_seek (TsReviewWorkspace *self,
                               const char        *assessment_id,
                               const char        *place);
TsReviewModel *ts_review_workspace_get_model (TsReviewWorkspace *self);
TsReviewPage *ts_review_workspace_get_page (TsReviewWorkspace *self);

G_END_DECLS
