/* ts-preferences-window.h — who you are, and how it looks
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsPreferencesWindow:
 *
 * The settings that a person can change. Needs the settings' schema: see [func@ts_settings_get].
 */
#define TS_TYPE_PREFERENCES_WINDOW (ts_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (TsPreferencesWindow, ts_preferences_window, TS, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *ts_preferences_window_new (void);

G_END_DECLS
