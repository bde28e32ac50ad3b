/* ts-settings.h — what is remembered between two starts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *ts_settings_get (void);
char *ts_settings_dup_author (void);

void ts_settings_get_window_size (int      *width,
                                  int      *height,
                                  gboolean *maximised);
void ts_settings_set_window_size (int      width,
                                  int      height,
                                  gboolean maximised);
GFile *ts_settings_dup_last_workbook (void);
void ts_settings_set_last_workbook (GFile *file);

G_END_DECLS
