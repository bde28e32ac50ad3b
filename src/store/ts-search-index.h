/* ts-search-index.h — the index that makes searching quick
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "store/ts-database.h"

G_BEGIN_DECLS

/* The table of texts. Like the index over it, it can be made again from the others. */
#define TS_SEARCH_TEXT_TABLE "search_text"

gboolean ts_search_index_make (TsDatabase  *database,
                               GError     **error);
gboolean ts_search_index_make_again (TsDatabase  *database,
                                     GError     **error);
gboolean ts_search_index_fill (TsDatabase  *database,
                               TsDatabase  *from,
                               GError     **error);
gboolean ts_search_index_follow (TsDatabase      *database,
                                 const TsChange  *change,
                                 GError         **error);
gboolean ts_search_index_compare (TsDatabase  *database,
                                  TsDatabase  *other,
                                  gboolean    *same,
                                  GError     **error);
char *ts_search_index_make_scope (const char *about);

G_END_DECLS
