/* ts-past-bar.h — the notice that an assessment is shown as it stood
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsPastBar:
 *
 * A bar above the pages, there only while an assessment is shown as it stood at an earlier moment. It says which, and leads back to now.
 */
#define TS_TYPE_PAST_BAR (ts_past_bar_get_type ())

G_DECLARE_FINAL_TYPE (TsPastBar, ts_past_bar, TS, PAST_BAR, AdwBin)

void ts_past_bar_set_note (TsPastBar  *self,
                           const char *note);
void ts_past_bar_set_model (TsPastBar         *self,
                            TsAssessmentModel *model);

G_END_DECLS
