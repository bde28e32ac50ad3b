/* test-crash.c — processes that are killed in the middle of writing
 *
 * A child works in a workbook and says through a pipe what it was told is kept; it is killed at a random instant.
 * Whatever it said must be there, nothing may be there by half, and the workbook must verify.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-content-reader.h"
#include "store/ts-content-writer.h"
#include "store/ts-schema.h"
#include "store/ts-workbook-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS         300
#define N_CONTENT_KILLS 40
#define N_UPGRADE_KILLS 60

/* How long a child lives at most after the last word that was waited for, in microseconds. */
#define LIFE_CHANGING  4000
#define LIFE_ATTACHING 60000
#define LIFE_UPGRADING 150000

static TsWorkbook *
open_workbook (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  TsWorkbook *workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);

  g_assert_no_error (error);

  return workbook;
}

static void
say (int    descriptor,
     gint64 what)
{
  g_assert_cmpint (write (descriptor, &what, sizeof what), ==, sizeof what);
}

/* Starts a child, hears some words of it, lets it live for a random while longer, kills it, and returns the last thing
 * that it said. */
static gint64
kill_in_the_middle (StoreTest *test,
                    void (*function) (StoreTest *test,
                                      int        descriptor),
                    guint n_words,
                    guint longest_life)
{
  gint64 last = -1;
  gint64 what;
  int pipes[2];
  pid_t child;
  int status;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      close (pipes[0]);

      /* Or every child would make up the same ids. */
      g_random_set_seed (getpid ());
      function (test, pipes[1]);
      _exit (0);
    }

  close (pipes[1]);

  while (n_words-- > 0)
    g_assert_cmpint (read (pipes[0], &last, sizeof last), ==, sizeof last);

  g_usleep (g_test_rand_int_range (0, longest_life));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  /* What it said and we have not heard yet counts. A pipe gives whole words. */
  while (read (pipes[0], &what, sizeof what) == sizeof what)
    last = what;

  close (pipes[0]);

  return last;
}

/* Each change makes one rating and raises the level of another, so that half a change would show; now and then it
 * undoes. */
static void
make_changes (StoreTest *test,
              int        descriptor)
{
  TsWorkbook *workbook = open_workbook (test);
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (workbook, NULL);
  g_autoptr (GPtrArray) assessments = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, -1, NULL, NULL);
  TsRow *assessment = g_ptr_array_index (assessments, 0);
  gint64 n_changes = state->n_changes;
  TsRow *counter;

  counter = ts_workbook_read_row (workbook, TS_ENTITY_ORGANISATION, ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), NULL);
  say (descriptor, n_changes);

  for (;;)
    {
      g_autofree char *node = g_strdup_printf ("n%" G_GINT64_FORMAT, n_changes);
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, n_changes + 1);
      g_autoptr (TsRow) rating = store_test_rating (assessment, node, 1, "because");
      g_autoptr (TsChange) change = ts_change_new (node);
      TsRow *counted = ts_row_copy (counter);

      ts_row_set_text (counted, TS_ORGANISATION_OPENED, count);
      ts_change_create (change, rating);
      ts_change_update (change, counter, counted);

      if (!ts_workbook_apply (workbook, change, NULL))
        _exit (1);

      say (descriptor, ++n_changes);
      ts_row_unref (counter);
      counter = counted;
    }
}

static void
check_changes (StoreTest *test,
               gint64     said,
               gboolean   verify)
{
  g_autoptr (TsWorkbook) workbook = open_workbook (test);
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (workbook, NULL);
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (workbook, TS_ENTITY_RATING, -1, NULL, NULL);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "X01", NULL);
  const char *opened = ts_row_get_text (organisation, TS_ORGANISATION_OPENED);

  /* All that was said to be kept, and perhaps one more, whose word was cut off. A process killed before its first word
   * keeps nothing. */
  g_assert_cmpint (state->n_changes, >=, said);
  g_assert_cmpint (state->n_changes, <=, said + 1);
  g_assert_cmpint (ratings->len, ==, state->n_changes - 1);

  if (opened != NULL)
    g_assert_cmpint (g_ascii_strtoll (opened, NULL, 10), ==, state->n_changes);

  if (verify)
    store_test_assert_clean (workbook);
}

static void
test_kill_while_changing (StoreTest     *test,
                          gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  gint64 said = 0;

  g_clear_pointer (&workbook, ts_workbook_close);

  for (guint i = 0; i < N_KILLS; i++)
    {
      /* Sometimes while it opens the workbook that the one before it left, mostly between one change and another. */
      guint n_words = g_test_rand_int_range (0, 6);
      gint64 now = kill_in_the_middle (test, make_changes, n_words, LIFE_CHANGING);

      said = MAX (said, now);

      /* Verifying takes longer the longer the journal is. */
      if (said > 0)
        check_changes (test, said, i % 25 == 24);
    }

  g_test_message ("%" G_GINT64_FORMAT " changes by %d processes, all killed", said, N_KILLS);
}

static void
write_contents (StoreTest *test,
                int        descriptor)
{
  TsWorkbook *workbook = open_workbook (test);
  g_autofree guint8 *piece = g_malloc0 (1 << 20);

  say (descriptor, 0);

  for (gint64 n = 1;; n++)
    {
      TsContentWriter *writer = ts_content_writer_new (workbook, NULL);
      g_autofree char *hash = NULL;

      for (guint i = 0; i < 20; i++)
        {
          guint32 mark = g_random_int ();

          memcpy (piece, &mark, sizeof mark);

          if (!ts_content_writer_append (writer, piece, 1 << 20, NULL))
            _exit (1);
        }

      hash = ts_content_writer_finish (writer, NULL, NULL);

      if (hash == NULL)
        _exit (1);

      say (descriptor, n);
      ts_content_writer_free (writer);
    }
}

static gint64
count (TsWorkbook *workbook,
       const char *sql)
{
  gint64 n = -1;

  g_assert_true (ts_database_read_integer (workbook->database, sql, &n, NULL));

  return n;
}

static void
test_kill_while_attaching (StoreTest     *test,
                           gconstpointer  data)
{
  gint64 n_kept = 0;

  for (guint i = 0; i < N_CONTENT_KILLS; i++)
    {
      g_autoptr (TsWorkbook) workbook = NULL;
      gint64 said;

      /* A fresh file now and then, or it grows beyond measure. */
      if (i % 10 == 0)
        {
          g_unlink (test->path);
          workbook = ts_workbook_create (test->path, NULL);
          g_assert_nonnull (workbook);
          g_clear_pointer (&workbook, ts_workbook_close);
          n_kept = 0;
        }

      said = kill_in_the_middle (test, write_contents, 1, LIFE_ATTACHING);
      workbook = open_workbook (test);

      /* Nothing that was not finished is left, and everything that was is whole. */
      g_assert_cmpint (count (workbook, "select count(*) from content where state <> 'complete'"), ==, 0);
      g_assert_cmpint (count (workbook, "select count(*) from content_chunk where content not in (select id from content)"), ==, 0);
      g_assert_cmpint (count (workbook, "select count(*) from content"), >=, n_kept + MAX (said, 0));
      n_kept = count (workbook, "select count(*) from content");
      g_assert_cmpint (count (workbook, "select count(*) from content_chunk"), ==, 20 * n_kept);

      if (i % 10 == 9)
        store_test_assert_clean (workbook);
    }
}

/* Two versions that never were, after the newest: one that rebuilds a table others refer to, one that fills another. */
static const char *const rebuilding_version =
  "create table organisation_new (id text not null primary key, code text not null unique, kind text not null, opened text, closed text, note text);"
  "insert into organisation_new select id, code, kind, opened, closed, 'moved' from organisation;"
  "drop table organisation;"
  "alter table organisation_new rename to organisation;";
static const char *const filling_version =
  "create table filler (id bigint, content text);"
  "insert into filler with recursive n (i) as (select 1 union all select i + 1 from n where i < 3000) select i, 'some text to fill the table with' from n;";

static char **
load_later_scripts (void)
{
  g_auto (GStrv) scripts = ts_schema_load_scripts ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) scripts);
  g_strv_builder_add (builder, rebuilding_version);
  g_strv_builder_add (builder, filling_version);

  return g_strv_builder_end (builder);
}

static void
upgrade (StoreTest *test,
         int        descriptor)
{
  g_auto (GStrv) scripts = load_later_scripts ();
  TsWorkbook *workbook;

  say (descriptor, 1);
  workbook = ts_workbook_open_with_scripts (test->path, TS_OPEN_READ_WRITE, (const char *const *) scripts, NULL);
  say (descriptor, workbook != NULL ? 2 : 3);
  pause ();
}

static void
remove_all_but (StoreTest  *test,
                const char *keep)
{
  g_autoptr (GDir) directory = g_dir_open (test->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = store_test_build_path (test, name);

      if (!g_str_equal (name, keep))
        g_unlink (path);
    }
}

static void
test_kill_while_upgrading (StoreTest     *test,
                           gconstpointer  data)
{
  g_auto (GStrv) scripts = load_later_scripts ();
  g_autofree char *original = store_test_build_path (test, "original");
  g_autofree char *bytes = NULL;
  TsWorkbook *workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  int newest = (int) g_strv_length (scripts);
  int present = newest - 2;
  guint n_seen[3] = { 0 };
  gsize n_bytes;

  ts_workbook_close (workbook);
  g_assert_true (g_file_get_contents (test->path, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (original, bytes, n_bytes, NULL));

  for (guint i = 0; i < N_UPGRADE_KILLS; i++)
    {
      g_autofree char *backup = g_strdup_printf ("%s.backup-v%d", test->path, present);
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) organisation = NULL;
      gint64 said;
      int version;

      remove_all_but (test, "original");
      g_assert_true (g_file_set_contents (test->path, bytes, n_bytes, NULL));
      said = kill_in_the_middle (test, upgrade, 1, LIFE_UPGRADING);
      g_assert_cmpint (said, !=, 3);

      {
        /* As the killed process left it: some version, all of it. */
        g_autoptr (TsDatabase) database = ts_database_open (test->path, TS_DATABASE_WRITE, &error);
        gint64 n_rows;

        g_assert_no_error (error);
        g_assert_true (ts_database_read_version (database, &version, &error));
        g_assert_cmpint (version, >=, present);
        g_assert_cmpint (version, <=, newest);
        n_seen[version - present]++;

        if (said == 2)
          g_assert_cmpint (version, ==, newest);

        if (version > present)
          {
            g_assert_true (ts_database_read_integer (database, "select count(*) from organisation where note = 'moved'", &n_rows, &error));
            g_assert_cmpint (n_rows, ==, 1);
            g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
          }
      }

      /* The next one goes on from there. */
      workbook = ts_workbook_open_with_scripts (test->path, TS_OPEN_READ_WRITE, (const char *const *) scripts, &error);
      g_assert_no_error (error);
      organisation = ts_workbook_find_organisation (workbook, "X01", &error);
      g_assert_no_error (error);
      g_assert_cmpint (count (workbook, "select count(*) from filler"), ==, 3000);
      ts_workbook_close (workbook);

      if (g_file_test (backup, G_FILE_TEST_EXISTS))
        {
          workbook = ts_workbook_open (backup, TS_OPEN_READ_WRITE, &error);
          g_assert_no_error (error);
          store_test_assert_clean (workbook);
          ts_workbook_close (workbook);
        }
    }

  g_test_message ("killed before any step: %u, after one: %u, after both: %u", n_seen[0], n_seen[1], n_seen[2]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/crash/kill-while-changing", test_kill_while_changing);
  store_test_add ("/store/crash/kill-while-attaching", test_kill_while_attaching);
  store_test_add ("/store/crash/kill-while-upgrading", test_kill_while_upgrading);

  return g_test_run ();
}
