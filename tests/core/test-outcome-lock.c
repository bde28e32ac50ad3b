/* test-outcome-lock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-outcome-lock.h"
#include "fixture.h"

#include <string.h>

#define NONE (-1.0)

/* The stages of the assessments of 2007, 2008, 2009, 2010; '-' none, 'd' draft, 'b' board approved, 'p' published, '?' from a later version. */
static GPtrArray *
make_assessments (const char *stages)
{
  GPtrArray *assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (int i = 0; stages[i] != '\0'; i++)
    {
      g_autofree char *id = g_strdup_printf ("assessment-%d", 2007 + i);
      TsRow *row;

      if (stages[i] == '-')
        continue;

      row = ts_row_new (TS_ENTITY_ASSESSMENT, id);
      ts_row_set_text (row, TS_ASSESSMENT_ORGANISATION, "organisation-1");
      ts_row_set_text (row, TS_ASSESSMENT_FRAMEWORK, "framework-1");
      ts_row_set_integer (row, TS_ASSESSMENT_YEAR, 2007 + i);
      ts_row_set_text (row, TS_ASSESSMENT_STAGE,
                       stages[i] == 'd'   ? "draft"
                       : stages[i] == 'b' ? "board-approved"
                       : stages[i] == 'p' ? "published"
                                          : "quantum");
      g_ptr_array_add (assessments, row);
    }

  return assessments;
}

static TsRow *
make_outcome (int since,
              int until)
{
  TsRow *row = ts_row_new (TS_ENTITY_OUTCOME, "outcome-1");

  ts_row_set_text (row, TS_OUTCOME_ORGANISATION, "organisation-1");
  ts_row_set_integer (row, TS_OUTCOME_POSITION, 1);
  ts_row_set_text (row, TS_OUTCOME_METRIC, "Life expectancy");
  ts_row_set_text (row, TS_OUTCOME_UNIT, "years");
  ts_row_set_text (row, TS_OUTCOME_DIRECTION, "up");
  ts_row_set_integer (row, TS_OUTCOME_SINCE, since);

  if (until != 0)
    ts_row_set_integer (row, TS_OUTCOME_UNTIL, until);

  return row;
}

static TsRow *
make_value (int    year,
            double aspiration,
            double actual)
{
  TsRow *row = ts_row_new (TS_ENTITY_OUTCOME_VALUE, "value-1");

  ts_row_set_text (row, TS_OUTCOME_VALUE_OUTCOME, "outcome-1");
  ts_row_set_text (row, TS_OUTCOME_VALUE_ORGANISATION, "organisation-1");
  ts_row_set_integer (row, TS_OUTCOME_VALUE_YEAR, year);

  if (aspiration != NONE)
    ts_row_set_real (row, TS_OUTCOME_VALUE_ASPIRATION, aspiration);

  if (actual != NONE)
    ts_row_set_real (row, TS_OUTCOME_VALUE_ACTUAL, actual);

  return row;
}

static void
test_covers (void)
{
  g_autoptr (TsRow) open = make_outcome (2008, 0);
  g_autoptr (TsRow) ended = make_outcome (2008, 2009);

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
      g_autoptr (GPtrArray) assessments = make_assessments (cases[i].stages);
      g_autoptr (TsRow) outcome = make_outcome (cases[i].since, cases[i].until);

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
  g_autoptr (GPtrArray) assessments = make_assessments ("ppp");
  g_autoptr (TsRow) outcome = make_outcome (2007, 0);

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
      g_autoptr (GPtrArray) assessments = make_assessments (cases[i].stages);
      g_autoptr (TsRow) before = make_outcome (cases[i].since_before, cases[i].until_before);
      g_autoptr (TsRow) after = make_outcome (cases[i].since_after, cases[i].until_after);

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
      g_autoptr (GPtrArray) assessments = make_assessments (cases[i].stages);
      g_autoptr (TsRow) outcome = make_outcome (2008, cases[i].until);

      for (int year = 2006; year <= 2012; year++)
        {
          gboolean aspiration = cases[i].aspiration[year - 2006] == 'y';
          gboolean missing_actual = cases[i].missing_actual[year - 2006] == 'y';
          gboolean actual = cases[i].actual[year - 2006] == 'y';
          g_autoptr (TsRow) nothing = make_value (year, NONE, NONE);
          g_autoptr (TsRow) aimed = make_value (year, 80, NONE);
          g_autoptr (TsRow) aimed_otherwise = make_value (year, 81, NONE);
          g_autoptr (TsRow) came = make_value (year, NONE, 80);
          g_autoptr (TsRow) came_otherwise = make_value (year, NONE, 81);
          g_autoptr (TsRow) both = make_value (year, 80, 80);
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
  g_autoptr (GPtrArray) assessments = make_assessments ("-pd");
  g_autoptr (TsRow) outcome = make_outcome (2008, 0);
  g_autoptr (TsRow) settled = make_value (2008, 80, NONE);
  g_autoptr (TsRow) open = make_value (2009, 80, NONE);
  g_autoptr (TsRow) elsewhere = make_value (2008, 80, NONE);

  ts_row_set_text (elsewhere, TS_OUTCOME_VALUE_OUTCOME, "outcome-2");

  g_assert_false (ts_outcome_check_row_unlocked (settled, open, outcome, assessments, NULL));
  g_assert_false (ts_outcome_check_row_unlocked (open, settled, outcome, assessments, NULL));
  g_assert_false (ts_outcome_check_row_unlocked (settled, elsewhere, outcome, assessments, NULL));
}

static void
test_messages (void)
{
  g_autoptr (GPtrArray) assessments = make_assessments ("-b");
  g_autoptr (TsRow) outcome = make_outcome (2008, 0);
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
