/* ts-help-window.h — the help inside the program
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/help/ts-help-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsHelpWindow:
 *
 * The guides, side by side with a list of them that can be searched. It stays open beside the window that one works in.
 */
#define TS_TYPE_HELP_WINDOW (ts_help_window_get_type ())

G_DECLARE_FINAL_TYPE (TsHelpWindow, ts_help_window, TS, HELP_WINDOW, AdwWindow)

TsHelpWindow *ts_help_window_new (void);
void ts_help_window_show (TsHelpWindow *self,
                          const char   *place_id);
const TsHelpPlace *ts_help_window_get_shown (TsHelpWindow *self);

G_END_DECLS
