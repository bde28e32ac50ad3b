/* ts-backups.h — making, listing and restoring backups, without waiting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"
#include "store/ts-backup.h"
#include "store/ts-restore.h"

G_BEGIN_DECLS

char *ts_backups_get_base (void);

void ts_backups_make_async (const char          *base,
                            const char          *workbook_path,
                            TsBackupOccasion     occasion,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
gboolean ts_backups_make_finish (GAsyncResult  *result,
                                 TsBackup     **made,
                                 GError       **error);

void ts_backups_list_async (const char          *base,
                            const char          *workbook_path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
GPtrArray *ts_backups_list_finish (GAsyncResult  *result,
                                   GError       **error);

void ts_backups_prepare_async (const char          *backup_path,
                               const char          *workbook_path,
                               TsProgressFunc       progress,
                               gpointer             progress_data,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
TsRestore *ts_backups_prepare_finish (GAsyncResult  *result,
                                      GError       **error);

void ts_backups_restore_async (TsRestore           *restore,
                               const char          *base,
                               const char          *workbook_path,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
gboolean ts_backups_restore_finish (GAsyncResult  *result,
                                    char         **kept,
                                    GError       **error);

G_END_DECLS
