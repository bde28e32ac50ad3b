/* ts-apply.c — the one door through which a workbook is written
 *
 * A change is kept in one transaction: its rows, each against what the change expects to find; the journal entry with
 * its hash; and before the commit the checks below, the last of which reads back what was written. Whatever fails, all
 * of it is undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-about.h"
#include "store/ts-change-hash.h"
#include "store/ts-lock-source.h"
#include "store/ts-row-store.h"
#include "store/ts-search-index.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a larger change, an import, only this many of the rows written last are read back, which keeps the cost of an
 * import in proportion. Its journal entry is covered by the hash, which verifying computes again. */
#define MOST_ROWS_READ_BACK 1000

/* The end of the journal. Sequences count from 1; 0 is none. */
typedef struct
{
  gint64 sequence;
  gint64 undo_top;
  gint64 redo_top;
  char hash[TS_HASH_LENGTH + 1];
} Head;

/* Where a change stands in the stacks of undo and redo; see data/schema/001.sql. */
typedef struct
{
  gint64 subject;
  gint64 undo_top;
  gint64 redo_top;
  gint64 below;
} Place;

static gboolean
read_head (TsDatabase  *database,
           Head        *head,
           GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (GError) damaged = NULL;
  const char *hash;
  TsStep step;

  *head = (Head) { 0 };
  statement = ts_database_prepare_cached (database,
                                          "select seq, undo_top, redo_top, hash from change order by seq desc limit 1",
                                          error);

  if (statement == NULL)
    return FALSE;

  step = ts_statement_step (statement, error);

  if (step != TS_STEP_ROW)
    return step == TS_STEP_DONE;

  hash = ts_statement_get_text (statement, 3, &damaged);

  if (hash == NULL || strlen (hash) != TS_HASH_LENGTH)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
                   _("The end of the workbook’s journal is damaged. Nothing was changed. "
                     "Open it to salvage what can be read, or use a backup."));
      return FALSE;
    }

  head->sequence = ts_statement_get_integer (statement, 0);
  head->undo_top = ts_statement_get_integer (statement, 1);
  head->redo_top = ts_statement_get_integer (statement, 2);
  g_strlcpy (head->hash, hash, sizeof head->hash);

  return TRUE;
}

/* Whether the change at @sequence, on top of a stack, is the one that is inverted; if so, what it lies on and what it
 * is about. */
static gboolean
is_inverted (TsDatabase  *database,
             gint64       sequence,
             const char  *inverts,
             gboolean    *is,
             Place       *inverted,
             GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  *is = FALSE;

  if (sequence == 0)
    return TRUE;

  statement = ts_database_prepare_cached (database, "select below, subject from change where seq = $1 and id = $2", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);
  ts_statement_bind_text (statement, 1, inverts, -1);
  step = ts_statement_step (statement, error);

  if (step == TS_STEP_ROW)
    {
      *is = TRUE;
      inverted->below = ts_statement_get_integer (statement, 0);
      inverted->subject = ts_statement_get_integer (statement, 1);
    }

  return step != TS_STEP_ERROR;
}

/* A change that inverts what an undo or redo would take next is that undo or redo; any other is an act of its own,
 * which leaves nothing to redo. So a journal that is replayed leads to the same stacks. */
static gboolean
find_place (TsDatabase      *database,
            const TsChange  *change,
            const Head      *head,
            Place           *place,
            GError         **error)
{
  const char *inverts = ts_change_get_inverts (change);
  gint64 sequence = head->sequence + 1;
  Place inverted = { 0 };
  gboolean is;

  *place = (Place) { .subject = sequence, .undo_top = sequence, .redo_top = 0, .below = head->undo_top };

  if (inverts == NULL)
    return TRUE;

  if (!is_inverted (database, head->undo_top, inverts, &is, &inverted, error))
    return FALSE;

  if (is)
    {
      *place = (Place) {
        .subject = inverted.subject,
        .undo_top = inverted.below,
        .redo_top = sequence,
        .below = head->redo_top,
      };
      return TRUE;
    }

  if (!is_inverted (database, head->redo_top, inverts, &is, &inverted, error))
    return FALSE;

  if (is)
    *place = (Place) {
      .subject = inverted.subject,
      .undo_top = sequence,
      .redo_top = inverted.below,
      .below = head->undo_top,
    };

  return TRUE;
}

static gboolean
write_row (TsDatabase         *database,
           const TsChangeRow  *row,
           GError            **error)
{
  if (row->before == NULL)
    return ts_row_store_insert (database, row->after, error);

  if (row->after == NULL)
    return ts_row_store_delete (database, row->before, error);

  return ts_row_store_update (database, row->before, row->after, error);
}

static const TsRow *
either_side (const TsChangeRow *row)
{
  return row->after != NULL ? row->after : row->before;
}

static const char *
describe (const TsRow *row,
          GString     *json)
{
  if (row == NULL)
    return NULL;

  g_string_truncate (json, 0);
  ts_row_append_json (row, json);

  return json->str;
}

static gboolean
write_rows (TsDatabase      *database,
            const TsChange  *change,
            gint64           sequence,
            TsChangeHash    *hash,
            GError         **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (GString) before_json = g_string_sized_new (512);
  g_autoptr (GString) after_json = g_string_sized_new (512);

  statement = ts_database_prepare_cached (database,
                                          "insert into change_row (change, position, entity, row_id, before, after, about, node) "
                                          "values ($1, $2, $3, $4, $5, $6, $7, $8)",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      const TsRow *side = either_side (row);
      const char *entity = ts_entity_get_name (ts_row_get_entity (side));
      const char *before = describe (row->before, before_json);
      const char *after = describe (row->after, after_json);

      if (!write_row (database, row, error))
        return FALSE;

      ts_change_hash_add_row (hash, entity, ts_row_get_id (side),
                              before, before_json->len, after, after_json->len);

      ts_statement_bind_integer (statement, 1, i);
      ts_statement_bind_text (statement, 2, entity, -1);
      ts_statement_bind_text (statement, 3, ts_row_get_id (side), -1);
      ts_statement_bind_text (statement, 4, before, before_json->len);
      ts_statement_bind_text (statement, 5, after, after_json->len);
      ts_statement_bind_text (statement, 6, ts_row_get_about (side), -1);
      ts_statement_bind_text (statement, 7, ts_row_get_node (side), -1);

      if (!ts_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static void
bind_sequence (TsStatement *statement,
               int          parameter,
               gint64       sequence)
{
  if (sequence > 0)
    ts_statement_bind_integer (statement, parameter, sequence);
  else
    ts_statement_bind_null (statement, parameter);
}

static gboolean
write_entry (TsDatabase      *database,
             const TsChange  *change,
             const Head      *head,
             const Place     *place,
             const char      *hash,
             GError         **error)
{
  g_autoptr (TsStatement) statement = NULL;

  statement = ts_database_prepare_cached (database,
                                          "insert into change (seq, id, author, at, label, inverts, previous_hash, hash, "
                                          "subject, undo_top, redo_top, below) "
                                          "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, head->sequence + 1);
  ts_statement_bind_text (statement, 1, ts_change_get_id (change), -1);
  ts_statement_bind_text (statement, 2, ts_change_get_author (change), -1);
  ts_statement_bind_integer (statement, 3, ts_change_get_at (change));
  ts_statement_bind_text (statement, 4, ts_change_get_label (change), -1);
  ts_statement_bind_text (statement, 5, ts_change_get_inverts (change), -1);
  ts_statement_bind_text (statement, 6, head->hash, -1);
  ts_statement_bind_text (statement, 7, hash, -1);
  bind_sequence (statement, 8, place->subject);
  bind_sequence (statement, 9, place->undo_top);
  bind_sequence (statement, 10, place->redo_top);
  bind_sequence (statement, 11, place->below);

  return ts_statement_run (statement, error);
}

static gboolean
write_change (TsDatabase      *database,
              const TsChange  *change,
              const Head      *head,
              GError         **error)
{
  char text[TS_HASH_LENGTH + 1];
  TsChangeHash hash;
  gboolean written;
  Place place;

  if (!find_place (database, change, head, &place, error))
    return FALSE;

  ts_change_hash_begin (&hash, head->hash, ts_change_get_id (change), ts_change_get_author (change),
                        ts_change_get_at (change), ts_change_get_label (change), ts_change_get_inverts (change));
  written = write_rows (database, change, head->sequence + 1, &hash, error);
  ts_change_hash_end (&hash, text);

  return written && write_entry (database, change, head, &place, text, error);
}

/* Evidence speaks of its file by hash: all of the file must be in the workbook. */
static gboolean
check_content (TsDatabase      *database,
               const TsChange  *change,
               gint64           sequence,
               GError         **error)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsRow *after = ts_change_get_row (change, i)->after;
      g_autoptr (TsStatement) statement = NULL;
      TsStep step;

      if (after == NULL || ts_row_get_entity (after) != TS_ENTITY_EVIDENCE || !ts_row_has (after, TS_EVIDENCE_CONTENT))
        continue;

      statement = ts_database_prepare_cached (database,
                                              "select 1 from content where hash = $1 and state = 'complete'",
                                              error);

      if (statement == NULL)
        return FALSE;

      ts_statement_bind_text (statement, 0, ts_row_get_text (after, TS_EVIDENCE_CONTENT), -1);
      step = ts_statement_step (statement, error);

      if (step == TS_STEP_DONE)
        g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT,
                     _("The file of this evidence is not in the workbook. Nothing was changed. Attach the file again."));

      if (step != TS_STEP_ROW)
        return FALSE;
    }

  return TRUE;
}

static gboolean
fail_to_read_back (GError **error)
{
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("What was written could not be read back as it was, so it was not kept; what was kept before is as it was. "
                 "The disk or the memory of this computer may be failing. Verify the workbook and make a copy of it."));

  return FALSE;
}

/* The last state of every row that was written must be what the table gives back. */
static gboolean
check_rows (TsDatabase      *database,
            const TsChange  *change,
            gint64           sequence,
            GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = ts_change_get_n_rows (change);
  guint n_checked = 0;

  for (guint i = n_rows; i > 0 && n_checked < MOST_ROWS_READ_BACK; i--)
    {
      const TsChangeRow *row = ts_change_get_row (change, i - 1);
      const TsRow *side = either_side (row);
      g_autoptr (TsRow) kept = NULL;

      /* Ids are unique across the kinds of row too. */
      if (!g_hash_table_add (seen, (char *) ts_row_get_id (side)))
        continue;

      if (!ts_row_store_read (database, ts_row_get_entity (side), ts_row_get_id (side), &kept, error))
        return FALSE;

      if (!ts_row_equal (kept, row->after))
        return fail_to_read_back (error);

      n_checked++;
    }

  return TRUE;
}

static gboolean
check_journal (TsDatabase      *database,
               const TsChange  *change,
               gint64           sequence,
               GError         **error)
{
  gboolean fits;

  if (ts_change_get_n_rows (change) > MOST_ROWS_READ_BACK)
    return TRUE;

  if (!ts_journal_check_hash (database, sequence, &fits, error))
    return FALSE;

  return fits ? TRUE : fail_to_read_back (error);
}

typedef gboolean (*Check) (TsDatabase      *database,
                           const TsChange  *change,
                           gint64           sequence,
                           GError         **error);

static gboolean
check_before_commit (TsDatabase      *database,
                     const TsChange  *change,
                     gboolean         with_content,
                     gint64           sequence,
                     GError         **error)
{
  static const Check checks[] = { check_content, check_rows, check_journal };

  for (guint i = with_content ? 0 : 1; i < G_N_ELEMENTS (checks); i++)
    {
      if (!checks[i](database, change, sequence, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_text (const char  *text,
            GError     **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT,
               _("A text in this change is not valid UTF-8. Nothing was changed."));

  return FALSE;
}

static gboolean
check_row_values (const TsRow  *row,
                  GError      **error)
{
  int missing = ts_row_find_missing_field (row);
  const TsField *fields;
  guint n_fields;

  fields = ts_entity_get_fields (ts_row_get_entity (row), &n_fields);

  if (missing >= 0)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT,
                   _("Something that is needed is missing (%s.%s). Nothing was changed."),
                   ts_entity_get_name (ts_row_get_entity (row)), fields[missing].name);
      return FALSE;
    }

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == TS_FIELD_TEXT && !check_text (ts_row_get_text (row, i), error))
        return FALSE;
    }

  return check_text (ts_row_get_id (row), error);
}

/* What can be seen without looking into the workbook. */
static gboolean
check_change (const TsChange  *change,
              GError         **error)
{
  if (ts_change_get_n_rows (change) == 0)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT, _("There is nothing in this change."));
      return FALSE;
    }

  if (!check_text (ts_change_get_id (change), error) ||
      !check_text (ts_change_get_author (change), error) ||
      !check_text (ts_change_get_label (change), error))
    return FALSE;

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsRow *after = ts_change_get_row (change, i)->after;

      if (after != NULL && !check_row_values (after, error))
        return FALSE;
    }

  return TRUE;
}

/*< private >
 * ts_journal_apply:
 * @database: a connection that may write
 * @change: a stamped change
 * @anew: whether it is made now: then it must leave alone what is locked, evidence must find its file, and what is written can be searched. What
 *   is replayed was let in once, and a replay has no files and is not searched
 * @error: where to put an error
 *
 * Keeps a change: see ts_workbook_apply().
 *
 * Returns: whether it was kept
 */
gboolean
ts_journal_apply (TsDatabase      *database,
                  const TsChange  *change,
                  gboolean         anew,
                  GError         **error)
{
  Head head;

  if (!check_change (change, error))
    return FALSE;

  if (!ts_database_begin (database, error))
    return FALSE;

  if (read_head (database, &head, error) &&
      (!anew || ts_lock_source_check (database, change, error)) &&
      write_change (database, change, &head, error) &&
      (!anew || ts_search_index_follow (database, change, error)) &&
      check_before_commit (database, change, anew, head.sequence + 1, error))
    return ts_database_commit (database, error);

  ts_database_rollback (database);

  return FALSE;
}

/**
 * ts_workbook_apply:
 * @self: a workbook that may be written
 * @change: a change; it is stamped if it is not yet
 * @error: where to put an error
 *
 * Keeps a change: rows and journal, in one transaction. When this returns %TRUE, the change is on the disk; when it
 * returns %FALSE, the workbook is as it was.
 *
 * Fails with a %TS_RULE_ERROR where a stage has locked what would be changed or the reader may not look at it, with %TS_STORE_ERROR_CONFLICT where a row is not what the change expects, %TS_STORE_ERROR_CONSTRAINT where a
 * rule of the workbook would be broken, and with %TS_STORE_ERROR_NO_SPACE, %TS_STORE_ERROR_READ_ONLY,
 * %TS_STORE_ERROR_CORRUPT … for what can happen to a file.
 *
 * Returns: whether the change was kept
 */
gboolean
ts_workbook_apply (TsWorkbook  *self,
                   TsChange    *change,
                   GError     **error)
{
  g_return_val_if_fail (self != NULL && change != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  /* What is kept must be on the disk when this returns, which a surrounding transaction would put off. */
  g_assert (!ts_database_is_in_transaction (self->database));

  if (!ts_workbook_check_writable (self, error) || !ts_workbook_check_may_write (self, change, error))
    return FALSE;

  if (!ts_change_is_stamped (change))
    {
      g_autofree char *id = ts_workbook_make_identifier (self);

      ts_change_stamp (change, id, self->author, self->clock (self->clock_data));
    }

  return ts_journal_apply (self->database, change, TRUE, error);
}
