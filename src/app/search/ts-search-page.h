/* ts-search-page.h — finding words in the workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-search-hit.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsSearchPage:
 *
 * An entry, and below it what is found as one types: criteria, reasons, evidence, outcomes and organisations, each kind under its heading. Down
 * leads into the list and Up out of it, typing there goes on in the entry, Enter opens the first or the chosen one, and Escape closes.
 *
 * ## Signals
 *
 * - `opened (TsSearchHit *hit)`: somebody wants to go there
 * - `closed ()`: somebody wants to go back
 */
#define TS_TYPE_SEARCH_PAGE (ts_search_page_get_type ())

G_DECLARE_FINAL_TYPE (TsSearchPage, ts_search_page, TS, SEARCH_PAGE, AdwBin)

GtkWidget *ts_search_page_new (void);
void ts_search_page_set_session (TsSearchPage *self,
                                 TsSession    *session);
void ts_search_page_set_assessment_id (TsSearchPage *self,
                                       const char   *assessment_id);
void ts_search_page_set_past (TsSearchPage *self,
                              gboolean      past);
void ts_search_page_begin (TsSearchPage *self);
void ts_search_page_end (TsSearchPage *self);

G_END_DECLS
