/* ts-sign-off-dialog.h — who decided that an assessment moves on, or back
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/ts-stage.h"
#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

#define TS_TYPE_SIGN_OFF_DIALOG (ts_sign_off_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsSignOffDialog, ts_sign_off_dialog, TS, SIGN_OFF_DIALOG, AdwMessageDialog)

void ts_sign_off_dialog_present (GtkWidget         *origin,
                                 TsAssessmentModel *model,
                                 TsStage            to,
                                 guint              n_open);

G_END_DECLS
