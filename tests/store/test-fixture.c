/* test-fixture.c — workbooks of every version that was ever released
 *
 * The files in fixtures/ were made once, by make-fixture, and never change: whatever becomes of the tables, they must
 * open, read as they always did, and verify.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-content-reader.h"
#include "store/ts-schema.h"

#include <string.h>

static void
copy_fixture (StoreTest  *test,
              const char *name)
{
  g_autofree char *file = g_strconcat (name, ".touchstone", NULL);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", file, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  g_file_get_contents (source, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  g_file_set_contents (test->path, bytes, n_bytes, &error);
  g_assert_no_error (error);
}

static void
check_fixture (StoreTest  *test,
               const char *name,
               TsOpenMode  mode)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (test->path, mode, &error);
  g_autoptr (TsJournalState) state = NULL;

  g_assert_no_error (error);
  g_file_get_contents (source, &expected, NULL, &error);
  g_assert_no_error (error);

  rows = store_test_dump (workbook);
  journal = store_test_dump_journal (workbook);
  text = g_strconcat (rows, journal, NULL);
  g_assert_cmpstr (text, ==, expected);
  store_test_assert_clean (workbook);

  state = ts_workbook_read_journal_state (workbook, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (state->redo_label, ==, "Level 3");
}

static void
test_versions (StoreTest     *test,
               gconstpointer  data)
{
  static const TsOpenMode modes[] = { TS_OPEN_READ_ONLY, TS_OPEN_SALVAGE, TS_OPEN_READ_WRITE, TS_OPEN_READ_WRITE };
  g_auto (GStrv) scripts = ts_schema_load_scripts ();

  /* The version before the newest is frozen at the latest when the newest is released. */
  for (guint version = 1; version < g_strv_length (scripts); version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%u", version);

      copy_fixture (test, name);

      for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
        check_fixture (test, name, modes[i]);
    }
}

static void
test_goes_on (StoreTest     *test,
              gconstpointer  data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) redone = NULL;
  g_autoptr (TsChange) undone = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  const char *hash;

  copy_fixture (test, "version-1");
  workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);

  redone = ts_workbook_redo (workbook, &error);
  g_assert_no_error (error);
  undone = ts_workbook_undo (workbook, &error);
  g_assert_no_error (error);

  evidence = ts_workbook_read_rows (workbook, TS_ENTITY_EVIDENCE, TS_EVIDENCE_TITLE, "A report", &error);
  hash = ts_row_get_text (g_ptr_array_index (evidence, 0), TS_EVIDENCE_CONTENT);
  g_assert_true (ts_workbook_copy_content (workbook, hash, stream, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 30);
  store_test_assert_clean (workbook);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/fixture/versions", test_versions);
  store_test_add ("/store/fixture/goes-on", test_goes_on);

  return g_test_run ();
}
