/* ts-review-words.h — how the pages of a review put things
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "model/ts-review-model.h"

G_BEGIN_DECLS

char *ts_review_words_day (const char *day);
char *ts_review_words_panel (const TsRow *panel,
                             const char  *begins);
char *ts_review_words_level (const TsNode *node,
                             int           level);
char *ts_review_words_conflict (const TsRoundSnapshot *round,
                                const TsRoundConflict *conflict);
char *ts_review_words_interest (const TsRoundSnapshot *round,
                                const TsRow           *interest);
char *ts_review_words_shut_out (const TsRoundSnapshot  *round,
                                const TsReviewSnapshot *review);
char *ts_review_words_awaited (const TsReviewSnapshot *review);
char *ts_review_words_reasons (const TsRow *row);

G_END_DECLS
