/* ts-level-picker.h — the levels of a criterion side by side
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsLevelPicker:
 *
 * The levels of a criterion or group side by side, each with what it stands for, so that a board picks the description that fits. Where
 * there is little room they stand in two columns or one; those of a row are equally high.
 *
 * The picker shows what is kept and never changes it by itself. It asks by the actions `rating.set` (i) and `rating.clear`, which
 * somebody above it has; when the new level is kept, that somebody sets `level`.
 *
 * ## Keys
 *
 * - Left, Right, Up, Down: to another level; Enter or Space chooses it
 * - Up, Down at the edge: to the criterion above or below, by the action `criterion.step` (i)
 * - Delete, Backspace: clears
 *
 * Digits are the business of whoever is above, since they work wherever the focus is in the criterion.
 *
 * ## Accessibility
 *
 * A radio group of radio buttons. It is one stop for Tab.
 *
 * Properties: `level`, `previous-level`, `target` (0 for none), `editable`.
 */
#define TS_TYPE_LEVEL_PICKER (ts_level_picker_get_type ())

G_DECLARE_FINAL_TYPE (TsLevelPicker, ts_level_picker, TS, LEVEL_PICKER, GtkWidget)

GtkWidget *ts_level_picker_new                (void);
void       ts_level_picker_set_node           (TsLevelPicker *self,
                                               const TsNode  *node);
int        ts_level_picker_get_level          (TsLevelPicker *self);
void       ts_level_picker_set_level          (TsLevelPicker *self,
                                               int            level);
int        ts_level_picker_get_previous_level (TsLevelPicker *self);
void       ts_level_picker_set_previous_level (TsLevelPicker *self,
                                               int            previous_level);
int        ts_level_picker_get_target         (TsLevelPicker *self);
void       ts_level_picker_set_target         (TsLevelPicker *self,
                                               int            target);
gboolean   ts_level_picker_get_editable       (TsLevelPicker *self);
void       ts_level_picker_set_editable       (TsLevelPicker *self,
                                               gboolean       editable);
GtkWidget *ts_level_picker_get_button         (TsLevelPicker *self,
                                               int            level);

G_END_DECLS
