/* ts-reader.h — who reads a workbook, and what they may see of a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-sight.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsReviewState:
 *
 * Who scores an assessment, who has sealed, and whose conflicts are settled, at one moment. Immutable, and atomically reference counted.
 */
typedef struct _TsReviewState TsReviewState;

void ts_workbook_set_reader (TsWorkbook *self,
                             const char *reader);
const char *ts_workbook_get_reader (TsWorkbook *self);
TsReviewState *ts_workbook_read_review_state (TsWorkbook  *self,
                                              const char  *assessment_id,
                                              GError     **error);
gboolean ts_workbook_shows_row (TsWorkbook   *self,
                                const TsRow  *row,
                                gboolean     *shows,
                                GError      **error);

TsReviewState *ts_review_state_ref (TsReviewState *self);
void ts_review_state_unref (TsReviewState *self);
const TsSight *ts_review_state_get_sight (const TsReviewState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReviewState, ts_review_state_unref)

G_END_DECLS
