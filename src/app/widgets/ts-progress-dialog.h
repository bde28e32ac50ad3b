/* ts-progress-dialog.h — how far something is that the person waits for
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsProgressDialog:
 *
 * A dialog with a bar and a button that cancels. What is done at once needs none: it shows only if the end does not come soon.
 */
#define TS_TYPE_PROGRESS_DIALOG (ts_progress_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsProgressDialog, ts_progress_dialog, TS, PROGRESS_DIALOG, AdwMessageDialog)

TsProgressDialog *ts_progress_dialog_begin (GtkWindow  *parent,
                                            const char *heading);
void ts_progress_dialog_end (TsProgressDialog *self);
GCancellable *ts_progress_dialog_get_cancellable (TsProgressDialog *self);

/* A TsProgressFunc; its data is the dialog. */
void ts_progress_dialog_progress (gint64   done,
                                  gint64   total,
                                  gpointer dialog);

G_END_DECLS
