/* ts-sign-off-page.h — what is missing, and how far the assessment has come
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsSignOffPage:
 *
 * The stages of an assessment: where it stands, what is missing, who decided what, and the way on and back.
 *
 * Properties: `model` (#TsAssessmentModel, nullable). Actions: `sign-off.approve`, `sign-off.submit`, `sign-off.reopen`.
 */
#define TS_TYPE_SIGN_OFF_PAGE (ts_sign_off_page_get_type ())

G_DECLARE_FINAL_TYPE (TsSignOffPage, ts_sign_off_page, TS, SIGN_OFF_PAGE, AdwBin)

GtkWidget *ts_sign_off_page_new (void);

G_END_DECLS
