/* ts-tab-stop.h — a list that is one stop of Tab
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TS_TYPE_TAB_STOP (ts_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (TsTabStop, ts_tab_stop, TS, TAB_STOP, GtkWidget)

G_END_DECLS
