/* test-open.c — opening what is and what is not a workbook, and who else has it open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

static void
make_workbook (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, &error);
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) rating = NULL;

  g_assert_no_error (error);
  assessment = store_test_create_assessment (workbook);
  rating = store_test_rating (assessment, "1a", 2, "because");
  store_test_create (workbook, rating);
}

/* What opening says, and that it leaves the file as it was. */
static void
assert_refused (const char *path,
                TsOpenMode  mode,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;
  gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (is_file)
    g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));

  g_assert_null (ts_workbook_open (path, mode, &error));
  g_assert_error (error, TS_STORE_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_null (strstr (error->message, "select"));

  if (is_file)
    {
      g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
assert_only_file (StoreTest  *test,
                  const char *name)
{
  g_autoptr (GDir) directory = g_dir_open (test->directory, 0, NULL);
  const char *found;

  while ((found = g_dir_read_name (directory)) != NULL)
    g_assert_cmpstr (found, ==, name);
}

static void
test_not_a_workbook (StoreTest     *test,
                     gconstpointer  data)
{
  static const TsOpenMode modes[] = { TS_OPEN_READ_WRITE, TS_OPEN_READ_ONLY };
  g_autofree char *missing = store_test_build_path (test, "missing");
  g_autofree char *inside = store_test_build_path (test, "missing/inside");
  g_autofree char *empty = store_test_build_path (test, "empty");
  g_autofree char *text = store_test_build_path (test, "text");
  g_autofree char *other = store_test_build_path (test, "other.db");
  g_autofree char *pipe_path = store_test_build_path (test, "pipe");
  g_autofree char *link = store_test_build_path (test, "dangling");

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (text, "organisation,year\n", -1, NULL));
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  store_test_tamper (other, "create table organisation (id text)");

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      assert_refused (missing, modes[i], TS_STORE_ERROR_NOT_FOUND);
      assert_refused (inside, modes[i], TS_STORE_ERROR_NOT_FOUND);
      assert_refused (link, modes[i], TS_STORE_ERROR_NOT_FOUND);
      assert_refused (empty, modes[i], TS_STORE_ERROR_NOT_A_WORKBOOK);
      assert_refused (text, modes[i], TS_STORE_ERROR_NOT_A_WORKBOOK);
      assert_refused (other, modes[i], TS_STORE_ERROR_NOT_A_WORKBOOK);
      assert_refused (pipe_path, modes[i], TS_STORE_ERROR_NOT_A_WORKBOOK);
      assert_refused (test->directory, modes[i], TS_STORE_ERROR_NOT_A_WORKBOOK);
    }
}

static void
test_newer_version (StoreTest     *test,
                    gconstpointer  data)
{
  make_workbook (test);
  store_test_tamper (test->path, "pragma user_version = 9999");
  assert_refused (test->path, TS_OPEN_READ_WRITE, TS_STORE_ERROR_SCHEMA_TOO_NEW);
  assert_refused (test->path, TS_OPEN_READ_ONLY, TS_STORE_ERROR_SCHEMA_TOO_NEW);

  store_test_tamper (test->path, "pragma user_version = 0");
  assert_refused (test->path, TS_OPEN_READ_WRITE, TS_STORE_ERROR_CORRUPT);
}

static void
test_create_refuses_to_overwrite (StoreTest     *test,
                                  gconstpointer  data)
{
  g_autofree char *nowhere = store_test_build_path (test, "nowhere/new.touchstone");
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (test->path, "mine", -1, NULL));
  g_assert_null (ts_workbook_create (test->path, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (test->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");

  g_assert_null (ts_workbook_create (nowhere, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_only_file (test, "test.touchstone");

  /* Nor under a name whose last bearer left its log behind. */
  g_assert_cmpint (g_unlink (test->path), ==, 0);
  g_assert_true (g_file_set_contents (log, "the last changes", -1, NULL));
  g_assert_null (ts_workbook_create (test->path, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  assert_only_file (test, "test.touchstone-wal");
}

static void
test_nothing_is_left_beside (StoreTest     *test,
                             gconstpointer  data)
{
  g_autoptr (TsWorkbook) writer = NULL;
  g_autoptr (TsWorkbook) reader = NULL;
  g_autoptr (TsWorkbook) second = NULL;
  g_autoptr (TsRow) row = store_test_organisation ("A");

  make_workbook (test);
  assert_only_file (test, "test.touchstone");

  reader = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, NULL);
  g_assert_nonnull (reader);
  g_clear_pointer (&reader, ts_workbook_close);
  assert_only_file (test, "test.touchstone");

  /* Whoever closes last tidies up, and before that nobody. */
  writer = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, NULL);
  reader = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, NULL);
  second = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, NULL);
  store_test_create (writer, row);
  g_clear_pointer (&second, ts_workbook_close);
  g_clear_pointer (&writer, ts_workbook_close);
  store_test_assert_clean (reader);
  g_clear_pointer (&reader, ts_workbook_close);
  assert_only_file (test, "test.touchstone");
}

static void
test_second_opener_is_told (StoreTest     *test,
                            gconstpointer  data)
{
  g_autofree char *link = store_test_build_path (test, "another-name");
  g_autoptr (TsWorkbook) first = NULL;
  g_autoptr (TsWorkbook) reader = NULL;
  g_autoptr (TsWorkbook) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_change_new ("Not mine to make");
  g_autoptr (TsRow) row = store_test_organisation ("Z");

  make_workbook (test);
  g_assert_cmpint (symlink (test->path, link), ==, 0);
  first = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);

  assert_refused (test->path, TS_OPEN_READ_WRITE, TS_STORE_ERROR_LOCKED);
  assert_refused (link, TS_OPEN_READ_WRITE, TS_STORE_ERROR_LOCKED);
  assert_refused (test->path, TS_OPEN_SALVAGE, TS_STORE_ERROR_BUSY);

  reader = ts_workbook_open (link, TS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (ts_workbook_is_read_only (reader));
  g_assert_false (ts_workbook_is_read_only (first));
  ts_change_create (change, row);
  g_assert_false (ts_workbook_apply (reader, change, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_clear_pointer (&first, ts_workbook_close);
  again = ts_workbook_open (link, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_reader_sees_live_changes (StoreTest     *test,
                               gconstpointer  data)
{
  g_autoptr (TsWorkbook) writer = ts_workbook_create (test->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) reader = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsRow) row = store_test_organisation ("A");
  g_autoptr (TsRow) seen = NULL;
  gboolean changed;

  g_assert_no_error (error);
  g_assert_true (ts_workbook_check_external_change (reader, &changed, &error));
  g_assert_false (changed);

  store_test_create (writer, row);
  g_assert_true (ts_workbook_check_external_change (reader, &changed, &error));
  g_assert_true (changed);
  g_assert_true (ts_workbook_check_external_change (reader, &changed, &error));
  g_assert_false (changed);
  g_assert_true (ts_workbook_check_external_change (writer, &changed, &error));
  g_assert_false (changed);

  seen = ts_workbook_find_organisation (reader, "A", &error);
  g_assert_no_error (error);
  g_assert_true (ts_row_equal (seen, row));
  store_test_assert_clean (reader);
}

/* Runs a function in a process of its own, there without the rights of root, and returns its process id. */
static pid_t
start_child (void (*function) (StoreTest *test,
                               int        descriptor),
             StoreTest *test,
             int *descriptor)
{
  int pipes[2];
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      close (pipes[0]);
      function (test, pipes[1]);
      _exit (0);
    }

  close (pipes[1]);
  *descriptor = pipes[0];

  return child;
}

static void
hold_open (StoreTest *test,
           int        descriptor)
{
  TsWorkbook *workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, NULL);

  g_assert_nonnull (workbook);
  g_assert_cmpint (write (descriptor, "!", 1), ==, 1);
  pause ();
}

static void
test_another_process_is_told (StoreTest     *test,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autofree char *process = NULL;
  char byte;
  int descriptor;
  pid_t child;

  make_workbook (test);
  child = start_child (hold_open, test, &descriptor);
  g_assert_cmpint (read (descriptor, &byte, 1), ==, 1);

  g_assert_null (ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED);
  process = g_strdup_printf ("%d", (int) child);
  g_assert_nonnull (strstr (error->message, process));
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_clear_error (&error);

  /* Its lock goes with it, however it goes. */
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (descriptor);
  workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  store_test_assert_clean (workbook);
}

static void
lose_rights (void)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (setgid (NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }
}

static void
open_where_nothing_can_be_written (StoreTest *test,
                                   int        descriptor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsRow) row = NULL;
  g_autofree char *elsewhere = store_test_build_path (test, "new.touchstone");

  lose_rights ();
  assert_refused (test->path, TS_OPEN_READ_WRITE, TS_STORE_ERROR_READ_ONLY);
  g_assert_null (ts_workbook_create (elsewhere, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  workbook = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  row = ts_workbook_find_organisation (workbook, "X01", &error);
  g_assert_no_error (error);
  store_test_assert_clean (workbook);
  g_assert_cmpint (write (descriptor, "!", 1), ==, 1);
}

static void
run_child (void (*function) (StoreTest *test,
                             int        descriptor),
           StoreTest *test)
{
  int descriptor;
  char byte;
  pid_t child = start_child (function, test, &descriptor);
  int status;

  g_assert_cmpint (read (descriptor, &byte, 1), ==, 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  close (descriptor);
}

static void
test_read_only_folder (StoreTest     *test,
                       gconstpointer  data)
{
  make_workbook (test);
  g_assert_cmpint (g_chmod (test->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (test->directory, 0555), ==, 0);
  run_child (open_where_nothing_can_be_written, test);

  /* The file may be written, but not its folder: it is all the same. */
  g_assert_cmpint (g_chmod (test->path, 0666), ==, 0);
  run_child (open_where_nothing_can_be_written, test);
  g_assert_cmpint (g_chmod (test->directory, 0755), ==, 0);
}

static void
die_with_log (StoreTest *test,
              int        descriptor)
{
  TsWorkbook *workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, NULL);
  g_autoptr (TsRow) row = store_test_organisation ("LATE");

  store_test_create (workbook, row);
  g_assert_cmpint (write (descriptor, "!", 1), ==, 1);
  kill (getpid (), SIGKILL);
}

static void
read_late_row (StoreTest *test,
               int        descriptor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsRow) row = NULL;

  lose_rights ();
  workbook = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  row = ts_workbook_find_organisation (workbook, "LATE", &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (descriptor, "!", 1), ==, 1);
}

static void
test_read_only_folder_with_log (StoreTest     *test,
                                gconstpointer  data)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (test->path, "-shm", NULL);
  char byte;
  int descriptor;
  pid_t child;

  make_workbook (test);
  child = start_child (die_with_log, test, &descriptor);
  g_assert_cmpint (read (descriptor, &byte, 1), ==, 1);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (descriptor);

  /* As on a disk to which both files were copied: what is only in the log is part of the workbook. */
  g_assert_cmpint (g_unlink (shared), ==, 0);
  g_assert_cmpint (g_chmod (test->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (log, 0644), ==, 0);
  g_assert_cmpint (g_chmod (test->directory, 0555), ==, 0);
  run_child (read_late_row, test);
  g_assert_cmpint (g_chmod (test->directory, 0755), ==, 0);
}

static void
open_what_may_not_be_read (StoreTest *test,
                           int        descriptor)
{
  lose_rights ();

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (ts_workbook_open (test->path, TS_OPEN_READ_ONLY, &error));
    g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_ACCESS);
  }

  g_assert_cmpint (write (descriptor, "!", 1), ==, 1);
}

static void
test_no_access (StoreTest     *test,
                gconstpointer  data)
{
  make_workbook (test);
  g_assert_cmpint (g_chmod (test->directory, 0755), ==, 0);
  g_assert_cmpint (g_chmod (test->path, 0000), ==, 0);
  run_child (open_what_may_not_be_read, test);
}

static void
test_copy (StoreTest     *test,
           gconstpointer  data)
{
  g_autofree char *path = store_test_build_path (test, "copy.touchstone");
  g_autofree char *original = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsWorkbook) reader = NULL;
  g_autoptr (TsWorkbook) copy = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  make_workbook (test);
  workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
  g_cancellable_cancel (cancelled);
  g_assert_false (ts_workbook_copy_to (workbook, path, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (ts_workbook_copy_to (workbook, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ts_workbook_copy_to (workbook, path, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  original = store_test_dump (workbook);
  g_clear_pointer (&workbook, ts_workbook_close);
  copy = ts_workbook_open (path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  copied = store_test_dump (copy);
  g_assert_cmpstr (original, ==, copied);
  store_test_assert_clean (copy);
  g_clear_pointer (&copy, ts_workbook_close);

  /* A reader may make a copy too. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  reader = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, &error);
  g_assert_true (ts_workbook_copy_to (reader, path, NULL, &error));
  g_assert_no_error (error);
}

static void
test_names_with_everything (StoreTest     *test,
                            gconstpointer  data)
{
  static const char *const names[] = {
    "with space.touchstone",
    "q?mark=1&x#y%20.touchstone",
    "ünïcode.touchstone",
    "'quoted\".touchstone",
    "-dash",
    ":memory:",
    "file:x",
    "line\nbreak",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = store_test_build_path (test, names[i]);
      g_autofree char *copy = g_strconcat (path, ".copy", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TsWorkbook) workbook = ts_workbook_create (path, &error);
      g_autoptr (TsWorkbook) reader = NULL;

      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_true (ts_workbook_copy_to (workbook, copy, NULL, &error));
      g_assert_no_error (error);
      reader = ts_workbook_open (path, TS_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/open/not-a-workbook", test_not_a_workbook);
  store_test_add ("/store/open/newer-version", test_newer_version);
  store_test_add ("/store/open/create-refuses-to-overwrite", test_create_refuses_to_overwrite);
  store_test_add ("/store/open/nothing-is-left-beside", test_nothing_is_left_beside);
  store_test_add ("/store/open/second-opener-is-told", test_second_opener_is_told);
  store_test_add ("/store/open/another-process-is-told", test_another_process_is_told);
  store_test_add ("/store/open/reader-sees-live-changes", test_reader_sees_live_changes);
  store_test_add ("/store/open/read-only-folder", test_read_only_folder);
  store_test_add ("/store/open/read-only-folder-with-log", test_read_only_folder_with_log);
  store_test_add ("/store/open/no-access", test_no_access);
  store_test_add ("/store/open/copy", test_copy);
  store_test_add ("/store/open/names-with-everything", test_names_with_everything);

  return g_test_run ();
}
