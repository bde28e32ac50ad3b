/* ts-level-button.h — one level of a scale, to be chosen
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsLevelButton:
 *
 * One level of a criterion's scale with what it stands for. It is one of the radio buttons of a #TsLevelPicker: a click asks for the level, by
 * the action `rating.set`, and the button is lit once the level is kept.
 *
 * CSS: a node `levelbutton`, with the class `.chosen` and, where it cannot be changed, `.locked`.
 */
#define TS_TYPE_LEVEL_BUTTON (ts_level_button_get_type ())

G_DECLARE_FINAL_TYPE (TsLevelButton, ts_level_button, TS, LEVEL_BUTTON, GtkButton)

GtkWidget *ts_level_button_new          (const TsNode  *node,
                                         int            level);
int        ts_level_button_get_level    (TsLevelButton *self);
gboolean   ts_level_button_get_chosen   (TsLevelButton *self);
void       ts_level_button_set_chosen   (TsLevelButton *self,
                                         gboolean       chosen);
void       ts_level_button_set_editable (TsLevelButton *self,
                                         gboolean       editable);
void       ts_level_button_set_marks    (TsLevelButton *self,
                                         gboolean       was_previous,
                                         gboolean       is_target);

G_END_DECLS
