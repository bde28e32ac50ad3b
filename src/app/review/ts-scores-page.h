/* ts-scores-page.h — a reviewer’s own scores
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-criteria-page.h"

G_BEGIN_DECLS

#define TS_TYPE_SCORES_PAGE (ts_scores_page_get_type ())

G_DECLARE_FINAL_TYPE (TsScoresPage, ts_scores_page, TS, SCORES_PAGE, TsCriteriaPage)

G_END_DECLS
