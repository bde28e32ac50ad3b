/* test-history.c — the past of an assessment, and bringing it back
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "core/ts-error.h"
#include "model/ts-history-list.h"
#include "model/ts-session-history.h"

static void
wait_until_now (TsAssessmentModel *model,
                gint64             as_of)
{
  while (!ts_assessment_model_get_loaded (model) || ts_assessment_model_get_as_of (model) != as_of)
    g_main_context_iteration (NULL, TRUE);
}

static void
rate (SessionFixture *fixture,
      int             level)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;

  ts_session_rate_async (fixture->session, fixture->assessment_id, "5b", level, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
}

static TsHistoryItem *
wait_for_item (TsHistoryList *list,
               guint          n_items,
               guint          position)
{
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != n_items)
    g_main_context_iteration (NULL, TRUE);

  return g_list_model_get_item (G_LIST_MODEL (list), position);
}

static int
get_level (TsAssessmentModel *model)
{
  return ts_assessment_state_find (ts_assessment_model_get_state (model), "5b")->level;
}

static void
test_tells_in_words (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (TsHistoryList) list = ts_history_list_new (fixture->session, fixture->assessment_id);
  g_autoptr (TsHistoryItem) first = NULL;
  g_autoptr (TsHistoryItem) second = NULL;
  g_autoptr (TsHistoryItem) filtered = NULL;
  guint n_begun;

  while (!ts_history_list_get_loaded (list))
    g_main_context_iteration (NULL, TRUE);

  n_begun = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (n_begun, >, 0);

  rate (fixture, 2);
  first = wait_for_item (list, n_begun + 1, 0);
  g_assert_cmpstr (ts_history_item_get_words (first)[0], ==, "5b: not rated → level 2");

  rate (fixture, 3);
  second = wait_for_item (list, n_begun + 2, 0);
  g_assert_cmpstr (ts_history_item_get_words (second)[0], ==, "5b: level 2 → level 3");
  g_assert_cmpint (ts_history_item_get_sequence (second), >, ts_history_item_get_sequence (first));
  g_assert_nonnull (ts_history_list_get_authors (list)[0]);

  ts_history_list_set_filter (list, "5b", NULL, 0, 0);
  filtered = wait_for_item (list, 2, 1);
  g_assert_cmpint (ts_history_item_get_sequence (filtered), ==, ts_history_item_get_sequence (first));

  ts_history_list_set_filter (list, "5a", NULL, 0, 0);
  g_assert_null (wait_for_item (list, 0, 0));
}

/* More than a page: the rest comes when its end is looked at. */
static void
test_reads_on_demand (SessionFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (TsHistoryList) list = NULL;

  for (int i = 0; i < 130; i++)
    rate (fixture, 1 + i % 4);

  list = ts_history_list_new (fixture->session, fixture->assessment_id);
  ts_history_list_set_filter (list, "5b", NULL, 0, 0);
  g_object_unref (wait_for_item (list, 60, 0));
  g_object_unref (wait_for_item (list, 60, 59));
  g_object_unref (wait_for_item (list, 120, 119));
  g_object_unref (wait_for_item (list, 130, 129));
}

static void
test_shows_the_past (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  g_autoptr (TsHistoryList) list = ts_history_list_new (fixture->session, fixture->assessment_id);
  g_autoptr (TsHistoryItem) item = NULL;
  gint64 sequence;

  rate (fixture, 2);

  while (!ts_history_list_get_loaded (list) || g_list_model_get_n_items (G_LIST_MODEL (list)) < 2)
    g_main_context_iteration (NULL, TRUE);

  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  sequence = ts_history_item_get_sequence (item);
  rate (fixture, 4);
  wait_until_loaded (model);

  while (get_level (model) != 4)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (ts_assessment_model_get_locked (model));

  ts_assessment_model_show_as_of (model, sequence);
  wait_until_now (model, sequence);
  g_assert_cmpint (get_level (model), ==, 2);
  g_assert_true (ts_assessment_model_get_locked (model));
  g_assert_cmpint (ts_assessment_model_get_moment (model), ==, ts_change_get_at (ts_history_item_get_change (item)));

  /* The past stays while the present goes on. */
  rate (fixture, 1);
  ts_assessment_model_show_moment (model, G_MAXINT64);

  while (get_level (model) != 1)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (ts_assessment_model_get_locked (model));
  g_assert_cmpint (ts_assessment_model_get_as_of (model), ==, sequence + 2);

  ts_assessment_model_show_as_of (model, 0);
  wait_until_now (model, 0);
  g_assert_cmpint (get_level (model), ==, 1);
  g_assert_false (ts_assessment_model_get_locked (model));
}

static void
failed_cb (TsAssessmentModel *model,
           const GError      *error,
           gboolean          *failed)
{
  *failed = TRUE;
}

static void
test_has_no_past_before_its_beginning (SessionFixture *fixture,
                                       gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  gboolean failed = FALSE;

  wait_until_loaded (model);
  g_signal_connect (model, "failed", G_CALLBACK (failed_cb), &failed);
  ts_assessment_model_show_moment (model, 1);

  while (!failed)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (ts_assessment_model_get_as_of (model), ==, 0);
  g_assert_false (ts_assessment_model_get_locked (model));
}

static void
test_restores_a_value (SessionFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (TsHistoryList) list = NULL;
  g_autoptr (TsHistoryItem) item = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (TsChange) nothing = NULL;
  g_autoptr (GError) error = NULL;
  TsRow *then;

  rate (fixture, 2);
  rate (fixture, 3);
  list = ts_history_list_new (fixture->session, fixture->assessment_id);
  ts_history_list_set_filter (list, "5b", NULL, 0, 0);
  item = wait_for_item (list, 2, 1);
  then = ts_change_get_row (ts_history_item_get_change (item), 0)->after;

  ts_session_restore_async (fixture->session, then, "3 June 2010", take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "5b: restore level 2 of 3 June 2010");
  g_assert_true (ts_row_equal (ts_change_get_row (change, 0)->after, then));

  /* It is there already. */
  ts_session_restore_async (fixture->session, then, "3 June 2010", take_result_cb, &again);
  nothing = wait_for_change (fixture->session, &again, &error);
  g_assert_no_error (error);
  g_assert_null (nothing);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, function) \
  g_test_add (path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)
  
  add ("/history/tells-in-words", test_tells_in_words);
  add ("/history/reads-on-demand", test_reads_on_demand);
  add ("/history/shows-the-past", test_shows_the_past);
  add ("/history/has-no-past-before-its-beginning", test_has_no_past_before_its_beginning);
  add ("/history/restores-a-value", test_restores_a_value);

  return g_test_run ();
}
