/* ts-columns.h — two things beside each other, or one below the other
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsColumns:
 *
 * Puts two children beside each other where there is room for both, and one below the other where there is not. The room is counted in the
 * size of the text, so that large text folds a wide window like a narrow one.
 *
 * Properties: `start` and `end` (the children), `wide-from` (the width from which they stand side by side, in the size of the text),
 * `start-share` (what share of the width the first gets, in percent; with 0 the second gets what it needs and the first the
 * rest), `end-first` (whether the second is above the first when they are stacked), `spacing` (in pixels, between columns), `row-spacing`
 * (in pixels, when stacked).
 */
#define TS_TYPE_COLUMNS (ts_columns_get_type ())

G_DECLARE_FINAL_TYPE (TsColumns, ts_columns, TS, COLUMNS, GtkWidget)

GtkWidget *ts_columns_new (void);
void ts_columns_set_start (TsColumns *self,
                           GtkWidget *start);
void ts_columns_set_end (TsColumns *self,
                         GtkWidget *end);

G_END_DECLS
