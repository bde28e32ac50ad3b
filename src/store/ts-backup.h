/* ts-backup.h — copies of a workbook that are made without asking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-backup-rotation.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsBackup:
 * @path: where it is
 * @at: when it was made, in microseconds since 1970-01-01 00:00 UTC
 * @n_changes: how many changes its journal has
 * @head: the beginning of the hash of its last change
 * @size: in bytes
 *
 * One backup, as its name tells.
 */
typedef struct
{
  char *path;
  gint64 at;
  gint64 n_changes;
  char *head;
  guint64 size;
} TsBackup;

void ts_backup_free (TsBackup *self);

char *ts_backup_build_folder (const char *base,
                              const char *workbook_path);
GPtrArray *ts_backup_list (const char  *folder,
                           GError     **error);
gboolean ts_backup_make (TsWorkbook          *workbook,
                         const char          *folder,
                         TsBackupOccasion     occasion,
                         gint64               now,
                         GCancellable        *cancellable,
                         TsBackup           **made,
                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsBackup, ts_backup_free)

G_END_DECLS
