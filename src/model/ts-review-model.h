/* ts-review-model.h — what the pages of a review show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-review-snapshot.h"
#include "model/ts-round-snapshot.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsReviewModel:
 *
 * One round of a session's workbook, and one of its assessments, as whoever works may see them. It is read in the background, and again after
 * changes that touch it. When somebody else takes over, it is empty at once, and then read for them.
 *
 * Properties: `session`, `busy`.
 *
 * ## Signals
 *
 * - `changed ()`: something is another; the snapshots from before are gone
 * - `failed (GError *error)`: it could not be read; what there was stays
 */
#define TS_TYPE_REVIEW_MODEL (ts_review_model_get_type ())

G_DECLARE_FINAL_TYPE (TsReviewModel, ts_review_model, TS, REVIEW_MODEL, GObject)

TsReviewModel *ts_review_model_new (TsSession *session);

TsSession *ts_review_model_get_session (TsReviewModel *self);
gboolean ts_review_model_get_busy (TsReviewModel *self);
gboolean ts_review_model_get_read_only (TsReviewModel *self);
const TsRoundSnapshot *ts_review_model_get_round (TsReviewModel *self);
const TsReviewSnapshot *ts_review_model_get_review (TsReviewModel *self);
const char *ts_review_model_get_assessment_id (TsReviewModel *self);
void ts_review_model_choose_round (TsReviewModel *self,
                                   const char    *round_id);
void ts_review_model_choose_assessment (TsReviewModel *self,
                                        const char    *assessment_id);
void ts_review_model_seek_assessment (TsReviewModel *self,
                                      const char    *assessment_id);

G_END_DECLS
