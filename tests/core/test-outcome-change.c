/* test-outcome-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-outcome-change.h"
#include "core/ts-outcome-lock.h"
#include "outcome-fixture.h"

#include <string.h>

/* Outcomes a, b, c of the assessment of 2009, and x between them, which was ended. */
typedef struct
{
  GPtrArray *assessments;
  GPtrArray *outcomes;
  TsOutcomeScope scope;
} Fixture;

static void
set_stages (Fixture    *fixture,
            const char *stages)
{
  g_clear_pointer (&fixture->assessments, g_ptr_array_unref);
  fixture->assessments = outcome_fixture_assessments_new (stages);
  fixture->scope.assessments = fixture->assessments;
  fixture->scope.assessment = outcome_fixture_assessment (fixture->assessments, 2009);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->outcomes = outcome_fixture_rows_new ();
  g_ptr_array_add (fixture->outcomes, outcome_fixture_outcome_new ("a", "Life expectancy", 2008, 0, 1));
  g_ptr_array_add (fixture->outcomes, outcome_fixture_outcome_new ("x", "Old measure", 2007, 2008, 2));
  g_ptr_array_add (fixture->outcomes, outcome_fixture_outcome_new ("b", "Smoking", 2009, 0, 3));
  g_ptr_array_add (fixture->outcomes, outcome_fixture_outcome_new ("c", "Deaths", 2009, 0, 4));
  fixture->scope.outcomes = fixture->outcomes;
  set_stages (fixture, "-dd");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->assessments);
  g_ptr_array_unref (fixture->outcomes);
}

static TsRow *
get (Fixture    *fixture,
     const char *id)
{
  for (guint i = 0; i < fixture->outcomes->len; i++)
    {
      if (g_str_equal (ts_row_get_id (g_ptr_array_index (fixture->outcomes, i)), id))
        return g_ptr_array_index (fixture->outcomes, i);
    }

  g_assert_not_reached ();
}

static char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = ts_outcome_scope_list (&fixture->scope);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append (ids, ts_row_get_id (g_ptr_array_index (rows, i)));

  return g_string_free (ids, FALSE);
}

/* Does what the workbook does with a change to outcomes. */
static void
apply (Fixture        *fixture,
       const TsChange *change)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);

      if (row->before != NULL)
        g_assert_true (g_ptr_array_remove (fixture->outcomes, row->before));

      if (row->after != NULL)
        g_ptr_array_add (fixture->outcomes, ts_row_ref (row->after));
    }
}

/* --- Adding -------------------------------------------------------------------------------------------------------- */

static TsChange *
add (Fixture     *fixture,
     const char  *metric,
     GError     **error)
{
  const TsOutcomeDefinition definition = { metric, "years", TRUE, NULL, "Register" };

  return ts_change_add_outcome (&fixture->scope, 10, "new", &definition, error);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = add (fixture, "Teenage pregnancy", &error);
  const TsRow *row;
  g_autofree char *order = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Add the outcome “Teenage pregnancy”");
  row = ts_change_get_row (change, 0)->after;
  g_assert_cmpstr (ts_row_get_text (row, TS_OUTCOME_ORGANISATION), ==, "organisation-1");
  g_assert_cmpint (ts_row_get_integer (row, TS_OUTCOME_SINCE), ==, 2009);
  g_assert_cmpint (ts_row_get_integer (row, TS_OUTCOME_POSITION), ==, 5);
  g_assert_cmpstr (ts_row_get_text (row, TS_OUTCOME_SOURCE), ==, "Register");

  apply (fixture, change);
  order = list (fixture);
  g_assert_cmpstr (order, ==, "abcnew");
}

static void
test_add_refused (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *stages;
    const char *metric;
    TsRuleError code;
    const char *message;
  } cases[] = {
    { "-dd", "", TS_RULE_ERROR_INVALID, "what is measured" },
    { "-dd", "smoking ", TS_RULE_ERROR_INVALID, "“Smoking” in the same unit" },
    { "-db", "New", TS_RULE_ERROR_LOCKED, "Board approved" },
    { "-ddb", "New", TS_RULE_ERROR_LOCKED, "2010/11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      set_stages (fixture, cases[i].stages);
      g_assert_null (add (fixture, cases[i].metric, &error));
      g_assert_error (error, TS_RULE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_add_too_many (Fixture       *fixture,
                   gconstpointer  data)
{
  const TsOutcomeDefinition definition = { "New", "", TRUE, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) fits = ts_change_add_outcome (&fixture->scope, 4, "new", &definition, NULL);

  /* What was ended takes no room. */
  g_assert_nonnull (fits);
  g_assert_null (ts_change_add_outcome (&fixture->scope, 3, "new", &definition, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "3 outcomes at most"));
}

static void
test_take_up_again (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = add (fixture, "old measure", &error);
  g_autofree char *order = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Take up the outcome “Old measure” again");
  g_assert_true (ts_change_get_row (change, 0)->before == get (fixture, "x"));

  apply (fixture, change);
  order = list (fixture);
  g_assert_cmpstr (order, ==, "axbc");
}

/* --- Changing ------------------------------------------------------------------------------------------------------ */

static void
test_define (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *metric;
    const char *unit;
    const char *label;
  } cases[] = {
    { "Smoking", "%", "Change the outcome “Smoking”" },
    { "SMOKING", "years", "Outcome “Smoking” → “SMOKING”" },
    { "Smokers", "years", "Outcome “Smoking” → “Smokers”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsOutcomeDefinition definition = { cases[i].metric, cases[i].unit, FALSE, "smoking", NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_change_define_outcome (&fixture->scope, get (fixture, "b"), &definition, &error);
      const TsRow *after;

      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      after = ts_change_get_row (change, 0)->after;
      g_assert_cmpint (ts_row_get_integer (after, TS_OUTCOME_SINCE), ==, 2009);
      g_assert_cmpint (ts_row_get_integer (after, TS_OUTCOME_POSITION), ==, 3);
      g_assert_cmpstr (ts_row_get_text (after, TS_OUTCOME_DIRECTION), ==, "down");
    }
}

static void
test_define_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *stages;
    const char *id;
    const char *metric;
    TsRuleError code;
    const char *message;
  } cases[] = {
    { "-dd", "b", "", TS_RULE_ERROR_INVALID, "what is measured" },
    { "-dd", "b", "Deaths", TS_RULE_ERROR_INVALID, "“Deaths”" },
    { "-dd", "b", "Old measure", TS_RULE_ERROR_INVALID, "“Old measure”" },
    { "-dd", "b", "Smoking", TS_RULE_ERROR_UNCHANGED, "" },
    { "-pd", "a", "Longevity", TS_RULE_ERROR_LOCKED, "Remove it from 2009/10 and add a new outcome" },
    { "-db", "b", "Smokers", TS_RULE_ERROR_LOCKED, "Board approved" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsOutcomeDefinition definition = { cases[i].metric, "years", TRUE, NULL, NULL };
      g_autoptr (GError) error = NULL;

      set_stages (fixture, cases[i].stages);
      g_assert_null (ts_change_define_outcome (&fixture->scope, get (fixture, cases[i].id), &definition, &error));
      g_assert_error (error, TS_RULE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* --- Moving -------------------------------------------------------------------------------------------------------- */

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *id;
    int step;
    const char *label;
    const char *order;
  } cases[] = {
    { "b", 1, "Move the outcome “Smoking” down", "acb" },
    { "b", -1, "Move the outcome “Smoking” up", "bac" },
    { "a", 1, "Move the outcome “Life expectancy” down", "bac" },
    { "c", -1, "Move the outcome “Deaths” up", "acb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture moved = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = NULL;
      g_autofree char *order = NULL;

      set_up (&moved, NULL);
      change = ts_change_move_outcome (&moved.scope, get (&moved, cases[i].id), cases[i].step, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      g_assert_cmpuint (ts_change_get_n_rows (change), ==, 2);
      apply (&moved, change);
      order = list (&moved);
      g_assert_cmpstr (order, ==, cases[i].order);
      tear_down (&moved, NULL);
    }
}

/* Rows that were made on two machines may have the same place. */
static void
test_move_equal_places (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autofree char *order = NULL;

  for (guint i = 0; i < fixture->outcomes->len; i++)
    ts_row_set_integer (g_ptr_array_index (fixture->outcomes, i), TS_OUTCOME_POSITION, 7);

  change = ts_change_move_outcome (&fixture->scope, get (fixture, "a"), 1, &error);
  g_assert_no_error (error);
  apply (fixture, change);
  order = list (fixture);
  g_assert_cmpstr (order, ==, "bac");
}

static void
test_move_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    const char *stages;
    const char *id;
    int step;
    TsRuleError code;
  } cases[] = {
    { "-dd", "a", -1, TS_RULE_ERROR_UNCHANGED },
    { "-dd", "c", 1, TS_RULE_ERROR_UNCHANGED },
    { "-dd", "x", 1, TS_RULE_ERROR_UNCHANGED },
    { "-pd", "a", 1, TS_RULE_ERROR_LOCKED },
    { "-pd", "b", -1, TS_RULE_ERROR_LOCKED },
    { "-db", "b", 1, TS_RULE_ERROR_LOCKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      set_stages (fixture, cases[i].stages);
      g_assert_null (ts_change_move_outcome (&fixture->scope, get (fixture, cases[i].id), cases[i].step, &error));
      g_assert_error (error, TS_RULE_ERROR, (int) cases[i].code);
    }
}

/* --- Removing ------------------------------------------------------------------------------------------------------ */

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) values = outcome_fixture_rows_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  TsRow *outcome = get (fixture, "b");

  g_ptr_array_add (values, outcome_fixture_value_new (outcome, 2008, NONE, 1));
  g_ptr_array_add (values, outcome_fixture_value_new (outcome, 2009, 1, NONE));

  g_assert_false (ts_outcome_is_ended_by_removal (&fixture->scope, outcome));
  change = ts_change_remove_outcome (&fixture->scope, outcome, values, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Remove the outcome “Smoking”");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 3);

  /* Values go first, so that no row ever refers to one that is not there. */
  g_assert_cmpint (ts_row_get_entity (ts_change_get_row (change, 2)->before), ==, TS_ENTITY_OUTCOME);

  for (guint i = 0; i < 3; i++)
    g_assert_null (ts_change_get_row (change, i)->after);
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const stages[] = { "-dd", "-pd" };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (GPtrArray) values = outcome_fixture_rows_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = NULL;
      TsRow *outcome = get (fixture, "a");

      set_stages (fixture, stages[i]);
      g_ptr_array_add (values, outcome_fixture_value_new (outcome, 2008, NONE, 1));
      g_assert_true (ts_outcome_is_ended_by_removal (&fixture->scope, outcome));
      change = ts_change_remove_outcome (&fixture->scope, outcome, values, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, "End the outcome “Life expectancy” with 2008/09");
      g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
      g_assert_cmpint (ts_row_get_integer (ts_change_get_row (change, 0)->after, TS_OUTCOME_UNTIL), ==, 2008);
    }
}

static void
test_remove_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const stages[] = { "-db", "-ddb" };
  g_autoptr (GPtrArray) values = outcome_fixture_rows_new ();

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (GError) error = NULL;

      set_stages (fixture, stages[i]);
      g_assert_null (ts_change_remove_outcome (&fixture->scope, get (fixture, "b"), values, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
    }
}

/* --- Together ------------------------------------------------------------------------------------------------------ */

/* Whatever is done in whatever order: what is done is what the guard at the workbook's door lets in, names stay apart, there are never too many,
 * and no two outcomes have the same place. */
static void
test_any_sequence (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const metrics[] = { "Life expectancy", "Old measure", "Smoking", "Deaths", "Falls", "Flu", "Gout" };
  g_autoptr (GPtrArray) nothing = outcome_fixture_rows_new ();
  guint n_done = 0;

  set_stages (fixture, "-pd");

  for (guint i = 0; i < 2000; i++)
    {
      TsRow *any = g_ptr_array_index (fixture->outcomes, g_test_rand_int_range (0, (int) fixture->outcomes->len));
      const TsOutcomeDefinition definition = { metrics[g_test_rand_int_range (0, G_N_ELEMENTS (metrics))], "years", TRUE, NULL, NULL };
      g_autofree char *id = g_strdup_printf ("new-%u", i);
      g_autoptr (TsChange) change = NULL;
      g_autoptr (GPtrArray) now = NULL;

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          change = ts_change_add_outcome (&fixture->scope, 5, id, &definition, NULL);
          break;

        case 1:
          change = ts_change_define_outcome (&fixture->scope, any, &definition, NULL);
          break;

        case 2:
          change = ts_change_move_outcome (&fixture->scope, any, g_test_rand_bit () ? 1 : -1, NULL);
          break;

        default:
          change = ts_outcome_covers (any, 2009) ? ts_change_remove_outcome (&fixture->scope, any, nothing, NULL) : NULL;
        }

      if (change == NULL)
        continue;

      n_done++;

      for (guint j = 0; j < ts_change_get_n_rows (change); j++)
        {
          const TsChangeRow *row = ts_change_get_row (change, j);
          g_autoptr (GError) error = NULL;

          ts_outcome_check_row_unlocked (row->before, row->after, NULL, fixture->assessments, &error);
          g_assert_no_error (error);
        }

      apply (fixture, change);
      now = ts_outcome_scope_list (&fixture->scope);
      g_assert_cmpuint (now->len, <=, 5);

      for (guint j = 1; j < now->len; j++)
        g_assert_cmpint (ts_row_get_integer (g_ptr_array_index (now, j - 1), TS_OUTCOME_POSITION), <,
                         ts_row_get_integer (g_ptr_array_index (now, j), TS_OUTCOME_POSITION));

      for (guint j = 0; j < fixture->outcomes->len; j++)
        {
          const TsRow *one = g_ptr_array_index (fixture->outcomes, j);

          for (guint k = j + 1; k < fixture->outcomes->len; k++)
            g_assert_false (ts_outcome_measures (g_ptr_array_index (fixture->outcomes, k), ts_row_get_text (one, TS_OUTCOME_METRIC),
                                                 ts_row_get_text (one, TS_OUTCOME_UNIT)));
        }
    }

  g_assert_cmpuint (n_done, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/outcome-change/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("add", test_add);
  ADD ("add-refused", test_add_refused);
  ADD ("add-too-many", test_add_too_many);
  ADD ("take-up-again", test_take_up_again);
  ADD ("define", test_define);
  ADD ("define-refused", test_define_refused);
  ADD ("move", test_move);
  ADD ("move-equal-places", test_move_equal_places);
  ADD ("move-refused", test_move_refused);
  ADD ("remove", test_remove);
  ADD ("end", test_end);
  ADD ("remove-refused", test_remove_refused);
  ADD ("any-sequence", test_any_sequence);
#undef ADD

  return g_test_run ();
}
