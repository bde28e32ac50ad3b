/* ts-search-row.h — something that was found, in the list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-search-hit.h"

G_BEGIN_DECLS

/**
 * TsSearchRow:
 *
 * What was found is called, a line of it, and where it is if that is elsewhere. The words that were looked for are bold and underlined.
 */
#define TS_TYPE_SEARCH_ROW (ts_search_row_get_type ())

G_DECLARE_FINAL_TYPE (TsSearchRow, ts_search_row, TS, SEARCH_ROW, GtkListBoxRow)

GtkWidget *ts_search_row_new (TsSearchHit *hit);
TsSearchHit *ts_search_row_get_hit (TsSearchRow *self);

const char *ts_search_kind_get_title (TsSearchKind kind);

G_END_DECLS
