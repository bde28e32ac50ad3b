/* ts-person-dialog.h — who is working
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsPersonDialog:
 *
 * Asks for the name and role of who is working, and offers those who have worked in the workbook before. The answer is kept in the settings;
 * windows take it from there.
 */
#define TS_TYPE_PERSON_DIALOG (ts_person_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsPersonDialog, ts_person_dialog, TS, PERSON_DIALOG, AdwWindow)

TsPersonDialog *ts_person_dialog_new (TsSession *session);

G_END_DECLS
