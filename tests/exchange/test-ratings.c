/* test-ratings.c — ratings in and out, and the levels that follow from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-seal.h"
#include "core/ts-sign-off.h"
#include "core/ts-stage.h"
#include "exchange/ts-framework-import.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-levels-export.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-ratings-export.h"
#include "exchange/ts-ratings-import.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "organisation,year,framework,criterion,layer,assessor,level,rationale\r\n"
#define LEVELS "organisation,year,framework,node,layer,level,basis,rule\r\n"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_assert_imports (fixture, ts_organisations_import,
                          "code,name,kind,parent,opened,closed,successors\nA,Alpha,pct,,,,\nB,Beta,pct,,,,\n",
                          "Import 2 organisations from f.csv (2, 0, 0, 0)");
}

/* In the order in which they are exported. */
#define RATINGS                                                           \
  HEADER                                                                  \
  "A,2008/09,wcc-year-1,2b,self,,3,\r\n"                                  \
  "A,2008/09,wcc-year-1,10,final,,2,\r\n"                                 \
  "A,2008/09,wcc-year-1,10a,self,,,\"Not rated, but explained\"\r\n"      \
  "A,2008/09,wcc-year-1,strategy,self,,amber,\r\n"                        \
  "A,2009/10,wcc-year-2,1a,self,,2,'=1+1\r\n"                             \
  "A,2009/10,wcc-year-2,1a,desk,'@An Analyst,1,\"two\r\nlines\"\r\n"      \
  "A,2009/10,wcc-year-2,1a,reviewer,Ann,2,\r\n"                           \
  "A,2009/10,wcc-year-2,1a,reviewer,Bob,3,\"\"\"quoted\"\"\"\r\n"         \
  "A,2009/10,wcc-year-2,1a,panel,,2,\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\r\n" \
  "A,2009/10,wcc-year-2,finance.1,self,,red,\r\n"                         \
  "B,2009/10,wcc-year-2,11c,self,,4,\r\n"

/* Until both have sealed, neither is exported. */
static void
seal (Fixture    *fixture,
      const char *assessor)
{
  static const char *const layers[] = { "reviewer", NULL };
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (fixture->workbook, "A", NULL);
  g_autoptr (TsRow) framework = ts_workbook_find_framework (fixture->workbook, "wcc-year-2", NULL, NULL);
  g_autoptr (TsRow) assessment = ts_workbook_find_assessment (fixture->workbook, ts_row_get_id (organisation), ts_row_get_id (framework), 2009, NULL);
  const TsQueryFilter filter = { .layers = layers };
  g_autofree char *before = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, &filter);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_change_seal (assessment, assessor, NULL, 1, "2010-05-14", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (before, ==, HEADER);
  ts_workbook_apply (fixture->workbook, change, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_assert_imports (fixture, ts_ratings_import, RATINGS, "Import 11 ratings from f.csv (11, 0, 0, 0)");
  seal (fixture, "Ann");
  seal (fixture, "Bob");
  first = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (first, ==, RATINGS);
  fixture_assert_imports (fixture, ts_ratings_import, first, "Nothing to change: the workbook says all that is in f.csv.");
  g_assert_cmpint (fixture_count_changes (fixture), ==, 4);
  second = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (second, ==, RATINGS);
}

/* The change brings what the ratings need, once, and an undo takes all of it away. */
static void
test_what_comes_with_it (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) frameworks = NULL;
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (TsChange) undone = NULL;

  fixture_assert_imports (fixture, ts_ratings_import, RATINGS, "Import 11 ratings from f.csv (11, 0, 0, 0)");

  frameworks = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_FRAMEWORK, -1, NULL, &error);
  g_assert_cmpuint (frameworks->len, ==, 2);
  assessments = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ASSESSMENT, -1, NULL, &error);
  g_assert_cmpuint (assessments->len, ==, 3);

  for (guint i = 0; i < assessments->len; i++)
    g_assert_cmpstr (ts_row_get_text (g_ptr_array_index (assessments, i), TS_ASSESSMENT_STAGE), ==, "draft");

  undone = ts_workbook_undo (fixture->workbook, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (undone), !=, NULL);
  g_clear_pointer (&frameworks, g_ptr_array_unref);
  frameworks = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_FRAMEWORK, -1, NULL, &error);
  g_assert_cmpuint (frameworks->len, ==, 0);
}

/* What says nothing makes nothing, and no assessment or framework for it. */
static void
test_nothing_said (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) frameworks = NULL;

  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1a,self,,,\n",
                          "Nothing to change: the workbook says all that is in f.csv.");
  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1a,self,,,\nA,2008/09,wcc-year-1,1a,self,,1,\n",
                          "Import 1 rating from f.csv (1, 0, 0, 1)");
  frameworks = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_FRAMEWORK, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (frameworks->len, ==, 1);
  g_assert_cmpstr (ts_row_get_text (g_ptr_array_index (frameworks, 0), TS_FRAMEWORK_CODE), ==, "wcc-year-1");
}

static void
test_updates (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *exported = NULL;

  fixture_assert_imports (fixture, ts_ratings_import, RATINGS, "Import 11 ratings from f.csv (11, 0, 0, 0)");
  fixture_assert_imports (fixture, ts_ratings_import,
                          "level,rationale,organisation,layer,assessor,criterion,framework,year\n"
                          "3,,A,self,,2b,wcc-year-1,2008/09\n"
                          ",,A,final,,10,wcc-year-1,2008/09\n"
                          "2,Now rated,A,self,,10a,wcc-year-1,2008/09\n"
                          ",Only words,A,self,,strategy,wcc-year-1,2008/09\n"
                          "1,,A,self,,1b,wcc-year-2,2009/10\n",
                          "Import 4 ratings from f.csv (1, 2, 1, 1)");
  seal (fixture, "Ann");
  seal (fixture, "Bob");
  exported = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (exported, ==,
                   HEADER
                   "A,2008/09,wcc-year-1,2b,self,,3,\r\n"
                   "A,2008/09,wcc-year-1,10a,self,,2,Now rated\r\n"
                   "A,2008/09,wcc-year-1,strategy,self,,,Only words\r\n"
                   "A,2009/10,wcc-year-2,1a,self,,2,'=1+1\r\n"
                   "A,2009/10,wcc-year-2,1a,desk,'@An Analyst,1,\"two\r\nlines\"\r\n"
                   "A,2009/10,wcc-year-2,1a,reviewer,Ann,2,\r\n"
                   "A,2009/10,wcc-year-2,1a,reviewer,Bob,3,\"\"\"quoted\"\"\"\r\n"
                   "A,2009/10,wcc-year-2,1a,panel,,2,\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\r\n"
                   "A,2009/10,wcc-year-2,1b,self,,1,\r\n"
                   "A,2009/10,wcc-year-2,finance.1,self,,red,\r\n"
                   "B,2009/10,wcc-year-2,11c,self,,4,\r\n");
}

static const struct
{
  const char *line;
  const char *problem;
} bad[] = {
  { "X,2009/10,wcc-year-2,1a,self,,1,", "organisation: the workbook has none with the code “X”" },
  { "A,2009,wcc-year-2,1a,self,,1,", "year: “2009” is not a financial year; write it as 2009/10" },
  { "A,2009/11,wcc-year-2,1a,self,,1,", "year: “2009/11” is not a financial year; write it as 2009/10" },
  { "A,2009/10,wcc-year-9,1a,self,,1,", "framework: “wcc-year-9” is neither in the workbook nor built in; built in are wcc-year-1, wcc-year-2" },
  { "A,2009/10,wcc-year-2,12a,self,,1,", "criterion: the framework “wcc-year-2” has no criterion, competency or area “12a”" },
  { "A,2008/09,wcc-year-1,11a,self,,1,", "criterion: the framework “wcc-year-1” has no criterion, competency or area “11a”" },
  { "A,2009/10,wcc-year-2,,self,,1,", "criterion: the framework “wcc-year-2” has no criterion, competency or area “”" },
  { "A,2009/10,wcc-year-2,life-expectancy,self,,1,",
    "criterion: the framework “wcc-year-2” has no criterion, competency or area “life-expectancy”" },
  { "A,2009/10,wcc-year-2,1a,selves,,1,", "layer: “selves” is not one of self, desk, reviewer, panel and final" },
  { "A,2009/10,wcc-year-2,1a,reviewer,,1,", "assessor: it is empty; the layer “reviewer” needs the reviewer’s name" },
  { "A,2009/10,wcc-year-2,1a,desk,\"An\nn\",1,", "assessor: the text contains the control character U+000A" },
  { "A,2009/10,wcc-year-2,1a,self,,5,", "level: “5” is not a level of 1a; its levels are 1, 2, 3, 4, and empty for not rated" },
  { "A,2009/10,wcc-year-2,1a,self,,amber,", "level: “amber” is not a level of 1a; its levels are 1, 2, 3, 4, and empty for not rated" },
  { "A,2009/10,wcc-year-2,board.1,self,,3,", "level: “3” is not a level of board.1; its levels are red, amber, green, and empty for not rated" },
  { "A,2009/10,wcc-year-2,1a,self,,0,", "level: “0” is not a level of 1a; its levels are 1, 2, 3, 4, and empty for not rated" },
  { "A,2009/10,wcc-year-2,1a,self,,1,bell \a", "rationale: the text contains the control character U+0007" },
  { "A,2009/10,wcc-year-2,1c,self,,1,", "the same rating is on line 2 already: one of the two has to go" },
};

/* Each line beside one that is good: all or nothing. */
static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *csv = g_strdup_printf (HEADER "A,2009/10,wcc-year-2,1c,self,,1,\n%s\n", bad[i].line);
      g_autofree char *expected = g_strdup_printf ("f.csv:3: %s", bad[i].problem);
      g_autofree char *told = fixture_import (fixture, ts_ratings_import, csv);
      g_autofree char *exported = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);

      g_assert_cmpstr (told, ==, expected);
      g_assert_cmpstr (exported, ==, HEADER);
      g_assert_cmpint (fixture_count_changes (fixture), ==, 1);
    }
}

static void
test_long_rationale (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (10000, 'r');
  g_autofree char *longest = g_strnfill (100001, 'r');
  g_autofree char *good_csv = g_strdup_printf (HEADER "A,2009/10,wcc-year-2,1c,self,,1,%s\r\n", long_text);
  g_autofree char *bad_csv = g_strdup_printf (HEADER "A,2009/10,wcc-year-2,1c,self,,1,%s\r\n", longest);
  g_autofree char *exported = NULL;

  fixture_assert_imports (fixture, ts_ratings_import, good_csv, "Import 1 rating from f.csv (1, 0, 0, 0)");
  exported = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (exported, ==, good_csv);
  fixture_assert_imports (fixture, ts_ratings_import, bad_csv,
                          "f.csv:2: rationale: the text has 100001 characters; at most 100000 are kept");
}

static void
test_first_fifty (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autofree char *told = NULL;
  g_auto (GStrv) problems = NULL;

  for (guint i = 0; i < 120; i++)
    g_string_append (csv, "X,2009/10,wcc-year-2,1a,self,,1,\n");

  told = fixture_import (fixture, ts_ratings_import, csv->str);
  problems = g_strsplit (told, "\n", -1);
  g_assert_cmpuint (g_strv_length (problems), ==, 50);
  g_assert_true (g_str_has_prefix (problems[0], "f.csv:2: "));
  g_assert_true (g_str_has_prefix (problems[49], "f.csv:51: "));
}

static void
move_to_stage (Fixture *fixture,
               TsStage  stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ASSESSMENT, -1, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (TsRow) assessment = ts_row_ref (g_ptr_array_index (rows, i));
      g_autoptr (GPtrArray) sign_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
      const TsSignOffRequest request = { .name = "The chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 1 };

      for (TsStage next = TS_STAGE_BOARD_APPROVED; next <= stage; next++)
        {
          g_autoptr (TsChange) change = ts_change_move_stage (assessment, sign_offs, next, &request, &error);

          g_assert_no_error (error);
          ts_workbook_apply (fixture->workbook, change, &error);
          g_assert_no_error (error);
          g_ptr_array_add (sign_offs, ts_row_ref (ts_change_find_after (change, TS_ENTITY_SIGN_OFF)));
          ts_row_unref (assessment);
          assessment = ts_row_ref (ts_change_find_after (change, TS_ENTITY_ASSESSMENT));
        }
    }
}

/* A locked layer can be imported again as it is, but not changed; the others are free. */
static void
test_locks (Fixture       *fixture,
            gconstpointer  data)
{
  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1a,self,,2,\nA,2009/10,wcc-year-2,1a,panel,,2,\n",
                          "Import 2 ratings from f.csv (2, 0, 0, 0)");
  move_to_stage (fixture, TS_STAGE_SUBMITTED);

  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1a,self,,2,\n",
                          "Nothing to change: the workbook says all that is in f.csv.");
  fixture_assert_imports (fixture, ts_ratings_import,
                          HEADER "A,2009/10,wcc-year-2,1a,self,,3,\nA,2009/10,wcc-year-2,1b,self,,3,\nA,2009/10,wcc-year-2,1a,panel,,3,\n",
                          "f.csv:2: layer: the assessment is at the stage “Submitted”, which locks the layer “self”; it has to be reopened first\n"
                          "f.csv:3: layer: the assessment is at the stage “Submitted”, which locks the layer “self”; it has to be reopened first");
  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1a,self,,2,\nA,2009/10,wcc-year-2,1a,panel,,3,\n",
                          "Import 1 rating from f.csv (0, 1, 0, 1)");
  /* Another year of the same organisation is another assessment. */
  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2010/11,wcc-year-2,1a,self,,2,\n",
                          "Import 1 rating from f.csv (1, 0, 0, 0)");
}

static char *
export_levels (Fixture             *fixture,
               const TsRollUpRule  *rule,
               const TsQueryFilter *filter)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TsExport settings = { .stream = stream, .filter = filter };

  ts_levels_export (fixture->workbook, rule, &settings, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define FOR_LEVELS                                                                                                 \
  HEADER                                                                                                           \
  "B,2009/10,wcc-year-2,1a,self,,1,\nB,2009/10,wcc-year-2,1b,self,,3,\nB,2009/10,wcc-year-2,1c,self,,4,\n"         \
  "A,2009/10,wcc-year-2,2a,self,,1,\nA,2009/10,wcc-year-2,2b,self,,,Only words\n"                                  \
  "A,2009/10,wcc-year-2,10a,self,,2,\nA,2009/10,wcc-year-2,10b,self,,2,\nA,2009/10,wcc-year-2,10c,self,,2,\n"      \
  "A,2009/10,wcc-year-2,10,self,,4,\nA,2009/10,wcc-year-2,10,final,,3,\n"                                          \
  "A,2009/10,wcc-year-2,3a,reviewer,Ann,2,\n"                                                                      \
  "A,2009/10,wcc-year-2,4a,panel,Bob,2,\nA,2009/10,wcc-year-2,4a,panel,,3,\nA,2009/10,wcc-year-2,4a,panel,Al,1,\n" \
  "A,2008/09,wcc-year-1,board,self,,green,\n"

static void
test_levels (Fixture       *fixture,
             gconstpointer  data)
{
  const TsRollUpRule mean = TS_ROLL_UP_MEAN;
  const TsRollUpRule minimum = TS_ROLL_UP_MINIMUM;
  const char *const codes[] = { "B", NULL };
  const char *const layers[] = { "final", "panel", NULL };
  const int years[] = { 2008 };
  const TsQueryFilter only_b = { .organisations = codes };
  const TsQueryFilter only_year = { .years = years, .n_years = 1 };
  const TsQueryFilter only_layers = { .layers = layers };
  g_autofree char *all = NULL;
  g_autofree char *by_mean = NULL;
  g_autofree char *by_minimum = NULL;
  g_autofree char *year = NULL;
  g_autofree char *settled = NULL;

  fixture_assert_imports (fixture, ts_ratings_import, FOR_LEVELS, "Import 15 ratings from f.csv (15, 0, 0, 0)");

  all = export_levels (fixture, NULL, NULL);
  g_assert_cmpstr (all, ==,
                   LEVELS
                   "A,2008/09,wcc-year-1,board,self,green,stated,\r\n"
                   "A,2009/10,wcc-year-2,2,self,,incomplete,majority\r\n"
                   "A,2009/10,wcc-year-2,2a,self,1,stated,\r\n"
                   "A,2009/10,wcc-year-2,4,panel,,incomplete,majority\r\n"
                   "A,2009/10,wcc-year-2,4a,panel,3,stated,\r\n"
                   "A,2009/10,wcc-year-2,10,self,4,stated,\r\n"
                   "A,2009/10,wcc-year-2,10,final,3,stated,\r\n"
                   "A,2009/10,wcc-year-2,10a,self,2,stated,\r\n"
                   "A,2009/10,wcc-year-2,10b,self,2,stated,\r\n"
                   "A,2009/10,wcc-year-2,10c,self,2,stated,\r\n"
                   "B,2009/10,wcc-year-2,1,self,3,rolled-up,majority\r\n"
                   "B,2009/10,wcc-year-2,1a,self,1,stated,\r\n"
                   "B,2009/10,wcc-year-2,1b,self,3,stated,\r\n"
                   "B,2009/10,wcc-year-2,1c,self,4,stated,\r\n");

  by_minimum = export_levels (fixture, &minimum, &only_b);
  g_assert_true (g_str_has_prefix (by_minimum, LEVELS "B,2009/10,wcc-year-2,1,self,1,rolled-up,minimum\r\n"));
  by_mean = export_levels (fixture, &mean, &only_b);
  g_assert_true (g_str_has_prefix (by_mean, LEVELS "B,2009/10,wcc-year-2,1,self,3,rolled-up,mean\r\n"));
  year = export_levels (fixture, NULL, &only_year);
  g_assert_cmpstr (year, ==, LEVELS "A,2008/09,wcc-year-1,board,self,green,stated,\r\n");
  settled = export_levels (fixture, NULL, &only_layers);
  g_assert_cmpstr (settled, ==,
                   LEVELS
                   "A,2009/10,wcc-year-2,4,panel,,incomplete,majority\r\n"
                   "A,2009/10,wcc-year-2,4a,panel,3,stated,\r\n"
                   "A,2009/10,wcc-year-2,10,final,3,stated,\r\n");
}

/* A workbook's own framework counts before the built-in one of the same id, and its latest edition before earlier ones. */
static void
test_own_framework (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ts_framework_library_get_text ("wcc-year-2", &error);
  g_auto (GStrv) parts = g_strsplit (text, "\"edition\": \"2\"", 2);
  g_autofree char *edited = g_strjoin ("\"edition\": \"2.1\"", parts[0], parts[1], NULL);
  g_auto (GStrv) renamed_parts = g_strsplit (edited, "\"id\": \"1a\"", 2);
  g_autofree char *renamed = g_strjoin ("\"id\": \"1z\"", renamed_parts[0], renamed_parts[1], NULL);
  g_autofree char *path = g_build_filename (fixture->directory, "own.json", NULL);
  g_autoptr (TsChange) change = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpuint (g_strv_length (renamed_parts), ==, 2);

  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1a,self,,2,\n", "Import 1 rating from f.csv (1, 0, 0, 0)");

  g_assert_true (g_file_set_contents (path, renamed, -1, NULL));
  change = ts_framework_import (fixture->workbook, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Import framework World class commissioning, year 2");
  g_assert_true (ts_workbook_apply (fixture->workbook, change, &error));

  /* The assessment that there is stays with the edition that it was made with; a new one takes the latest. */
  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1b,self,,2,\nB,2009/10,wcc-year-2,1z,self,,2,\n",
                          "Import 2 ratings from f.csv (2, 0, 0, 0)");
  fixture_assert_imports (fixture, ts_ratings_import, HEADER "A,2009/10,wcc-year-2,1z,self,,2,\nB,2009/10,wcc-year-2,1a,self,,2,\n",
                          "f.csv:2: criterion: the framework “wcc-year-2” has no criterion, competency or area “1z”\n"
                          "f.csv:3: criterion: the framework “wcc-year-2” has no criterion, competency or area “1a”");

  g_assert_null (ts_framework_import (fixture->workbook, path, &error));
  g_assert_cmpstr (error->message, ==, "Nothing to change: the workbook has this framework already.");
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, edited, -1, NULL));
  g_assert_null (ts_framework_import (fixture->workbook, path, &error));
  g_assert_nonnull (strstr (error->message, "the workbook has edition “2.1” of “wcc-year-2” with other content"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("/ratings/round-trip", test_round_trip);
  ADD ("/ratings/what-comes-with-it", test_what_comes_with_it);
  ADD ("/ratings/nothing-said", test_nothing_said);
  ADD ("/ratings/updates", test_updates);
  ADD ("/ratings/bad", test_bad);
  ADD ("/ratings/long-rationale", test_long_rationale);
  ADD ("/ratings/first-fifty", test_first_fifty);
  ADD ("/ratings/locks", test_locks);
  ADD ("/ratings/own-framework", test_own_framework);
  ADD ("/levels", test_levels);
#undef ADD

  return g_test_run ();
}
