/* ts-backup-rotation.h — when a backup is made, and how long it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsBackupOccasion:
 * @TS_BACKUP_WHILE_OPEN: the workbook is open, and nobody waits
 * @TS_BACKUP_AT_CLOSING: the workbook has just been closed
 * @TS_BACKUP_BEFORE_RESTORING: the workbook is about to be replaced
 *
 * What makes somebody ask whether a backup is due.
 */
typedef enum
{
  TS_BACKUP_WHILE_OPEN,
  TS_BACKUP_AT_CLOSING,
  TS_BACKUP_BEFORE_RESTORING,
} TsBackupOccasion;

/* How many are kept: the last ones whatever their age, and the newest of each of the last days, weeks and months that have one. */
#define TS_BACKUP_MOST_LATEST 5
#define TS_BACKUP_MOST_DAYS   7
#define TS_BACKUP_MOST_WEEKS  8
#define TS_BACKUP_MOST_MONTHS 12

gboolean ts_backup_is_due (TsBackupOccasion occasion,
                           gboolean         has_backup,
                           gboolean         has_grown,
                           gint64           last,
                           gint64           now);
void ts_backup_rotate (const gint64 *times,
                       gboolean     *keep,
                       guint         n_backups);

G_END_DECLS
