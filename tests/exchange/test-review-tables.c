/* test-review-tables.c — panels, interests and scores in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-seal.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-ratings-import.h"
#include "exchange/ts-review-export.h"
#include "exchange/ts-review-import.h"
#include "fixture.h"
#include "store/ts-as-it-stood.h"

#include <string.h>

#define RATINGS   "organisation,year,framework,criterion,layer,assessor,level,rationale\n"
#define PANELS    "year,framework,panel,title,day,member,role,organisation,begins\r\n"
#define TIMELESS  "year,framework,panel,title,day,member,role,organisation\r\n"
#define INTERESTS "person,organisation,role,from,to,note,declared\r\n"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_assert_imports (fixture, ts_organisations_import, "code,name,kind,parent,opened,closed,successors\nA,Alpha,pct,,,,\nB,Beta,pct,,,,\n",
                          "Import 2 organisations from f.csv (2, 0, 0, 0)");
  fixture_assert_imports (fixture, ts_ratings_import,
                          RATINGS "A,2009/10,wcc-year-2,1a,self,,3,We lead\nA,2009/10,wcc-year-2,1b,self,,2,\nB,2009/10,wcc-year-2,1a,self,,2,\n",
                          "Import 3 ratings from f.csv (3, 0, 0, 0)");
}

static void
test_interests (Fixture       *fixture,
                gconstpointer  data)
{
  static const char table[] =
    INTERESTS "Ada,A,adviser,2008-01-01,2009-06-30,Two days a month,2010-04-01\r\n"
              "Ada,B,spouse of a director,,,,\r\n"
              "Ben,A,employee,,,,2010-04-02\r\n";
  g_autofree char *exported = NULL;

  fixture_assert_imports (fixture, ts_interests_import, table, "Import interests from f.csv (5, 0, 0, 0)");
  exported = fixture_export (fixture, ts_interests_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (exported, ==, table);
  fixture_assert_imports (fixture, ts_interests_import, exported, "Nothing to change: the workbook says all that is in f.csv.");
  fixture_assert_imports (fixture, ts_interests_import, INTERESTS "Ben,A,employee,,2009-12-31,,2010-04-02\n",
                          "Import interests from f.csv (0, 1, 0, 0)");
}

static void
test_interests_refused (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    const char *line;
    const char *told;
  } cases[] = {
    { "Ada,C,adviser,,,,\n", "f.csv:2: organisation: *C*" },
    { ",A,adviser,,,,\n", "f.csv:2: role: Say whose interest it is." },
    { "Ada,A,,,,,\n", "f.csv:2: role: *employee*" },
    { "Ada,A,adviser,2009-02-30,,,\n", "f.csv:2: role: *2009-02-30*" },
    { "Ada,A,adviser,2009-02-03,2009-02-02,,\n", "f.csv:2: role: *before it begins*" },
    { "Ada,A,adviser,,,,\nAda,A,adviser,,,again,\n", "f.csv:3: role: *earlier line*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strconcat (INTERESTS, cases[i].line, NULL);
      g_autofree char *told = fixture_import (fixture, ts_interests_import, csv);

      if (!g_pattern_match_simple (cases[i].told, told))
        g_assert_cmpstr (told, ==, cases[i].told);
    }

  g_assert_cmpint (fixture_count_changes (fixture), ==, 2);
}

static gboolean
has_lines (const char *table,
           const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (expected, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (table, lines[i]) == NULL)
        return FALSE;
    }

  return strlen (table) == strlen (expected);
}

static void
test_panels (Fixture       *fixture,
             gconstpointer  data)
{
  static const char table[] =
    PANELS "2009/10,wcc-year-2,1,First,2010-05-14,Ada,chair,,\r\n"
           "2009/10,wcc-year-2,1,First,2010-05-14,Ben,clinician,,\r\n"
           "2009/10,wcc-year-2,1,First,2010-05-14,,,A,10:20\r\n"
           "2009/10,wcc-year-2,2,Second,,Ben,lay,,\r\n"
           "2009/10,wcc-year-2,2,Second,,,,A,\r\n"
           "2009/10,wcc-year-2,2,Second,,,,B,09:00\r\n"
           "2009/10,wcc-year-2,3,Panel 3,,,,,\r\n";
  g_autofree char *exported = NULL;

  /* A round, three panels, two people, three seats, two assessments of the round, three of panels. */
  fixture_assert_imports (fixture, ts_panels_import, table, "Import panels from f.csv (14, 0, 0, 0)");
  exported = fixture_export (fixture, ts_panels_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_true (has_lines (exported, table));
  fixture_assert_imports (fixture, ts_panels_import, exported, "Nothing to change: the workbook says all that is in f.csv.");
  fixture_assert_imports (fixture, ts_panels_import, PANELS "2009/10,wcc-year-2,3,Third,2010-05-16,,,,\n", "Import panels from f.csv (0, 1, 0, 0)");

  /* What a table does not speak of stays as it is; a time alone is changed alone. */
  fixture_assert_imports (fixture, ts_panels_import, PANELS "2009/10,wcc-year-2,1,,,,,A,\n", "Nothing to change: the workbook says all that is in f.csv.");
  fixture_assert_imports (fixture, ts_panels_import, TIMELESS "2009/10,wcc-year-2,1,,,,,A\n", "Nothing to change: the workbook says all that is in f.csv.");
  fixture_assert_imports (fixture, ts_panels_import, PANELS "2009/10,wcc-year-2,1,,,,,A,11:00\n", "Import panels from f.csv (0, 1, 0, 0)");
  g_clear_pointer (&exported, g_free);
  exported = fixture_export (fixture, ts_panels_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_nonnull (strstr (exported, "2009/10,wcc-year-2,1,First,2010-05-14,,,A,11:00\r\n"));
}

static void
test_panels_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *line;
    const char *told;
  } cases[] = {
    { "2009,wcc-year-2,1,,,Ada,chair,,\n", "f.csv:2: year: *" },
    { "2009/10,wcc-year-9,1,,,Ada,chair,,\n", "f.csv:2: framework: *" },
    { "2009/10,wcc-year-2,0,,,Ada,chair,,\n", "f.csv:2: panel: *" },
    { "2009/10,wcc-year-2,one,,,Ada,chair,,\n", "f.csv:2: panel: *" },
    { "2009/10,wcc-year-2,1,,14 May,Ada,chair,,\n", "f.csv:2: day: *" },
    { "2009/10,wcc-year-2,1,,,Ada,The Chair,,\n", "f.csv:2: role: *" },
    { "2009/10,wcc-year-2,1,,,Ada,chair,A,\n", "f.csv:2: organisation: *either*" },
    { "2009/10,wcc-year-2,1,,,,,C,\n", "f.csv:2: organisation: *" },
    { "2009/10,wcc-year-2,1,,,,,A,24:00\n", "f.csv:2: begins: *24:00*09:30*" },
    { "2009/10,wcc-year-2,1,,,Ada,chair,,10:20\n", "f.csv:2: begins: *line of an organisation*" },
    { "2009/10,wcc-year-2,1,,,,,,10:20\n", "f.csv:2: begins: *line of an organisation*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strconcat (PANELS, cases[i].line, NULL);
      g_autofree char *told = fixture_import (fixture, ts_panels_import, csv);

      if (!g_pattern_match_simple (cases[i].told, told))
        g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
seal (Fixture    *fixture,
      const char *code,
      const char *assessor)
{
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (fixture->workbook, code, NULL);
  g_autoptr (TsRow) framework = ts_workbook_find_framework (fixture->workbook, "wcc-year-2", NULL, NULL);
  g_autoptr (TsRow) assessment = ts_workbook_find_assessment (fixture->workbook, ts_row_get_id (organisation), ts_row_get_id (framework), 2009, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_change_seal (assessment, assessor, NULL, 1, "2010-05-14", &error);

  g_assert_no_error (error);
  ts_workbook_apply (fixture->workbook, change, &error);
  g_assert_no_error (error);
}

/* Nothing of them before they are open. */
static void
test_ledger (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *closed = NULL;
  g_autofree char *open = NULL;

  fixture_assert_imports (fixture, ts_ratings_import,
                          RATINGS "A,2009/10,wcc-year-2,1a,reviewer,Ada,2,Not shown\nA,2009/10,wcc-year-2,1a,reviewer,Ben,3,\n"
                                  "A,2009/10,wcc-year-2,1a,panel,,2,Agreed\n",
                          "Import 3 ratings from f.csv (3, 0, 0, 0)");
  seal (fixture, "A", "Ada");
  closed = fixture_export (fixture, ts_ledger_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_nonnull (strstr (closed, "A,2009/10,wcc-year-2,1a,self,,3,We lead,,,\r\nA,2009/10,wcc-year-2,1a,panel,,2,Agreed,,,\r\n"));

  seal (fixture, "A", "Ben");
  open = fixture_export (fixture, ts_ledger_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_nonnull (strstr (open,
                            "A,2009/10,wcc-year-2,1a,self,,3,We lead,,,\r\nA,2009/10,wcc-year-2,1a,reviewer,Ada,2,Not shown,,,\r\n"
                            "A,2009/10,wcc-year-2,1a,reviewer,Ben,3,,,,\r\nA,2009/10,wcc-year-2,1a,panel,,2,Agreed,,,\r\n"));
}

static gint64 moment;

static gboolean
export_ledger_then (TsWorkbook  *workbook,
                    TsExport    *export,
                    GError     **error)
{
  export->as_of = moment;

  return ts_ledger_export (workbook, export, error);
}

#define N_MOMENTS 5

/* As it stood after each change: what was written later, and what was written over, is as it was; and nobody sees more of a score than today. */
static void
test_ledger_then (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const imported[] = {
    RATINGS "A,2009/10,wcc-year-2,1a,reviewer,Ada,2,\nA,2009/10,wcc-year-2,1a,panel,,2,Agreed\n",
    RATINGS "A,2009/10,wcc-year-2,1a,panel,,3,Agreed again\n",
    RATINGS "A,2009/10,wcc-year-2,1a,panel,,,\n",
  };
  const char *const codes[] = { "A", NULL };
  const TsQueryFilter filter = { .organisations = codes };
  g_autofree char *head = NULL;
  g_autofree char *now = NULL;
  g_autofree char *latest = NULL;
  g_auto (GStrv) told = g_new0 (char *, N_MOMENTS + 1);

  for (guint i = 0; i < G_N_ELEMENTS (imported); i++)
    {
      g_autofree char *label = fixture_import (fixture, ts_ratings_import, imported[i]);

      g_assert_true (g_str_has_prefix (label, "Import "));
    }

  g_assert_cmpint (fixture_count_changes (fixture), ==, 5);

  for (guint i = 0; i < N_MOMENTS; i++)
    {
      g_assert_true (ts_workbook_read_moment (fixture->workbook, i + 1, &moment, NULL));
      told[i] = fixture_export (fixture, export_ledger_then, TS_TABLE_FORMAT_CSV, &filter);
    }

  /* Organisations alone; what the board said; the panel, whose reviewer has not sealed; the panel once more; the panel's level taken back. */
  head = g_strndup (told[0], strchr (told[0], '\n') + 1 - told[0]);
  g_assert_cmpstr (told[0], ==, head);
  g_assert_true (g_str_has_suffix (told[1], "1a,self,,3,We lead,,,\r\nA,2009/10,wcc-year-2,1b,self,,2,,,,\r\n"));
  g_assert_nonnull (strstr (told[2], "1a,self,,3,We lead,,,\r\nA,2009/10,wcc-year-2,1a,panel,,2,Agreed,,,\r\n"));
  g_assert_nonnull (strstr (told[3], "1a,self,,3,We lead,,,\r\nA,2009/10,wcc-year-2,1a,panel,,3,Agreed again,,,\r\n"));

  for (guint i = 0; i < N_MOMENTS; i++)
    g_assert_null (strstr (told[i], "Ada"));

  moment = 1;
  g_clear_pointer (&told[0], g_free);
  told[0] = fixture_export (fixture, export_ledger_then, TS_TABLE_FORMAT_CSV, &filter);
  g_assert_cmpstr (told[0], ==, head);

  seal (fixture, "A", "Ada");
  moment = G_MAXINT64;
  now = fixture_export (fixture, ts_ledger_export, TS_TABLE_FORMAT_CSV, &filter);
  latest = fixture_export (fixture, export_ledger_then, TS_TABLE_FORMAT_CSV, &filter);
  g_assert_cmpstr (latest, ==, now);
  g_assert_nonnull (strstr (now, "reviewer,Ada,2"));
}

/* A table of ratings says nothing of strengths, so it takes none away. */
static void
test_import_keeps_the_rest (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (TsRow) after = NULL;
  g_autoptr (TsChange) change = ts_change_new ("Strengths");
  g_autofree char *told = NULL;
  g_autofree char *ledger = NULL;

  ratings = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_RATING, TS_RATING_RATIONALE, "We lead", NULL);
  g_assert_cmpuint (ratings->len, ==, 1);
  after = ts_row_copy (g_ptr_array_index (ratings, 0));
  ts_row_set_text (after, TS_RATING_STRENGTHS, "Named people");
  ts_change_update (change, g_ptr_array_index (ratings, 0), after);
  g_assert_true (ts_workbook_apply (fixture->workbook, change, NULL));

  told = fixture_import (fixture, ts_ratings_import, RATINGS "A,2009/10,wcc-year-2,1a,self,,4,We lead\n");
  g_assert_cmpstr (told, ==, "Import 1 rating from f.csv (0, 1, 0, 0)");
  ledger = fixture_export (fixture, ts_ledger_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_nonnull (strstr (ledger, "A,2009/10,wcc-year-2,1a,self,,4,We lead,,Named people,\r\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/review-tables/interests", Fixture, NULL, set_up, test_interests, fixture_tear_down);
  g_test_add ("/review-tables/interests-refused", Fixture, NULL, set_up, test_interests_refused, fixture_tear_down);
  g_test_add ("/review-tables/panels", Fixture, NULL, set_up, test_panels, fixture_tear_down);
  g_test_add ("/review-tables/panels-refused", Fixture, NULL, set_up, test_panels_refused, fixture_tear_down);
  g_test_add ("/review-tables/ledger", Fixture, NULL, set_up, test_ledger, fixture_tear_down);
  g_test_add ("/review-tables/ledger-then", Fixture, NULL, set_up, test_ledger_then, fixture_tear_down);
  g_test_add ("/review-tables/import-keeps-the-rest", Fixture, NULL, set_up, test_import_keeps_the_rest, fixture_tear_down);
  return g_test_run ();
}
