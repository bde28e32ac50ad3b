/* ts-as-it-stood.c — rows as they stood after an earlier change
 *
 * Nothing is replayed: the last entry of each row up to that change says what the row was. Which rows there were is known from those that there
 * are and from those that were taken away, and an index leads to the last entry of each, so that the cost does not grow with the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-as-it-stood.h"

#include "core/ts-about.h"
#include "store/ts-reader.h"
#include "store/ts-row-json.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

static gboolean
read_number (TsStatement  *statement,
             gint64       *number,
             GError      **error)
{
  TsStep step = ts_statement_step (statement, error);

  *number = step == TS_STEP_ROW ? ts_statement_get_integer (statement, 0) : 0;

  return step != TS_STEP_ERROR;
}

/**
 * ts_workbook_find_sequence_at:
 * @self: a workbook
 * @at: a moment, in microseconds since 1970-01-01 00:00 UTC
 * @sequence: (out): the last change that was made by then, or 0 where there was none yet
 * @error: where to put an error
 *
 * The last is the one with the latest time, also where a clock was put back in between; of several with the same time, the last in the
 * journal.
 *
 * Returns: whether it could be read
 */
gboolean
ts_workbook_find_sequence_at (TsWorkbook  *self,
                              gint64       at,
                              gint64      *sequence,
                              GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && sequence != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_database_prepare_cached (self->database,
                                          "select seq from change where at <= $1 order by at desc, seq desc limit 1",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, at);

  return read_number (statement, sequence, error);
}

/**
 * ts_workbook_read_moment:
 * @self: a workbook
 * @sequence: a change's place in the journal
 * @at: (out): when it was made, or 0 where there is no such change
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_workbook_read_moment (TsWorkbook  *self,
                         gint64       sequence,
                         gint64      *at,
                         GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && at != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_database_prepare_cached (self->database, "select at from change where seq = $1", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);

  return read_number (statement, at, error);
}

/* The statement gives the id and the JSON of a row. */
static TsRow *
parse (TsEntity      entity,
       TsStatement  *statement,
       GError      **error)
{
  g_autoptr (GError) damaged = NULL;
  const char *id = ts_statement_get_text (statement, 0, &damaged);
  const char *json = damaged == NULL ? ts_statement_get_text (statement, 1, &damaged) : NULL;

  if (damaged != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&damaged));
      return NULL;
    }

  return ts_row_parse_json (entity, id != NULL ? id : "", json != NULL ? json : "", error);
}

/**
 * ts_workbook_read_row_as_it_stood:
 * @self: a workbook
 * @entity: the kind of row
 * @id: its id
 * @sequence: a change's place in the journal
 * @error: where to put an error
 *
 * Returns: (transfer full): the row as that change left it, or %NULL with an error, %TS_STORE_ERROR_NOT_FOUND where there was none then
 */
TsRow *
ts_workbook_read_row_as_it_stood (TsWorkbook  *self,
                                  TsEntity     entity,
                                  const char  *id,
                                  gint64       sequence,
                                  GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (TsRow) row = NULL;
  gboolean shows = TRUE;
  TsStep step;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_database_prepare_cached (self->database,
                                          "select row_id, after from change_row "
                                          "where entity = $1 and row_id = $2 and change <= $3 "
                                          "order by change desc, position desc limit 1",
                                          error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, ts_entity_get_name (entity), -1);
  ts_statement_bind_text (statement, 1, id, -1);
  ts_statement_bind_integer (statement, 2, sequence);
  step = ts_statement_step (statement, error);

  if (step == TS_STEP_ERROR)
    return NULL;

  if (step == TS_STEP_ROW && !ts_statement_is_null (statement, 1))
    {
      row = parse (entity, statement, error);

      /* By what is sealed today: what was never open is not open in the past either. */
      if (row == NULL || !ts_workbook_shows_row (self, row, &shows, error))
        return NULL;
    }

  if (row == NULL || !shows)
    {
      g_set_error_literal (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND, _("What was looked for did not exist yet at that time."));
      return NULL;
    }

  return g_steal_pointer (&row);
}

/* The rows that there are now and those that were taken away since, and of each its last entry by then. They are about the same all the time. */
#define AS_THEY_STOOD \
  "with past (row_id) as (" \
  "select id from %s where %s = $1 " \
  "union " \
  "select row_id from change_row where about = $1 and entity = $2 and after is null) " \
  "select entry.row_id, entry.after from past " \
  "cross join change_row as entry where entry.entity = $2 and entry.row_id = past.row_id and entry.change = (" \
  "select max(change) from change_row where entity = $2 and row_id = past.row_id and change <= $3) " \
  "and entry.after is not null and not exists (" \
  "select 1 from change_row as later where later.change = entry.change and later.position > entry.position " \
  "and later.entity = entry.entity and later.row_id = entry.row_id) " \
  "order by entry.row_id"

/**
 * ts_workbook_read_rows_as_they_stood:
 * @self: a workbook
 * @entity: the kind of row
 * @about: the id of the assessment or organisation that the rows are about, as [func@ts_row_get_about] has it
 * @sequence: a change's place in the journal
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type TsRow): the rows as that change left them, by id
 */
GPtrArray *
ts_workbook_read_rows_as_they_stood (TsWorkbook  *self,
                                     TsEntity     entity,
                                     const char  *about,
                                     gint64       sequence,
                                     GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsStatement) statement = NULL;
  g_autofree char *sql = NULL;
  const char *field;
  TsStep step;

  g_return_val_if_fail (self != NULL && about != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  field = ts_entity_get_about_field (entity);

  /* Rows of this kind are about nothing. */
  if (field == NULL)
    return g_steal_pointer (&rows);

  sql = g_strdup_printf (AS_THEY_STOOD, ts_entity_get_name (entity), field);
  statement = ts_database_prepare_cached (self->database, sql, error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, about, -1);
  ts_statement_bind_text (statement, 1, ts_entity_get_name (entity), -1);
  ts_statement_bind_integer (statement, 2, sequence);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      g_autoptr (TsRow) row = parse (entity, statement, error);
      gboolean shows;

      if (row == NULL || !ts_workbook_shows_row (self, row, &shows, error))
        return NULL;

      if (shows)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return step == TS_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
