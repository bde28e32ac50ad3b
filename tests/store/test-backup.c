/* test-backup.c — backups, restoring one, and copies over other files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-backup.h"
#include "store/ts-restore.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define HOUR G_TIME_SPAN_HOUR
#define DAY  G_TIME_SPAN_DAY

/* 2010-03-04T15:04:05Z */
#define NOW (G_GINT64_CONSTANT (1267715045) * G_USEC_PER_SEC)

static TsWorkbook *
open_workbook (const char *path,
               TsOpenMode  mode)
{
  g_autoptr (GError) error = NULL;
  TsWorkbook *workbook = ts_workbook_open (path, mode, &error);

  g_assert_no_error (error);

  return workbook;
}

/* A workbook with one change. */
static void
make_workbook (const char *path,
               const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (path, &error);
  g_autoptr (TsRow) organisation = store_test_organisation (code);

  g_assert_no_error (error);
  store_test_create (workbook, organisation);
}

static void
add_organisation (const char *path,
                  const char *code)
{
  g_autoptr (TsWorkbook) workbook = open_workbook (path, TS_OPEN_READ_WRITE);
  g_autoptr (TsRow) organisation = store_test_organisation (code);

  store_test_create (workbook, organisation);
}

static char *
dump (const char *path)
{
  g_autoptr (TsWorkbook) workbook = open_workbook (path, TS_OPEN_READ_ONLY);
  g_autofree char *rows = store_test_dump (workbook);
  g_autofree char *journal = store_test_dump_journal (workbook);

  store_test_assert_clean (workbook);

  return g_strconcat (rows, journal, NULL);
}

static gboolean
has_organisation (const char *path,
                  const char *code)
{
  g_autoptr (TsWorkbook) workbook = open_workbook (path, TS_OPEN_READ_ONLY);
  g_autoptr (TsRow) row = ts_workbook_find_organisation (workbook, code, NULL);

  store_test_assert_clean (workbook);

  return row != NULL;
}

static char *
get_folder (StoreTest *test)
{
  g_autofree char *base = store_test_build_path (test, "backups");

  return ts_backup_build_folder (base, test->path);
}

static TsBackup *
make_backup (StoreTest         *test,
             TsBackupOccasion   occasion,
             gint64             now,
             GError           **error)
{
  g_autoptr (TsWorkbook) workbook = open_workbook (test->path, TS_OPEN_READ_ONLY);
  g_autofree char *folder = get_folder (test);
  TsBackup *made;

  return ts_backup_make (workbook, folder, occasion, now, NULL, &made, error) ? made : NULL;
}

static GPtrArray *
list_backups (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = get_folder (test);
  GPtrArray *backups = ts_backup_list (folder, &error);

  g_assert_no_error (error);

  return backups;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (directory != NULL && g_dir_read_name (directory) != NULL)
    n_files++;

  return n_files;
}

/* Puts a backup in the place of the test's workbook. */
static gboolean
restore (StoreTest   *test,
         const char  *backup,
         char       **kept,
         GError     **error)
{
  g_autofree char *folder = get_folder (test);
  g_autoptr (TsRestore) restore = ts_restore_prepare (backup, test->path, NULL, NULL, NULL, error);

  return restore != NULL && ts_restore_commit (restore, folder, NOW + DAY, kept, error);
}

static void
test_folder (StoreTest     *test,
             gconstpointer  data)
{
  g_autofree char *link = store_test_build_path (test, "link.touchstone");
  g_autofree char *spaced = store_test_build_path (test, "Our board’s 2009 work.touchstone");
  g_autofree char *folder = NULL;
  g_autofree char *through_link = NULL;
  g_autofree char *when_gone = NULL;
  g_autofree char *other = NULL;

  make_workbook (test->path, "X1");
  g_assert_cmpint (symlink (test->path, link), ==, 0);

  folder = ts_backup_build_folder ("/backups", test->path);
  through_link = ts_backup_build_folder ("/backups", link);
  other = ts_backup_build_folder ("/backups", spaced);
  g_assert_cmpint (g_unlink (test->path), ==, 0);
  when_gone = ts_backup_build_folder ("/backups", test->path);

  g_assert_true (g_str_has_prefix (folder, "/backups/test-"));
  g_assert_cmpstr (folder, ==, through_link);
  g_assert_cmpstr (folder, ==, when_gone);
  g_assert_true (g_str_has_prefix (other, "/backups/Our_board___s_2009_work-"));
}

/* What else lies in the folder is neither listed nor touched. */
static void
test_list (StoreTest     *test,
           gconstpointer  data)
{
  static const char *const names[] = {
    "2010-03-04T15-04-05Z-12-0123456789ab.touchstone",
    "2010-03-04T15-04-06Z-13-0123456789ab.touchstone",
    "2009-12-31T23-59-59Z-0-0123456789ab.touchstone",
  };
  static const char *const others[] = {
    "letter.touchstone",
    "2010-03-04T15-04-05Z-12-0123456789ab",
    "2010-03-04T15-04-05Z-12-0123456789ab.touchstone-wal",
    "2010-03-04T15-04-05Z--0123456789ab.touchstone",
    "2010-03-04T15-04-05Z-x-0123456789ab.touchstone",
    "2010-03-04T15-04-05Z--1-0123456789ab.touchstone",
    "2010-03-04T15-04-05Z-1-0123456789xx.touchstone",
    "2010-03-04T15-04-05Z-1-0123456789abcd.touchstone",
    "2010-03-04T15-04-05Z-1-0123456789ab-2.touchstone",
    "2010-13-04T15-04-05Z-1-0123456789ab.touchstone",
    "2010-03-04T25-04-05Z-1-0123456789ab.touchstone",
    "2010-03-04T15-04-05Z",
    ".2010-03-04T15-04-05Z-12-0123456789ab.touchstone.x7Y2aB",
    "é",
    "\xff\xfe",
  };
  g_autofree char *folder = get_folder (test);
  g_autofree char *empty_folder = store_test_build_path (test, "nothing");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *inner = g_build_filename (folder, "2010-03-04T15-04-09Z-1-0123456789ab.touchstone", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (names) + G_N_ELEMENTS (others); i++)
    {
      const char *name = i < G_N_ELEMENTS (names) ? names[i] : others[i - G_N_ELEMENTS (names)];
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "123", 3, NULL));
    }

  none = ts_backup_list (empty_folder, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  backups = list_backups (test);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (names));

  for (guint i = 0; i < backups->len; i++)
    {
      static const gint64 times[] = { NOW + G_USEC_PER_SEC, NOW, G_GINT64_CONSTANT (1262303999) * G_USEC_PER_SEC };
      static const gint64 n_changes[] = { 13, 12, 0 };
      const TsBackup *backup = g_ptr_array_index (backups, i);

      g_assert_cmpint (backup->at, ==, times[i]);
      g_assert_cmpint (backup->n_changes, ==, n_changes[i]);
      g_assert_cmpstr (backup->head, ==, "0123456789ab");
      g_assert_cmpuint (backup->size, ==, 3);
    }
}

static void
test_make (StoreTest     *test,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) empty = ts_workbook_create (test->path, &error);
  g_autofree char *folder = get_folder (test);
  TsBackup *made;
  g_autoptr (TsBackup) first = NULL;
  g_autoptr (TsBackup) second = NULL;
  g_autofree char *original = NULL;
  g_autofree char *copied = NULL;

  g_assert_no_error (error);

  /* Nothing to back up. */
  g_assert_true (ts_backup_make (empty, folder, TS_BACKUP_AT_CLOSING, NOW, NULL, &made, &error));
  g_assert_null (made);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_clear_pointer (&empty, ts_workbook_close);

  add_organisation (test->path, "X1");
  first = make_backup (test, TS_BACKUP_WHILE_OPEN, NOW, &error);
  g_assert_no_error (error);
  g_assert_nonnull (first);
  g_assert_cmpint (first->at, ==, NOW);
  g_assert_cmpint (first->n_changes, ==, 1);
  original = dump (test->path);
  copied = dump (first->path);
  g_assert_cmpstr (original, ==, copied);

  /* Nothing has changed. */
  g_assert_null (make_backup (test, TS_BACKUP_AT_CLOSING, NOW + DAY, &error));
  g_assert_no_error (error);

  /* Something has, but only closing is an occasion yet. */
  add_organisation (test->path, "X2");
  g_assert_null (make_backup (test, TS_BACKUP_WHILE_OPEN, NOW + HOUR, &error));
  g_assert_no_error (error);
  second = make_backup (test, TS_BACKUP_AT_CLOSING, NOW + HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->n_changes, ==, 2);
  g_assert_cmpuint (count_files (folder), ==, 2);
}

/* A journal that is as long as that of the last backup, but another. */
static void
test_make_after_restoring (StoreTest     *test,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsBackup) first = NULL;
  g_autoptr (TsBackup) second = NULL;
  g_autoptr (TsBackup) third = NULL;

  make_workbook (test->path, "X1");
  first = make_backup (test, TS_BACKUP_AT_CLOSING, NOW, &error);
  add_organisation (test->path, "X2");
  second = make_backup (test, TS_BACKUP_AT_CLOSING, NOW + HOUR, &error);
  g_assert_true (restore (test, first->path, NULL, &error));
  add_organisation (test->path, "X3");
  third = make_backup (test, TS_BACKUP_AT_CLOSING, NOW + 2 * HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpint (third->n_changes, ==, second->n_changes);
  g_assert_true (has_organisation (third->path, "X3"));
  g_assert_false (has_organisation (third->path, "X2"));
}

/* The file rotates out what the rule says, what a crash left behind, and nothing else. */
static void
test_rotate (StoreTest     *test,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = get_folder (test);
  g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *leftover = g_build_filename (folder, ".2010-03-01T15-04-05Z-1-0123456789ab.touchstone.AbCdEf", NULL);
  g_autoptr (TsBackup) made = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  make_workbook (test->path, "X1");
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (letter, "Dear board", -1, NULL));
  g_assert_true (g_file_set_contents (leftover, "half", -1, NULL));

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("2010-03-04T10-%02u-00Z-%u-0123456789ab.touchstone", i, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }

  made = make_backup (test, TS_BACKUP_AT_CLOSING, NOW, &error);
  g_assert_no_error (error);
  backups = list_backups (test);
  g_assert_cmpuint (backups->len, ==, TS_BACKUP_MOST_LATEST);
  g_assert_cmpstr (((TsBackup *) g_ptr_array_index (backups, 0))->path, ==, made->path);
  g_assert_cmpint (((TsBackup *) g_ptr_array_index (backups, 4))->n_changes, ==, 6);
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));

  /* By the test's clock it is from the future: perhaps it is still being written. */
  g_assert_true (g_file_test (leftover, G_FILE_TEST_EXISTS));
  g_clear_pointer (&made, ts_backup_free);
  add_organisation (test->path, "X2");
  made = make_backup (test, TS_BACKUP_AT_CLOSING, g_get_real_time () + 2 * DAY, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
}

static void
test_restore (StoreTest     *test,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsBackup) backup = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *kept = NULL;

  make_workbook (test->path, "X1");
  before = dump (test->path);
  backup = make_backup (test, TS_BACKUP_AT_CLOSING, NOW, &error);
  add_organisation (test->path, "X2");
  after = dump (test->path);
  g_assert_cmpint (g_chmod (test->path, 0640), ==, 0);

  g_assert_true (restore (test, backup->path, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
  restored = dump (test->path);
  g_assert_cmpstr (restored, ==, before);

  /* What was there is the newest backup, and leads back. */
  backups = list_backups (test);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_true (restore (test, ((TsBackup *) g_ptr_array_index (backups, 0))->path, NULL, &error));
  undone = dump (test->path);
  g_assert_cmpstr (undone, ==, after);
  g_assert_cmpuint (count_files (test->directory), ==, 2);

  {
    GStatBuf status;

    g_assert_cmpint (g_stat (test->path, &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  }

  add_organisation (test->path, "X4");
}

static void
write_bytes (const char *path,
             goffset     offset,
             const char *bytes)
{
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, strlen (bytes), file), ==, strlen (bytes));
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
assert_not_restored (StoreTest  *test,
                     const char *file,
                     int         code)
{
  g_autofree char *before = dump (test->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (test->directory);

  g_assert_false (restore (test, file, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, TS_STORE_ERROR, code);
  after = dump (test->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (test->directory), ==, n_files);
}

static void
test_restore_what_cannot_be (StoreTest     *test,
                             gconstpointer  data)
{
  g_autofree char *damaged = store_test_build_path (test, "damaged.touchstone");
  g_autofree char *cut = store_test_build_path (test, "cut.touchstone");
  g_autofree char *tampered = store_test_build_path (test, "tampered.touchstone");
  g_autofree char *letter = store_test_build_path (test, "letter.touchstone");
  g_autofree char *foreign = store_test_build_path (test, "music.db");
  g_autofree char *newer = store_test_build_path (test, "newer.touchstone");
  g_autofree char *gone = store_test_build_path (test, "gone.touchstone");

  make_workbook (test->path, "X1");
  make_workbook (damaged, "X1");
  make_workbook (cut, "X1");
  make_workbook (tampered, "X1");
  make_workbook (newer, "X1");
  make_workbook (foreign, "X1");
  g_assert_true (g_file_set_contents (letter, "Dear board, we write to you about 2009.", -1, NULL));

  write_bytes (damaged, 4096 + 3, "no page of a table looks like this");
  g_assert_cmpint (truncate (cut, 8192), ==, 0);
  store_test_tamper (tampered, "update organisation set kind = 'sha'");
  store_test_tamper (newer, "pragma user_version = 1000");
  store_test_tamper (foreign, "pragma application_id = 12345");

  assert_not_restored (test, damaged, TS_STORE_ERROR_CORRUPT);
  assert_not_restored (test, cut, TS_STORE_ERROR_CORRUPT);
  assert_not_restored (test, tampered, TS_STORE_ERROR_CORRUPT);
  assert_not_restored (test, newer, TS_STORE_ERROR_SCHEMA_TOO_NEW);
  assert_not_restored (test, foreign, TS_STORE_ERROR_NOT_A_WORKBOOK);
  assert_not_restored (test, letter, TS_STORE_ERROR_NOT_A_WORKBOOK);
  assert_not_restored (test, gone, TS_STORE_ERROR_NOT_FOUND);
  assert_not_restored (test, test->directory, TS_STORE_ERROR_NOT_A_WORKBOOK);
  assert_not_restored (test, test->path, TS_STORE_ERROR_EXISTS);
}

/* What is there cannot be read any more: it stays as the file that it is, under another name. */
static void
test_restore_over_damage (StoreTest     *test,
                          gconstpointer  data)
{
  g_autofree char *copy = store_test_build_path (test, "copy.touchstone");
  g_autofree char *damage = NULL;
  g_autofree char *first_kept = NULL;
  g_autofree char *second_kept = NULL;
  g_autofree char *set_aside = NULL;
  g_autofree char *letter = NULL;
  gsize n_damage;
  gsize n_set_aside;
  g_autoptr (GError) error = NULL;

  make_workbook (copy, "X1");
  make_workbook (test->path, "X2");
  write_bytes (test->path, 0, "SQLite formal 3");
  g_assert_true (g_file_get_contents (test->path, &damage, &n_damage, NULL));

  g_assert_true (restore (test, copy, &first_kept, &error));
  g_assert_no_error (error);
  g_assert_true (has_organisation (test->path, "X1"));
  g_assert_true (g_file_get_contents (first_kept, &set_aside, &n_set_aside, NULL));
  g_assert_cmpmem (damage, n_damage, set_aside, n_set_aside);

  /* A second time, while that name is taken; and it need not be a workbook at all. */
  g_assert_true (g_file_set_contents (test->path, "Dear board", -1, NULL));
  g_assert_true (restore (test, copy, &second_kept, &error));
  g_assert_no_error (error);
  g_assert_true (has_organisation (test->path, "X1"));
  g_assert_true (g_file_get_contents (second_kept, &letter, NULL, NULL));
  g_assert_cmpstr (letter, ==, "Dear board");
  g_assert_true (g_file_test (first_kept, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (test->directory), ==, 4);
}

static void
test_restore_what_is_gone (StoreTest     *test,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsBackup) backup = NULL;
  g_autofree char *kept = NULL;

  make_workbook (test->path, "X1");
  backup = make_backup (test, TS_BACKUP_AT_CLOSING, NOW, &error);
  g_assert_cmpint (g_unlink (test->path), ==, 0);

  g_assert_true (restore (test, backup->path, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
  g_assert_true (has_organisation (test->path, "X1"));
}

/* What nobody had closed when the power went is part of what is kept. */
static void
test_restore_after_a_crash (StoreTest     *test,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsBackup) backup = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  int status;
  pid_t child;

  make_workbook (test->path, "X1");
  backup = make_backup (test, TS_BACKUP_AT_CLOSING, NOW, &error);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      TsWorkbook *workbook = open_workbook (test->path, TS_OPEN_READ_WRITE);
      g_autoptr (TsRow) organisation = store_test_organisation ("X2");

      store_test_create (workbook, organisation);
      kill (getpid (), SIGKILL);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));

  g_assert_true (restore (test, backup->path, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (has_organisation (test->path, "X2"));
  backups = list_backups (test);
  g_assert_true (has_organisation (((TsBackup *) g_ptr_array_index (backups, 0))->path, "X2"));
}

/* Whoever has it open keeps it, in this process and in another. */
static void
test_restore_in_use (StoreTest     *test,
                     gconstpointer  data)
{
  g_autofree char *copy = store_test_build_path (test, "copy.touchstone");
  g_autoptr (TsWorkbook) workbook = NULL;
  int ready[2];
  int done[2];
  char byte;
  int status;
  pid_t child;

  make_workbook (test->path, "X1");
  make_workbook (copy, "X2");

  workbook = open_workbook (test->path, TS_OPEN_READ_WRITE);
  assert_not_restored (test, copy, TS_STORE_ERROR_LOCKED);
  g_clear_pointer (&workbook, ts_workbook_close);
  workbook = open_workbook (test->path, TS_OPEN_READ_ONLY);
  assert_not_restored (test, copy, TS_STORE_ERROR_BUSY);
  g_clear_pointer (&workbook, ts_workbook_close);

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (done), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      workbook = open_workbook (test->path, TS_OPEN_READ_ONLY);
      g_assert_cmpint (write (ready[1], "r", 1), ==, 1);
      close (done[1]);
      g_assert_cmpint (read (done[0], &byte, 1), ==, 0);
      g_clear_pointer (&workbook, ts_workbook_close);
      _exit (0);
    }

  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  assert_not_restored (test, copy, TS_STORE_ERROR_BUSY);
  close (done[0]);
  close (done[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);

  close (ready[0]);
  close (ready[1]);
}

/* Killed at any moment, there is the old workbook or the new one, and it is whole. */
static void
test_restore_killed (StoreTest     *test,
                     gconstpointer  data)
{
  g_autofree char *copy = store_test_build_path (test, "copy.touchstone");
  gint64 begin;
  int duration;
  guint n_old = 0;

  make_workbook (test->path, "X1");
  make_workbook (copy, "X2");
  begin = g_get_monotonic_time ();
  g_assert_true (restore (test, copy, NULL, NULL));
  duration = (int) (g_get_monotonic_time () - begin);

  for (guint round = 0; round < 40; round++)
    {
      gulong delay = (gulong) g_test_rand_int_range (0, duration * 3);
      int status;
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);

      if (child == 0)
        {
          restore (test, copy, NULL, NULL);
          _exit (0);
        }

      g_usleep (delay);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);

      if (has_organisation (test->path, "X1"))
        n_old++;
      else
        g_assert_true (has_organisation (test->path, "X2"));

      /* It can be worked in. What a killed process left beside it belongs to this file or to none. */
      add_organisation (test->path, "Y1");
      g_assert_cmpint (g_unlink (test->path), ==, 0);
      make_workbook (test->path, "X1");
    }

  g_test_message ("%u of 40 were killed before the moment", n_old);
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
fail_on_full_disk (StoreTest *test)
{
  g_autofree char *copy = store_test_build_path (test, "copy.touchstone");
  g_autofree char *new_copy = store_test_build_path (test, "new.touchstone");
  g_autofree char *folder = get_folder (test);
  g_autofree char *copy_before = dump (copy);
  g_autofree char *copy_after = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsRestore) prepared = NULL;
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  TsBackup *made;
  guint n_files;

  before = dump (test->path);
  prepared = ts_restore_prepare (copy, test->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  n_files = count_files (test->directory);
  limit_file_size (64 * 1024);

  workbook = open_workbook (test->path, TS_OPEN_READ_ONLY);
  g_assert_false (ts_backup_make (workbook, folder, TS_BACKUP_AT_CLOSING, NOW, NULL, &made, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_clear_error (&error);

  /* A copy, also in the place of another, is made whole or not at all. */
  g_assert_false (ts_workbook_save_copy (workbook, new_copy, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (ts_workbook_save_copy (workbook, copy, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_clear_pointer (&workbook, ts_workbook_close);

  /* Without a backup of what is there, nothing is restored. */
  g_assert_false (ts_restore_commit (prepared, folder, NOW, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_null (ts_restore_prepare (copy, test->path, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);

  after = dump (test->path);
  copy_after = dump (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (copy_before, ==, copy_after);
  g_assert_cmpuint (count_files (test->directory), ==, n_files + 1); /* the folder of the backups */
}

static void
test_full_disk (StoreTest     *test,
                gconstpointer  data)
{
  g_autofree char *copy = store_test_build_path (test, "copy.touchstone");
  int status;
  pid_t child;

  make_workbook (test->path, "X1");
  make_workbook (copy, "X2");
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      fail_on_full_disk (test);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  /* With the process, its prepared copy stays behind; it is hidden and harmless. */
  g_assert_true (has_organisation (test->path, "X1"));
}

static void
count_progress (guint64  done,
                guint64  total,
                gpointer data)
{
  guint *n_calls = data;

  g_assert_cmpuint (done, <=, total);
  (*n_calls)++;
}

static void
test_save_copy (StoreTest     *test,
                gconstpointer  data)
{
  g_autofree char *copy = store_test_build_path (test, "copy.touchstone");
  g_autofree char *letter = store_test_build_path (test, "letter.txt");
  g_autofree char *link = store_test_build_path (test, "link.touchstone");
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsWorkbook) other = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_calls = 0;

  make_workbook (test->path, "X1");
  make_workbook (copy, "X2");
  workbook = open_workbook (test->path, TS_OPEN_READ_WRITE);
  g_cancellable_cancel (cancelled);

  /* Not over what was not meant. */
  g_assert_false (ts_workbook_save_copy (workbook, copy, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  /* Never over what is open: itself, by whatever name, or another. */
  g_assert_false (ts_workbook_save_copy (workbook, test->path, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (symlink (test->path, link), ==, 0);
  g_assert_false (ts_workbook_save_copy (workbook, link, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  other = open_workbook (copy, TS_OPEN_READ_WRITE);
  g_assert_false (ts_workbook_save_copy (workbook, copy, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_pointer (&other, ts_workbook_close);
  other = open_workbook (copy, TS_OPEN_READ_ONLY);
  g_assert_false (ts_workbook_save_copy (workbook, copy, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&other, ts_workbook_close);

  g_assert_false (ts_workbook_save_copy (workbook, copy, TRUE, cancelled, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (has_organisation (copy, "X2"));

  /* Over what is free, whatever it is; and what an old log says does not come back. */
  g_assert_true (g_file_set_contents (log, "an old log", -1, NULL));
  g_assert_true (ts_workbook_save_copy (workbook, copy, TRUE, NULL, count_progress, &n_calls, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_calls, >=, 1);
  g_assert_true (has_organisation (copy, "X1"));
  g_assert_true (g_file_set_contents (letter, "Dear board", -1, NULL));
  g_assert_true (ts_workbook_save_copy (workbook, letter, TRUE, NULL, NULL, NULL, &error));
  g_assert_true (has_organisation (letter, "X1"));

  g_clear_pointer (&workbook, ts_workbook_close);
  g_assert_cmpuint (count_files (test->directory), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/backup/folder", test_folder);
  store_test_add ("/store/backup/list", test_list);
  store_test_add ("/store/backup/make", test_make);
  store_test_add ("/store/backup/make-after-restoring", test_make_after_restoring);
  store_test_add ("/store/backup/rotate", test_rotate);
  store_test_add ("/store/backup/full-disk", test_full_disk);
  store_test_add ("/store/restore/round-trip", test_restore);
  store_test_add ("/store/restore/what-cannot-be", test_restore_what_cannot_be);
  store_test_add ("/store/restore/over-damage", test_restore_over_damage);
  store_test_add ("/store/restore/what-is-gone", test_restore_what_is_gone);
  store_test_add ("/store/restore/after-a-crash", test_restore_after_a_crash);
  store_test_add ("/store/restore/in-use", test_restore_in_use);
  store_test_add ("/store/restore/killed", test_restore_killed);
  store_test_add ("/store/save-copy", test_save_copy);

  return g_test_run ();
}
