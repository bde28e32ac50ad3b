/* test-written-file.c
 *
 * A file that is written appears whole or not at all, and what was there before stays where writing fails.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-written-file.h"

#include <glib/gstdio.h>

typedef struct
{
  GFile *folder;
  const char *before; /* what there was; NULL for nothing */
  gboolean fails;
} Case;

static guint
count_files (GFile *folder)
{
  g_autoptr (GDir) directory = g_dir_open (g_file_peek_path (folder), 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (directory) != NULL)
    n_files++;

  return n_files;
}

static char *
read_text (GFile *folder)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "table.xlsx", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

/* Looks at the folder while half is written, as somebody with another program might. */
static gboolean
write_half_and_look (GOutputStream  *stream,
                     gpointer        data,
                     GCancellable   *cancellable,
                     GError        **error)
{
  const Case *test = data;
  g_autofree char *meanwhile = NULL;

  g_assert_true (g_output_stream_write_all (stream, "new", 3, NULL, cancellable, error));
  g_assert_true (g_output_stream_flush (stream, cancellable, error));

  meanwhile = read_text (test->folder);
  g_assert_cmpstr (meanwhile, ==, test->before);

  if (test->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return FALSE;
    }

  return g_output_stream_write_all (stream, " text", 5, NULL, cancellable, error);
}

static void
test_whole (gconstpointer data)
{
  Case test = *(const Case *) data;
  g_autofree char *path = g_dir_make_tmp ("written-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_get_child (folder, "table.xlsx");
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  test.folder = folder;

  if (test.before != NULL)
    g_assert_true (g_file_set_contents (g_file_peek_path (file), test.before, -1, NULL));

  g_assert_true (ts_written_file_replace (file, G_FILE_CREATE_NONE, write_half_and_look, &test, NULL, &error) == !test.fails);
  after = read_text (folder);

  if (test.fails)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpstr (after, ==, test.before);
      g_assert_cmpuint (count_files (folder), ==, test.before != NULL);
    }

  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (after, ==, "new text");
      g_assert_cmpuint (count_files (folder), ==, 1);
    }

  g_unlink (g_file_peek_path (file));
  g_rmdir (path);
}

/* The longest name that a folder takes has room for no more. */
static void
test_long_name (void)
{
  g_autofree char *path = g_dir_make_tmp ("written-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *name = g_strnfill (255, 'n');
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GError) error = NULL;
  Case test = { .folder = folder };

  g_assert_true (ts_written_file_replace (file, G_FILE_CREATE_PRIVATE, write_half_and_look, &test, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_unlink (g_file_peek_path (file));
  g_rmdir (path);
}

static void
test_no_folder (void)
{
  g_autofree char *path = g_dir_make_tmp ("written-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_build_filename (path, "gone", NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, "table.xlsx");
  g_autoptr (GError) error = NULL;
  Case test = { .folder = folder };

  g_assert_false (ts_written_file_replace (file, G_FILE_CREATE_NONE, write_half_and_look, &test, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  static const Case cases[] = { { NULL, NULL, FALSE }, { NULL, NULL, TRUE }, { NULL, "old", FALSE }, { NULL, "old", TRUE } };

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/written-file/new", &cases[0], test_whole);
  g_test_add_data_func ("/written-file/new-fails", &cases[1], test_whole);
  g_test_add_data_func ("/written-file/replaced", &cases[2], test_whole);
  g_test_add_data_func ("/written-file/replacing-fails", &cases[3], test_whole);
  g_test_add_func ("/written-file/long-name", test_long_name);
  g_test_add_func ("/written-file/no-folder", test_no_folder);

  return g_test_run ();
}
