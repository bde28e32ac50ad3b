/* test-outcome-lock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-outcome-lock.h"
#include "outcome-fixture.h"

#include <string.h>

static void
test_covers (void)
{
  g_autoptr (TsRow) open = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2008, 0, 1);
  g_autoptr (TsRow) ended = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2008, 2009, 1);

  g_assert_false (ts_outcome_covers (open, 2007));
  g_assert_true (ts_outcome_covers (open, 2008));
  g_assert_true (ts_outcome_covers (open, 2199));
  g_assert_true (ts_outcome_covers (ended, 2009));
  g_assert_false (ts_outcome_covers (ended, 2010));
}

static void
test_definition (void)
{
  static const struct
  {
    const char *stages;
    int since;
    int until;
    gboolean unlocked;
    const char *message;
  } cases[] = {
    { "", 2008, 0, TRUE, NULL },
    { "-dd", 2008, 0, TRUE, NULL },
    { "-bd", 2008, 0, FALSE, "“Life expectancy” is part of the assessment of 2008/09, which is at the stage “Board approved”" },
    { "-pd", 2008, 0, FALSE, "assessment of 2008/09, which is at the stage “Published”" },
    { "-pb", 2008, 0, FALSE, "assessment of 2009/10" },
    { "-pd", 2009, 0, TRUE, NULL },
    { "-db", 2008, 2008, TRUE, NULL },
    { "--?", 2008, 0, FALSE, "“quantum”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) assessments = outcome_fixture_assessments_new (cases[i].stages);
      g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", cases[i].since, cases[i].until, 1);

      g_test_message ("case %u", i);
      g_assert_cmpint (ts_outcome_check_definition_unlocked (outcome, assessments, &error), ==, cases[i].unlocked);

      if (cases[i].unlocked)
        {
          g_assert_no_error (error);
        }
      else
        {
          g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
          g_assert_nonnull (strstr (error->message, cases[i].message));
        }

      /* To add it, to remove it and to measure something else is the same matter. */
      for (int kind = 0; kind < 3; kind++)
        {
          g_autoptr (TsRow) other = ts_row_copy (outcome);

          ts_row_set_text (other, TS_OUTCOME_UNIT, "months");
          g_assert_cmpint (ts_outcome_check_row_unlocked (kind == 0 ? NULL : outcome, kind == 0 ? outcome : kind == 1 ? NULL
                                                                                                                      : other,
                                                          NULL, assessments, NULL),
                           ==, cases[i].unlocked);
        }
    }
}

static void
test_another_organisation (void)
{
  g_autoptr (GPtrArray) assessments = outcome_fixture_assessments_new ("ppp");
  g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2007, 0, 1);

  ts_row_set_text (outcome, TS_OUTCOME_ORGANISATION, "organisation-2");
  g_assert_true (ts_outcome_check_definition_unlocked (outcome, assessments, NULL));
}

/* From when to when it is part of assessments can change as long as no locked one gains or loses it. */
static void
test_since_and_until (void)
{
  static const struct
  {
    const char *stages;
    int since_before;
    int until_before;
    int since_after;
    int until_after;
    gboolean unlocked;
  } cases[] = {
    { "-pd", 2008, 0, 2008, 2008, TRUE },
    { "-pd", 2008, 2008, 2008, 0, TRUE },
    { "-pd", 2008, 0, 2009, 0, FALSE },
    { "-pd", 2009, 0, 2008, 0, FALSE },
    { "-pb", 2008, 0, 2008, 2008, FALSE },
    { "-pb", 2008, 2008, 2008, 0, FALSE },
    { "-pb", 2008, 2008, 2008, 2009, FALSE },
    { "-pb-", 2008, 2009, 2008, 2010, TRUE },
    { "-dd", 2008, 0, 2009, 2009, TRUE },
    { "pp", 2008, 0, 2007, 0, FALSE },
    { "-p", 2008, 0, 2007, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) assessments = outcome_fixture_assessments_new (cases[i].stages);
      g_autoptr (TsRow) before = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", cases[i].since_before, cases[i].until_before, 1);
      g_autoptr (TsRow) after = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", cases[i].since_after, cases[i].until_after, 1);

      g_test_message ("case %u", i);
      g_assert_cmpint (ts_outcome_check_row_unlocked (before, after, NULL, assessments, &error), ==, cases[i].unlocked);

      if (!cases[i].unlocked)
        g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
    }
}

static void
test_cells (void)
{
  /* What may be done in each of the years 2006 to 2012: 'y' yes, 'n' no. */
  static const struct
  {
    const char *stages;
    int until;
    const char *aspiration;
    const char *missing_actual;
    const char *actual;
  } cases[] = {
    { "", 0, "yyyyyyy", "yyyyyyy", "yyyyyyy" },
    { "--d", 0, "yyyyyyy", "yyyyyyy", "yyyyyyy" },
    { "-pd", 0, "nnnyyyy", "yyyyyyy", "nnnyyyy" },
    { "-p-", 0, "nnnnnnn", "yyyyyyy", "nnnyyyy" },
    { "-pb", 0, "nnnnnnn", "yyyyyyy", "nnnnyyy" },
    { "-pbd", 0, "nnnnyyy", "yyyyyyy", "nnnnyyy" },
    { "-db", 0, "nnnnnnn", "yyyyyyy", "nnnnyyy" },
    { "-pd", 2008, "nnnnnnn", "yyyyyyy", "nnnyyyy" },
    { "p-d", 0, "yyyyyyy", "yyyyyyy", "yyyyyyy" },
    { "-?d", 0, "nnnyyyy", "yyyyyyy", "nnnyyyy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) assessments = outcome_fixture_assessments_new (cases[i].stages);
      g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2008, cases[i].until, 1);

      for (int year = 2006; year <= 2012; year++)
        {
          gboolean aspiration = cases[i].aspiration[year - 2006] == 'y';
          gboolean missing_actual = cases[i].missing_actual[year - 2006] == 'y';
          gboolean actual = cases[i].actual[year - 2006] == 'y';
          g_autoptr (TsRow) nothing = outcome_fixture_value_new (outcome, year, NONE, NONE);
          g_autoptr (TsRow) aimed = outcome_fixture_value_new (outcome, year, 80, NONE);
          g_autoptr (TsRow) aimed_otherwise = outcome_fixture_value_new (outcome, year, 81, NONE);
          g_autoptr (TsRow) came = outcome_fixture_value_new (outcome, year, NONE, 80);
          g_autoptr (TsRow) came_otherwise = outcome_fixture_value_new (outcome, year, NONE, 81);
          g_autoptr (TsRow) both = outcome_fixture_value_new (outcome, year, 80, 80);
          const struct
          {
            const TsRow *before;
            const TsRow *after;
            gboolean unlocked;
          } steps[] = {
            { NULL, aimed, aspiration },
            { nothing, aimed, aspiration },
            { aimed, NULL, aspiration },
            { aimed, nothing, aspiration },
            { aimed, aimed_otherwise, aspiration },
            { aimed, aimed, TRUE },
            { NULL, came, missing_actual },
            { aimed, both, missing_actual },
            { came, came_otherwise, actual },
            { came, NULL, actual },
            { both, aimed, actual },
            { both, came, aspiration },
            { NULL, both, aspiration && missing_actual },
            { both, NULL, aspiration && actual },
            { nothing, NULL, TRUE },
            { NULL, nothing, TRUE },
          };

          for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
            {
              g_autoptr (GError) error = NULL;

              g_test_message ("case %u, year %d, step %u", i, year, j);
              g_assert_cmpint (ts_outcome_check_row_unlocked (steps[j].before, steps[j].after, outcome, assessments, &error), ==,
                               steps[j].unlocked);

              if (!steps[j].unlocked)
                g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
            }
        }
    }
}

/* A value that moves to another year or outcome is no way round the lock. */
static void
test_moved_value (void)
{
  g_autoptr (GPtrArray) assessments = outcome_fixture_assessments_new ("-pd");
  g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2008, 0, 1);
  g_autoptr (TsRow) settled = outcome_fixture_value_new (outcome, 2008, 80, NONE);
  g_autoptr (TsRow) open = outcome_fixture_value_new (outcome, 2009, 80, NONE);
  g_autoptr (TsRow) elsewhere = outcome_fixture_value_new (outcome, 2008, 80, NONE);

  ts_row_set_text (elsewhere, TS_OUTCOME_VALUE_OUTCOME, "outcome-2");

  g_assert_false (ts_outcome_check_row_unlocked (settled, open, outcome, assessments, NULL));
  g_assert_false (ts_outcome_check_row_unlocked (open, settled, outcome, assessments, NULL));
  g_assert_false (ts_outcome_check_row_unlocked (settled, elsewhere, outcome, assessments, NULL));
}

static void
test_messages (void)
{
  g_autoptr (GPtrArray) assessments = outcome_fixture_assessments_new ("-b");
  g_autoptr (TsRow) outcome = outcome_fixture_outcome_new ("outcome-1", "Life expectancy", 2008, 0, 1);
  g_autoptr (GError) settled = NULL;
  g_autoptr (GError) planned = NULL;
  g_autoptr (GError) came = NULL;

  ts_outcome_check_cell_unlocked (outcome, assessments, TS_OUTCOME_VALUE_ASPIRATION, 2008, TRUE, &settled);
  ts_outcome_check_cell_unlocked (outcome, assessments, TS_OUTCOME_VALUE_ASPIRATION, 2012, FALSE, &planned);
  ts_outcome_check_cell_unlocked (outcome, assessments, TS_OUTCOME_VALUE_ACTUAL, 2007, TRUE, &came);

  g_assert_cmpstr (settled->message, ==,
                   "The aspiration of “Life expectancy” for 2008/09 belongs to the assessment of 2008/09, which is at the stage “Board "
                   "approved”. It has to be reopened first.");
  g_assert_cmpstr (planned->message, ==,
                   "The aspiration of “Life expectancy” for 2012/13 was settled with the assessment of 2008/09, which is at the stage "
                   "“Board approved”. It has to be reopened first, or a later year’s assessment begun.");
  g_assert_cmpstr (came->message, ==,
                   "The actual value of “Life expectancy” for 2007/08 belongs to the assessment of 2008/09, which is at the stage “Board "
                   "approved”. It has to be reopened first.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcome-lock/covers", test_covers);
  g_test_add_func ("/outcome-lock/definition", test_definition);
  g_test_add_func ("/outcome-lock/another-organisation", test_another_organisation);
  g_test_add_func ("/outcome-lock/since-and-until", test_since_and_until);
  g_test_add_func ("/outcome-lock/cells", test_cells);
  g_test_add_func ("/outcome-lock/moved-value", test_moved_value);
  g_test_add_func ("/outcome-lock/messages", test_messages);

  return g_test_run ();
}
