/* test-outcome-paste.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-outcome-paste.h"
#include "outcome-fixture.h"

#include <math.h>
#include <string.h>

static const TsOutcomeTable table = { FALSE, 2007, 2013 };

/* "p2009=80" for an aspiration, "a2009=" for an actual value that is cleared. */
static char *
describe (GArray *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const TsOutcomeCell *cell = &g_array_index (cells, TsOutcomeCell, i);

      g_string_append_printf (text, "%s%c%d=", i > 0 ? " " : "", cell->field == TS_OUTCOME_VALUE_ASPIRATION ? 'p' : 'a', cell->year);

      if (cell->has_number)
        g_string_append_printf (text, "%g", cell->number);
    }

  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    char row;
    int year;
    const char *cells;
  } cases[] = {
    /* Where the cursor stands. */
    { "80", 'p', 2009, "p2009=80" },
    { "80\n", 'a', 2009, "a2009=80" },
    { "80\r\n", 'a', 2009, "a2009=80" },
    { "80\t80.5\t81", 'p', 2009, "p2009=80 p2010=80.5 p2011=81" },
    { "80\t81\n79\t80\n", 'p', 2012, "p2012=80 p2013=81 a2012=79 a2013=80" },
    { "1\t2\t3\t4\t5\t6\t7", 'a', 2007, "a2007=1 a2008=2 a2009=3 a2010=4 a2011=5 a2012=6 a2013=7" },
    { "1,234\t\u22122.5\r\n1 234\t-1", 'p', 2009, "p2009=1234 p2010=-2.5 a2009=1234 a2010=-1" },
    { "\"80\"\t\"1,234\"", 'p', 2009, "p2009=80 p2010=1234" },

    /* A blank cell clears, a cell that is not there does not. */
    { "80\t\t81", 'p', 2009, "p2009=80 p2010= p2011=81" },
    { "\t", 'a', 2009, "a2009= a2010=" },
    { "80\t81\n79", 'p', 2009, "p2009=80 p2010=81 a2009=79" },
    { "80\t81\n\t80", 'p', 2009, "p2009=80 p2010=81 a2009= a2010=80" },
    { "\u00a0\t80", 'a', 2009, "a2009= a2010=80" },

    /* A column is turned round. */
    { "80\n81\n82", 'p', 2009, "p2009=80 p2010=81 p2011=82" },
    { "80\t79\n81\t80\n82\t81", 'p', 2009, "p2009=80 p2010=81 p2011=82 a2009=79 a2010=80 a2011=81" },

    /* Years above, or at the side, say where the values go, wherever the cursor stands. */
    { "2009/10\t2010/11\n80\t81", 'p', 2007, "p2009=80 p2010=81" },
    { "2009/10\t2010/11\n80\t81", 'a', 2007, "a2009=80 a2010=81" },
    { "2009/10\t2010/11\n80\t81\n79\t80", 'p', 2007, "p2009=80 p2010=81 a2009=79 a2010=80" },
    { "2010-11\t2009\u201310\t2011/2012\n1\t2\t3", 'p', 2007, "p2010=1 p2009=2 p2011=3" },
    { "\t2009/10\t2010/11\nActual\t79\t80\nAspiration\t80\t81", 'p', 2007, "a2009=79 a2010=80 p2009=80 p2010=81" },
    { "Year\tAspiration (years)\tActual (years)\tGap\n2009/10\t80\t79\t1 behind\n2010/11\t81\t\t", 'p', 2007,
      "p2009=80 p2010=81 a2009=79 a2010=" },
    { "2009/10\t80\n2010/11\t81", 'p', 2007, "p2009=80 p2010=81" },
    { "2004/05\n77", 'a', 2009, "a2004=77" },
    { "2030/31\n90", 'p', 2009, "p2030=90" },

    /* Names alone, too. */
    { "actual\t79\t80", 'p', 2009, "a2009=79 a2010=80" },
    { "Aspiration\t80\t81\nActual\t79\t80", 'a', 2009, "p2009=80 p2010=81 a2009=79 a2010=80" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) cells = NULL;
      g_autofree char *description = NULL;

      g_test_message ("case %u", i);
      cells = ts_outcome_paste_parse (cases[i].text, &table,
                                      cases[i].row == 'p' ? TS_OUTCOME_VALUE_ASPIRATION : TS_OUTCOME_VALUE_ACTUAL, cases[i].year, &error);
      g_assert_no_error (error);
      description = describe (cells);
      g_assert_cmpstr (description, ==, cases[i].cells);
    }
}

static void
test_per_cent (void)
{
  const TsOutcomeTable per_cent = { TRUE, 2007, 2013 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) cells = ts_outcome_paste_parse ("30.5%\t31 %", &per_cent, TS_OUTCOME_VALUE_ACTUAL, 2009, &error);
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  description = describe (cells);
  g_assert_cmpstr (description, ==, "a2009=30.5 a2010=31");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    char row;
    int year;
    const char *message;
  } cases[] = {
    { "", 'p', 2009, "there is no text to paste" },
    { " \n", 'p', 2009, "there is no text to paste" },
    { "abc", 'p', 2009, "Nothing was pasted. Aspiration 2009/10: “abc” is not a number; write it as 1234.5." },
    { "80\tabc\t81,5", 'a', 2009, "Nothing was pasted. Actual 2010/11: “abc” is not a number; write it as 1234.5. Actual 2011/12: “81,5” is not" },
    { "a\tb\tc\td\te", 'p', 2009, "Aspiration 2011/12: “c” is not a number; write it as 1234.5. 2 more cells are not numbers." },
    { "a\tb\tc\td", 'p', 2009, "1 more cell is not a number." },
    { "30%", 'p', 2009, "not measured in per cent" },
    { "1\t2\t3\t4\t5\t6", 'p', 2009, "beyond the last year" },
    { "1\n2\n3\n4\n5\n6", 'p', 2009, "beyond the last year" },
    { "1\t2\t3\n1\t2\t3\n1\t2\t3", 'p', 2009, "only two rows" },
    { "1\t2\n1\t2", 'a', 2009, "begin at the aspiration" },
    { "2009/10\t2010/11", 'p', 2009, "years, but no values" },
    { "Measure\t2009/10\t2010/11\nSmoking\t1\t2", 'p', 2009, "begin with “Aspiration” or “Actual”" },
    { "2009/10\t2010/12\n1\t2", 'p', 2009, "is not a number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (ts_outcome_paste_parse (cases[i].text, &table,
                                             cases[i].row == 'p' ? TS_OUTCOME_VALUE_ASPIRATION : TS_OUTCOME_VALUE_ACTUAL, cases[i].year,
                                             &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_too_long (void)
{
  g_autofree char *longest = g_strnfill (TS_OUTCOME_PASTE_LONGEST, '1');
  g_autofree char *too_long = g_strnfill (TS_OUTCOME_PASTE_LONGEST + 1, '1');
  g_autofree char *lines = g_strnfill (TS_OUTCOME_PASTE_LONGEST, '\n');
  g_autoptr (GError) error = NULL;

  lines[0] = '1';
  g_assert_null (ts_outcome_paste_parse (longest, &table, TS_OUTCOME_VALUE_ACTUAL, 2009, NULL));
  g_assert_null (ts_outcome_paste_parse (lines, &table, TS_OUTCOME_VALUE_ACTUAL, 2009, NULL));
  g_assert_null (ts_outcome_paste_parse (too_long, &table, TS_OUTCOME_VALUE_ACTUAL, 2009, &error));
  g_assert_nonnull (strstr (error->message, "far more text"));
}

/* Whatever a table holds, its copy pasted gives the same values, whatever cell it is pasted at. */
static void
test_round_trip (void)
{
  g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2009, 0, 1);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GPtrArray) values = outcome_fixture_rows_new ();
      g_autoptr (GArray) cells = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      for (int year = table.first_year; year <= table.last_year; year++)
        {
          double aspiration = g_test_rand_bit () ? NONE : (g_test_rand_double () - 0.5) * pow (10, g_test_rand_int_range (-6, 12));
          double actual = g_test_rand_bit () ? NONE : g_test_rand_int_range (0, 100);

          g_ptr_array_add (values, outcome_fixture_value_new (outcome, year, aspiration, actual));
        }

      text = ts_outcome_copy_table (values, &table);
      cells = ts_outcome_paste_parse (text, &table, TS_OUTCOME_VALUE_ACTUAL, g_test_rand_int_range (2007, 2014), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (cells->len, ==, 14);

      for (guint j = 0; j < cells->len; j++)
        {
          const TsOutcomeCell *cell = &g_array_index (cells, TsOutcomeCell, j);
          const TsRow *value = ts_outcome_find_value (values, cell->year);

          g_assert_cmpint (cell->has_number, ==, ts_row_has (value, cell->field));
          g_assert_true (!cell->has_number || cell->number == ts_row_get_real (value, cell->field));
        }
    }
}

/* Whatever the clipboard brings: values within bounds or a refusal. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "\t", "\n", "\r\n", "80", "80.5", "-3", "\"", "\"\"", "2009/10", "2010-11", "Actual", "Aspiration",
                                        "Gap", "%", " ", "\xff", "\xe2\x80", "abc", ",", "1e12", "9e99", "Year", "" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) cells = NULL;
      g_autoptr (GError) error = NULL;
      gboolean aspiration = g_test_rand_bit () != 0;

      for (int j = g_test_rand_int_range (0, 16); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      cells = ts_outcome_paste_parse (text->str, &table, aspiration ? TS_OUTCOME_VALUE_ASPIRATION : TS_OUTCOME_VALUE_ACTUAL,
                                      g_test_rand_int_range (2007, 2014), &error);
      g_assert_true ((cells == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));

      for (guint j = 0; cells != NULL && j < cells->len; j++)
        {
          const TsOutcomeCell *cell = &g_array_index (cells, TsOutcomeCell, j);

          g_assert_true (cell->year >= 2007 && cell->year <= 2013);
          g_assert_true (!cell->has_number || fabs (cell->number) <= 1e12);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcome-paste/parse", test_parse);
  g_test_add_func ("/outcome-paste/per-cent", test_per_cent);
  g_test_add_func ("/outcome-paste/refused", test_refused);
  g_test_add_func ("/outcome-paste/too-long", test_too_long);
  g_test_add_func ("/outcome-paste/round-trip", test_round_trip);
  g_test_add_func ("/outcome-paste/anything", test_anything);

  return g_test_run ();
}
