/* ts-target-chooser.h — the level aimed at, to be chosen from a menu
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsTargetChooser:
 *
 * A button with the target of one criterion or group for one year, which opens a menu with the levels. It cannot be pressed where the assessment
 * is locked.
 *
 * ## Actions
 *
 * `target.level` (the level, 0 for none), with the target as its state
 */
#define TS_TYPE_TARGET_CHOOSER (ts_target_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TsTargetChooser, ts_target_chooser, TS, TARGET_CHOOSER, AdwBin)

GtkWidget *ts_target_chooser_new (void);
void ts_target_chooser_set_compact (TsTargetChooser *self,
                                    gboolean         compact);
void ts_target_chooser_refresh (TsTargetChooser   *self,
                                TsAssessmentModel *model,
                                const char        *node_id,
                                int                year);

G_END_DECLS
