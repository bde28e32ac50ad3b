/* ts-restore-dialog.h — which backup to put in the place of the workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsRestoreDialog:
 *
 * Lists the backups of a workbook, lets a person choose one or another file, checks it, and hands it to the window that the dialog belongs to.
 * The workbook may be open, damaged or gone.
 */
#define TS_TYPE_RESTORE_DIALOG (ts_restore_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsRestoreDialog, ts_restore_dialog, TS, RESTORE_DIALOG, AdwWindow)

TsRestoreDialog *ts_restore_dialog_new (GFile *workbook);
void ts_restore_dialog_choose (TsRestoreDialog *self,
                               GFile           *file);

G_END_DECLS
