/* test-gaps.c — levels against targets and last year, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-rate.h"
#include "core/ts-stage.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-set.h"
#include "exchange/ts-gaps-export.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-ratings-import.h"
#include "fixture.h"

#include <string.h>

#define HEADER "organisation,year,framework,criterion,layer,assessor,level,rationale\r\n"
#define GAPS   "organisation,year,framework,node,layer,level,target,gap,previous_year_level,change\r\n"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_assert_imports (fixture, ts_organisations_import,
                          "code,name,kind,parent,opened,closed,successors\nA,Alpha,pct,,,,\nB,Beta,pct,,,,\nC,Gamma,pct,,,,\n",
                          "Import 3 organisations from f.csv (3, 0, 0, 0)");
}

static void
aim (Fixture    *fixture,
     const char *organisation_code,
     int         year,
     const char *node_id,
     int         target_year,
     int         level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsFrameworkSet) frameworks = ts_framework_set_read (fixture->workbook, &error);
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsChange) change = NULL;
  const TsRow *framework;

  g_assert_no_error (error);
  framework = g_ptr_array_index (ts_framework_set_find_rows (frameworks, "wcc-year-2"), 0);
  organisation = ts_workbook_find_organisation (fixture->workbook, organisation_code, &error);
  g_assert_no_error (error);
  assessment = ts_workbook_find_assessment (fixture->workbook, ts_row_get_id (organisation), ts_row_get_id (framework), year, &error);
  g_assert_no_error (error);
  change = ts_change_aim (assessment, ts_framework_set_get (frameworks, ts_row_get_id (framework)), node_id, target_year, NULL, level, &error);
  g_assert_no_error (error);
  ts_workbook_apply (fixture->workbook, change, &error);
  g_assert_no_error (error);
}

static char *
export_gaps (Fixture             *fixture,
             const TsRollUpRule  *rule,
             TsTableFormat        format,
             const TsQueryFilter *filter)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TsExport settings = { .stream = stream, .format = format, .filter = filter };

  ts_gaps_export (fixture->workbook, rule, &settings, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define RATINGS                                                                                                         \
  HEADER                                                                                                                \
  "A,2008/09,wcc-year-1,1a,self,,2,\nA,2008/09,wcc-year-1,1b,self,,2,\nA,2008/09,wcc-year-1,1c,self,,4,\n"              \
  "A,2008/09,wcc-year-1,2,final,,3,\nA,2008/09,wcc-year-1,2,self,,4,\nA,2008/09,wcc-year-1,2a,self,,4,\n"               \
  "A,2008/09,wcc-year-1,strategy,final,,red,\n"                                                                         \
  "A,2009/10,wcc-year-2,1a,self,,1,\nA,2009/10,wcc-year-2,1b,self,,4,\nA,2009/10,wcc-year-2,1c,self,,4,\n"              \
  "A,2009/10,wcc-year-2,2,self,,3,\nA,2009/10,wcc-year-2,3a,self,,2,\n"                                                 \
  "A,2009/10,wcc-year-2,1a,panel,,1,\nA,2009/10,wcc-year-2,1a,reviewer,Ann,3,\n"                                        \
  "A,2009/10,wcc-year-2,11c,self,,,Only words\n"                                                                        \
  "B,2009/10,wcc-year-2,7,final,,2,\n"                                                                                  \
  "C,2008/09,wcc-year-1,5,final,,2,\nC,2009/10,wcc-year-2,5a,self,,,Begun\n"

static void
fill (Fixture *fixture)
{
  fixture_assert_imports (fixture, ts_ratings_import, RATINGS, "Import 18 ratings from f.csv (18, 0, 0, 0)");
  aim (fixture, "A", 2009, "1", 2009, 3);
  aim (fixture, "A", 2009, "1", 2010, 4);
  aim (fixture, "A", 2009, "2", 2009, 3);
  aim (fixture, "A", 2009, "3", 2009, 3);
  aim (fixture, "A", 2009, "strategy", 2009, 3);
  aim (fixture, "A", 2009, "10", 2011, 3);
}

/* Each row worked out by hand. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *all = NULL;

  fill (fixture);
  all = export_gaps (fixture, NULL, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (all, ==,
                   GAPS
                   /* The majority of 2, 2 and 4. */
                   "A,2008/09,wcc-year-1,1,self,2,,,,\r\n"
                   "A,2008/09,wcc-year-1,1a,self,2,,,,\r\n"
                   "A,2008/09,wcc-year-1,1b,self,2,,,,\r\n"
                   "A,2008/09,wcc-year-1,1c,self,4,,,,\r\n"
                   "A,2008/09,wcc-year-1,2,self,4,,,,\r\n"
                   "A,2008/09,wcc-year-1,2,final,3,,,,\r\n"
                   "A,2008/09,wcc-year-1,2a,self,4,,,,\r\n"
                   "A,2008/09,wcc-year-1,strategy,final,red,,,,\r\n"
                   "A,2009/10,wcc-year-2,1,self,4,3,-1,2,2\r\n"
                   "A,2009/10,wcc-year-2,1,panel,,3,,2,\r\n"
                   "A,2009/10,wcc-year-2,1a,self,1,,,2,-1\r\n"
                   "A,2009/10,wcc-year-2,1a,panel,1,,,2,-1\r\n"
                   "A,2009/10,wcc-year-2,1b,self,4,,,2,2\r\n"
                   "A,2009/10,wcc-year-2,1b,panel,,,,2,\r\n"
                   "A,2009/10,wcc-year-2,1c,self,4,,,4,0\r\n"
                   "A,2009/10,wcc-year-2,1c,panel,,,,4,\r\n"
                   /* The final level of last year, not the board's own. */
                   "A,2009/10,wcc-year-2,2,self,3,3,0,3,0\r\n"
                   "A,2009/10,wcc-year-2,2,panel,,3,,3,\r\n"
                   "A,2009/10,wcc-year-2,2a,self,,,,4,\r\n"
                   "A,2009/10,wcc-year-2,2a,panel,,,,4,\r\n"
                   /* Incomplete. */
                   "A,2009/10,wcc-year-2,3,self,,3,,,\r\n"
                   "A,2009/10,wcc-year-2,3,panel,,3,,,\r\n"
                   "A,2009/10,wcc-year-2,3a,self,2,,,,\r\n"
                   "A,2009/10,wcc-year-2,strategy,self,,green,,red,\r\n"
                   "A,2009/10,wcc-year-2,strategy,panel,,green,,red,\r\n"
                   "B,2009/10,wcc-year-2,7,final,2,,,,\r\n"
                   "C,2008/09,wcc-year-1,5,final,2,,,,\r\n"
                   /* Begun, with words and no level. */
                   "C,2009/10,wcc-year-2,5,self,,,,2,\r\n");
}

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    TsRollUpRule rule;
    const char *row;
  } cases[] = {
    { TS_ROLL_UP_MINIMUM, "A,2009/10,wcc-year-2,1,self,1,3,2,2,-1\r\n" },
    { TS_ROLL_UP_MAJORITY, "A,2009/10,wcc-year-2,1,self,4,3,-1,2,2\r\n" },
    { TS_ROLL_UP_MEAN, "A,2009/10,wcc-year-2,1,self,3,3,0,3,0\r\n" },
  };

  fill (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = export_gaps (fixture, &cases[i].rule, TS_TABLE_FORMAT_CSV, NULL);

      g_assert_nonnull (strstr (table, cases[i].row));

      /* What was stated stays. */
      g_assert_nonnull (strstr (table, "A,2009/10,wcc-year-2,2,self,3,3,0,3,0\r\n"));
    }
}

/* A filter takes rows away and changes none: last year is known even where only this year is wanted. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  const char *const codes[] = { "C", "A", NULL };
  const char *const frameworks[] = { "wcc-year-2", NULL };
  const char *const layers[] = { "final", "panel", NULL };
  const int years[] = { 2009 };
  const TsQueryFilter filters[] = {
    { .organisations = codes },
    { .frameworks = frameworks },
    { .layers = layers },
    { .years = years, .n_years = 1 },
    { .organisations = codes, .frameworks = frameworks, .layers = layers, .years = years, .n_years = 1 },
  };
  g_autofree char *all = NULL;
  g_auto (GStrv) rows = NULL;

  fill (fixture);
  all = export_gaps (fixture, NULL, TS_TABLE_FORMAT_CSV, NULL);
  rows = g_strsplit (all + strlen (GAPS), "\r\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const TsQueryFilter *filter = &filters[i];
      g_autofree char *filtered = export_gaps (fixture, NULL, TS_TABLE_FORMAT_CSV, filter);
      g_autoptr (GString) expected = g_string_new (GAPS);
      guint n_rows = 0;

      for (guint j = 0; *rows[j] != '\0'; j++)
        {
          g_auto (GStrv) fields = g_strsplit (rows[j], ",", -1);

          if ((filter->organisations != NULL && !g_strv_contains (filter->organisations, fields[0])) ||
              (filter->n_years > 0 && !g_str_equal (fields[1], "2009/10")) ||
              (filter->frameworks != NULL && !g_strv_contains (filter->frameworks, fields[2])) ||
              (filter->layers != NULL && !g_strv_contains (filter->layers, fields[4])))
            continue;

          g_string_append (expected, rows[j]);
          g_string_append (expected, "\r\n");
          n_rows++;
        }

      g_assert_cmpuint (n_rows, >, 0);
      g_assert_cmpstr (filtered, ==, expected->str);
    }
}

static void
test_unknown_filters (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *const nobody[] = { "Z", NULL };
  const TsQueryFilter filter = { .organisations = nobody };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  TsExport settings = { .stream = stream, .filter = &filter };

  g_assert_false (ts_gaps_export (fixture->workbook, NULL, &settings, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  const char *const codes[] = { "B", NULL };
  const TsQueryFilter filter = { .organisations = codes };
  g_autofree char *one = NULL;
  g_autofree char *nothing = export_gaps (fixture, NULL, TS_TABLE_FORMAT_JSON, NULL);

  g_assert_cmpstr (nothing, ==, "[]\n");
  fill (fixture);
  aim (fixture, "B", 2009, "7", 2009, 4);
  one = export_gaps (fixture, NULL, TS_TABLE_FORMAT_JSON, &filter);
  g_assert_cmpstr (one, ==,
                   "[\n"
                   "  {\"organisation\": \"B\", \"year\": \"2009/10\", \"framework\": \"wcc-year-2\", \"node\": \"7\", \"layer\": \"self\", "
                   "\"level\": null, \"target\": \"4\", \"gap\": null, \"previous_year_level\": null, \"change\": null},\n"
                   "  {\"organisation\": \"B\", \"year\": \"2009/10\", \"framework\": \"wcc-year-2\", \"node\": \"7\", \"layer\": \"final\", "
                   "\"level\": \"2\", \"target\": \"4\", \"gap\": 2, \"previous_year_level\": null, \"change\": null}\n"
                   "]\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/exchange/gaps/" path, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("rows", test_rows);
  ADD ("rules", test_rules);
  ADD ("filters", test_filters);
  ADD ("unknown-filters", test_unknown_filters);
  ADD ("json", test_json);

  return g_test_run ();
}
