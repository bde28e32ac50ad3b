/* test-backups.c — backups and copies of an open workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "model/ts-backups.h"
#include "store/ts-store-error.h"

#include <glib/gstdio.h>

typedef struct
{
  SessionFixture session;
  char *base;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  session_fixture_set_up (&fixture->session, NULL);
  fixture->base = g_dir_make_tmp ("touchstone-backups-XXXXXX", NULL);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  session_fixture_tear_down (&fixture->session, NULL);
  remove_all (fixture->base);
  g_free (fixture->base);
}

static TsBackup *
make_backup (Fixture           *fixture,
             TsBackupOccasion   occasion,
             GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  TsBackup *made = NULL;

  ts_backups_make_async (fixture->base, fixture->session.path, occasion, NULL, take_result_cb, &result);
  ts_backups_make_finish (wait_for_result (&result), &made, error);

  return made;
}

static GPtrArray *
list_backups (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *backups;

  ts_backups_list_async (fixture->base, fixture->session.path, NULL, take_result_cb, &result);
  backups = ts_backups_list_finish (wait_for_result (&result), &error);
  g_assert_no_error (error);

  return backups;
}

static TsRestore *
prepare (Fixture     *fixture,
         const char  *path,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ts_backups_prepare_async (path, fixture->session.path, NULL, NULL, NULL, take_result_cb, &result);

  return ts_backups_prepare_finish (wait_for_result (&result), error);
}

/* Takes @restore. */
static gboolean
commit (Fixture    *fixture,
        TsRestore  *restore,
        GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *kept = NULL;
  gboolean done;

  ts_backups_restore_async (restore, fixture->base, fixture->session.path, take_result_cb, &result);
  done = ts_backups_restore_finish (wait_for_result (&result), &kept, error);
  g_assert_null (kept);

  return done;
}

static void
rate (Fixture *fixture,
      int      level)
{
  GAsyncResult *result = NULL;
  g_autoptr (TsChange) change = NULL;

  ts_session_rate_async (fixture->session.session, fixture->session.assessment_id, "5a", level, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, NULL);
  g_assert_nonnull (change);
}

/* While somebody works in the workbook, a backup is made and prepared; only the swap waits until it is closed. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsBackup) first = make_backup (fixture, TS_BACKUP_WHILE_OPEN, &error);
  g_autoptr (GPtrArray) backups = NULL;
  TsRestore *restore;

  g_assert_no_error (error);
  g_assert_nonnull (first);
  g_assert_cmpint (first->n_changes, ==, 1);
  g_assert_null (make_backup (fixture, TS_BACKUP_AT_CLOSING, &error));
  g_assert_no_error (error);

  rate (fixture, 3);
  g_assert_null (make_backup (fixture, TS_BACKUP_WHILE_OPEN, &error));
  g_assert_no_error (error);

  restore = prepare (fixture, first->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ts_restore_get_n_changes (restore), ==, 1);
  g_assert_false (commit (fixture, restore, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  /* Nothing is left of what was prepared, and the session goes on. */
  rate (fixture, 2);
  restore = prepare (fixture, first->path, &error);
  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);
  g_assert_true (commit (fixture, restore, &error));
  g_assert_no_error (error);

  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (ts_session_get_undo_label (fixture->session.session), "Begin "));

  backups = list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (((TsBackup *) g_ptr_array_index (backups, 0))->n_changes + ((TsBackup *) g_ptr_array_index (backups, 1))->n_changes,
                   ==, 4);
}

static void
test_foreign_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *letter = write_file (&fixture->session, "letter.touchstone", "Dear board, ", 500);
  g_autoptr (GError) error = NULL;

  g_assert_null (prepare (fixture, letter, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_A_WORKBOOK);
  rate (fixture, 3);
}

/* A folder that cannot be made is told, and nothing else happens. */
static void
test_failing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *base = g_build_filename (fixture->session.path, "backups", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TsBackup *made = NULL;

  ts_backups_make_async (base, fixture->session.path, TS_BACKUP_AT_CLOSING, NULL, take_result_cb, &result);
  g_assert_false (ts_backups_make_finish (wait_for_result (&result), &made, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
  g_assert_null (made);
  rate (fixture, 3);
}

static void
test_save_copy (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) copy = g_file_new_build_filename (fixture->session.folder, "Copy.touchstone", NULL);
  g_autoptr (GFile) itself = g_file_new_for_path (fixture->session.path);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  TsSession *session;

  g_cancellable_cancel (cancelled);
  ts_session_save_copy_async (fixture->session.session, copy, FALSE, NULL, NULL, cancelled, take_result_cb, &result);
  g_assert_false (ts_session_save_copy_finish (fixture->session.session, wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (copy, NULL));
  g_clear_error (&error);
  g_clear_object (&result);

  rate (fixture, 3);
  ts_session_save_copy_async (fixture->session.session, copy, FALSE, NULL, NULL, NULL, take_result_cb, &result);
  g_assert_true (ts_session_save_copy_finish (fixture->session.session, wait_for_result (&result), &error));
  g_assert_no_error (error);
  g_clear_object (&result);

  ts_session_save_copy_async (fixture->session.session, itself, TRUE, NULL, NULL, NULL, take_result_cb, &result);
  g_assert_false (ts_session_save_copy_finish (fixture->session.session, wait_for_result (&result), &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_clear_object (&result);

  session = open_session (g_file_peek_path (copy), TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_session_get_undo_label (session), ==, "5a: not rated → level 3");
  close_session (session);
  g_object_unref (session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/backups/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/backups/foreign-file", Fixture, NULL, set_up, test_foreign_file, tear_down);
  g_test_add ("/backups/failing", Fixture, NULL, set_up, test_failing, tear_down);
  g_test_add ("/backups/save-copy", Fixture, NULL, set_up, test_save_copy, tear_down);

  return g_test_run ();
}
