/* test-organisations.c — organisations in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-organisations-export.h"
#include "exchange/ts-organisations-import.h"
#include "fixture.h"

#include <string.h>

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
                   "\"closed\": \"2010-04-01\", \"successors\": \"A2;B1\", "
                   "\"names\": [{\"name\": \"First, the PCT\", \"from\": \"2006-10-01\"}], "
                   "\"parents\": [{\"parent\": \"Z9\", \"from\": \"2006-10-01\"}], \"population\": {}},\n"
                   "  {\"code\": \"Z9\", \"name\": \"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d SHA\", \"kind\": \"sha\", \"parent\": null, "
                   "\"opened\": \"2006-07-01\", \"closed\": \"2013-03-31\", \"successors\": null, "
                   "\"names\": [{\"name\": \"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d SHA\", \"from\": \"2006-07-01\"}], "
                   "\"parents\": [], \"population\": {}}\n"
                   "]\n");

  g_assert_false (ts_organisations_export (fixture->workbook, &settings, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "The workbook has no organisation with the code “NO”.");
}

/* One organisation with a life, and its region. */
#define LIFE                                                                                                                     \
  "[{\"code\": \"A\", \"kind\": \"pct\", \"opened\": \"2001-04-01\", \"closed\": null, \"successors\": null,"                     \
  " \"names\": [{\"name\": \"Old\", \"from\": \"2001-04-01\", \"to\": \"2006-09-30\"}, {\"name\": \"New\", \"from\": \"2006-10-01\"}],"    \
  " \"parents\": [{\"parent\": \"P\", \"to\": \"2006-06-30\"}, {\"parent\": \"Q\", \"from\": \"2006-07-01\"}],"                           \
  " \"population\": {\"2008/09\": 120000, \"2009/10\": 0}},"                                                                       \
  " {\"code\": \"P\", \"kind\": \"sha\", \"name\": \"Parent\"}, {\"code\": \"Q\", \"kind\": \"sha\", \"name\": \"Other\"}]"

static const struct
{
  const char *file;
  const char *told;
} dated[] = {
  /* A table may say any of the names and parents there are, and turns nothing back. */
  { HEADER "A,New,pct,Q,2001-04-01,,\r\n", "Nothing to change: the workbook says all that is in f.csv." },
  { HEADER "A,Old,pct,P,2001-04-01,,\r\n", "Nothing to change: the workbook says all that is in f.csv." },
  { HEADER "A,Newest,pct,Q,2001-04-01,,\r\n",
    "f.csv:2: name: the workbook knows “A” by names with days, and “Newest” is none of them; rename it in the workbook, or import JSON that "
    "says from which day the name holds" },
  { HEADER "A,New,pct,,2001-04-01,,\r\n",
    "f.csv:2: parent: the workbook knows with days what “A” belonged to; end it in the workbook, or import JSON that says until which day it "
    "held" },
  { HEADER "R,R,sha,,,,\r\nA,New,pct,R,2001-04-01,,\r\n",
    "f.csv:3: parent: the workbook knows with days what “A” belonged to, and “R” is none of that; move it in the workbook, or import JSON that "
    "says from which day it belongs there" },
  /* What a document does not speak of stays. */
  { "\xef\xbb\xbf \n[{\"code\": \"A\"}]", "Nothing to change: the workbook says all that is in f.csv." },
  { "[{\"code\": \"A\", \"parents\": [{\"parent\": \"P\"}, {\"parent\": \"A\"}]}]",
    "f.csv: $[0].parents: “A” would be above itself: its chain of parents comes back to it" },
  /* Not at the same time, so this is no circle. */
  { "[{\"code\": \"P\", \"parents\": [{\"parent\": \"A\", \"from\": \"2006-07-01\"}]}]", "Import 1 organisation from f.csv (0, 1, 0, 0)" },
  { "[{\"code\": \"P\", \"parents\": [{\"parent\": \"A\", \"from\": \"2006-06-30\"}]}]",
    "f.csv: $[0].parents: “P” would be above itself: its chain of parents comes back to it" },
  { "[{\"code\": \"P\", \"parents\": []}]", "Import 1 organisation from f.csv (0, 1, 0, 0)" },
};

static void
test_dated (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_assert_imports (fixture, ts_organisations_import, LIFE, "Import 3 organisations from f.csv (3, 0, 0, 0)");
  before = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_JSON, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    fixture_assert_imports (fixture, ts_organisations_import, dated[i].file, dated[i].told);

  after = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_JSON, NULL);
  g_assert_cmpstr (after, ==, before);
}

static const struct
{
  const char *file;
  const char *problems;
} bad_documents[] = {
  { "{}", "f.csv: $: expected an array of organisations, found an object" },
  { "[{\"code\": \"A\", \"nmae\": \"x\"}]",
    "f.csv: $[0].nmae: this member is not known; expected code, name, kind, parent, opened, closed, successors, names, parents, population" },
  { "[{\"name\": \"x\", \"kind\": \"pct\"}]", "f.csv: $[0].code: expected a text, found nothing" },
  { "[{\"code\": \"A\"}]", "f.csv: $[0].kind: it is missing, and “A” is new\nf.csv: $[0].name: it is missing, and “A” is new" },
  { "[{\"code\": \"A\", \"kind\": \"pct\", \"name\": \"x\"}, {\"code\": \"A\", \"kind\": \"pct\", \"name\": \"x\"}]",
    "f.csv: $[1].code: “A” is there already, as $[0]" },
  { "[{\"code\": \"A\", \"kind\": \"pct\", \"name\": \"x\", \"names\": [{\"name\": \"y\"}]}]",
    "f.csv: $[0].name: “x” is not “y”, the last one under “names”; leave out one of the two members" },
  { "[{\"code\": \"A\", \"kind\": \"pct\", \"name\": \"x\", \"parents\": [{\"parent\": \"NO\"}]}]",
    "f.csv: $[0].parents[0].parent: no organisation has the code “NO”, neither in the file nor in the workbook" },
  /* All that is wrong is told, wherever it is. */
  { "[{\"code\": \"A\", \"kind\": \"pct\", \"names\": [{\"name\": \"x\", \"from\": \"2009-02-29\"}, {\"name\": \"y\", "
    "\"from\": \"2009-02-02\", \"to\": \"2009-02-01\"}], \"population\": {\"2009\": 1, \"2009/10\": -1, \"2010/11\": 1.5}}]",
    "f.csv: $[0].names[0].from: “2009-02-29” is not a day; write it as year, month and day, for example 2009-03-31\n"
    "f.csv: $[0].names[1].to: the last day, 2009-02-01, is before the first, 2009-02-02\n"
    "f.csv: $[0].population.2009: expected a financial year such as 2009/10\n"
    "f.csv: $[0].population['2009/10']: expected a whole number from 0 to 100000000000, found -1\n"
    "f.csv: $[0].population['2010/11']: expected a whole number from 0 to 100000000000, found a number that is not whole" },
};

static void
test_bad_documents (Fixture       *fixture,
                    gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_documents); i++)
    {
      fixture_assert_imports (fixture, ts_organisations_import, bad_documents[i].file, bad_documents[i].problems);
      g_assert_cmpint (fixture_count_changes (fixture), ==, 0);
    }
}

static void
append_random_days (GString *json,
                    int      first,
                    int      last)
{
  int from = g_test_rand_int_range (first, last);

  if (g_test_rand_int_range (0, 4) > 0)
    g_string_append_printf (json, ", \"from\": \"%d-04-01\"", from);

  if (g_test_rand_int_range (0, 2) > 0)
    g_string_append_printf (json, ", \"to\": \"%d-03-31\"", g_test_rand_int_range (from + 1, last + 1));
}

/* Days overlap, stand twice and are missing, as they do in sources; parents have higher numbers, so there is no circle. */
static char *
make_family (guint n_organisations)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < n_organisations; i++)
    {
      guint n_names = g_test_rand_int_range (1, 5);
      guint n_parents = i + 1 < n_organisations ? g_test_rand_int_range (0, 4) : 0;

      g_string_append_printf (json, "%s{\"code\": \"N%02u\", \"kind\": \"pct\", \"names\": [", i > 0 ? "," : "", i);

      for (guint j = 0; j < n_names; j++)
        {
          g_string_append_printf (json, "%s{\"name\": \"Name %d\"", j > 0 ? "," : "", g_test_rand_int_range (0, 3));
          append_random_days (json, 2000, 2004);
          g_string_append_c (json, '}');
        }

      g_string_append (json, "], \"parents\": [");

      for (guint j = 0; j < n_parents; j++)
        {
          g_string_append_printf (json, "%s{\"parent\": \"N%02d\"", j > 0 ? "," : "", g_test_rand_int_range (i + 1, n_organisations));
          append_random_days (json, 2000, 2004);
          g_string_append_c (json, '}');
        }

      g_string_append_printf (json, "], \"successors\": %s%s%s, \"population\": {\"2009/10\": %d}}", i % 3 == 0 ? "null" : "\"N00",
                              i % 3 == 2 ? ";N01" : "", i % 3 == 0 ? "" : "\"", g_test_rand_int_range (0, 500000));
    }

  g_string_append_c (json, ']');

  return g_strdup (json->str);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
take_row_and_id (TsRow    *row,
                 gpointer  data)
{
  g_autoptr (GString) text = g_string_new (ts_row_get_id (row));

  ts_row_append_json (row, text);
  g_ptr_array_add (data, g_strdup (text->str));

  return TRUE;
}

static gboolean
take_row (TsRow    *row,
          gpointer  data)
{
  g_autoptr (GString) text = g_string_new (ts_entity_get_name (ts_row_get_entity (row)));

  ts_row_append_json (row, text);
  g_ptr_array_add (data, g_strdup (text->str));

  return TRUE;
}

static char *
list_rows (TsWorkbook    *workbook,
           TsRowFunction  take)
{
  const TsEntity entities[] = { TS_ENTITY_ORGANISATION, TS_ENTITY_ORGANISATION_NAME, TS_ENTITY_ORGANISATION_PARENT,
                                TS_ENTITY_ORGANISATION_SUCCESSOR, TS_ENTITY_ORGANISATION_POPULATION };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    ts_workbook_foreach_row (workbook, entities[i], -1, NULL, take, texts, &error);

  g_assert_no_error (error);
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n", (char **) texts->pdata);
}

static void
test_random_families (Fixture       *fixture,
                      gconstpointer  data)
{
  for (guint round = 0; round < 20; round++)
    {
      Fixture first = { 0 };
      Fixture second = { 0 };
      g_autofree char *family = make_family (12);
      g_autofree char *told = NULL;
      g_autofree char *out = NULL;
      g_autofree char *again = NULL;
      g_autofree char *rows = NULL;
      g_autofree char *same_rows = NULL;

      fixture_set_up (&first, NULL);
      fixture_set_up (&second, NULL);
      told = fixture_import (&first, ts_organisations_import, family);
      g_assert_cmpstr (told, ==, "Import 12 organisations from f.csv (12, 0, 0, 0)");
      out = fixture_export (&first, ts_organisations_export, TS_TABLE_FORMAT_JSON, NULL);
      fixture_assert_imports (&first, ts_organisations_import, out, "Nothing to change: the workbook says all that is in f.csv.");
      fixture_assert_imports (&second, ts_organisations_import, out, "Import 12 organisations from f.csv (12, 0, 0, 0)");
      again = fixture_export (&second, ts_organisations_export, TS_TABLE_FORMAT_JSON, NULL);
      g_assert_cmpstr (again, ==, out);
      rows = list_rows (first.workbook, take_row);
      same_rows = list_rows (second.workbook, take_row);
      g_assert_cmpstr (same_rows, ==, rows);

      fixture_tear_down (&first, NULL);
      fixture_tear_down (&second, NULL);
    }
}

/* Without spans that share a first day, even the row ids are the same. */
static void
test_same_rows (Fixture       *fixture,
                gconstpointer  data)
{
  Fixture other = { 0 };
  g_autofree char *out = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *same_rows = NULL;

  fixture_set_up (&other, NULL);
  fixture_assert_imports (fixture, ts_organisations_import, LIFE, "Import 3 organisations from f.csv (3, 0, 0, 0)");
  out = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_JSON, NULL);
  fixture_assert_imports (&other, ts_organisations_import, out, "Import 3 organisations from f.csv (3, 0, 0, 0)");
  rows = list_rows (fixture->workbook, take_row_and_id);
  same_rows = list_rows (other.workbook, take_row_and_id);
  g_assert_cmpstr (same_rows, ==, rows);
  fixture_tear_down (&other, NULL);
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
  ADD ("round-trip", test_round_trip);
  ADD ("undo", test_undo);
  ADD ("updates", test_updates);
  ADD ("bad", test_bad);
  ADD ("long-names", test_long_names);
  ADD ("long-chain", test_long_chain);
  ADD ("json-and-filter", test_json_and_filter);
  ADD ("dated", test_dated);
  ADD ("bad-documents", test_bad_documents);
  ADD ("random-families", test_random_families);
  ADD ("same-rows", test_same_rows);
  ADD ("cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
