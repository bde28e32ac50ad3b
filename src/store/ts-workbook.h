/* ts-workbook.h — one workbook file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsWorkbook:
 *
 * One connection to a workbook file. It belongs to the thread that opened it, and every function asserts that; a second
 * thread opens a second connection (only one of a process's connections may write).
 */
typedef struct _TsWorkbook TsWorkbook;

/**
 * TsOpenMode:
 * @TS_OPEN_READ_WRITE: to work in; takes the workbook's lock, and brings an older file up to date after a backup
 * @TS_OPEN_READ_ONLY: to look at while somebody else may be writing
 * @TS_OPEN_SALVAGE: to read what can be read of a damaged file; never writes to it
 */
typedef enum
{
  TS_OPEN_READ_WRITE,
  TS_OPEN_READ_ONLY,
  TS_OPEN_SALVAGE,
} TsOpenMode;

TsWorkbook *ts_workbook_create (const char *path,
                                GError **error);
TsWorkbook *ts_workbook_open (const char *path,
                              TsOpenMode mode,
                              GError **error);
void ts_workbook_close (TsWorkbook *self);

const char *ts_workbook_get_path (TsWorkbook *self);
gboolean ts_workbook_is_read_only (TsWorkbook *self);

/* Writing: the one door. A change that is not stamped is stamped with the author set here, a random id and the clock. */
void ts_workbook_set_author (TsWorkbook *self,
                             const char *author);
gboolean ts_workbook_apply (TsWorkbook *self,
                            TsChange *change,
                            GError **error);
TsChange *ts_workbook_undo (TsWorkbook *self,
                            GError **error);
TsChange *ts_workbook_redo (TsWorkbook *self,
                            GError **error);

/**
 * TsJournalState:
 * @n_changes: how many changes the journal has; it grows by one with each change
 * @undo_label: (nullable): what an undo would undo
 * @redo_label: (nullable): what a redo would do again
 */
typedef struct
{
  gint64 n_changes;
  char *undo_label;
  char *redo_label;
} TsJournalState;

TsJournalState *ts_workbook_read_journal_state (TsWorkbook *self,
                                                GError **error);
void ts_journal_state_free (TsJournalState *self);

/* Reading rows. */
TsRow *ts_workbook_read_row (TsWorkbook *self,
                             TsEntity entity,
                             const char *id,
                             GError **error);
GPtrArray *ts_workbook_read_rows (TsWorkbook *self,
                                  TsEntity entity,
                                  int field,
                                  const char *value,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsWorkbook, ts_workbook_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsJournalState, ts_journal_state_free)

G_END_DECLS
