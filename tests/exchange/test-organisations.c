/* test-organisations.c — organisations in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-organisations-export.h"
#include "exchange/ts-organisations-import.h"
#include "fixture.h"

#define HEADER "code,name,kind,parent,opened,closed,successors\r\n"

/* In the order in which they are exported. A parent and a successor stand on later lines. */
#define REGION                                                   \
  HEADER                                                         \
  "A1,\"First, the PCT\",pct,Z9,2006-10-01,2010-04-01,A2;B1\r\n" \
  "A2,Second PCT,pct,Z9,2010-04-01,,\r\n"                        \
  "B1,\"A \"\"quoted\"\" council\",council,,,,\r\n"              \
  "B2,'=SUM(A1),council,,1999-01-01,1999-01-01,\r\n"             \
  "Z9,\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d SHA,sha,,2006-07-01,2013-03-31,\r\n"

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_assert_imports (fixture, ts_organisations_import, REGION, "Import 5 organisations from f.csv (5, 0, 0, 0)");
  first = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (first, ==, REGION);

  /* What was exported says nothing new. */
  fixture_assert_imports (fixture, ts_organisations_import, first, "Nothing to change: the workbook says all that is in f.csv.");
  g_assert_cmpint (fixture_count_changes (fixture), ==, 1);
  second = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (second, ==, REGION);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) undone = NULL;
  g_autoptr (TsChange) redone = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  fixture_assert_imports (fixture, ts_organisations_import, REGION, "Import 5 organisations from f.csv (5, 0, 0, 0)");

  undone = ts_workbook_undo (fixture->workbook, &error);
  g_assert_no_error (error);
  without = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (without, ==, HEADER);

  redone = ts_workbook_redo (fixture->workbook, &error);
  g_assert_no_error (error);
  with = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (with, ==, REGION);
}

/* Each step imports a file and says what is exported then. */
static const struct
{
  const char *csv;
  const char *label;
  const char *exported;
} steps[] = {
  /* Another name, kind and days. */
  { HEADER "A,Alpha PCT,trust,P,2006-10-02,2011-01-01,B;C\r\n", "Import 1 organisation from f.csv (0, 1, 0, 0)",
    HEADER "A,Alpha PCT,trust,P,2006-10-02,2011-01-01,B;C\r\nB,Beta,pct,P,,,\r\nC,Gamma,pct,,,,\r\nP,Parent,sha,,,,\r\nQ,Other,sha,,,,\r\n" },
  /* Another parent, and successors that come and go, in any order. */
  { HEADER "A,Alpha PCT,trust,Q,2006-10-02,2011-01-01,P;C\r\n", "Import 1 organisation from f.csv (0, 1, 0, 0)",
    HEADER "A,Alpha PCT,trust,Q,2006-10-02,2011-01-01,C;P\r\nB,Beta,pct,P,,,\r\nC,Gamma,pct,,,,\r\nP,Parent,sha,,,,\r\nQ,Other,sha,,,,\r\n" },
  { HEADER "A,Alpha PCT,trust,Q,2006-10-02,2011-01-01, P ; C \r\n", "Nothing to change: the workbook says all that is in f.csv.", NULL },
  /* Nothing any more, and a parent where there was none. */
  { HEADER "A,Alpha PCT,trust,,,,\r\nC,Gamma,pct,A,,,\r\nB,Beta,pct,P,,,\r\n", "Import 2 organisations from f.csv (0, 2, 0, 1)",
    HEADER "A,Alpha PCT,trust,,,,\r\nB,Beta,pct,P,,,\r\nC,Gamma,pct,A,,,\r\nP,Parent,sha,,,,\r\nQ,Other,sha,,,,\r\n" },
  /* A parent turned round: no cycle, because both lines say how it will be. */
  { HEADER "A,Alpha PCT,trust,C,,,\r\nC,Gamma,pct,,,,\r\n", "Import 2 organisations from f.csv (0, 2, 0, 0)",
    HEADER "A,Alpha PCT,trust,C,,,\r\nB,Beta,pct,P,,,\r\nC,Gamma,pct,,,,\r\nP,Parent,sha,,,,\r\nQ,Other,sha,,,,\r\n" },
  /* One more beside those there are. */
  { HEADER "N,New,ccg,A,,,\r\nA,Alpha PCT,trust,C,,,N\r\n", "Import 2 organisations from f.csv (1, 1, 0, 0)",
    HEADER "A,Alpha PCT,trust,C,,,N\r\nB,Beta,pct,P,,,\r\nC,Gamma,pct,,,,\r\nN,New,ccg,A,,,\r\nP,Parent,sha,,,,\r\nQ,Other,sha,,,,\r\n" },
};

static void
test_updates (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *exported = NULL;

  fixture_assert_imports (fixture, ts_organisations_import,
                          HEADER "A,Alpha,pct,P,2006-10-01,,B\r\nB,Beta,pct,P,,,\r\nC,Gamma,pct,,,,\r\nP,Parent,sha,,,,\r\nQ,Other,sha,,,,\r\n",
                          "Import 5 organisations from f.csv (5, 0, 0, 0)");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint64 n_changes = fixture_count_changes (fixture);
      g_autofree char *told = fixture_import (fixture, ts_organisations_import, steps[i].csv);

      g_test_message ("step %u", i);
      g_assert_cmpstr (told, ==, steps[i].label);

      if (steps[i].exported != NULL)
        {
          g_free (exported);
          exported = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
          g_assert_cmpstr (exported, ==, steps[i].exported);
        }

      g_assert_cmpint (fixture_count_changes (fixture), ==, n_changes + (steps[i].exported != NULL));
      g_free (told);
      told = fixture_import (fixture, ts_organisations_import, steps[i].csv);
      g_assert_cmpstr (told, ==, "Nothing to change: the workbook says all that is in f.csv.");
    }
}

static const struct
{
  const char *csv;
  const char *problems;
} bad[] = {
  { HEADER "\"A B\",x,pct,,,,\r\n", "f.csv:2: code: “A B” is not a code; a code has 1 to 32 letters, digits, “-”, “_” or “.”" },
  { HEADER ",x,pct,,,,\r\n", "f.csv:2: code: it is empty; every organisation needs one" },
  { HEADER "A,x,pct,,,,\r\nB,y,pct,,,,\r\nA,z,pct,,,,\r\n", "f.csv:4: code: “A” is on line 2 already" },
  { HEADER "A,,pct,,,,\r\n", "f.csv:2: name: the text is empty" },
  { HEADER "A,\"x\ny\",pct,,,,\r\n", "f.csv:2: name: the text contains the control character U+000A" },
  { HEADER "A,x,,,,,\r\n", "f.csv:2: kind: “” is not a kind; a kind is a short name of small letters, digits and “-”, for example pct" },
  { HEADER "A,x,PCT,,,,\r\n", "f.csv:2: kind: “PCT” is not a kind; a kind is a short name of small letters, digits and “-”, for example pct" },
  { HEADER "A,x,pct,Q!,,,\r\n", "f.csv:2: parent: “Q!” is not a code; a code has 1 to 32 letters, digits, “-”, “_” or “.”" },
  { HEADER "A,x,pct,Q30,,,\r\n", "f.csv:2: parent: no organisation has the code “Q30”, neither in the file nor in the workbook" },
  { HEADER "A,x,pct,,1.4.2006,,\r\n",
    "f.csv:2: opened: “1.4.2006” is not a day; write it as year, month and day, for example 2009-03-31" },
  { HEADER "A,x,pct,,,2009-02-29,\r\n",
    "f.csv:2: closed: “2009-02-29” is not a day; write it as year, month and day, for example 2009-03-31" },
  { HEADER "A,x,pct,,2010-01-01,2009-12-31,\r\n", "f.csv:2: closed: 2009-12-31 is before 2010-01-01, the day on which it opened" },
  { HEADER "A,x,pct,,,,B\r\n", "f.csv:2: successors: no organisation has the code “B”, neither in the file nor in the workbook" },
  { HEADER "A,x,pct,,,,A\r\n", "f.csv:2: successors: “A” cannot succeed itself" },
  { HEADER "A,x,pct,,,,K;K\r\n", "f.csv:2: successors: “K” is there twice" },
  { HEADER "A,x,pct,,,,K;\r\n", "f.csv:2: successors: a code is missing before or after a “;”" },
  { HEADER "A,x,pct,A,,,\r\n", "f.csv:2: parent: “A” would be above itself: its chain of parents comes back to it" },
  { HEADER "A,x,pct,B,,,\r\nB,y,pct,C,,,\r\nC,z,pct,A,,,\r\nD,w,pct,A,,,\r\n",
    "f.csv:2: parent: “A” would be above itself: its chain of parents comes back to it" },
  /* K2 is below K in the workbook. */
  { HEADER "K,Kept,sha,K2,,,\r\n", "f.csv:2: parent: “K” would be above itself: its chain of parents comes back to it" },
  { HEADER "A,x,PCT,,,,\r\nB,,pct,,,,\r\nC,z,pct,NO,,,\r\nD,ok,pct,,,,\r\n",
    "f.csv:2: kind: “PCT” is not a kind; a kind is a short name of small letters, digits and “-”, for example pct\n"
    "f.csv:3: name: the text is empty\n"
    "f.csv:4: parent: no organisation has the code “NO”, neither in the file nor in the workbook" },
  { "code,name,kind\r\nA,x,pct\r\n",
    "f.csv:1: the column “parent” is missing; the columns are code,name,kind,parent,opened,closed,successors\n"
    "f.csv:1: the column “opened” is missing; the columns are code,name,kind,parent,opened,closed,successors\n"
    "f.csv:1: the column “closed” is missing; the columns are code,name,kind,parent,opened,closed,successors\n"
    "f.csv:1: the column “successors” is missing; the columns are code,name,kind,parent,opened,closed,successors" },
};

static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *before = NULL;

  fixture_assert_imports (fixture, ts_organisations_import, HEADER "K,Kept,sha,,,,\r\nK2,Below,pct,K,,,\r\n",
                          "Import 2 organisations from f.csv (2, 0, 0, 0)");
  before = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *told = fixture_import (fixture, ts_organisations_import, bad[i].csv);
      g_autofree char *after = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);

      g_assert_cmpstr (told, ==, bad[i].problems);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpint (fixture_count_changes (fixture), ==, 1);
    }
}

static void
test_long_names (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *name = g_strnfill (10000, 'n');
  g_autofree char *csv = g_strdup_printf (HEADER "A,%s,pct,,,,\r\n", name);

  fixture_assert_imports (fixture, ts_organisations_import, csv,
                          "f.csv:2: name: the text has 10000 characters; at most 500 are kept");
}

/* A long chain of parents is no cycle, and costs no more than its length. */
static void
test_long_chain (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autofree char *told = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (csv, "N%u,Name,pct,N%u,,,\r\n", i, i + 1);

  g_string_append (csv, "N20000,Name,pct,,,,\r\n");
  fixture_assert_imports (fixture, ts_organisations_import, csv->str, "Import 20001 organisations from f.csv (20001, 0, 0, 0)");
  g_string_append (csv, "X,Name,pct,N0,,,\r\n");
  fixture_assert_imports (fixture, ts_organisations_import, csv->str, "Import 1 organisation from f.csv (1, 0, 0, 20001)");
}

static void
test_json_and_filter (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *const codes[] = { "Z9", "A1", NULL };
  const char *const unknown[] = { "A1", "NO", NULL };
  const TsQueryFilter filter = { .organisations = codes };
  const TsQueryFilter bad_filter = { .organisations = unknown };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  TsExport settings = { .stream = stream, .filter = &bad_filter };
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  fixture_assert_imports (fixture, ts_organisations_import, REGION, "Import 5 organisations from f.csv (5, 0, 0, 0)");
  json = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_JSON, &filter);
  g_assert_cmpstr (json, ==,
                   "[\n"
                   "  {\"code\": \"A1\", \"name\": \"First, the PCT\", \"kind\": \"pct\", \"parent\": \"Z9\", \"opened\": \"2006-10-01\", "
                   "\"closed\": \"2010-04-01\", \"successors\": \"A2;B1\", \"names\": [{\"name\": \"First, the PCT\", \"from\": \"2006-10-01\"}], "
                   "\"parents\": [{\"parent\": \"Z9\", \"from\": \"2006-10-01\"}], \"population\": {}},\n"
                   "  {\"code\": \"Z9\", \"name\": \"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d SHA\", \"kind\": \"sha\", \"parent\": null, "
                   "\"opened\": \"2006-07-01\", \"closed\": \"2013-03-31\", \"successors\": null, "
                   "\"names\": [{\"name\": \"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d SHA\", \"from\": \"2006-07-01\"}], \"parents\": [], \"population\": {}}\n"
                   "]\n");

  g_assert_false (ts_organisations_export (fixture->workbook, &settings, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "The workbook has no organisation with the code “NO”.");
}

/* A life with all that a table has no room for. */
#define FAMILY                                                                                                                      \
  "[\n"                                                                                                                              \
  "  {\"code\": \"H1\", \"name\": \"Two Rivers PCT\", \"kind\": \"pct\", \"parent\": \"Q2\", \"opened\": \"2006-10-01\", \"closed\": null, "   \
  "\"successors\": null, \"names\": [{\"name\": \"River PCT\", \"from\": \"2006-10-01\", \"to\": \"2008-03-31\"}, "                        \
  "{\"name\": \"Two Rivers PCT\", \"from\": \"2008-04-01\"}], \"parents\": [{\"parent\": \"Q1\", \"from\": \"2006-10-01\", "             \
  "\"to\": \"2009-03-31\"}, {\"parent\": \"Q2\", \"from\": \"2009-04-01\"}], \"population\": {\"2008/09\": 247900, \"2009/10\": 249300}},\n" \
  "  {\"code\": \"H0\", \"name\": \"Old River PCT\", \"kind\": \"pct\", \"parent\": null, \"opened\": \"2002-04-01\", "                   \
  "\"closed\": \"2006-09-30\", \"successors\": \"H1\"},\n"                                                                        \
  "  {\"code\": \"Q1\", \"name\": \"North SHA\", \"kind\": \"sha\", \"parent\": null, \"opened\": null, \"closed\": null, \"successors\": null},\n" \
  "  {\"code\": \"Q2\", \"name\": \"South SHA\", \"kind\": \"sha\", \"parent\": null, \"opened\": null, \"closed\": null, \"successors\": null}\n"  \
  "]\n"

/* What goes out as a document comes in again whole, also into a workbook that has nothing. */
static void
test_document_round_trip (Fixture       *fixture,
                          gconstpointer  data)
{
  Fixture other = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *table = NULL;

  fixture_assert_imports (fixture, ts_organisations_import, FAMILY, "Import 4 organisations from f.csv (4, 0, 0, 0)");
  first = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_JSON, NULL);
  g_assert_nonnull (strstr (first, "{\"name\": \"River PCT\", \"from\": \"2006-10-01\", \"to\": \"2008-03-31\"}"));
  g_assert_nonnull (strstr (first, "{\"parent\": \"Q1\", \"from\": \"2006-10-01\", \"to\": \"2009-03-31\"}"));
  g_assert_nonnull (strstr (first, "{\"2008/09\": 247900, \"2009/10\": 249300}"));
  fixture_assert_imports (fixture, ts_organisations_import, first, "Nothing to change: the workbook says all that is in f.csv.");

  /* A table has the latest name and parent only, and takes nothing away. */
  table = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_nonnull (strstr (table, "H1,Two Rivers PCT,pct,Q2,2006-10-01,,\r\n"));
  fixture_assert_imports (fixture, ts_organisations_import, table, "Nothing to change: the workbook says all that is in f.csv.");

  fixture_set_up (&other, NULL);
  fixture_assert_imports (&other, ts_organisations_import, first, "Import 4 organisations from f.csv (4, 0, 0, 0)");
  second = fixture_export (&other, ts_organisations_export, TS_TABLE_FORMAT_JSON, NULL);
  g_assert_cmpstr (second, ==, first);
  fixture_tear_down (&other, NULL);
}

/* An old table does not turn back what came later, and cannot say since when something else is. */
static void
test_table_after_history (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *told = NULL;

  fixture_assert_imports (fixture, ts_organisations_import, FAMILY, "Import 4 organisations from f.csv (4, 0, 0, 0)");
  fixture_assert_imports (fixture, ts_organisations_import, HEADER "H1,River PCT,pct,Q1,2006-10-01,,\r\n",
                          "Nothing to change: the workbook says all that is in f.csv.");
  told = fixture_import (fixture, ts_organisations_import, HEADER "H1,Three Rivers PCT,pct,Q2,2006-10-01,,\r\n");
  g_assert_null (strstr (told, "Import "));
  g_assert_cmpint (fixture_count_changes (fixture), ==, 1);
}

static void
test_bad_documents (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *document;
    const char *place;
  } cases[] = {
    { "[{\"code\": \"A\", \"name\": 5, \"kind\": \"pct\"}]", "$[0].name" },
    { "[{\"code\": \"A B\", \"name\": \"N\", \"kind\": \"pct\"}]", "$[0].code" },
    { "[{\"code\": \"A\", \"name\": \"N\", \"kind\": \"pct\", \"colour\": 1}]", "colour" },
    { "[{\"code\": \"A\", \"name\": \"N\", \"kind\": \"pct\", \"population\": {\"2008\": 1}}]", "$[0].population" },
    { "[{\"code\": \"A\", \"name\": \"N\", \"kind\": \"pct\", \"population\": {\"2008/09\": -1}}]", "$[0].population" },
    { "[{\"code\": \"A\", \"kind\": \"pct\", \"names\": []}]", "$[0].names" },
    { "[{\"code\": \"A\", \"kind\": \"pct\", \"names\": [{\"name\": \"N\", \"from\": \"2009-02-30\"}]}]", "$[0].names[0].from" },
    { "[{\"code\": \"A\", \"kind\": \"pct\", \"names\": [{\"name\": \"N\", \"from\": \"2009-02-01\", \"to\": \"2008-01-01\"}]}]",
      "$[0].names[0]" },
    { "[{\"code\": \"A\", \"name\": \"N\", \"kind\": \"pct\"}, {\"code\": \"A\", \"name\": \"M\", \"kind\": \"pct\"}]", "$[1].code" },
    { "[{\"code\": \"A\", \"name\": \"N\", \"kind\": \"pct\", \"parent\": \"NONE\"}]", "NONE" },
    { "[{\"code\": \"A\"", "f.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = fixture_import (fixture, ts_organisations_import, cases[i].document);

      g_test_message ("%s: %s", cases[i].document, told);
      g_assert_nonnull (strstr (told, cases[i].place));
      g_assert_null (strstr (told, "Import "));
    }

  g_assert_cmpint (fixture_count_changes (fixture), ==, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (REGION, -1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TsImport settings = { .file = "f.csv", .stream = stream, .problems = problems, .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  g_assert_null (ts_organisations_import (fixture->workbook, &settings, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/organisations/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("document/round-trip", test_document_round_trip);
  ADD ("document/bad", test_bad_documents);
  ADD ("table-after-history", test_table_after_history);
  ADD ("round-trip", test_round_trip);
  ADD ("undo", test_undo);
  ADD ("updates", test_updates);
  ADD ("bad", test_bad);
  ADD ("long-names", test_long_names);
  ADD ("long-chain", test_long_chain);
  ADD ("json-and-filter", test_json_and_filter);
  ADD ("cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
