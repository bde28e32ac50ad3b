/* test-outcomes.c — outcomes of a session, and the list that follows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-sign-off.h"
#include "model/ts-outcome-list.h"
#include "model/ts-session-outcomes.h"
#include "model/ts-session-private.h"
#include "model/ts-workplace.h"
#include "session-fixture.h"

#include <string.h>

#define ASPIRATION TS_OUTCOME_VALUE_ASPIRATION
#define ACTUAL     TS_OUTCOME_VALUE_ACTUAL

typedef struct
{
  SessionFixture base;
  TsOutcomeList *list;
  guint n_refreshed;
  guint n_items_changed;
} Fixture;

static void
refreshed_cb (TsOutcomeList *list,
              Fixture       *fixture)
{
  fixture->n_refreshed++;
}

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->n_items_changed++;
}

static void
wait_for_refresh (Fixture *fixture)
{
  while (fixture->n_refreshed == 0)
    g_main_context_iteration (NULL, TRUE);

  fixture->n_refreshed = 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  session_fixture_set_up (&fixture->base, data);
  fixture->list = ts_outcome_list_new (fixture->base.session, fixture->base.assessment_id);
  g_signal_connect (fixture->list, "refreshed", G_CALLBACK (refreshed_cb), fixture);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  wait_for_refresh (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->list);
  session_fixture_tear_down (&fixture->base, data);
}

/* Waits for the change, and for the list to follow it. */
static TsChange *
end_change (Fixture       *fixture,
            GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  TsChange *change = wait_for_change (fixture->base.session, result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  wait_for_refresh (fixture);

  return change;
}

static char *
add (Fixture    *fixture,
     const char *metric)
{
  const TsOutcomeDefinition definition = { metric, "years", TRUE, NULL, NULL };
  g_autoptr (TsChange) change = NULL;
  GAsyncResult *result = NULL;

  ts_session_add_outcome_async (fixture->base.session, fixture->base.assessment_id, &definition, take_result_cb, &result);
  change = end_change (fixture, &result);

  return g_strdup (ts_row_get_id (ts_change_find_after (change, TS_ENTITY_OUTCOME)));
}

static TsOutcomeItem *
get_item (Fixture *fixture,
          guint    position)
{
  TsOutcomeItem *item = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  g_assert_nonnull (item);
  g_object_unref (item);

  return item;
}

static void
set_cells (Fixture             *fixture,
           const char          *outcome_id,
           const TsOutcomeCell *cells,
           guint                n_cells)
{
  GAsyncResult *result = NULL;

  ts_session_set_outcome_cells_async (fixture->base.session, fixture->base.assessment_id, outcome_id, cells, n_cells, take_result_cb,
                                      &result);
  ts_change_unref (end_change (fixture, &result));
}

static void
undo (Fixture *fixture)
{
  GAsyncResult *result = NULL;

  ts_session_undo_async (fixture->base.session, take_result_cb, &result);
  ts_change_unref (end_change (fixture, &result));
}

static TsChange *
approve (TsWorkplace  *workplace,
         gpointer      data,
         GError      **error)
{
  const TsSignOffRequest request = { .name = "The chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 1 };
  g_autoptr (GPtrArray) sign_offs = g_ptr_array_new ();
  g_autoptr (TsRow) assessment = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ASSESSMENT, data, error);

  return assessment != NULL ? ts_change_move_stage (assessment, sign_offs, TS_STAGE_BOARD_APPROVED, &request, error) : NULL;
}

/* --- Lists --------------------------------------------------------------------------------------------------------- */

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) suggestions = ts_outcome_list_list_suggestions (fixture->list);

  g_assert_true (ts_outcome_list_get_loaded (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_cmpuint (ts_outcome_list_get_most (fixture->list), ==, 10);
  g_assert_true (ts_outcome_list_check_add (fixture->list, NULL));
  g_assert_cmpuint (suggestions->len, >=, 10);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *id = add (fixture, "Teenage pregnancy");
  TsOutcomeItem *item = get_item (fixture, 0);

  g_assert_cmpint (ts_outcome_list_find (fixture->list, id), ==, 0);
  g_assert_cmpint (ts_outcome_list_find (fixture->list, "nothing"), ==, -1);
  g_assert_cmpstr (ts_outcome_item_get_id (item), ==, id);
  g_assert_cmpstr (ts_outcome_item_get_metric (item), ==, "Teenage pregnancy");
  g_assert_cmpstr (ts_outcome_item_get_summary (item), ==, "No actual value yet");
  g_assert_true (g_str_has_prefix (ts_outcome_item_get_missing (item), "No trajectory yet"));
  g_assert_cmpint (ts_outcome_item_get_year (item), ==, 2009);
  g_assert_cmpstr (ts_outcome_item_get_assessment_id (item), ==, fixture->base.assessment_id);

  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
}

/* What is used is not suggested again, whether it was taken from the suggestions or typed. */
static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) before = ts_outcome_list_list_suggestions (fixture->list);
  const TsSuggestedOutcome *first = g_ptr_array_index (before, 0);
  const TsSuggestedOutcome *second = g_ptr_array_index (before, 1);
  const TsOutcomeDefinition taken = ts_suggested_outcome_get_definition (first);
  const TsOutcomeDefinition typed = { second->metric, second->unit, second->up_is_better, NULL, NULL };
  guint n_before = before->len;
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) after = NULL;

  ts_session_add_outcome_async (fixture->base.session, fixture->base.assessment_id, &taken, take_result_cb, &result);
  ts_change_unref (end_change (fixture, &result));
  ts_session_add_outcome_async (fixture->base.session, fixture->base.assessment_id, &typed, take_result_cb, &result);
  ts_change_unref (end_change (fixture, &result));

  after = ts_outcome_list_list_suggestions (fixture->list);
  g_assert_cmpuint (after->len, ==, n_before - 2);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *metric = g_strdup_printf ("Measure %u", i);

      g_free (add (fixture, metric));
    }

  g_assert_false (ts_outcome_list_check_add (fixture->list, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
}

/* An item stays the same object, and only what came or moved is told. */
static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  const TsOutcomeCell cells[] = {
    { ACTUAL, 2008, TRUE, 80 },
    { ASPIRATION, 2009, TRUE, 80.5 },
    { ACTUAL, 2009, TRUE, 80.1 },
    { ASPIRATION, 2010, TRUE, 81 },
    { ASPIRATION, 2011, TRUE, 81.5 },
    { ASPIRATION, 2012, TRUE, 82 },
    { ASPIRATION, 2013, TRUE, 82.5 },
  };
  g_autofree char *id = add (fixture, "Life expectancy");
  TsOutcomeItem *item = get_item (fixture, 0);

  fixture->n_items_changed = 0;
  set_cells (fixture, id, cells, G_N_ELEMENTS (cells));
  g_assert_true (get_item (fixture, 0) == item);
  g_assert_cmpuint (fixture->n_items_changed, ==, 0);
  g_assert_cmpuint (ts_outcome_item_get_values (item)->len, ==, 6);
  g_assert_cmpuint (ts_outcome_data_get_n_points (ts_outcome_item_get_data (item)), ==, 6);
  g_assert_null (ts_outcome_item_get_missing (item));
  g_assert_nonnull (strstr (ts_outcome_item_get_summary (item), "2009/10"));
  g_assert_nonnull (strstr (ts_outcome_item_get_summary (item), "behind"));
  g_assert_cmpstr (ts_session_get_undo_label (fixture->base.session), ==, "Life expectancy: 7 values");

  undo (fixture);
  g_assert_cmpuint (ts_outcome_item_get_values (item)->len, ==, 0);
}

static void
test_define_and_move (Fixture       *fixture,
                      gconstpointer  data)
{
  const TsOutcomeDefinition definition = { "Third", "months", FALSE, NULL, "Register" };
  g_autofree char *first = add (fixture, "First");
  g_autofree char *second = add (fixture, "Second");
  GAsyncResult *result = NULL;
  TsOutcomeItem *item = get_item (fixture, 1);

  g_assert_false (ts_outcome_item_check_move (item, 1, NULL));
  g_assert_true (ts_outcome_item_check_move (item, -1, NULL));
  ts_session_move_outcome_async (fixture->base.session, fixture->base.assessment_id, second, -1, take_result_cb, &result);
  ts_change_unref (end_change (fixture, &result));
  g_assert_true (get_item (fixture, 0) == item);

  g_assert_true (ts_outcome_item_check_definition (item, NULL));
  ts_session_define_outcome_async (fixture->base.session, fixture->base.assessment_id, second, &definition, take_result_cb, &result);
  ts_change_unref (end_change (fixture, &result));
  g_assert_cmpstr (ts_outcome_item_get_metric (item), ==, "Third");
  g_assert_cmpstr (ts_row_get_text (ts_outcome_item_get_row (item), TS_OUTCOME_SOURCE), ==, "Register");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  const TsOutcomeCell cell = { ACTUAL, 2008, TRUE, 80 };
  g_autofree char *id = add (fixture, "First");
  GAsyncResult *result = NULL;

  set_cells (fixture, id, &cell, 1);
  g_assert_true (ts_outcome_item_check_removal (get_item (fixture, 0), NULL));
  g_assert_false (ts_outcome_item_is_ended_by_removal (get_item (fixture, 0)));
  ts_session_remove_outcome_async (fixture->base.session, fixture->base.assessment_id, id, take_result_cb, &result);
  ts_change_unref (end_change (fixture, &result));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);

  undo (fixture);
  g_assert_cmpuint (ts_outcome_item_get_values (get_item (fixture, 0))->len, ==, 1);
}

/* What the board approved is held fast in the list and in the session; what comes later can be noted. */
static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  const TsOutcomeDefinition definition = { "Other", "years", TRUE, NULL, NULL };
  const TsOutcomeCell aimed = { ASPIRATION, 2009, TRUE, 80 };
  const TsOutcomeCell aimed_otherwise = { ASPIRATION, 2009, TRUE, 81 };
  const TsOutcomeCell came = { ACTUAL, 2009, TRUE, 79 };
  g_autofree char *id = add (fixture, "First");
  TsSession *session = fixture->base.session;
  TsOutcomeItem *item = get_item (fixture, 0);
  GAsyncResult *result = NULL;

  set_cells (fixture, id, &aimed, 1);
  ts_session_rate_async (session, fixture->base.assessment_id, "1a", 2, take_result_cb, &result);
  ts_change_unref (wait_for_change (session, &result, NULL));
  ts_session_change_async (session, approve, g_strdup (fixture->base.assessment_id), g_free, take_result_cb, &result);
  ts_change_unref (end_change (fixture, &result));

  g_assert_false (ts_outcome_list_check_add (fixture->list, NULL));
  g_assert_false (ts_outcome_item_check_definition (item, NULL));
  g_assert_false (ts_outcome_item_check_removal (item, NULL));
  g_assert_false (ts_outcome_item_check_cell (item, ASPIRATION, 2009, NULL));
  g_assert_true (ts_outcome_item_check_cell (item, ACTUAL, 2009, NULL));

  for (int kind = 0; kind < 4; kind++)
    {
      g_autoptr (GError) error = NULL;

      if (kind == 0)
        ts_session_add_outcome_async (session, fixture->base.assessment_id, &definition, take_result_cb, &result);
      else if (kind == 1)
        ts_session_define_outcome_async (session, fixture->base.assessment_id, id, &definition, take_result_cb, &result);
      else if (kind == 2)
        ts_session_remove_outcome_async (session, fixture->base.assessment_id, id, take_result_cb, &result);
      else
        ts_session_set_outcome_cells_async (session, fixture->base.assessment_id, id, &aimed_otherwise, 1, take_result_cb, &result);

      g_assert_null (wait_for_change (session, &result, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
    }

  set_cells (fixture, id, &came, 1);
  g_assert_false (ts_outcome_item_check_cell (item, ACTUAL, 2009, NULL));
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ts_session_remove_outcome_async (fixture->base.session, fixture->base.assessment_id, "nothing", take_result_cb, &result);
  g_assert_null (wait_for_change (fixture->base.session, &result, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
}

/* Many changes after one another: the list ends where the workbook does. */
static void
test_quick_changes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *id = add (fixture, "First");
  GAsyncResult *results[20] = { NULL };
  TsOutcomeItem *item = get_item (fixture, 0);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      const TsOutcomeCell cell = { ACTUAL, 2009, TRUE, i + 1 };

      ts_session_set_outcome_cells_async (fixture->base.session, fixture->base.assessment_id, id, &cell, 1, take_result_cb, &results[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    ts_change_unref (wait_for_change (fixture->base.session, &results[i], NULL));

  for (;;)
    {
      GPtrArray *values = ts_outcome_item_get_values (item);

      if (values->len > 0 && ts_row_get_real (g_ptr_array_index (values, 0), ACTUAL) == G_N_ELEMENTS (results))
        break;

      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *id = add (fixture, "First");
  g_autoptr (GError) error = NULL;
  g_autoptr (TsSession) reader = open_session (fixture->base.path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsOutcomeList) list = ts_outcome_list_new (reader, fixture->base.assessment_id);
  g_autoptr (TsOutcomeItem) item = NULL;

  while (!ts_outcome_list_get_loaded (list))
    g_main_context_iteration (NULL, TRUE);

  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_false (ts_outcome_list_check_add (list, NULL));
  g_assert_false (ts_outcome_item_check_cell (item, ACTUAL, 2009, NULL));
  g_assert_false (ts_outcome_item_check_definition (item, NULL));
  close_session (reader);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/outcomes/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("empty", test_empty);
  ADD ("add", test_add);
  ADD ("suggestions", test_suggestions);
  ADD ("full", test_full);
  ADD ("values", test_values);
  ADD ("define-and-move", test_define_and_move);
  ADD ("remove", test_remove);
  ADD ("locked", test_locked);
  ADD ("unknown", test_unknown);
  ADD ("quick-changes", test_quick_changes);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
