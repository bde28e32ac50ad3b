/* ts-review-about.h — what a chart of a review says of itself where it is taken away
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-review-page.h"
#include "app/widgets/ts-chart-view.h"
#include "model/ts-round-agreement.h"

G_BEGIN_DECLS

void ts_review_about_set_round (TsChartView            *chart_view,
                                TsReviewPage           *page,
                                const TsRoundAgreement *agreement,
                                const char             *chart);
void ts_review_about_set_criterion (TsChartView  *chart_view,
                                    TsReviewPage *page,
                                    const TsNode *node);

G_END_DECLS
