/* fixture.c — a workbook of its own for each test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("touchstone-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "test.touchstone", NULL);
  fixture->workbook = ts_workbook_create (fixture->path, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  g_clear_pointer (&fixture->workbook, ts_workbook_close);

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }

  g_rmdir (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
}

/* Imports, and gives what a person would read: the change's label, or the problems, or else the error. */
char *
fixture_import (Fixture       *fixture,
                FixtureImport  import,
                const char    *csv)
{
  g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, -1, NULL);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TsImport settings = { .file = "f.csv", .stream = stream, .problems = problems };
  g_autoptr (TsChange) change = import (fixture->workbook, &settings, &error);

  g_assert_true ((change == NULL) == (error != NULL));

  if (change != NULL)
    {
      ts_workbook_apply (fixture->workbook, change, &error);
      g_assert_no_error (error);

      return g_strdup_printf ("%s (%u, %u, %u, %u)", ts_change_get_label (change),
                              settings.n_created, settings.n_updated, settings.n_deleted, settings.n_unchanged);
    }

  if (ts_problem_list_get_n_found (problems) == 0)
    return g_strdup (error->message);

  for (guint i = 0; i < ts_problem_list_get_n_kept (problems); i++)
    g_string_append_printf (told, "%s%s", i > 0 ? "\n" : "", ts_problem_list_get (problems, i));

  return g_strdup (told->str);
}

void
fixture_assert_imports (Fixture       *fixture,
                        FixtureImport  import,
                        const char    *csv,
                        const char    *label)
{
  g_autofree char *told = fixture_import (fixture, import, csv);

  g_assert_cmpstr (told, ==, label);
}

char *
fixture_export (Fixture             *fixture,
                FixtureExport        export,
                TsTableFormat        format,
                const TsQueryFilter *filter)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TsExport settings = { .stream = stream, .format = format, .filter = filter };

  export(fixture->workbook, &settings, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

gint64
fixture_count_changes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (fixture->workbook, &error);

  g_assert_no_error (error);

  return state->n_changes;
}

static gint64
tick (gpointer data)
{
  gint64 *now = data;

  *now += 60 * G_USEC_PER_SEC;

  return *now;
}

static char *
number (gpointer data)
{
  guint *n = data;

  return g_strdup_printf ("c0000000-0000-4000-8000-%012u", (*n)++);
}

/* From here on a minute passes with each change, and rows are numbered, so that two workbooks in which the same is done are the same. NOW and N are
 * the caller's, and last as long as the workbook. */
void
fixture_number_everything (Fixture *fixture,
                           gint64  *now,
                           guint   *n)
{
  ts_workbook_set_clock (fixture->workbook, tick, now, NULL);
  ts_workbook_set_identifier_source (fixture->workbook, number, n, NULL);
}

/* Keeps CHANGE, which it takes; ERROR is what making it said. */
void
fixture_apply (Fixture  *fixture,
               TsChange *change,
               GError   *error)
{
  g_autoptr (TsChange) owned = change;

  g_assert_no_error (error);
  ts_workbook_apply (fixture->workbook, owned, &error);
  g_assert_no_error (error);
}
