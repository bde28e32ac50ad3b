/* ts-search-hit.h — something that was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-text-match.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsSearchKind:
 * @TS_SEARCH_CRITERION: a criterion, competency or governance area of a framework
 * @TS_SEARCH_REASON: why a level was chosen, and what a reviewer says beside it
 * @TS_SEARCH_REVIEW: what a review has found, asked or written
 * @TS_SEARCH_EVIDENCE: evidence, or where in it something is
 * @TS_SEARCH_OUTCOME: a measure of health
 * @TS_SEARCH_ORGANISATION: an organisation
 *
 * What was found, in the order in which it is listed.
 */
typedef enum
{
  TS_SEARCH_CRITERION,
  TS_SEARCH_REASON,
  TS_SEARCH_REVIEW,
  TS_SEARCH_EVIDENCE,
  TS_SEARCH_OUTCOME,
  TS_SEARCH_ORGANISATION,
} TsSearchKind;

/* What a place begins with that is on a page of a review: the page follows, and the criterion, if it is about one. Other places are of an assessment. */
#define TS_SEARCH_REVIEW_PLACE "review/"

#define TS_N_SEARCH_KINDS (TS_SEARCH_ORGANISATION + 1)

/**
 * TsSearchHit:
 *
 * Something that was found, with a line of it around the words. Immutable.
 */
#define TS_TYPE_SEARCH_HIT (ts_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (TsSearchHit, ts_search_hit, TS, SEARCH_HIT, GObject)

TsSearchKind ts_search_hit_get_kind (TsSearchHit *self);
const char *ts_search_hit_get_title (TsSearchHit *self);
const TsTextRange *ts_search_hit_get_title_ranges (TsSearchHit *self,
                                                   guint       *n_ranges);
const char *ts_search_hit_get_text (TsSearchHit *self);
const TsTextRange *ts_search_hit_get_text_ranges (TsSearchHit *self,
                                                  guint       *n_ranges);
const char *ts_search_hit_get_context (TsSearchHit *self);
const char *ts_search_hit_get_assessment_id (TsSearchHit *self);
const char *ts_search_hit_get_place (TsSearchHit *self);

G_END_DECLS
