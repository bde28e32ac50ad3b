/* ts-backup-keeper.h — makes backups while people do other things
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/ts-window.h"

G_BEGIN_DECLS

/**
 * TsBackupKeeper:
 *
 * Sees to the automatic backups of all windows: a while after a workbook was opened, now and then as long as it is open, and when it has been
 * closed after changes. Nobody waits for it, but the program does not end before the last backup is made. Whether one is due is decided by
 * ts_backup_is_due().
 */
#define TS_TYPE_BACKUP_KEEPER (ts_backup_keeper_get_type ())

G_DECLARE_FINAL_TYPE (TsBackupKeeper, ts_backup_keeper, TS, BACKUP_KEEPER, GObject)

TsBackupKeeper *ts_backup_keeper_new (GApplication *application);
void ts_backup_keeper_follow (TsBackupKeeper *self,
                              TsWindow       *window);
void ts_backup_keeper_make_due (TsBackupKeeper *self);

G_END_DECLS
