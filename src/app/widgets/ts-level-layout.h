/* ts-level-layout.h — levels in full rows
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsLevelLayout:
 *
 * Places children in as many columns of the same width as fit, in full rows, those of a row equally high.
 */
#define TS_TYPE_LEVEL_LAYOUT (ts_level_layout_get_type ())

G_DECLARE_FINAL_TYPE (TsLevelLayout, ts_level_layout, TS, LEVEL_LAYOUT, GtkLayoutManager)

guint ts_level_layout_get_n_columns  (TsLevelLayout *self);

guint ts_level_layout_choose_columns (guint          n_children,
                                      int            column_width,
                                      int            spacing,
                                      int            width);

G_END_DECLS
