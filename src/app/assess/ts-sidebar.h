/* ts-sidebar.h — the places of an assessment, to choose from
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/assess/ts-place-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsSidebar:
 *
 * The list of places. Properties: `places` (a #TsPlaceList), `selected` (a place's id, or %NULL).
 *
 * ## Signals
 *
 * - `activated ()`: the selected place was clicked or entered, whether or not it was selected before
 */
#define TS_TYPE_SIDEBAR (ts_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (TsSidebar, ts_sidebar, TS, SIDEBAR, GtkWidget)

TsPlaceList *ts_sidebar_get_places (TsSidebar *self);
void ts_sidebar_set_places (TsSidebar   *self,
                            TsPlaceList *places);
const char *ts_sidebar_get_selected (TsSidebar *self);
void ts_sidebar_set_selected (TsSidebar  *self,
                              const char *place_id);

G_END_DECLS
