/* bench-search.c — what searching costs, and what being able to costs
 *
 * bench-search make WORKBOOK N_EVIDENCE N_REASONS: a new workbook with so many items of evidence and reasons, in words that are as often as words
 * are.
 * bench-search type WORKBOOK: types a few things letter by letter; prints for each letter the microseconds until the hits in the assessment and
 * those in the whole workbook were there, and those of the bare query of the index, on a connection of its own.
 * bench-search explain WORKBOOK N: changes N reasons, each once with and once without the index that follows; prints the microseconds of both.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-search.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_WORDS         12000
#define N_ORGANISATIONS 152
#define ROWS_PER_CHANGE 5000
#define WORDS_OF_REASON 60
#define MOST_HITS       50

static void
stop (const GError *error)
{
  g_printerr ("bench-search: %s\n", error->message);
  exit (EXIT_FAILURE);
}

/* Words that could be, the first of them often: Zipf's law. */
static void
append_words (GString *text,
              GRand   *random,
              guint    n_words)
{
  static const char *const syllables[] = {
    "com",
    "mis",
    "sion",
    "as",
    "sess",
    "ment",
    "need",
    "pub",
    "lic",
    "plan",
    "part",
    "ner",
    "com",
    "mu",
    "ni",
    "ty",
    "lead",
    "er",
    "ship",
    "know",
    "ledge",
    "ser",
    "vice",
    "qual",
    "i",
    "pro",
    "vid",
    "er",
    "out",
    "come",
    "in",
    "vest",
  };

  for (guint i = 0; i < n_words; i++)
    {
      guint word = (guint) pow (N_WORDS, g_rand_double (random));

      if (i > 0)
        g_string_append_c (text, ' ');

      do
        {
          g_string_append (text, syllables[word % G_N_ELEMENTS (syllables)]);
          word /= G_N_ELEMENTS (syllables);
        }
      while (word > 0);
    }
}

static void
keep (TsWorkbook  *workbook,
      TsChange   **change,
      gboolean     all)
{
  g_autoptr (GError) error = NULL;

  if (*change != NULL && (all || ts_change_get_n_rows (*change) >= ROWS_PER_CHANGE))
    {
      if (!ts_workbook_apply (workbook, *change, &error))
        stop (error);

      g_clear_pointer (change, ts_change_unref);
    }

  if (*change == NULL && !all)
    *change = ts_change_new ("Bench");
}

static TsRow *
new_row (TsEntity    entity,
         const char *kind,
         guint       number)
{
  g_autofree char *id = g_strdup_printf ("%.8s-0000-4000-8000-%012u", kind, number);

  return ts_row_new (entity, id);
}

static void
create (TsWorkbook  *workbook,
        TsChange   **change,
        TsRow       *row)
{
  keep (workbook, change, FALSE);
  ts_change_create (*change, row);
}

static void
make (const char *path,
      guint       n_evidence,
      guint       n_reasons)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (path, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsRow) framework = new_row (TS_ENTITY_FRAMEWORK, "ffffffff", 0);
  g_autoptr (TsRow) assessment = NULL;
  TsChange *change = NULL;

  if (workbook == NULL)
    stop (error);

  ts_row_set_text (framework, TS_FRAMEWORK_CODE, "bench");
  ts_row_set_text (framework, TS_FRAMEWORK_EDITION, "1");
  ts_row_set_text (framework, TS_FRAMEWORK_TITLE, "Bench");
  ts_row_set_text (framework, TS_FRAMEWORK_CONTENT, "{}");
  create (workbook, &change, framework);

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      g_autofree char *code = g_strdup_printf ("Z%03u", i);
      TsRow *row = new_row (TS_ENTITY_ORGANISATION, "aaaaaaaa", i);

      ts_row_set_text (row, TS_ORGANISATION_CODE, code);
      ts_row_set_text (row, TS_ORGANISATION_KIND, "pct");
      create (workbook, &change, row);
      g_ptr_array_add (organisations, row);
    }

  for (guint i = 0; i < n_evidence; i++)
    {
      g_autoptr (TsRow) row = new_row (TS_ENTITY_EVIDENCE, "eeeeeeee", i);
      g_autoptr (GString) title = g_string_new (NULL);

      append_words (title, random, 7);
      ts_row_set_text (row, TS_EVIDENCE_ORGANISATION, ts_row_get_id (g_ptr_array_index (organisations, i % N_ORGANISATIONS)));
      ts_row_set_text (row, TS_EVIDENCE_TITLE, title->str);
      ts_row_set_text (row, TS_EVIDENCE_KIND, "report");
      create (workbook, &change, row);
    }

  /* Thirty-three to an assessment. */
  for (guint i = 0; i < n_reasons; i++)
    {
      g_autoptr (TsRow) row = new_row (TS_ENTITY_RATING, "bbbbbbbb", i);
      g_autoptr (GString) reason = g_string_new (NULL);
      g_autofree char *node = g_strdup_printf ("%u%c", 1 + i % 33 / 3, 'a' + i % 3);

      if (i % 33 == 0)
        {
          g_clear_pointer (&assessment, ts_row_unref);
          assessment = new_row (TS_ENTITY_ASSESSMENT, "dddddddd", i / 33);
          ts_row_set_text (assessment, TS_ASSESSMENT_ORGANISATION, ts_row_get_id (g_ptr_array_index (organisations, i / 33 % N_ORGANISATIONS)));
          ts_row_set_text (assessment, TS_ASSESSMENT_FRAMEWORK, ts_row_get_id (framework));
          ts_row_set_integer (assessment, TS_ASSESSMENT_YEAR, 1990 + i / 33 / N_ORGANISATIONS);
          ts_row_set_text (assessment, TS_ASSESSMENT_STAGE, "draft");
          create (workbook, &change, assessment);
        }

      append_words (reason, random, WORDS_OF_REASON);
      ts_row_set_text (row, TS_RATING_ASSESSMENT, ts_row_get_id (assessment));
      ts_row_set_text (row, TS_RATING_NODE, node);
      ts_row_set_text (row, TS_RATING_LAYER, "self");
      ts_row_set_text (row, TS_RATING_ASSESSOR, "");
      ts_row_set_integer (row, TS_RATING_LEVEL, 1 + i % 4);
      ts_row_set_text (row, TS_RATING_RATIONALE, reason->str);
      create (workbook, &change, row);
    }

  keep (workbook, &change, TRUE);
}

static gboolean
count_record (const TsSearchRecord *record,
              gpointer              data)
{
  guint *n_records = data;

  *n_records += 1;

  return TRUE;
}

static gint64
time_search (TsWorkbook *workbook,
             const char *text,
             const char *const *about)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (TsTextQuery) query = ts_text_query_new (text);
  g_autoptr (GError) error = NULL;
  guint n_records = 0;

  if (!ts_workbook_search (workbook, query, about, MOST_HITS, count_record, &n_records, &error))
    stop (error);

  return g_get_monotonic_time () - begin;
}

static gint64
time_bare (sqlite3_stmt *statement,
           const char   *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) expression = g_string_new (NULL);
  gint64 begin;

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (expression, "\"%s\"%s ", words[i], words[i + 1] == NULL && strlen (words[i]) > 1 ? " *" : "");

  begin = g_get_monotonic_time ();
  sqlite3_bind_text (statement, 1, expression->str, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 2, MOST_HITS);

  while (sqlite3_step (statement) == SQLITE_ROW)
    continue;

  sqlite3_reset (statement);

  return g_get_monotonic_time () - begin;
}

static void
type (const char *path)
{
  static const char *const phrases[] = { "com", "assess needs", "plan partner community", "knowledge", "commissionas" };
  const char *const about[] = { "dddddddd-0000-4000-8000-000000000007", "aaaaaaaa-0000-4000-8000-000000000007", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (path, TS_OPEN_READ_ONLY, &error);
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;

  if (workbook == NULL)
    stop (error);

  g_assert (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK);
  g_assert (sqlite3_exec (database, "pragma cache_size = -16384", NULL, NULL, NULL) == SQLITE_OK);
  g_assert (sqlite3_prepare_v3 (database, "select rowid from search_index where search_index match ? order by rank limit ?", -1,
                                SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      for (gsize length = 1; length <= strlen (phrases[i]); length++)
        {
          g_autofree char *text = g_strndup (phrases[i], length);
          gint64 first;
          gint64 all;
          gint64 bare;

          if (g_str_has_suffix (text, " "))
            continue;

          /* Both find what they read in memory. */
          time_bare (statement, text);
          time_search (workbook, text, NULL);
          bare = time_bare (statement, text);
          first = time_search (workbook, text, about);
          all = time_search (workbook, text, NULL);
          printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", first, all, bare, text);
        }
    }

  sqlite3_finalize (statement);
  sqlite3_close (database);
}

static void
explain (const char *path,
         guint       n_reasons)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (path, TS_OPEN_READ_WRITE, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  if (workbook == NULL)
    stop (error);

  for (guint i = 0; i < 2 * n_reasons; i++)
    {
      g_autoptr (TsRow) id = new_row (TS_ENTITY_RATING, "bbbbbbbb", i);
      g_autoptr (TsRow) row = ts_workbook_read_row (workbook, TS_ENTITY_RATING, ts_row_get_id (id), &error);
      g_autoptr (TsChange) change = ts_change_new ("Bench");
      g_autoptr (GString) reason = g_string_new (NULL);
      g_autoptr (TsRow) after = NULL;
      g_autofree char *change_id = g_uuid_string_random ();
      gint64 begin;

      if (row == NULL)
        stop (error);

      append_words (reason, random, WORDS_OF_REASON);
      after = ts_row_copy (row);
      ts_row_set_text (after, TS_RATING_RATIONALE, reason->str);
      ts_change_update (change, row, after);
      ts_change_stamp (change, change_id, "Bench", 1);

      begin = g_get_monotonic_time ();

      if (!ts_journal_apply (workbook->database, change, i % 2 == 0, &error))
        stop (error);

      printf ("%" G_GINT64_FORMAT "%s", g_get_monotonic_time () - begin, i % 2 == 0 ? " " : "\n");
    }
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "make"))
    make (argv[2], (guint) atoi (argv[3]), (guint) atoi (argv[4]));
  else if (argc == 3 && g_str_equal (argv[1], "type"))
    type (argv[2]);
  else if (argc == 4 && g_str_equal (argv[1], "explain"))
    explain (argv[2], (guint) atoi (argv[3]));
  else
    {
      g_printerr ("Usage: bench-search make WORKBOOK N_EVIDENCE N_REASONS | type WORKBOOK | explain WORKBOOK N\n");
      return 2;
    }

  return EXIT_SUCCESS;
}
