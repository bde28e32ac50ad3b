/* ts-width-bin.h — something that is arranged by how much room there is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsWidthBin:
 *
 * Holds one child and tells how wide it is, counted in the size of the text, so that large text counts as a narrow window. Whoever arranges the
 * child anew on `notify::width` does so between two frames, when sizes may change.
 *
 * Properties: `child`, `width` (how many times the size of the text fits beside itself, rounded down; 0 before it has been shown).
 */
#define TS_TYPE_WIDTH_BIN (ts_width_bin_get_type ())

G_DECLARE_FINAL_TYPE (TsWidthBin, ts_width_bin, TS, WIDTH_BIN, GtkWidget)

GtkWidget *ts_width_bin_new (void);
void ts_width_bin_set_child (TsWidthBin *self,
                             GtkWidget  *child);
guint ts_width_bin_get_width (TsWidthBin *self);

G_END_DECLS
