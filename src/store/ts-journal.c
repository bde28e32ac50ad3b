/* ts-journal.c — every change that was ever made to a workbook
 *
 * Reading the journal. It is written in ts-apply.c, and nowhere else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-journal.h"

#include "store/ts-change-hash.h"
#include "store/ts-row-json.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

#define CHANGE_COLUMNS "seq, id, author, at, label, inverts, previous_hash, hash"

#define SELECT_ROWS                                       \
  "select entity, row_id, before, after from change_row " \
  "where change = $1 order by position"
#define SELECT_ROWS_OF_ENTITY                             \
  "select entity, row_id, before, after from change_row " \
  "where change = $1 and entity = $2 order by position"
#define SELECT_ROWS_OF_ROW                                \
  "select entity, row_id, before, after from change_row " \
  "where change = $1 and entity = $2 and row_id = $3 order by position"

/*< private >
 * ts_journal_fail_with_damage:
 * @sequence: a place in the journal
 * @error: where to put that it cannot be read
 *
 * Returns: %FALSE
 */
gboolean
ts_journal_fail_with_damage (gint64   sequence,
                             GError **error)
{
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("The workbook’s journal is damaged: change %lld cannot be read. Nothing was changed."),
               (long long) sequence);

  return FALSE;
}

/*< private >
 * ts_journal_get_texts:
 * @statement: a row of the journal
 * @first: the first column
 * @texts: (out caller-allocates) (array length=n): the texts of the columns from @first on
 * @n: how many
 * @error: where to put that a text is damaged
 *
 * Returns: whether all could be read
 */
gboolean
ts_journal_get_texts (TsStatement  *statement,
                      int           first,
                      const char  **texts,
                      guint         n,
                      GError      **error)
{
  g_autoptr (GError) damaged = NULL;

  for (guint i = 0; i < n && damaged == NULL; i++)
    texts[i] = ts_statement_get_text (statement, first + i, &damaged);

  if (damaged == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&damaged));

  return FALSE;
}

static gboolean
parse_side (TsEntity     entity,
            const char  *id,
            const char  *json,
            TsRow      **row,
            GError     **error)
{
  *row = json != NULL ? ts_row_parse_json (entity, id, json, error) : NULL;

  return json == NULL || *row != NULL;
}

/*< private >
 * ts_journal_add_row:
 * @change: a change in the making
 * @sequence: its place in the journal
 * @statement: gives entity, row id, before and after
 * @error: where to put an error
 *
 * Adds a row of the journal to the change.
 *
 * Returns: whether it could be read
 */
gboolean
ts_journal_add_row (TsChange     *change,
                    gint64        sequence,
                    TsStatement  *statement,
                    GError      **error)
{
  g_autoptr (TsRow) before = NULL;
  g_autoptr (TsRow) after = NULL;
  const char *texts[4];
  TsEntity entity;

  if (!ts_journal_get_texts (statement, 0, texts, G_N_ELEMENTS (texts), error))
    return FALSE;

  if (texts[0] == NULL || texts[1] == NULL || *texts[1] == '\0' || !ts_entity_from_name (texts[0], &entity))
    return ts_journal_fail_with_damage (sequence, error);

  if (!parse_side (entity, texts[1], texts[2], &before, error) ||
      !parse_side (entity, texts[1], texts[3], &after, error))
    return FALSE;

  if (before != NULL && after != NULL)
    ts_change_update (change, before, after);
  else if (after != NULL)
    ts_change_create (change, after);
  else if (before != NULL)
    ts_change_delete (change, before);
  else
    return ts_journal_fail_with_damage (sequence, error);

  return TRUE;
}

static gboolean
read_rows (TsDatabase             *database,
           gint64                  sequence,
           const TsJournalFilter  *filter,
           TsChange               *change,
           GError                **error)
{
  g_autoptr (TsStatement) statement = NULL;
  const char *sql = SELECT_ROWS;
  TsStep step;

  if (filter->entity >= 0)
    sql = filter->row != NULL ? SELECT_ROWS_OF_ROW : SELECT_ROWS_OF_ENTITY;

  statement = ts_database_prepare_cached (database, sql, error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);

  if (filter->entity >= 0)
    ts_statement_bind_text (statement, 1, ts_entity_get_name (filter->entity), -1);

  if (filter->entity >= 0 && filter->row != NULL)
    ts_statement_bind_text (statement, 2, filter->row, -1);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      if (!ts_journal_add_row (change, sequence, statement, error))
        return FALSE;
    }

  return step == TS_STEP_DONE;
}

static TsStatement *
prepare_changes (TsDatabase             *database,
                 const TsJournalFilter  *filter,
                 GError                **error)
{
  g_autoptr (GString) sql = g_string_new ("select " CHANGE_COLUMNS " from change where seq >= $1 and seq <= $2");
  TsStatement *statement;

  if (filter->entity >= 0)
    g_string_append_printf (sql, " and seq in (select change from change_row where entity = $3%s)",
                            filter->row != NULL ? " and row_id = $4" : "");

  g_string_append (sql, " order by seq");
  statement = ts_database_prepare_cached (database, sql->str, error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_integer (statement, 0, filter->first);
  ts_statement_bind_integer (statement, 1, filter->last > 0 ? filter->last : G_MAXINT64);

  if (filter->entity >= 0)
    ts_statement_bind_text (statement, 2, ts_entity_get_name (filter->entity), -1);

  if (filter->entity >= 0 && filter->row != NULL)
    ts_statement_bind_text (statement, 3, filter->row, -1);

  return statement;
}

static gboolean
read_entry (TsDatabase             *database,
            TsStatement            *statement,
            const TsJournalFilter  *filter,
            TsJournalEntry         *entry,
            GError                **error)
{
  g_autoptr (TsChange) change = NULL;
  gint64 sequence = ts_statement_get_integer (statement, 0);
  gint64 at = ts_statement_get_integer (statement, 3);
  const char *names[2];
  const char *texts[4];

  if (!ts_journal_get_texts (statement, 1, names, G_N_ELEMENTS (names), error) ||
      !ts_journal_get_texts (statement, 4, texts, G_N_ELEMENTS (texts), error))
    return FALSE;

  if (names[0] == NULL || names[1] == NULL || texts[0] == NULL || texts[2] == NULL || texts[3] == NULL)
    return ts_journal_fail_with_damage (sequence, error);

  change = ts_change_new (texts[0]);
  ts_change_stamp (change, names[0], names[1], at);
  ts_change_set_inverts (change, texts[1]);

  if (!read_rows (database, sequence, filter, change, error))
    return FALSE;

  entry->sequence = sequence;
  entry->change = g_steal_pointer (&change);
  entry->previous_hash = texts[2];
  entry->hash = texts[3];

  return TRUE;
}

/*< private >
 * ts_journal_foreach:
 * @database: a connection
 * @filter: which changes are wanted
 * @step: what to do with each
 * @data: handed to @step
 * @error: where to put an error
 *
 * Reads changes in their order, one at a time in memory.
 *
 * Returns: whether there was no error
 */
gboolean
ts_journal_foreach (TsDatabase             *database,
                    const TsJournalFilter  *filter,
                    TsJournalStep           step,
                    gpointer                data,
                    GError                **error)
{
  g_autoptr (TsStatement) statement = prepare_changes (database, filter, error);
  gboolean go_on = TRUE;
  TsStep result;

  if (statement == NULL)
    return FALSE;

  while (go_on && (result = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      TsJournalEntry entry = { 0 };
      g_autoptr (GError) failure = NULL;

      if (!read_entry (database, statement, filter, &entry, error))
        return FALSE;

      go_on = step (&entry, data, &failure);
      ts_change_unref (entry.change);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return !go_on || result == TS_STEP_DONE;
}

static gboolean
keep_change (const TsJournalEntry  *entry,
             gpointer               data,
             GError               **error)
{
  TsChange **change = data;

  *change = ts_change_ref (entry->change);

  return FALSE;
}

/*< private >
 * ts_journal_read_change:
 * @database: a connection
 * @sequence: a place in the journal
 * @error: where to put an error
 *
 * Returns: (transfer full): the change, or %NULL with an error, %TS_STORE_ERROR_CORRUPT where there is none
 */
TsChange *
ts_journal_read_change (TsDatabase  *database,
                        gint64       sequence,
                        GError     **error)
{
  TsJournalFilter filter = { .first = sequence, .last = sequence, .entity = -1 };
  TsChange *change = NULL;

  if (!ts_journal_foreach (database, &filter, keep_change, &change, error))
    return NULL;

  if (change == NULL)
    ts_journal_fail_with_damage (sequence, error);

  return change;
}

typedef struct
{
  TsWorkbook *workbook;
  gboolean has_rows_left_out;
  TsJournalFunction function;
  gpointer data;
} PublicStep;

static gboolean
call_function (const TsJournalEntry  *entry,
               gpointer               data,
               GError               **error)
{
  PublicStep *step = data;
  TsJournalEntry veiled = *entry;
  g_autoptr (TsChange) shown = NULL;
  g_autoptr (TsChange) relabelled = NULL;
  gboolean may_veil;

  if (!ts_workbook_may_veil (step->workbook, entry->sequence, &may_veil, error))
    return FALSE;

  if (!may_veil)
    return step->function (entry, step->data);

  if (!ts_workbook_veil_change (step->workbook, entry->change, &shown, error))
    return FALSE;

  if (shown == NULL)
    return TRUE;

  /* The label also tells of rows that the filter leaves out. */
  if (step->has_rows_left_out && shown == entry->change)
    {
      g_autoptr (TsChange) whole = NULL;
      gboolean is_whole;

      if (!ts_workbook_read_shown_change (step->workbook, entry->sequence, &whole, &is_whole, error))
        return FALSE;

      if (!is_whole)
        {
          relabelled = ts_change_relabel (shown, whole != NULL ? ts_change_get_label (whole) : "");
          veiled.change = relabelled;
          return step->function (&veiled, step->data);
        }
    }

  veiled.change = shown;

  return step->function (&veiled, step->data);
}

/**
 * ts_workbook_foreach_change:
 * @self: a workbook
 * @filter: (nullable): which changes are wanted, or %NULL for all
 * @function: called for each, in their order; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads the journal as far as the workbook's reader may see it, one change at a time in memory.
 *
 * Returns: %TRUE, also when @function ended the reading, or %FALSE with an error of %TS_STORE_ERROR
 */
gboolean
ts_workbook_foreach_change (TsWorkbook             *self,
                            const TsJournalFilter  *filter,
                            TsJournalFunction       function,
                            gpointer                data,
                            GError                **error)
{
  TsJournalFilter all = TS_JOURNAL_FILTER_ALL;
  PublicStep step = { self, filter != NULL && filter->entity >= 0, function, data };

  g_return_val_if_fail (self != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  return ts_journal_foreach (self->database, filter != NULL ? filter : &all, call_function, &step, error);
}

/* The texts as they are kept, not as they would be written again. */
static gboolean
hash_rows (TsDatabase    *database,
           gint64         sequence,
           TsChangeHash  *hash,
           GError       **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare_cached (database, SELECT_ROWS, error);
  TsStep step;

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *texts[4];

      if (!ts_journal_get_texts (statement, 0, texts, G_N_ELEMENTS (texts), error))
        return FALSE;

      ts_change_hash_add_row (hash, texts[0] != NULL ? texts[0] : "", texts[1] != NULL ? texts[1] : "",
                              texts[2], -1, texts[3], -1);
    }

  return step == TS_STEP_DONE;
}

/*< private >
 * ts_journal_check_hash:
 * @database: a connection
 * @sequence: a place in the journal
 * @fits: (out): whether the kept hash is that of what is kept, the change before included
 * @error: where to put an error
 *
 * Computes the hash of a change again.
 *
 * Returns: whether the change could be read
 */
gboolean
ts_journal_check_hash (TsDatabase  *database,
                       gint64       sequence,
                       gboolean    *fits,
                       GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  char computed[TS_HASH_LENGTH + 1];
  const char *names[2];
  const char *texts[4];
  gboolean hashed;
  TsChangeHash hash;
  TsStep step;

  *fits = FALSE;
  statement = ts_database_prepare_cached (database, "select " CHANGE_COLUMNS " from change where seq = $1", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);
  step = ts_statement_step (statement, error);

  if (step != TS_STEP_ROW)
    return step == TS_STEP_DONE ? ts_journal_fail_with_damage (sequence, error) : FALSE;

  if (!ts_journal_get_texts (statement, 1, names, G_N_ELEMENTS (names), error) ||
      !ts_journal_get_texts (statement, 4, texts, G_N_ELEMENTS (texts), error))
    return FALSE;

  if (names[0] == NULL || names[1] == NULL || texts[0] == NULL || texts[2] == NULL || texts[3] == NULL)
    return ts_journal_fail_with_damage (sequence, error);

  ts_change_hash_begin (&hash, texts[2], names[0], names[1], ts_statement_get_integer (statement, 3), texts[0], texts[1]);
  hashed = hash_rows (database, sequence, &hash, error);
  ts_change_hash_end (&hash, computed);
  *fits = hashed && g_str_equal (computed, texts[3]);

  return hashed;
}
