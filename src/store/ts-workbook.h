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

/**
 * TsRowFunction:
 * @row: a row; take a reference to keep it
 * @data: what was handed to the function that calls this one
 *
 * Returns: whether to go on; %FALSE ends the reading early, which is no error
 */
typedef gboolean (*TsRowFunction) (TsRow    *row,
                                   gpointer  data);

/**
 * TsProgressFunction:
 * @done: how much is done
 * @total: of how much, in the same unit, or 0 where nobody knows
 * @data: what was handed to the function that calls this one
 *
 * Called now and then by what takes long, on the thread that does it.
 */
typedef void (*TsProgressFunction) (guint64  done,
                                    guint64  total,
                                    gpointer data);

/* Microseconds since 1970-01-01 00:00 UTC; a UUID in lower case. */
typedef gint64 (*TsClockFunction) (gpointer data);
typedef char *(*TsIdentifierFunction) (gpointer data);

TsWorkbook *ts_workbook_create (const char  *path,
                                GError     **error);
TsWorkbook *ts_workbook_open (const char  *path,
                              TsOpenMode   mode,
                              GError     **error);
void ts_workbook_close (TsWorkbook *self);
gboolean ts_workbook_set_scratch (TsWorkbook  *self,
                                  GError     **error);

const char *ts_workbook_get_path (TsWorkbook *self);
gboolean ts_workbook_is_read_only (TsWorkbook *self);
const char *ts_workbook_get_backup_path (TsWorkbook *self);

/* For everything that follows, until set to NULL. Fails with G_IO_ERROR_CANCELLED; a change is kept whole or not at
 * all. */
void ts_workbook_set_cancellable (TsWorkbook   *self,
                                  GCancellable *cancellable);

/* Writing: the one door. A change that is not stamped is stamped with the author set here, a random id and the clock.
 * */
void ts_workbook_set_author (TsWorkbook *self,
                             const char *author);
void ts_workbook_set_clock (TsWorkbook      *self,
                            TsClockFunction  clock,
                            gpointer         data,
                            GDestroyNotify   destroy);
void ts_workbook_set_identifier_source (TsWorkbook           *self,
                                        TsIdentifierFunction  source,
                                        gpointer              data,
                                        GDestroyNotify        destroy);
gboolean ts_workbook_apply (TsWorkbook  *self,
                            TsChange    *change,
                            GError     **error);
TsChange *ts_workbook_undo (TsWorkbook  *self,
                            GError     **error);
TsChange *ts_workbook_redo (TsWorkbook  *self,
                            GError     **error);

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

TsJournalState *ts_workbook_read_journal_state (TsWorkbook  *self,
                                                GError     **error);
void ts_journal_state_free (TsJournalState *self);

/* Reading rows. */
TsRow *ts_workbook_read_row (TsWorkbook  *self,
                             TsEntity     entity,
                             const char  *id,
                             GError     **error);
GPtrArray *ts_workbook_read_rows (TsWorkbook  *self,
                                  TsEntity     entity,
                                  int          field,
                                  const char  *value,
                                  GError     **error);
gboolean ts_workbook_foreach_row (TsWorkbook     *self,
                                  TsEntity        entity,
                                  int             field,
                                  const char     *value,
                                  TsRowFunction   function,
                                  gpointer        data,
                                  GError        **error);
gboolean ts_workbook_check_external_change (TsWorkbook  *self,
                                            gboolean    *changed,
                                            GError     **error);

/* Finding rows by what names them. Each fails with TS_STORE_ERROR_NOT_FOUND where there is none. */
TsRow *ts_workbook_find_organisation (TsWorkbook  *self,
                                      const char  *code,
                                      GError     **error);
TsRow *ts_workbook_find_framework (TsWorkbook  *self,
                                   const char  *code,
                                   const char  *edition,
                                   GError     **error);
TsRow *ts_workbook_find_assessment (TsWorkbook  *self,
                                    const char  *organisation,
                                    const char  *framework,
                                    int          year,
                                    GError     **error);

gboolean ts_workbook_find_latest_assessment (TsWorkbook  *self,
                                             char       **assessment_id,
                                             GError     **error);

/* The whole file. */
gboolean ts_workbook_copy_to (TsWorkbook    *self,
                              const char    *path,
                              GCancellable  *cancellable,
                              GError       **error);
gboolean ts_workbook_save_copy (TsWorkbook          *self,
                                const char          *path,
                                gboolean             replace,
                                GCancellable        *cancellable,
                                TsProgressFunction   progress,
                                gpointer             data,
                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsWorkbook, ts_workbook_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsJournalState, ts_journal_state_free)

G_END_DECLS
