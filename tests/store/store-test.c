/* store-test.c — what the tests of the store share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-workbook-private.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* In memory where there is such a place: the tests wait for thousands of writes to be on the disk, and none of them
 * pulls the plug. */
#define MEMORY_DIRECTORY "/dev/shm"

void
store_test_set_up (StoreTest     *self,
                   gconstpointer  data)
{
  const char *parent = g_access (MEMORY_DIRECTORY, W_OK) == 0 ? MEMORY_DIRECTORY : g_get_tmp_dir ();

  self->directory = g_build_filename (parent, "touchstone-store-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (self->directory));
  self->path = g_build_filename (self->directory, "test.touchstone", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR) && !g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        remove_all (file);
      else
        g_assert_cmpint (g_unlink (file), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
store_test_tear_down (StoreTest     *self,
                      gconstpointer  data)
{
  remove_all (self->directory);
  g_free (self->directory);
  g_free (self->path);
}

char *
store_test_build_path (StoreTest  *self,
                       const char *name)
{
  return g_build_filename (self->directory, name, NULL);
}

static TsRow *
new_row (TsEntity entity)
{
  g_autofree char *id = g_uuid_string_random ();

  return ts_row_new (entity, id);
}

TsRow *
store_test_organisation (const char *code)
{
  TsRow *row = new_row (TS_ENTITY_ORGANISATION);

  ts_row_set_text (row, TS_ORGANISATION_CODE, code);
  ts_row_set_text (row, TS_ORGANISATION_KIND, "pct");

  return row;
}

TsRow *
store_test_framework (const char *code)
{
  TsRow *row = new_row (TS_ENTITY_FRAMEWORK);

  ts_row_set_text (row, TS_FRAMEWORK_CODE, code);
  ts_row_set_text (row, TS_FRAMEWORK_EDITION, "1");
  ts_row_set_text (row, TS_FRAMEWORK_TITLE, "A framework");
  ts_row_set_text (row, TS_FRAMEWORK_CONTENT, "{}");

  return row;
}

TsRow *
store_test_assessment (TsRow *organisation,
                       TsRow *framework,
                       int    year)
{
  TsRow *row = new_row (TS_ENTITY_ASSESSMENT);

  ts_row_set_text (row, TS_ASSESSMENT_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_text (row, TS_ASSESSMENT_FRAMEWORK, ts_row_get_id (framework));
  ts_row_set_integer (row, TS_ASSESSMENT_YEAR, year);
  ts_row_set_text (row, TS_ASSESSMENT_STAGE, "draft");

  return row;
}

TsRow *
store_test_rating (TsRow      *assessment,
                   const char *node,
                   int         level,
                   const char *rationale)
{
  TsRow *row = new_row (TS_ENTITY_RATING);

  ts_row_set_text (row, TS_RATING_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (row, TS_RATING_NODE, node);
  ts_row_set_text (row, TS_RATING_LAYER, "self");
  ts_row_set_text (row, TS_RATING_ASSESSOR, "");
  ts_row_set_text (row, TS_RATING_RATIONALE, rationale);

  if (level > 0)
    ts_row_set_integer (row, TS_RATING_LEVEL, level);

  return row;
}

TsRow *
store_test_evidence (TsRow      *organisation,
                     const char *title)
{
  TsRow *row = new_row (TS_ENTITY_EVIDENCE);

  ts_row_set_text (row, TS_EVIDENCE_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_text (row, TS_EVIDENCE_TITLE, title);
  ts_row_set_text (row, TS_EVIDENCE_KIND, "report");

  return row;
}

static void
apply (TsWorkbook *workbook,
       TsChange   *change)
{
  g_autoptr (GError) error = NULL;

  ts_workbook_apply (workbook, change, &error);
  g_assert_no_error (error);
}

void
store_test_create (TsWorkbook *workbook,
                   TsRow      *row)
{
  g_autofree char *label = g_strdup_printf ("Create %s", ts_entity_get_name (ts_row_get_entity (row)));
  g_autoptr (TsChange) change = ts_change_new (label);

  ts_change_create (change, row);
  apply (workbook, change);
}

TsRow *
store_test_set_level (TsWorkbook *workbook,
                      TsRow      *rating,
                      int         level)
{
  g_autofree char *label = g_strdup_printf ("Level %d", level);
  g_autoptr (TsChange) change = ts_change_new (label);
  TsRow *after = ts_row_copy (rating);

  ts_row_set_integer (after, TS_RATING_LEVEL, level);
  ts_change_update (change, rating, after);
  apply (workbook, change);

  return after;
}

TsRow *
store_test_create_assessment (TsWorkbook *workbook)
{
  g_autoptr (TsChange) change = ts_change_new ("New assessment");
  g_autoptr (TsRow) organisation = store_test_organisation ("X01");
  g_autoptr (TsRow) framework = store_test_framework ("f");
  TsRow *assessment = store_test_assessment (organisation, framework, 2009);

  ts_change_create (change, organisation);
  ts_change_create (change, framework);
  ts_change_create (change, assessment);
  apply (workbook, change);

  return assessment;
}

static gboolean
dump_row (TsRow    *row,
          gpointer  data)
{
  GString *dump = data;

  g_string_append_printf (dump, "%s %s ", ts_entity_get_name (ts_row_get_entity (row)), ts_row_get_id (row));
  ts_row_append_json (row, dump);
  g_string_append_c (dump, '\n');

  return TRUE;
}

char *
store_test_dump (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  GString *dump = g_string_new (NULL);

  ts_workbook_see_everything (workbook);

  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      ts_workbook_foreach_row (workbook, entity, -1, NULL, dump_row, dump, &error);
      g_assert_no_error (error);
    }

  return g_string_free (dump, FALSE);
}

static void
dump_side (GString     *dump,
           const char  *name,
           const TsRow *row)
{
  if (row == NULL)
    return;

  g_string_append_printf (dump, " %s ", name);
  ts_row_append_json (row, dump);
}

static gboolean
dump_entry (const TsJournalEntry *entry,
            gpointer              data)
{
  const TsChange *change = entry->change;
  GString *dump = data;

  g_string_append_printf (dump, "change %" G_GINT64_FORMAT " %s by %s at %" G_GINT64_FORMAT " “%s” inverts %s hash %s\n",
                          entry->sequence, ts_change_get_id (change), ts_change_get_author (change), ts_change_get_at (change),
                          ts_change_get_label (change), ts_change_get_inverts (change) != NULL ? ts_change_get_inverts (change) : "nothing",
                          entry->hash);

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      const TsRow *side = row->after != NULL ? row->after : row->before;

      g_string_append_printf (dump, "  %s %s", ts_entity_get_name (ts_row_get_entity (side)), ts_row_get_id (side));
      dump_side (dump, "before", row->before);
      dump_side (dump, "after", row->after);
      g_string_append_c (dump, '\n');
    }

  return TRUE;
}

char *
store_test_dump_journal (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  GString *dump = g_string_new (NULL);

  ts_workbook_see_everything (workbook);
  ts_workbook_foreach_change (workbook, NULL, dump_entry, dump, &error);
  g_assert_no_error (error);

  return g_string_free (dump, FALSE);
}

static TsVerifyReport *
verify (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  TsVerifyReport *report = ts_workbook_verify (workbook, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return report;
}

void
store_test_assert_clean (TsWorkbook *workbook)
{
  g_autoptr (TsVerifyReport) report = verify (workbook);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const TsVerifyProblem *problem = g_ptr_array_index (report->problems, i);

      g_test_message ("%s: %s", problem->where, problem->what);
    }

  g_assert_true (ts_verify_report_is_clean (report));
}

void
store_test_assert_problem (TsWorkbook *workbook,
                           const char *where)
{
  g_autoptr (TsVerifyReport) report = verify (workbook);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const TsVerifyProblem *problem = g_ptr_array_index (report->problems, i);

      g_test_message ("%s: %s", problem->where, problem->what);

      if (g_pattern_match_simple (where, problem->where))
        return;
    }

  g_test_fail_printf ("no problem was found at “%s”", where);
}

void
store_test_tamper (const char *path,
                   const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}
