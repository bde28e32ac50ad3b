/* bench-store.c — one rating, and one large file, through the store
 *
 * bench-store rate WORKBOOK N: rates criteria of an assessment that is a draft; prints the microseconds that each of N took, one a
 * line. Each is all that the window's writing thread does: it reads what is kept, makes the change by the rules, and applies it.
 * bench-store attach WORKBOOK FILE: takes the bytes of a file in.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-rate.h"
#include "core/ts-stage.h"
#include "exchange/ts-framework-reader.h"
#include "store/ts-content-writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
stop (const GError *error)
{
  g_printerr ("bench-store: %s\n", error->message);
  exit (EXIT_FAILURE);
}

/* One that can still be rated. */
static TsRow *
read_draft (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_STAGE,
                                                      ts_stage_get_name (TS_STAGE_DRAFT), &error);

  if (rows == NULL)
    stop (error);

  g_assert (rows->len > 0);

  return ts_row_ref (g_ptr_array_index (rows, 0));
}

static TsFramework *
read_framework (TsWorkbook *workbook,
                TsRow      *assessment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) row = NULL;
  TsFramework *framework;
  const char *content;

  row = ts_workbook_read_row (workbook, TS_ENTITY_FRAMEWORK, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), &error);

  if (row == NULL)
    stop (error);

  content = ts_row_get_text (row, TS_FRAMEWORK_CONTENT);
  framework = ts_framework_reader_read ("framework", content, strlen (content), &error);

  if (framework == NULL)
    stop (error);

  return framework;
}

static void
rate_once (TsWorkbook  *workbook,
           TsRow       *assessment,
           TsFramework *framework,
           const char  *node_id)
{
  g_autofree char *id = ts_rating_row_id (ts_row_get_id (assessment), node_id, TS_LAYER_SELF, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) rating = ts_workbook_read_row (workbook, TS_ENTITY_RATING, id, &error);
  g_autoptr (TsChange) change = NULL;
  int level;

  /* There may be none yet. */
  g_clear_error (&error);
  level = rating != NULL ? 1 + (int) ts_row_get_integer (rating, TS_RATING_LEVEL) % 4 : 1;
  change = ts_change_rate (assessment, framework, node_id, TS_LAYER_SELF, "", rating, level, &error);

  if (change == NULL || !ts_workbook_apply (workbook, change, &error))
    stop (error);
}

static void
rate (TsWorkbook *workbook,
      int         n_ratings)
{
  g_autoptr (TsRow) assessment = read_draft (workbook);
  g_autoptr (TsFramework) framework = read_framework (workbook, assessment);

  for (int i = 0; i < n_ratings; i++)
    {
      g_autofree char *node_id = g_strdup_printf ("%d%c", 1 + i % 10, 'a' + i % 3);
      gint64 begin = g_get_monotonic_time ();

      rate_once (workbook, assessment, framework, node_id);
      printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
    }
}

static void
attach (TsWorkbook *workbook,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autofree char *hash = NULL;
  gint64 size;

  if (stream == NULL)
    stop (error);

  hash = ts_workbook_add_content (workbook, G_INPUT_STREAM (stream), 0, NULL, NULL, NULL, &size, &error);

  if (hash == NULL)
    stop (error);

  printf ("%s %" G_GINT64_FORMAT "\n", hash, size);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 4 || (!g_str_equal (argv[1], "rate") && !g_str_equal (argv[1], "attach")))
    {
      g_printerr ("Usage: bench-store rate WORKBOOK N | attach WORKBOOK FILE\n");
      return 2;
    }

  workbook = ts_workbook_open (argv[2], TS_OPEN_READ_WRITE, &error);

  if (workbook == NULL)
    stop (error);

  ts_workbook_set_author (workbook, "Bench");

  if (g_str_equal (argv[1], "rate"))
    rate (workbook, atoi (argv[3]));
  else
    attach (workbook, argv[3]);

  return EXIT_SUCCESS;
}
