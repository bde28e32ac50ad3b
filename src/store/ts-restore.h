/* ts-restore.h — a backup in the place of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsRestore:
 *
 * A backup that has been checked and copied beside the workbook that it will replace. Belongs to no thread; used by one at a time.
 */
typedef struct _TsRestore TsRestore;

TsRestore *ts_restore_prepare (const char          *backup_path,
                               const char          *workbook_path,
                               GCancellable        *cancellable,
                               TsProgressFunction   progress,
                               gpointer             data,
                               GError             **error);
gboolean ts_restore_commit (TsRestore   *self,
                            const char  *backups_folder,
                            gint64       now,
                            char       **kept,
                            GError     **error);
gint64 ts_restore_get_n_changes (const TsRestore *self);
void ts_restore_free (TsRestore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRestore, ts_restore_free)

G_END_DECLS
