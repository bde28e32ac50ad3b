/* ts-wrap-box.h — a box that begins a new line where it has to
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsWrapBox:
 *
 * Children side by side as #TsWrapLayout places them. Properties: `spacing`, `spread`.
 */
#define TS_TYPE_WRAP_BOX (ts_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (TsWrapBox, ts_wrap_box, TS, WRAP_BOX, GtkWidget)

GtkWidget *ts_wrap_box_new    (int        spacing);
void       ts_wrap_box_insert (TsWrapBox *self,
                               GtkWidget *child,
                               guint      position);
GtkWidget *ts_wrap_box_get    (TsWrapBox *self,
                               guint      position);
void       ts_wrap_box_remove (TsWrapBox *self,
                               GtkWidget *child);

G_END_DECLS
