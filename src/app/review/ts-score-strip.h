/* ts-score-strip.h — the scores of a criterion on a line
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-review-snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsScoreStrip:
 *
 * A dot for each score above its level, with the member's role; the middle half shaded, the median as a line, and triangles for the board's own
 * and the desk's level. A screen reader hears all of it as a sentence.
 */
#define TS_TYPE_SCORE_STRIP (ts_score_strip_get_type ())

G_DECLARE_FINAL_TYPE (TsScoreStrip, ts_score_strip, TS, SCORE_STRIP, GtkWidget)

GtkWidget *ts_score_strip_new (void);
void ts_score_strip_set (TsScoreStrip           *self,
                         const TsReviewSnapshot *review,
                         const TsAgendaItem     *item);

G_END_DECLS
