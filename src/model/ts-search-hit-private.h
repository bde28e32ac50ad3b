/* ts-search-hit-private.h — for the model floor only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-search-hit.h"

G_BEGIN_DECLS

/**
 * TsSearchHitFacts:
 * @kind: what was found
 * @key: what tells it from all others
 * @title: what it is called
 * @text: (nullable): a text of any length, of which a line is shown
 * @context: (nullable): where it is, if it is elsewhere
 * @assessment_id: (nullable): the assessment to go to first
 * @place: where it is shown
 *
 * What a hit is made from; copied.
 */
typedef struct
{
  TsSearchKind kind;
  const char *key;
  const char *title;
  const char *text;
  const char *context;
  const char *assessment_id;
  const char *place;
} TsSearchHitFacts;

TsSearchHit *ts_search_hit_new (const TsTextQuery      *query,
                                const TsSearchHitFacts *facts);
const char *ts_search_hit_get_key (TsSearchHit *self);

G_END_DECLS
