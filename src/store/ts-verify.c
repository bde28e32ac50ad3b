/* ts-verify.c — proving that a workbook is whole
 *
 * Everything is looked at twice over: the file by the engine; every change by its hash; the tables by replaying the
 * journal into an empty workbook, which must give the same rows, and on the way there, at each sign-off, what was signed;
 * every evidence file by its hash. What is damaged is reported and passed over, so that one report says all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-verify.h"

#include "store/ts-change-hash.h"
#include "store/ts-row-store.h"
#include "store/ts-schema.h"
#include "store/ts-search-index.h"
#include "store/ts-store-error.h"
#include "store/ts-verify-private.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

static void
problem_free (gpointer data)
{
  TsVerifyProblem *problem = data;

  g_free (problem->where);
  g_free (problem->what);
  g_free (problem);
}

gboolean
ts_verify_report_is_clean (const TsVerifyReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->problems->len == 0;
}

void
ts_verify_report_free (TsVerifyReport *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->head);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Takes @where. */
void
ts_verify_add_problem (TsVerify   *self,
                       char       *where,
                       const char *what)
{
  TsVerifyProblem *problem;

  if (self->report->problems->len == TS_VERIFY_MOST_PROBLEMS)
    {
      self->report->more_problems = TRUE;
      g_free (where);
      return;
    }

  problem = g_new0 (TsVerifyProblem, 1);
  problem->where = where;
  problem->what = g_strdup (what);
  g_ptr_array_add (self->report->problems, problem);
}

/* Damage is what verifying is there to find: it becomes a problem. Anything else ends it. Takes @where. */
gboolean
ts_verify_take_damage (TsVerify  *self,
                       GError    *failure,
                       char      *where,
                       GError   **error)
{
  if (!g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, failure);
      g_free (where);
      return FALSE;
    }

  ts_verify_add_problem (self, where, failure->message);
  g_error_free (failure);

  return TRUE;
}

void
ts_verify_advance (TsVerify *self,
                   guint64   n)
{
  self->done += n;

  if (self->progress != NULL)
    self->progress (MIN (self->done, self->total), self->total, self->data);
}

static gboolean
check_file (TsVerify  *self,
            GError   **error)
{
  GError *failure = NULL;
  g_autofree char *problems = ts_database_check (self->database, FALSE, &failure);
  g_autofree char *dangling = NULL;
  g_auto (GStrv) lines = NULL;

  if (problems == NULL)
    return ts_verify_take_damage (self, failure, g_strdup ("file"), error);

  lines = g_strsplit (problems, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        ts_verify_add_problem (self, g_strdup ("file"), lines[i]);
    }

  dangling = ts_database_find_dangling_reference (self->database, &failure);

  if (failure != NULL)
    return ts_verify_take_damage (self, failure, g_strdup ("references"), error);

  if (dangling != NULL)
    {
      g_autofree char *what = g_strdup_printf (_("a row refers to something that is not there (%s)"), dangling);

      ts_verify_add_problem (self, g_strdup ("references"), what);
    }

  return TRUE;
}

static gboolean
check_schema (TsVerify  *self,
              GError   **error)
{
  GError *failure = NULL;
  g_autofree char *kept = ts_database_describe_schema (self->database, &failure);
  g_autofree char *wanted = NULL;

  if (kept == NULL)
    return ts_verify_take_damage (self, failure, g_strdup ("tables"), error);

  wanted = ts_database_describe_schema (self->replay, error);

  if (wanted == NULL)
    return FALSE;

  if (!g_str_equal (kept, wanted))
    ts_verify_add_problem (self, g_strdup ("tables"), _("the tables are not as Touchstone makes them"));

  return TRUE;
}

/* Runs a statement that gives a number or a text for each thing that is wrong. */
static gboolean
report_each (TsVerify    *self,
             const char  *sql,
             const char  *where,
             const char  *what,
             GError     **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare (self->database, sql, error);
  GError *failure = NULL;
  TsStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = ts_statement_step (statement, &failure)) == TS_STEP_ROW)
    {
      g_autofree char *name = ts_statement_dup_repaired_text (statement, 0);

      ts_verify_add_problem (self, g_strdup_printf ("%s %s", where, name != NULL ? name : "?"), what);
    }

  return step == TS_STEP_DONE || ts_verify_take_damage (self, failure, g_strdup (where), error);
}

static gboolean
check_leftovers (TsVerify  *self,
                 GError   **error)
{
  return report_each (self,
                      "select distinct change from change_row where change not in (select seq from change) order by change",
                      "change", _("the journal has rows of a change that is missing"), error) &&
         report_each (self,
                      "select id from evidence where content is not null and content not in "
                      "(select hash from content where state = 'complete') order by id",
                      "evidence", _("the file of this evidence is not in the workbook"), error);
}

static gboolean
next_row (TsVerify     *self,
          TsStatement  *statement,
          TsEntity      entity,
          TsRow       **row,
          gboolean     *damaged,
          GError      **error)
{
  GError *failure = NULL;

  g_clear_pointer (row, ts_row_unref);

  if (ts_row_store_step (statement, entity, row, &failure) != TS_STEP_ERROR)
    return TRUE;

  *damaged = TRUE;

  return ts_verify_take_damage (self, failure, g_strdup (ts_entity_get_name (entity)), error);
}

static void
report_row (TsVerify    *self,
            const TsRow *row,
            const char  *what)
{
  ts_verify_add_problem (self, g_strdup_printf ("%s %s", ts_entity_get_name (ts_row_get_entity (row)), ts_row_get_id (row)), what);
}

/* Both tables are read in the order of their ids, side by side. */
static gboolean
compare_tables (TsVerify  *self,
                TsEntity   entity,
                GError   **error)
{
  g_autoptr (TsStatement) kept_rows = ts_row_store_prepare_select (self->database, entity, -1, NULL, error);
  g_autoptr (TsStatement) replayed_rows = NULL;
  g_autoptr (TsRow) kept = NULL;
  g_autoptr (TsRow) replayed = NULL;
  gboolean damaged = FALSE;

  if (kept_rows == NULL)
    return FALSE;

  replayed_rows = ts_row_store_prepare_select (self->replay, entity, -1, NULL, error);

  if (replayed_rows == NULL ||
      !next_row (self, kept_rows, entity, &kept, &damaged, error) ||
      !next_row (self, replayed_rows, entity, &replayed, &damaged, error))
    return FALSE;

  while (!damaged && (kept != NULL || replayed != NULL))
    {
      int order = 0;

      if (kept == NULL || replayed == NULL)
        order = kept == NULL ? 1 : -1;
      else
        order = g_strcmp0 (ts_row_get_id (kept), ts_row_get_id (replayed));

      if (order < 0)
        report_row (self, kept, _("the row is in its table, but not by any change of the journal"));
      else if (order > 0)
        report_row (self, replayed, _("the row should be in its table by the journal, but is not"));
      else if (!ts_row_equal (kept, replayed))
        report_row (self, kept, _("the row is not as the journal left it: it was altered in its table"));

      self->report->n_rows++;
      ts_verify_advance (self, 1);

      if ((order <= 0 && !next_row (self, kept_rows, entity, &kept, &damaged, error)) ||
          (order >= 0 && !next_row (self, replayed_rows, entity, &replayed, &damaged, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
count_chunk (gconstpointer   bytes,
             gsize           n_bytes,
             gpointer        data,
             GError        **error)
{
  TsVerify *self = data;

  self->report->n_content_bytes += n_bytes;
  ts_verify_advance (self, 1);

  return TRUE;
}

static gboolean
check_content (TsVerify    *self,
               const char  *id,
               const char  *hash,
               gint64       size,
               GError     **error)
{
  guint64 n_before = self->report->n_content_bytes;
  GError *failure = NULL;
  char computed[TS_HASH_LENGTH + 1];

  self->report->n_contents++;

  if (!ts_content_stream (self->database, id, count_chunk, self, computed, &failure))
    return ts_verify_take_damage (self, failure, g_strdup_printf ("content %s", hash), error);

  if (g_strcmp0 (computed, hash) != 0 || self->report->n_content_bytes - n_before != (guint64) size)
    ts_verify_add_problem (self, g_strdup_printf ("content %s", hash), _("the bytes of the file are not those that were attached"));

  return TRUE;
}

static gboolean
check_contents (TsVerify  *self,
                GError   **error)
{
  g_autoptr (TsStatement) statement = NULL;
  GError *failure = NULL;
  TsStep step;

  statement = ts_database_prepare (self->database, "select id, hash, size from content where state = 'complete' order by hash", error);

  if (statement == NULL)
    return FALSE;

  while ((step = ts_statement_step (statement, &failure)) == TS_STEP_ROW)
    {
      g_autofree char *id = ts_statement_dup_repaired_text (statement, 0);
      g_autofree char *hash = ts_statement_dup_repaired_text (statement, 1);

      if (!check_content (self, id != NULL ? id : "", hash != NULL ? hash : "?", ts_statement_get_integer (statement, 2), error))
        return FALSE;
    }

  return step == TS_STEP_DONE || ts_verify_take_damage (self, failure, g_strdup ("content"), error);
}

static gboolean
compare_all_tables (TsVerify  *self,
                    GError   **error)
{
  for (guint entity = 0; self->replaying && entity < TS_N_ENTITIES; entity++)
    {
      if (!compare_tables (self, entity, error))
        return FALSE;
    }

  return TRUE;
}

/* The index is made again beside the replay, which has none, from the rows as they are. */
static gboolean
check_search (TsVerify  *self,
              GError   **error)
{
  gboolean same;

  if (!ts_database_begin (self->replay, error))
    return FALSE;

  if (!ts_search_index_fill (self->replay, self->database, error) ||
      !ts_search_index_compare (self->database, self->replay, &same, error))
    {
      ts_database_rollback (self->replay);
      return FALSE;
    }

  if (!same)
    ts_verify_add_problem (self, g_strdup ("search"),
                           _("searching may miss something or find what is not there; the workbook itself is not touched by this"));

  return ts_database_commit (self->replay, error);
}

static gboolean
run (TsVerify  *self,
     GError   **error)
{
  static const struct
  {
    const char *where;
    gboolean (*check) (TsVerify  *self,
                       GError   **error);
  } parts[] = {
    { "file", check_file },
    { "tables", check_schema },
    { "journal", ts_verify_check_journal },
    { "journal", check_leftovers },
    { "tables", compare_all_tables },
    { "content", check_contents },
    { "search", check_search },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GError *failure = NULL;

      /* A part that damage stops is one more thing that is wrong; the others are still looked at. */
      if (!parts[i].check (self, &failure) && !ts_verify_take_damage (self, failure, g_strdup (parts[i].where), error))
        return FALSE;
    }

  return TRUE;
}

static TsDatabase *
make_replay (GCancellable  *cancellable,
             GError       **error)
{
  g_auto (GStrv) scripts = ts_schema_load_scripts ();
  g_autoptr (TsDatabase) replay = ts_database_open ("", TS_DATABASE_CREATE | TS_DATABASE_SCRATCH, error);

  if (replay == NULL || !ts_schema_upgrade (replay, (const char *const *) scripts, error))
    return NULL;

  ts_database_set_cancellable (replay, cancellable);

  return g_steal_pointer (&replay);
}

/* Everything is at least read once as a row of the journal, once as a row of a table, or as a chunk. */
static void
estimate (TsVerify *self)
{
  gint64 n_changed = 0;
  gint64 n_chunks = 0;

  ts_database_read_integer (self->database, "select count(*) from change_row", &n_changed, NULL);
  ts_database_read_integer (self->database, "select count(*) from content_chunk", &n_chunks, NULL);
  self->total = 2 * n_changed + n_chunks + 1;
}

/**
 * ts_workbook_verify:
 * @self: a workbook; not one opened to salvage, in which much is missing
 * @cancellable: (nullable): what may end it
 * @progress: (nullable): told how far it is
 * @data: handed to @progress
 * @error: where to put an error
 *
 * Verifies that the file is whole, that the journal was not altered, that replaying it gives the tables row for row,
 * that each sign-off carries the hash of what stood there when it was made, and that all evidence files are what was attached. It sees the workbook as at one moment and changes nothing.
 *
 * Returns: (transfer full): what was found, also where that is bad; %NULL with an error where verifying itself could
 * not be done
 */
TsVerifyReport *
ts_workbook_verify (TsWorkbook          *self,
                    GCancellable        *cancellable,
                    TsProgressFunction   progress,
                    gpointer             data,
                    GError             **error)
{
  g_autoptr (TsVerifyReport) report = NULL;
  g_autoptr (TsDatabase) replay = NULL;
  TsVerify verify = { 0 };
  gboolean verified;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  replay = make_replay (cancellable != NULL ? cancellable : self->cancellable, error);

  if (replay == NULL || !ts_database_begin_read (self->database, error))
    return NULL;

  report = g_new0 (TsVerifyReport, 1);
  report->problems = g_ptr_array_new_with_free_func (problem_free);

  verify.database = self->database;
  verify.replay = replay;
  verify.report = report;
  verify.replaying = TRUE;
  verify.progress = progress;
  verify.data = data;

  estimate (&verify);
  ts_workbook_use_cancellable (self, cancellable);
  verified = run (&verify, error);
  ts_workbook_use_cancellable (self, NULL);
  ts_database_rollback (self->database);

  if (!verified)
    return NULL;

  if (report->head == NULL)
    report->head = g_strdup ("");

  return g_steal_pointer (&report);
}
