/* test-session-carry.c — a year carried forward, confirmed and undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-carry.h"
#include "session-fixture.h"

static const TsNodeState *
find (TsAssessmentModel *model,
      const char        *node_id)
{
  return ts_assessment_state_find (ts_assessment_model_get_state (model), node_id);
}

static void
wait_for_level (TsAssessmentModel *model,
                const char        *node_id,
                int                level)
{
  wait_until_loaded (model);

  while (find (model, node_id)->level != level)
    g_main_context_iteration (NULL, TRUE);
}

static void
say (SessionFixture *fixture,
     const char     *node_id,
     int             level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) rated = NULL;
  g_autoptr (TsChange) explained = NULL;
  GAsyncResult *result = NULL;

  ts_session_rate_async (fixture->session, fixture->assessment_id, node_id, level, take_result_cb, &result);
  rated = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
  ts_session_explain_async (fixture->session, fixture->assessment_id, node_id, "why", take_result_cb, &result);
  explained = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
}

/* Begins the next year of the fixture's organisation. */
static char *
begin_next_year (SessionFixture *fixture,
                 gboolean        carry_forward)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  GAsyncResult *result = NULL;
  TsBeginRequest request = { .framework = "wcc-year-2", .year = 2010, .carry_forward = carry_forward };

  wait_until_loaded (model);
  request.organisation_id = ts_row_get_text (ts_assessment_state_get_assessment (ts_assessment_model_get_state (model)),
                                             TS_ASSESSMENT_ORGANISATION);
  ts_session_begin_assessment_async (fixture->session, &request, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);

  return g_strdup (ts_row_get_id (ts_change_find_after (change, TS_ENTITY_ASSESSMENT)));
}

static void
finish (SessionFixture  *fixture,
        GAsyncResult   **result,
        const char      *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = wait_for_change (fixture->session, result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (change != NULL ? ts_change_get_label (change) : NULL, ==, label);
}

static void
test_begun_from_last_year (SessionFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *id = NULL;
  g_autoptr (TsAssessmentModel) model = NULL;
  GAsyncResult *result = NULL;

  say (fixture, "5a", 3);
  say (fixture, "5b", 2);
  id = begin_next_year (fixture, TRUE);
  model = ts_assessment_model_new (fixture->session, id);
  wait_until_loaded (model);

  g_assert_cmpint (find (model, "5b")->level, ==, 0);
  g_assert_cmpint (find (model, "5b")->carried_level, ==, 2);
  g_assert_cmpuint (ts_assessment_model_count_unchanged (model), ==, 2);
  g_assert_cmpuint (ts_assessment_model_get_carry_plan (model).n_criteria, ==, 0);
  g_assert_nonnull (ts_assessment_model_get_previous_framework (model));

  ts_session_confirm_async (fixture->session, id, "5b", take_result_cb, &result);
  finish (fixture, &result, "5b: confirm what was carried forward");
  wait_for_level (model, "5b", 2);
  g_assert_cmpstr (ts_row_get_text (find (model, "5b")->rating, TS_RATING_RATIONALE), ==, "why");

  ts_session_undo_async (fixture->session, take_result_cb, &result);
  finish (fixture, &result, "Undo: 5b: confirm what was carried forward");
  wait_for_level (model, "5b", 0);
  g_assert_cmpint (find (model, "5b")->carried_level, ==, 2);

  ts_session_confirm_async (fixture->session, id, NULL, take_result_cb, &result);
  finish (fixture, &result, "Confirm 2 unchanged criteria");
  wait_for_level (model, "5a", 3);
  wait_for_level (model, "5b", 2);

  /* Nothing is left to be confirmed, and nothing more arrives. */
  ts_session_confirm_async (fixture->session, id, "5", take_result_cb, &result);
  finish (fixture, &result, NULL);
  ts_session_carry_forward_async (fixture->session, id, take_result_cb, &result);
  finish (fixture, &result, NULL);
}

static void
test_carried_into_a_draft (SessionFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *id = NULL;
  g_autoptr (TsAssessmentModel) model = NULL;
  GAsyncResult *result = NULL;

  say (fixture, "5b", 2);
  id = begin_next_year (fixture, FALSE);
  model = ts_assessment_model_new (fixture->session, id);
  wait_until_loaded (model);
  g_assert_cmpint (find (model, "5b")->carried_level, ==, 0);
  g_assert_cmpuint (ts_assessment_model_get_carry_plan (model).n_criteria, ==, 1);

  ts_session_carry_forward_async (fixture->session, id, take_result_cb, &result);
  finish (fixture, &result, "Carry 2009/10 forward: 1 criterion");

  while (find (model, "5b")->carried_level != 2)
    g_main_context_iteration (NULL, TRUE);

  ts_session_start_afresh_async (fixture->session, id, "5b", take_result_cb, &result);
  finish (fixture, &result, "5b: start afresh");

  while (find (model, "5b")->carried_level != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_no_year_before (SessionFixture *fixture,
                     gconstpointer   data)
{
  GAsyncResult *result = NULL;

  ts_session_carry_forward_async (fixture->session, fixture->assessment_id, take_result_cb, &result);
  finish (fixture, &result, NULL);
  ts_session_confirm_async (fixture->session, fixture->assessment_id, NULL, take_result_cb, &result);
  finish (fixture, &result, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) \
  g_test_add ("/model/session-carry/" path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)
    ADD ("begun-from-last-year", test_begun_from_last_year);
  ADD ("carried-into-a-draft", test_carried_into_a_draft);
  ADD ("no-year-before", test_no_year_before);
#undef ADD
  return g_test_run ();
}
