/* test-outcome-cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-outcome-cells.h"
#include "outcome-fixture.h"

#include <math.h>
#include <string.h>

#define ASPIRATION TS_OUTCOME_VALUE_ASPIRATION
#define ACTUAL     TS_OUTCOME_VALUE_ACTUAL

typedef struct
{
  GPtrArray *assessments;
  GPtrArray *values;
  TsRow *outcome;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->assessments = outcome_fixture_assessments_new ("-pd");
  fixture->outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2008, 0, 1);
  fixture->values = outcome_fixture_rows_new ();
  g_ptr_array_add (fixture->values, outcome_fixture_value_new (fixture->outcome, 2007, NONE, 79));
  g_ptr_array_add (fixture->values, outcome_fixture_value_new (fixture->outcome, 2008, 79.5, NONE));
  g_ptr_array_add (fixture->values, outcome_fixture_value_new (fixture->outcome, 2009, 80, 80.25));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->assessments);
  g_ptr_array_unref (fixture->values);
  ts_row_unref (fixture->outcome);
}

static TsChange *
set_cells (Fixture              *fixture,
           const TsOutcomeCell  *cells,
           guint                 n_cells,
           GError              **error)
{
  return ts_change_set_outcome_cells (fixture->outcome, fixture->values, fixture->assessments, cells, n_cells, error);
}

static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct
  {
    TsOutcomeCell cell;
    const char *label;
    gboolean creates;
  } cases[] = {
    { { ASPIRATION, 2009, TRUE, 81 }, "Life expectancy: aspiration 2009/10: 80 → 81", FALSE },
    { { ASPIRATION, 2010, TRUE, 80.5 }, "Life expectancy: aspiration 2010/11: no value → 80.5", TRUE },
    { { ACTUAL, 2009, FALSE, 0 }, "Life expectancy: actual 2009/10: 80.25 → no value", FALSE },
    { { ACTUAL, 2008, TRUE, 79.25 }, "Life expectancy: actual 2008/09: no value → 79.25", FALSE },
    { { ACTUAL, 2006, TRUE, 0 }, "Life expectancy: actual 2006/07: no value → 0", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = set_cells (fixture, &cases[i].cell, 1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
      g_assert_cmpint (ts_change_get_row (change, 0)->before == NULL, ==, cases[i].creates);
    }
}

static void
test_last_value_goes (Fixture       *fixture,
                      gconstpointer  data)
{
  const TsOutcomeCell cells[] = { { ASPIRATION, 2009, FALSE, 0 }, { ACTUAL, 2009, FALSE, 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = set_cells (fixture, cells, 2, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Life expectancy: 2 values");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
  g_assert_true (ts_change_get_row (change, 0)->before == g_ptr_array_index (fixture->values, 2));
  g_assert_null (ts_change_get_row (change, 0)->after);
}

/* A paste is one change, in the order of years, and says how many values it really changes. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  const TsOutcomeCell cells[] = {
    { ASPIRATION, 2013, TRUE, 82 },
    { ASPIRATION, 2009, TRUE, 80 },
    { ASPIRATION, 2010, TRUE, 80.5 },
    { ASPIRATION, 2011, TRUE, 81 },
    { ACTUAL, 2011, TRUE, 80 },
    { ACTUAL, 2012, FALSE, 0 },
    { ASPIRATION, 2013, TRUE, 83 },
    { ACTUAL, 2008, TRUE, 79 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = set_cells (fixture, cells, G_N_ELEMENTS (cells), &error);
  static const int years[] = { 2008, 2010, 2011, 2013 };

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Life expectancy: 5 values");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, G_N_ELEMENTS (years));

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_assert_cmpint (ts_row_get_integer (ts_change_get_row (change, i)->after, TS_OUTCOME_VALUE_YEAR), ==, years[i]);

  g_assert_cmpfloat (ts_row_get_real (ts_change_get_row (change, 0)->after, ASPIRATION), ==, 79.5);
  g_assert_cmpfloat (ts_row_get_real (ts_change_get_row (change, 3)->after, ASPIRATION), ==, 83);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    TsOutcomeCell cell;
    TsRuleError code;
  } cases[] = {
    { { ASPIRATION, 2009, TRUE, 80 }, TS_RULE_ERROR_UNCHANGED },
    { { ACTUAL, 2012, FALSE, 0 }, TS_RULE_ERROR_UNCHANGED },
    { { ASPIRATION, 2008, TRUE, 90 }, TS_RULE_ERROR_LOCKED },
    { { ASPIRATION, 2008, FALSE, 0 }, TS_RULE_ERROR_LOCKED },
    { { ACTUAL, 2007, TRUE, 90 }, TS_RULE_ERROR_LOCKED },
    { { ACTUAL, 2010, TRUE, 1.1e12 }, TS_RULE_ERROR_INVALID },
    { { ACTUAL, 2010, TRUE, -1.1e12 }, TS_RULE_ERROR_INVALID },
    { { ACTUAL, 2010, TRUE, INFINITY }, TS_RULE_ERROR_INVALID },
    { { ACTUAL, 2010, TRUE, NAN }, TS_RULE_ERROR_INVALID },
    { { ACTUAL, 1947, TRUE, 1 }, TS_RULE_ERROR_INVALID },
    { { ACTUAL, 2200, TRUE, 1 }, TS_RULE_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsOutcomeCell cells[] = { { ASPIRATION, 2011, TRUE, 81 }, cases[i].cell };
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);

      /* Nothing of the rest is changed either, but for what changes nothing itself. */
      if (cases[i].code != TS_RULE_ERROR_UNCHANGED)
        g_assert_null (set_cells (fixture, cells, 2, NULL));

      g_assert_null (set_cells (fixture, &cases[i].cell, 1, &error));
      g_assert_error (error, TS_RULE_ERROR, (int) cases[i].code);
    }
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (set_cells (fixture, NULL, 0, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/outcome-cells/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("one", test_one);
  ADD ("last-value-goes", test_last_value_goes);
  ADD ("many", test_many);
  ADD ("refused", test_refused);
  ADD ("nothing", test_nothing);
#undef ADD

  return g_test_run ();
}
