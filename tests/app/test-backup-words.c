/* test-backup-words.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/safety/ts-backup-words.h"
#include "app/safety/ts-save-copy.h"
#include "app/ts-workbook-chooser.h"

static void
test_time (void)
{
  static const struct
  {
    const char *time;
    const char *words;
  } rows[] = {
    { "2010-03-04T15:04:05Z", "Today, 15:04" },
    { "2010-03-04T00:00:00Z", "Today, 00:00" },
    { "2010-03-03T23:59:59Z", "Yesterday, 23:59" },
    { "2010-03-02T09:30:00Z", "Tuesday, 2 March, 09:30" },
    { "2010-02-26T09:30:00Z", "Friday, 26 February, 09:30" },
    { "2010-02-25T09:30:00Z", "25 February 2010, 09:30" },
    { "2009-12-31T09:30:00Z", "31 December 2009, 09:30" },
    /* Made by a clock that was wrong. */
    { "2010-03-05T09:30:00Z", "5 March 2010, 09:30" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2010-03-04T16:00:00Z", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (rows[i].time, NULL);
      g_autofree char *words = ts_backup_describe_time (time, now);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_content (void)
{
  g_autofree char *one = ts_backup_describe_content (1, 1000);
  g_autofree char *many = ts_backup_describe_content (123, 1500000);

  g_assert_true (g_str_has_prefix (one, "1 change · "));
  g_assert_true (g_str_has_prefix (many, "123 changes · "));
}

static void
test_copy_name (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2010-03-04T16:00:00Z", NULL);
  g_autofree char *name = ts_save_copy_propose_name ("Northmoor", now);

  g_assert_cmpstr (name, ==, "Northmoor 2010-03-04.touchstone");
}

static void
test_ending (void)
{
  static const struct
  {
    const char *path;
    const char *completed;
  } rows[] = {
    { "/a/Board.touchstone", "/a/Board.touchstone" },
    { "/a/Board", "/a/Board.touchstone" },
    { "/a/Board.2010", "/a/Board.2010.touchstone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (rows[i].path);
      gboolean changed;
      g_autoptr (GFile) completed = ts_workbook_chooser_complete (file, &changed);

      g_assert_cmpstr (g_file_peek_path (completed), ==, rows[i].completed);
      g_assert_cmpint (changed, ==, !g_str_equal (rows[i].path, rows[i].completed));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup-words/time", test_time);
  g_test_add_func ("/backup-words/content", test_content);
  g_test_add_func ("/backup-words/copy-name", test_copy_name);
  g_test_add_func ("/backup-words/ending", test_ending);

  return g_test_run ();
}
