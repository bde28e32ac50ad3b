/* ts-statement.h — one prepared statement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsStatement:
 *
 * A prepared statement, made by its database. Binding cannot fail by itself: a bind that the engine refuses makes the
 * next step fail. Parameters and columns count from 0. Freeing a cached statement hands it back to its database.
 */
typedef struct _TsStatement TsStatement;

typedef enum
{
  TS_STEP_ERROR = -1,
  TS_STEP_DONE = 0,
  TS_STEP_ROW = 1,
} TsStep;

void ts_statement_free (TsStatement *self);

void ts_statement_bind_null (TsStatement *self,
                             int          parameter);
void ts_statement_bind_integer (TsStatement *self,
                                int          parameter,
                                gint64       value);
void ts_statement_bind_real (TsStatement *self,
                             int          parameter,
                             double       value);
void ts_statement_bind_text (TsStatement *self,
                             int          parameter,
                             const char  *value,
                             gssize       length);
void ts_statement_bind_blob (TsStatement   *self,
                             int            parameter,
                             gconstpointer  bytes,
                             gsize          n_bytes);

TsStep ts_statement_step (TsStatement  *self,
                          GError      **error);
void ts_statement_reset (TsStatement *self);
gboolean ts_statement_run (TsStatement  *self,
                           GError      **error);
int ts_statement_get_n_changed (TsStatement *self);

gboolean ts_statement_is_null (TsStatement *self,
                               int          column);
gboolean ts_statement_is_number (TsStatement *self,
                                 int          column);
gint64 ts_statement_get_integer (TsStatement *self,
                                 int          column);
double ts_statement_get_real (TsStatement *self,
                              int          column);
const char *ts_statement_get_text (TsStatement  *self,
                                   int           column,
                                   GError      **error);
char *ts_statement_dup_repaired_text (TsStatement *self,
                                      int          column);
gconstpointer ts_statement_get_blob (TsStatement *self,
                                     int          column,
                                     gsize       *n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsStatement, ts_statement_free)

G_END_DECLS
