/* ts-sidebar-row.h — a row of the sidebar
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/assess/ts-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsSidebarRow:
 *
 * Shows one #TsPlace and follows it.
 */
#define TS_TYPE_SIDEBAR_ROW (ts_sidebar_row_get_type ())

G_DECLARE_FINAL_TYPE (TsSidebarRow, ts_sidebar_row, TS, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *ts_sidebar_row_new (TsPlace *place);
TsPlace *ts_sidebar_row_get_place (TsSidebarRow *self);

G_END_DECLS
