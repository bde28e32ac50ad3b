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
void ts_settings_dup_person (char **name,
                             char **role);
void ts_settings_set_person (const char *name,
                             const char *role);
gboolean ts_settings_begin_to_ask_person (void);
gboolean ts_settings_get_keep_backups (void);

void ts_settings_get_window_size (int      *width,
                                  int      *height,
                                  gboolean *maximised);
void ts_settings_set_window_size (int      width,
                                  int      height,
                                  gboolean maximised);
char *ts_settings_dup_workspace (void);
void ts_settings_set_workspace (const char *name);
GFile *ts_settings_dup_last_workbook (void);
void ts_settings_set_last_workbook (GFile *file);

G_END_DECLS
