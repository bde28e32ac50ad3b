/* ts-database-private.h — what the files of the driver share; the only header that shows the engine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-database.h"
#include "store/ts-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _TsDatabase
{
  GThread *thread;
  sqlite3 *handle;
  char *path;
  TsDatabaseFlags flags;
  guint depth;
  gboolean leaves_log;
  GCancellable *cancellable;
  GHashTable *cache;
};

struct _TsStatement
{
  TsDatabase *database;
  sqlite3_stmt *handle;
  gboolean cached;
  gboolean in_use;
  int bind_result;
};

gboolean ts_database_fail (TsDatabase  *self,
                           int          code,
                           const char  *sql,
                           GError     **error);

G_END_DECLS
