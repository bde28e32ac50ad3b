/* ts-wrap-layout.h — children side by side, in as many lines as it takes
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsWrapLayout:
 *
 * Places children of any widths side by side, as wide as they like to be, and begins a new line where one would not fit. A child that is
 * wider than the line gets the whole line. Properties: `spacing` (between children and between lines, in pixels), `spread` (whether the last
 * child of a line with more than one stands at its end).
 */
#define TS_TYPE_WRAP_LAYOUT (ts_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (TsWrapLayout, ts_wrap_layout, TS, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ts_wrap_layout_new (int spacing);

G_END_DECLS
