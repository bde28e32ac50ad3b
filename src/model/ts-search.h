/* ts-search.h — what is found while somebody types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-search-hit.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsSearch:
 *
 * A #GListModel of #TsSearchHit, by kind, that follows what is typed. What belongs to the organisation that is looked at comes first, in two
 * ways: it is listed first, and it is there first. A search that is overtaken by the next letter is stopped, and what it found is dropped. When
 * something in the workbook changes, it is searched again.
 *
 * Properties: `session` (nullable), `assessment-id` (nullable: the assessment that is looked at), `query` (what is typed), `busy` (whether more
 * may be found).
 *
 * ## Signals
 *
 * - `failed (GError *error)`: it could not be searched
 */
#define TS_TYPE_SEARCH (ts_search_get_type ())

G_DECLARE_FINAL_TYPE (TsSearch, ts_search, TS, SEARCH, GObject)

TsSearch *ts_search_new (void);
TsSession *ts_search_get_session (TsSearch *self);
void ts_search_set_session (TsSearch  *self,
                            TsSession *session);
const char *ts_search_get_assessment_id (TsSearch *self);
void ts_search_set_assessment_id (TsSearch   *self,
                                  const char *assessment_id);
const char *ts_search_get_query (TsSearch *self);
void ts_search_set_query (TsSearch   *self,
                          const char *query);
gboolean ts_search_get_busy (TsSearch *self);
gboolean ts_search_get_more (TsSearch *self);
gboolean ts_search_has_words (TsSearch *self);

G_END_DECLS
