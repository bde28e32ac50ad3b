/* ts-picture-dialog.h — how large a picture of a chart shall be
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsPictureDialog:
 *
 * Asks for width, height and scale before a picture is saved.
 *
 * ## Signals
 *
 * - `chosen (int width, int height, int scale)`: size in pixels of the screen, and how many pixels of a PNG each of them gets
 */
#define TS_TYPE_PICTURE_DIALOG (ts_picture_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsPictureDialog, ts_picture_dialog, TS, PICTURE_DIALOG, AdwWindow)

GtkWidget *ts_picture_dialog_new (GtkWindow *parent,
                                  int        width,
                                  int        height,
                                  int        scale);

G_END_DECLS
