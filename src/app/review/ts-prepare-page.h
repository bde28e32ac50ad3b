/* ts-prepare-page.h — the round, its panels and what they are given
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-review-page.h"

G_BEGIN_DECLS

#define TS_TYPE_PREPARE_PAGE (ts_prepare_page_get_type ())

G_DECLARE_FINAL_TYPE (TsPreparePage, ts_prepare_page, TS, PREPARE_PAGE, TsReviewPage)

void ts_prepare_ask_for_round (GtkWidget     *origin,
                               TsReviewModel *model,
                               gboolean       edit);

G_END_DECLS
