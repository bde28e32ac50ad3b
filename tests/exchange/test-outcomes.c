/* test-outcomes.c — outcomes in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-outcome.h"
#include "core/ts-sign-off.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-outcomes-export.h"
#include "exchange/ts-outcomes-import.h"
#include "exchange/ts-ratings-import.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

#define HEADER  "organisation,metric,unit,direction,year,aspiration,actual\r\n"
#define NOTHING "Nothing to change: the workbook says all that is in f.csv."

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_assert_imports (fixture, ts_organisations_import,
                          "code,name,kind,parent,opened,closed,successors\nA,Alpha,pct,,,,\nB,Beta,pct,,,,\n",
                          "Import 2 organisations from f.csv (2, 0, 0, 0)");
}

static char *
export_all (Fixture *fixture)
{
  return fixture_export (fixture, ts_outcomes_export, TS_TABLE_FORMAT_CSV, NULL);
}

/* In the order in which they are exported. */
#define OUTCOMES                                                                 \
  HEADER                                                                         \
  "A,Smoking,% of people,down,2007/08,,24\r\n"                                   \
  "A,Smoking,% of people,down,2008/09,23.5,23.1\r\n"                             \
  "A,Smoking,% of people,down,2009/10,22.75,\r\n"                                \
  "A,\"Deaths, all\",\"per 100,000\",down,2009/10,1e-05,-3.25\r\n"               \
  "A,Nothing yet,,up,,,\r\n"                                                     \
  "A,'=Formula,'@unit,up,2009/10,0.30000000000000004,1000000000000\r\n"          \
  "B,Smoking,% of people,up,2010/11,0,\r\n"                                      \
  "B,\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d,years,up,2009/10,80.5,80\r\n"

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_assert_imports (fixture, ts_outcomes_import, OUTCOMES, "Import 8 lines of outcomes from f.csv (8, 0, 0, 0)");
  first = export_all (fixture);
  g_assert_cmpstr (first, ==, OUTCOMES);
  fixture_assert_imports (fixture, ts_outcomes_import, first, NOTHING);
  g_assert_cmpint (fixture_count_changes (fixture), ==, 2);
  second = export_all (fixture);
  g_assert_cmpstr (second, ==, OUTCOMES);
}

/* Any values: what comes out goes in, and is the same again. */
static void
test_any_round_trip (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const metrics[] = { "One", "two", "Two and a half", "Three, four", "\"Five\"", "- six", "Siebzig Käse" };

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GString) csv = g_string_new (HEADER);
      g_autofree char *first = NULL;
      g_autofree char *told = NULL;
      g_autofree char *second = NULL;
      Fixture other = { 0 };

      for (guint j = 0; j < G_N_ELEMENTS (metrics); j++)
        {
          g_auto (GStrv) quoted = g_strsplit (metrics[j], "\"", -1);
          g_autofree char *metric = g_strjoinv ("\"\"", quoted);

          for (int year = 2005; year < 2014; year++)
            {
              char aspiration[G_ASCII_DTOSTR_BUF_SIZE] = "";
              char actual[G_ASCII_DTOSTR_BUF_SIZE] = "";

              if (g_test_rand_bit ())
                g_ascii_dtostr (aspiration, sizeof aspiration, (g_test_rand_double () - 0.5) * pow (10, g_test_rand_int_range (-9, 12)));

              if (g_test_rand_bit ())
                g_ascii_dtostr (actual, sizeof actual, g_test_rand_int_range (-100, 100) / 10.0);

              g_string_append_printf (csv, "A,\"%s\",years,up,%d/%02d,%s,%s\n", metric, year, (year + 1) % 100, aspiration, actual);
            }
        }

      told = fixture_import (fixture, ts_outcomes_import, csv->str);
      first = export_all (fixture);
      fixture_assert_imports (fixture, ts_outcomes_import, first, NOTHING);
      fixture_assert_imports (fixture, ts_outcomes_import, csv->str, NOTHING);

      set_up (&other, NULL);
      g_free (fixture_import (&other, ts_outcomes_import, first));
      second = export_all (&other);
      g_assert_cmpstr (second, ==, first);
      fixture_tear_down (&other, NULL);
    }
}

static void
test_updates (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *exported = NULL;

  fixture_assert_imports (fixture, ts_outcomes_import, OUTCOMES, "Import 8 lines of outcomes from f.csv (8, 0, 0, 0)");
  fixture_assert_imports (fixture, ts_outcomes_import,
                          "actual,aspiration,year,direction,unit,metric,organisation\n"
                          "25,,2007/08,down,% OF PEOPLE,smoking,A\n"
                          ",,2008/09,down,% of people,Smoking,A\n"
                          ",22.75,2009/10,down,% of people,Smoking,A\n"
                          ",22,2010/11,down,% of people,Smoking,A\n"
                          ",0,2010/11,down,% of people,Smoking,B\n",
                          "Import 4 lines of outcomes from f.csv (1, 2, 1, 2)");
  exported = export_all (fixture);
  g_assert_cmpstr (exported, ==,
                   HEADER
                   "A,Smoking,% of people,down,2007/08,,25\r\n"
                   "A,Smoking,% of people,down,2009/10,22.75,\r\n"
                   "A,Smoking,% of people,down,2010/11,22,\r\n"
                   "A,\"Deaths, all\",\"per 100,000\",down,2009/10,1e-05,-3.25\r\n"
                   "A,Nothing yet,,up,,,\r\n"
                   "A,'=Formula,'@unit,up,2009/10,0.30000000000000004,1000000000000\r\n"
                   "B,Smoking,% of people,down,2010/11,0,\r\n"
                   "B,\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d,years,up,2009/10,80.5,80\r\n");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const organisations[] = { "A", NULL };
  static const int years[] = { 2009, 2010 };
  const TsQueryFilter by_organisation = { .organisations = organisations, .years = years, .n_years = 1 };
  const TsQueryFilter by_year = { .years = years + 1, .n_years = 1 };
  g_autofree char *of_organisation = NULL;
  g_autofree char *of_year = NULL;

  fixture_assert_imports (fixture, ts_outcomes_import, OUTCOMES, "Import 8 lines of outcomes from f.csv (8, 0, 0, 0)");
  of_organisation = fixture_export (fixture, ts_outcomes_export, TS_TABLE_FORMAT_CSV, &by_organisation);
  g_assert_cmpstr (of_organisation, ==,
                   HEADER
                   "A,Smoking,% of people,down,2009/10,22.75,\r\n"
                   "A,\"Deaths, all\",\"per 100,000\",down,2009/10,1e-05,-3.25\r\n"
                   "A,'=Formula,'@unit,up,2009/10,0.30000000000000004,1000000000000\r\n");
  of_year = fixture_export (fixture, ts_outcomes_export, TS_TABLE_FORMAT_JSON, &by_year);
  g_assert_cmpstr (of_year, ==,
                   "[\n  {\"organisation\": \"B\", \"metric\": \"Smoking\", \"unit\": \"% of people\", \"direction\": \"up\", "
                   "\"year\": \"2010/11\", \"aspiration\": 0, \"actual\": null}\n]\n");
}

static const struct
{
  const char *line;
  const char *problem;
} bad[] = {
  { "X,M,u,up,2009/10,1,", "organisation: the workbook has none with the code “X”" },
  { "A,,u,up,2009/10,1,", "metric: the text is empty" },
  { "A, M,u,up,2009/10,1,", "metric: it begins or ends with a space" },
  { "A,\"M\nN\",u,up,2009/10,1,", "metric: the text contains the control character U+000A" },
  { "A,M,u ,up,2009/10,1,", "unit: it begins or ends with a space" },
  { "A,M,u,Up,2009/10,1,", "direction: “Up” is neither up nor down: which way is better?" },
  { "A,M,u,,2009/10,1,", "direction: “” is neither up nor down: which way is better?" },
  { "A,Good,g,down,2010/11,1,", "direction: line 2 says “up” of the same outcome" },
  { "A,M,u,up,2009,1,", "year: “2009” is not a financial year; write it as 2009/10" },
  { "A,M,u,up,,1,", "year: it is empty; a value needs its year" },
  { "A,M,u,up,2009/10,\"1,000\",", "aspiration: “1,000” is not a number; write it as 1234.5" },
  { "A,M,u,up,2009/10,,n/a", "actual: “n/a” is not a number; write it as 1234.5" },
  { "A,M,u,up,2009/10,,1e13", "actual: the number is too large; a value can be a million million at most" },
  { "A,good,G,up,2009/10,1,", "the same year of the same outcome is on line 2 already: one of the two has to go" },
};

/* Each line beside one that is good: all or nothing. */
static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *csv = g_strdup_printf (HEADER "A,Good,g,up,2009/10,1,\n%s\n", bad[i].line);
      g_autofree char *expected = g_strdup_printf ("f.csv:3: %s", bad[i].problem);
      g_autofree char *told = fixture_import (fixture, ts_outcomes_import, csv);
      g_autofree char *exported = export_all (fixture);

      g_assert_cmpstr (told, ==, expected);
      g_assert_cmpstr (exported, ==, HEADER);
      g_assert_cmpint (fixture_count_changes (fixture), ==, 1);
    }
}

static void
test_too_many (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autofree char *told = NULL;

  for (guint i = 1; i <= 12; i++)
    g_string_append_printf (csv, "A,Measure %u,years,up,2009/10,1,\n", i);

  told = fixture_import (fixture, ts_outcomes_import, csv->str);
  g_assert_cmpstr (told, ==,
                   "f.csv:12: metric: the organisation has its 10 outcomes already; no more fit in an assessment\n"
                   "f.csv:13: metric: the organisation has its 10 outcomes already; no more fit in an assessment");
}

static void
test_years_without_values (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *exported = NULL;

  fixture_assert_imports (fixture, ts_outcomes_import, HEADER "A,M,u,up,2008/09,,\nA,M,u,up,2009/10,,\n",
                          "Import 1 line of outcomes from f.csv (1, 0, 0, 2)");
  exported = export_all (fixture);
  g_assert_cmpstr (exported, ==, HEADER "A,M,u,up,,,\r\n");
}

/* --- With assessments ---------------------------------------------------------------------------------------------- */

static void
add_assessment (Fixture    *fixture,
                const char *year,
                TsStage     stage)
{
  g_autofree char *csv = g_strdup_printf ("organisation,year,framework,criterion,layer,assessor,level,rationale\n"
                                          "A,%s,wcc-year-2,1a,self,,2,\n",
                                          year);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) sign_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsRow) assessment = NULL;
  const TsSignOffRequest request = { .name = "The chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 1 };
  int number = (int) g_ascii_strtoll (year, NULL, 10);

  fixture_assert_imports (fixture, ts_ratings_import, csv, "Import 1 rating from f.csv (1, 0, 0, 0)");
  rows = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ASSESSMENT, -1, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < rows->len; i++)
    {
      if (ts_row_get_integer (g_ptr_array_index (rows, i), TS_ASSESSMENT_YEAR) == number)
        assessment = ts_row_ref (g_ptr_array_index (rows, i));
    }

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

static gint64
read_since (Fixture    *fixture,
            const char *metric)
{
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_OUTCOME, TS_OUTCOME_METRIC, metric, NULL);

  g_assert_cmpuint (rows->len, ==, 1);

  return ts_row_get_integer (g_ptr_array_index (rows, 0), TS_OUTCOME_SINCE);
}

static void
test_since (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *told = NULL;

  add_assessment (fixture, "2008/09", TS_STAGE_PUBLISHED);
  add_assessment (fixture, "2009/10", TS_STAGE_DRAFT);
  told = fixture_import (fixture, ts_outcomes_import,
                         HEADER "A,Old,years,up,2007/08,1,\nA,Later,years,up,2012/13,1,\nA,Came,years,up,2006/07,,1\nA,Empty,years,up,,,\n");
  g_assert_cmpstr (told, ==, "Import 4 lines of outcomes from f.csv (4, 0, 0, 0)");
  g_assert_cmpint (read_since (fixture, "Old"), ==, 2009);
  g_assert_cmpint (read_since (fixture, "Later"), ==, 2009);
  g_assert_cmpint (read_since (fixture, "Came"), ==, 2009);
  g_assert_cmpint (read_since (fixture, "Empty"), ==, 2009);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *line;
    const char *told;
  } cases[] = {
    { "A,M,u,up,2009/10,2,", "f.csv:2: The aspiration of “M” for 2009/10 belongs to the assessment of 2009/10" },
    { "A,M,u,up,2009/10,,", "f.csv:2: The aspiration of “M” for 2009/10 belongs" },
    { "A,M,u,up,2012/13,2,", "f.csv:2: The aspiration of “M” for 2012/13 was settled" },
    { "A,M,u,up,2008/09,,2", "f.csv:2: The actual value of “M” for 2008/09" },
    { "A,M,u,down,2009/10,1,", "f.csv:2: “M” is part of the assessment of 2009/10" },
    { "A,M,u,up,2009/10,1,", NOTHING },
    { "A,M,u,up,2009/10,1,5", "Import 1 line of outcomes from f.csv (0, 1, 0, 0)" },
    { "A,M,u,up,2010/11,,5", "Import 1 line of outcomes from f.csv (1, 0, 0, 0)" },
    { "A,M,u,up,2010/11,,6", "Import 1 line of outcomes from f.csv (0, 1, 0, 0)" },
    { "A,New,u,up,2009/10,1,", "Import 1 line of outcomes from f.csv (1, 0, 0, 0)" },
  };

  fixture_assert_imports (fixture, ts_outcomes_import, HEADER "A,M,u,up,2008/09,,1\nA,M,u,up,2009/10,1,\n",
                          "Import 2 lines of outcomes from f.csv (2, 0, 0, 0)");
  add_assessment (fixture, "2009/10", TS_STAGE_BOARD_APPROVED);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strdup_printf (HEADER "%s\n", cases[i].line);
      g_autofree char *told = fixture_import (fixture, ts_outcomes_import, csv);

      g_test_message ("case %u: %s", i, told);
      g_assert_true (g_str_has_prefix (told, cases[i].told));
    }

  /* It does not slip into what the board has approved. */
  g_assert_cmpint (read_since (fixture, "New"), ==, 2010);
}

/* A name that an outcome gave up is free for another one. */
static void
test_renamed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (TsRow) after = NULL;
  g_autoptr (TsChange) change = ts_change_new ("Rename");
  g_autoptr (GError) error = NULL;
  g_autofree char *exported = NULL;

  fixture_assert_imports (fixture, ts_outcomes_import, HEADER "A,M,u,up,2009/10,1,\n", "Import 1 line of outcomes from f.csv (1, 0, 0, 0)");
  rows = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_OUTCOME, -1, NULL, &error);
  after = ts_row_copy (g_ptr_array_index (rows, 0));
  ts_row_set_text (after, TS_OUTCOME_METRIC, "N");
  ts_change_update (change, g_ptr_array_index (rows, 0), after);
  ts_workbook_apply (fixture->workbook, change, &error);
  g_assert_no_error (error);

  fixture_assert_imports (fixture, ts_outcomes_import, HEADER "A,M,u,up,2009/10,2,\n", "Import 1 line of outcomes from f.csv (1, 0, 0, 0)");
  exported = export_all (fixture);
  g_assert_cmpstr (exported, ==, HEADER "A,N,u,up,2009/10,1,\r\nA,M,u,up,2009/10,2,\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/outcomes/" name, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("any-round-trip", test_any_round_trip);
  ADD ("updates", test_updates);
  ADD ("filters", test_filters);
  ADD ("bad", test_bad);
  ADD ("too-many", test_too_many);
  ADD ("years-without-values", test_years_without_values);
  ADD ("since", test_since);
  ADD ("locked", test_locked);
  ADD ("renamed", test_renamed);
#undef ADD

  return g_test_run ();
}
