/* test-outcome.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-outcome.h"
#include "fixture.h"
#include "outcome-fixture.h"

#include <stdio.h>
#include <string.h>

static void
test_direction (void)
{
  gboolean up_is_better = FALSE;

  g_assert_cmpstr (ts_outcome_direction_get_name (TRUE), ==, "up");
  g_assert_cmpstr (ts_outcome_direction_get_name (FALSE), ==, "down");
  g_assert_true (ts_outcome_direction_from_name ("up", &up_is_better));
  g_assert_true (up_is_better);
  g_assert_true (ts_outcome_direction_from_name ("down", &up_is_better));
  g_assert_false (up_is_better);
  g_assert_false (ts_outcome_direction_from_name ("Up", &up_is_better));
  g_assert_false (ts_outcome_direction_from_name ("", &up_is_better));
}

static void
test_section (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  const TsSection *section = ts_framework_find_outcomes_section (framework);
  TsOutcomeDefinition definition;

  g_assert_cmpstr (section->id, ==, "outcomes");
  definition = ts_suggested_outcome_get_definition (g_ptr_array_index (section->suggested_outcomes, 1));
  g_assert_cmpstr (definition.metric, ==, "People who smoke");
  g_assert_cmpstr (definition.unit, ==, "%");
  g_assert_cmpstr (definition.suggested, ==, "smoking");
  g_assert_false (definition.up_is_better);
}

static void
test_new (void)
{
  const TsOutcomeDefinition definition = { " Life\nexpectancy ", "years ", TRUE, "life", "  " };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) outcome = ts_outcome_new ("outcome-1", "organisation-1", &definition, 2009, 4, &error);
  TsOutcomeDefinition read;

  g_assert_no_error (error);
  g_assert_cmpint (ts_row_find_missing_field (outcome), ==, -1);
  fixture_assert_row_json (outcome, "{\"organisation\":\"organisation-1\",\"position\":4,\"metric\":\"Life expectancy\",\"unit\":\"years\","
                                    "\"direction\":\"up\",\"suggested\":\"life\",\"since\":2009}");
  read = ts_outcome_get_definition (outcome);
  g_assert_cmpstr (read.metric, ==, "Life expectancy");
  g_assert_true (read.up_is_better);
  g_assert_null (read.source);
}

static void
test_new_without_name (void)
{
  const TsOutcomeDefinition definition = { " \t", "years", TRUE, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (ts_outcome_new ("outcome-1", "organisation-1", &definition, 2009, 1, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "what is measured"));
}

static void
test_measures (void)
{
  g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Café deaths", 2009, 0, 1);

  g_assert_true (ts_outcome_measures (outcome, "CAFÉ deaths", "Years"));
  g_assert_true (ts_outcome_measures (outcome, "cafe\u0301 deaths", "years"));
  g_assert_false (ts_outcome_measures (outcome, "Cafe deaths", "years"));
  g_assert_false (ts_outcome_measures (outcome, "Café deaths", "months"));
}

static void
test_per_cent (void)
{
  static const struct
  {
    const char *unit;
    gboolean is_per_cent;
  } cases[] = { { "%", TRUE }, { "% of deaths", TRUE }, { "Per cent", TRUE }, { "percentage", TRUE }, { "years", FALSE }, { "", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Deaths", 2009, 0, 1);

      ts_row_set_text (outcome, TS_OUTCOME_UNIT, cases[i].unit);
      g_assert_cmpint (ts_outcome_is_per_cent (outcome), ==, cases[i].is_per_cent);
    }
}

static void
test_sort (void)
{
  g_autoptr (GPtrArray) outcomes = outcome_fixture_rows_new ();

  g_ptr_array_add (outcomes, outcome_fixture_outcome_new ("c", "C", 2009, 0, 2));
  g_ptr_array_add (outcomes, outcome_fixture_outcome_new ("b", "B", 2009, 0, 2));
  g_ptr_array_add (outcomes, outcome_fixture_outcome_new ("d", "D", 2009, 0, 1));
  ts_outcome_sort (outcomes);

  g_assert_cmpstr (ts_row_get_id (g_ptr_array_index (outcomes, 0)), ==, "d");
  g_assert_cmpstr (ts_row_get_id (g_ptr_array_index (outcomes, 1)), ==, "b");
  g_assert_cmpstr (ts_row_get_id (g_ptr_array_index (outcomes, 2)), ==, "c");
}

static void
test_choose_since (void)
{
  static const struct
  {
    const char *stages;
    int first_aspiration;
    int last_actual;
    int since;
  } cases[] = {
    { "", 2009, 2008, 2009 },
    { "", 0, 2008, 2008 },
    { "--d", 2009, 2008, 2009 },
    { "--d", 2008, 0, 2008 },
    { "--d", 2011, 0, 2009 },
    { "--d", 0, 2006, 2009 },
    { "-pd", 2008, 2007, 2009 },
    { "-pd", 2011, 2007, 2009 },
    { "-p-", 2008, 2007, 2009 },
    { "-p-d", 2008, 0, 2009 },
    { "-p-d", 2009, 0, 2009 },
    { "-bb", 2009, 2008, 2010 },
    { "-?", 2008, 0, 2009 },
    { "-dd", 2012, 0, 2008 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) assessments = outcome_fixture_assessments_new (cases[i].stages);

      g_test_message ("case %u", i);
      g_assert_cmpint (ts_outcome_choose_since ("organisation-1", assessments, cases[i].first_aspiration, cases[i].last_actual), ==,
                       cases[i].since);
    }
}

/* "year aspiration actual" for each value. */
static GPtrArray *
make_values (const char *text)
{
  g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2009, 0, 1);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  GPtrArray *values = outcome_fixture_rows_new ();

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      int year;
      char aspiration;
      char actual;

      g_assert_cmpint (sscanf (parts[i], "%d%c%c", &year, &aspiration, &actual), ==, 3);
      g_ptr_array_add (values, outcome_fixture_value_new (outcome, year, aspiration == 'x' ? 1 : NONE, actual == 'x' ? 1 : NONE));
    }

  return values;
}

/* Each year with an x for the aspiration and one for the actual value; looked at from 2009. */
static void
test_missing (void)
{
  static const struct
  {
    const char *values;
    TsOutcomeMissing missing;
    const char *words;
  } cases[] = {
    { "2008.x;2009x.;2010x.;2011x.;2012x.;2013x.", TS_OUTCOME_MISSING_NOTHING, NULL },
    { "2007.x;2008x.;2009x.;2010x.;2011x.;2012x.;2013xx", TS_OUTCOME_MISSING_NOTHING, NULL },
    { "2013x.;2012x.;2011x.;2010x.;2009x.;2004.x", TS_OUTCOME_MISSING_NOTHING, NULL },
    { "2009x.;2010x.;2011x.;2012x.;2013x.", TS_OUTCOME_MISSING_BASELINE,
      "No baseline: an actual value from a year before the first aspiration." },
    { "2009xx;2010x.;2011x.;2012x.;2013x.", TS_OUTCOME_MISSING_BASELINE,
      "No baseline: an actual value from a year before the first aspiration." },
    { "2008.x;2009x.;2010x.;2011x.;2012x.", TS_OUTCOME_MISSING_ASPIRATIONS, "No aspiration for 2013/14." },
    { "2008.x;2009x.;2011xx;2012.x;2014x.", TS_OUTCOME_MISSING_ASPIRATIONS, "No aspiration for 2010/11, 2012/13, 2013/14." },
    { "2008.x", TS_OUTCOME_MISSING_ASPIRATIONS | TS_OUTCOME_MISSING_TRAJECTORY,
      "No trajectory yet: an aspiration for each year from 2009/10 to 2013/14." },
    { "2009.x", TS_OUTCOME_MISSING_ASPIRATIONS | TS_OUTCOME_MISSING_TRAJECTORY,
      "No trajectory yet: an aspiration for each year from 2009/10 to 2013/14." },
    { "", TS_OUTCOME_MISSING_ASPIRATIONS | TS_OUTCOME_MISSING_TRAJECTORY | TS_OUTCOME_MISSING_BASELINE,
      "No trajectory yet: an aspiration for each year from 2009/10 to 2013/14. No baseline: an actual value from a year before the first "
      "aspiration." },
    { "2010.x", TS_OUTCOME_MISSING_ASPIRATIONS | TS_OUTCOME_MISSING_TRAJECTORY | TS_OUTCOME_MISSING_BASELINE,
      "No trajectory yet: an aspiration for each year from 2009/10 to 2013/14. No baseline: an actual value from a year before the first "
      "aspiration." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) values = make_values (cases[i].values);
      g_autofree char *words = ts_outcome_describe_missing (values, 2009);

      g_test_message ("case %u", i);
      g_assert_cmpint (ts_outcome_find_missing (values, 2009), ==, cases[i].missing);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_baseline (void)
{
  static const struct
  {
    const char *values;
    int year;
  } cases[] = {
    { "", 0 },
    { "2008.x", 0 },
    { "2009x.", 0 },
    { "2009xx", 0 },
    { "2010.x;2009x.", 0 },
    { "2009x.;2006.x;2007.x;2010.x", 2007 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) values = make_values (cases[i].values);
      int year = 0;

      g_assert_cmpint (ts_outcome_find_baseline (values, &year), ==, cases[i].year != 0);
      g_assert_cmpint (year, ==, cases[i].year);
    }
}

static void
test_value (void)
{
  g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2009, 0, 1);
  g_autoptr (TsRow) value = ts_outcome_value_new (outcome, 2010);
  g_autofree char *id = ts_outcome_value_row_id ("outcome-1", 2010);
  g_autofree char *other_id = ts_outcome_value_row_id ("outcome-1", 2011);

  g_assert_cmpstr (ts_row_get_id (value), ==, id);
  g_assert_cmpstr (id, !=, other_id);
  g_assert_cmpint (ts_row_find_missing_field (value), ==, -1);
  fixture_assert_row_json (value, "{\"outcome\":\"outcome-1\",\"organisation\":\"organisation-1\",\"year\":2010}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcome/direction", test_direction);
  g_test_add_func ("/outcome/section", test_section);
  g_test_add_func ("/outcome/new", test_new);
  g_test_add_func ("/outcome/new-without-name", test_new_without_name);
  g_test_add_func ("/outcome/measures", test_measures);
  g_test_add_func ("/outcome/per-cent", test_per_cent);
  g_test_add_func ("/outcome/sort", test_sort);
  g_test_add_func ("/outcome/choose-since", test_choose_since);
  g_test_add_func ("/outcome/missing", test_missing);
  g_test_add_func ("/outcome/baseline", test_baseline);
  g_test_add_func ("/outcome/value", test_value);

  return g_test_run ();
}
