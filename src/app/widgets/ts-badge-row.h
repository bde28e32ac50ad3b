/* ts-badge-row.h — a row of a sidebar that leads somewhere, with a badge at its end
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsBadgeRow:
 *
 * A title, and beside it what is to be known before going there, such as how much is left to do. A screen reader reads both.
 */
#define TS_TYPE_BADGE_ROW (ts_badge_row_get_type ())

G_DECLARE_FINAL_TYPE (TsBadgeRow, ts_badge_row, TS, BADGE_ROW, GtkListBoxRow)

GtkWidget *ts_badge_row_new (const char *title);
void ts_badge_row_set_badge (TsBadgeRow *self,
                             const char *text);

G_END_DECLS
