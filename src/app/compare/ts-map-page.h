/* ts-map-page.h — all levels of all organisations at once
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsMapPage:
 *
 * A heat map of organisations by competencies, in an order that is chosen, and beside it why the chosen cell has its level.
 *
 * Actions: `page.sort` ("total", "name", "region", "similarity", or the id of a column; the same again turns it round). Properties: `sort`.
 */
#define TS_TYPE_MAP_PAGE (ts_map_page_get_type ())

G_DECLARE_FINAL_TYPE (TsMapPage, ts_map_page, TS, MAP_PAGE, AdwBin)

GtkWidget *ts_map_page_new (void);
gboolean ts_map_page_explain (TsMapPage  *self,
                              const char *organisation,
                              const char *node);

G_END_DECLS
