/* ts-interests-page.h — declared interests, and conflicts that follow from them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-review-page.h"

G_BEGIN_DECLS

#define TS_TYPE_INTERESTS_PAGE (ts_interests_page_get_type ())

G_DECLARE_FINAL_TYPE (TsInterestsPage, ts_interests_page, TS, INTERESTS_PAGE, TsReviewPage)

G_END_DECLS
