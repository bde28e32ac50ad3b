/* ts-database.h — the driver: one connection to one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* "Tchs", in the header of every workbook. */
#define TS_DATABASE_APPLICATION_ID 0x54636873

/**
 * TsDatabase:
 *
 * A connection with every guard on. What is above it speaks the SQL that SQLite 3.40 and PostgreSQL 15 share, with
 * parameters written $1, $2 … in the order of their first appearance. A connection belongs to the thread that opened
 * it.
 */
typedef struct _TsDatabase TsDatabase;

/**
 * TsDatabaseFlags:
 * @TS_DATABASE_WRITE: writing is allowed
 * @TS_DATABASE_CREATE: the file is made if it is not there; implies writing
 * @TS_DATABASE_IMMUTABLE: nothing can change the file, so no lock is taken and no shared memory made
 * @TS_DATABASE_LENIENT: for reading what is damaged: checks that would end a read early are off
 * @TS_DATABASE_SCRATCH: the file is thrown away after use, so nothing is synchronised to disk
 */
typedef enum
{
  TS_DATABASE_READ = 0,
  TS_DATABASE_WRITE = 1 << 0,
  TS_DATABASE_CREATE = 1 << 1,
  TS_DATABASE_IMMUTABLE = 1 << 2,
  TS_DATABASE_LENIENT = 1 << 3,
  TS_DATABASE_SCRATCH = 1 << 4,
} TsDatabaseFlags;

TsDatabase *ts_database_open (const char       *path,
                              TsDatabaseFlags   flags,
                              GError          **error);
void ts_database_close (TsDatabase *self);
void ts_database_leave_log (TsDatabase *self);
gboolean ts_database_set_scratch (TsDatabase  *self,
                                  GError     **error);
void         ts_database_tidy         (const char *path);

void ts_database_set_cancellable (TsDatabase   *self,
                                  GCancellable *cancellable);

TsStatement *ts_database_prepare (TsDatabase  *self,
                                  const char  *sql,
                                  GError     **error);
TsStatement *ts_database_prepare_cached (TsDatabase  *self,
                                         const char  *sql,
                                         GError     **error);
gboolean ts_database_execute (TsDatabase  *self,
                              const char  *sql,
                              GError     **error);
gboolean ts_database_read_integer (TsDatabase  *self,
                                   const char  *sql,
                                   gint64      *value,
                                   GError     **error);
char *ts_database_read_text (TsDatabase  *self,
                             const char  *sql,
                             GError     **error);

gboolean ts_database_begin (TsDatabase  *self,
                            GError     **error);
gboolean ts_database_begin_read (TsDatabase  *self,
                                 GError     **error);
gboolean ts_database_commit (TsDatabase  *self,
                             GError     **error);
void ts_database_rollback (TsDatabase *self);
gboolean ts_database_is_in_transaction (TsDatabase *self);
gboolean ts_database_get_snapshot (TsDatabase *self,
                                   guint32    *snapshot);

gboolean ts_database_mark (TsDatabase  *self,
                           GError     **error);
gboolean ts_database_read_version (TsDatabase  *self,
                                   int         *version,
                                   GError     **error);
gboolean ts_database_write_version (TsDatabase  *self,
                                    int          version,
                                    GError     **error);
gboolean ts_database_read_foreign_changes (TsDatabase  *self,
                                           gint64      *counter,
                                           GError     **error);

gboolean ts_database_set_foreign_keys (TsDatabase  *self,
                                       gboolean     enforce,
                                       GError     **error);
char *ts_database_check (TsDatabase  *self,
                         gboolean     quick,
                         GError     **error);
char *ts_database_find_dangling_reference (TsDatabase  *self,
                                           GError     **error);
char *ts_database_describe_schema (TsDatabase  *self,
                                   GError     **error);
gboolean ts_database_shrink (TsDatabase  *self,
                             GError     **error);

/* As TsProgressFunction. */
typedef void (*TsDatabaseProgress) (guint64  done,
                                    guint64  total,
                                    gpointer data);

gboolean ts_database_copy_to (TsDatabase         *self,
                              const char         *path,
                              TsDatabaseProgress  progress,
                              gpointer            data,
                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsDatabase, ts_database_close)

G_END_DECLS
