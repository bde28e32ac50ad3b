/* test-session.c — an open workbook, as the screen sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-rate.h"
#include "session-fixture.h"
#include "store/ts-store-error.h"

#define N_BURST 60

static void
count_cb (TsSession *session,
          TsChange  *change,
          guint     *n_changes)
{
  (*n_changes)++;
}

static int
level_of (TsAssessmentModel *model,
          const char        *node_id)
{
  return ts_assessment_state_find (ts_assessment_model_get_state (model), node_id)->level;
}

static void
wait_for_level (TsAssessmentModel *model,
                const char        *node_id,
                int                level)
{
  wait_until_loaded (model);

  while (level_of (model, node_id) != level)
    g_main_context_iteration (NULL, TRUE);
}

static TsChange *
rate (SessionFixture  *fixture,
      const char      *node_id,
      int              level,
      GError         **error)
{
  GAsyncResult *result = NULL;

  ts_session_rate_async (fixture->session, fixture->assessment_id, node_id, level, take_result_cb, &result);

  return wait_for_change (fixture->session, &result, error);
}

static void
test_rate (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  guint n_changes = 0;

  g_signal_connect (fixture->session, "changed", G_CALLBACK (count_cb), &n_changes);

  change = rate (fixture, "5b", 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_author (change), ==, "Tester");
  g_assert_cmpstr (ts_session_get_undo_label (fixture->session), ==, "5b: not rated → level 2");
  g_assert_cmpuint (n_changes, ==, 1);
  wait_for_level (model, "5b", 2);
  g_assert_false (ts_session_get_busy (fixture->session));

  g_clear_pointer (&change, ts_change_unref);
  change = rate (fixture, "5b", 2, &error);
  g_assert_no_error (error);
  g_assert_null (change);
  g_assert_cmpuint (n_changes, ==, 1);

  g_signal_handlers_disconnect_by_func (fixture->session, count_cb, &n_changes);
}

static void
test_refused (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rate (fixture, "12z", 2, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
  g_clear_error (&error);

  g_assert_null (rate (fixture, "5b", 5, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
  g_assert_false (ts_session_get_busy (fixture->session));
}

/* Keys pressed faster than changes are kept: each is made from what the one before left. */
static void
test_burst (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  GAsyncResult *results[N_BURST] = { NULL };

  for (guint i = 0; i < N_BURST; i++)
    ts_session_rate_async (fixture->session, fixture->assessment_id, "1a", 1 + i % 4, take_result_cb, &results[i]);

  g_assert_true (ts_session_get_busy (fixture->session));

  for (guint i = 0; i < N_BURST; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = wait_for_change (fixture->session, &results[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (change);
    }

  g_assert_false (ts_session_get_busy (fixture->session));
  wait_for_level (model, "1a", 1 + (N_BURST - 1) % 4);

  for (guint i = N_BURST; i > 0; i--)
    {
      g_autoptr (TsChange) change = NULL;
      g_autoptr (GError) error = NULL;
      GAsyncResult *result = NULL;

      ts_session_undo_async (fixture->session, take_result_cb, &result);
      change = wait_for_change (fixture->session, &result, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpstr (ts_session_get_undo_label (fixture->session), ==, "Begin Testmoor PCT, 2009/10");
  g_assert_cmpstr (ts_session_get_redo_label (fixture->session), ==, "1a: not rated → level 1");
  wait_for_level (model, "1a", 0);
}

static void
test_keeps (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsAssessmentModel) model = NULL;
  GAsyncResult *explained = NULL;
  GAsyncResult *aimed = NULL;
  GAsyncResult *aimed_later = NULL;
  const TsNodeState *state;

  g_clear_pointer (&error, g_error_free);
  ts_change_unref (rate (fixture, "5b", 3, &error));
  ts_session_explain_async (fixture->session, fixture->assessment_id, "5b", "  Two analysts\r\nsince June. ", take_result_cb, &explained);
  ts_session_aim_async (fixture->session, fixture->assessment_id, "5", 2009, 4, take_result_cb, &aimed);
  ts_session_aim_async (fixture->session, fixture->assessment_id, "5", 2011, 3, take_result_cb, &aimed_later);

  /* Closing does first what was asked for. */
  close_session (fixture->session);
  ts_change_unref (wait_for_change (fixture->session, &explained, &error));
  g_assert_no_error (error);
  ts_change_unref (wait_for_change (fixture->session, &aimed, &error));
  g_assert_no_error (error);
  ts_change_unref (wait_for_change (fixture->session, &aimed_later, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->session);

  fixture->session = open_session (fixture->path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_session_get_undo_label (fixture->session), ==, "5: target level 3 for 2011/12");

  model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  wait_until_loaded (model);
  state = ts_assessment_state_find (ts_assessment_model_get_state (model), "5b");
  g_assert_cmpint (state->level, ==, 3);
  g_assert_cmpstr (ts_row_get_text (state->rating, TS_RATING_RATIONALE), ==, "Two analysts\nsince June.");
  g_assert_cmpint (ts_assessment_state_find (ts_assessment_model_get_state (model), "5")->target, ==, 4);
  g_assert_cmpint (ts_assessment_state_get_target (ts_assessment_model_get_state (model), "5", 2011), ==, 3);
  g_assert_cmpstr (ts_assessment_model_get_organisation_name (model), ==, "Testmoor PCT");
  g_assert_cmpstr (ts_assessment_model_get_year_label (model), ==, "2009/10");
  g_assert_false (ts_assessment_model_get_locked (model));
}

static void
test_second_session (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) watching = NULL;
  g_autoptr (GError) error = NULL;
  TsSession *second;

  g_assert_null (open_session (fixture->path, TS_OPEN_READ_WRITE, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  second = open_session (fixture->path, TS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (ts_session_get_read_only (second));

  watching = ts_assessment_model_new (second, fixture->assessment_id);
  wait_until_loaded (watching);
  g_assert_true (ts_assessment_model_get_locked (watching));

  ts_change_unref (rate (fixture, "7c", 1, &error));
  wait_for_level (watching, "7c", 1);
  g_assert_cmpstr (ts_session_get_undo_label (second), ==, "7c: not rated → level 1");

  {
    GAsyncResult *result = NULL;

    ts_session_rate_async (second, fixture->assessment_id, "7c", 2, take_result_cb, &result);
    g_assert_null (wait_for_change (second, &result, &error));
    g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY);
  }

  close_session (second);
  g_clear_object (&watching);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (second);
}

static void
test_begin (SessionFixture *fixture,
            gconstpointer   data)
{
  static const struct
  {
    TsBeginRequest request;
    GQuark (*domain) (void);
    int code;
  } cases[] = {
    { { .code = "ZZ1", .name = "Again PCT", .kind = "pct", .framework = "wcc-year-2", .year = 2009 }, ts_rule_error_quark, TS_RULE_ERROR_INVALID },
    { { .code = "no code", .name = "Some PCT", .kind = "pct", .framework = "wcc-year-2", .year = 2009 }, ts_rule_error_quark, TS_RULE_ERROR_INVALID },
    { { .code = "ZZ2", .name = " \n ", .kind = "pct", .framework = "wcc-year-2", .year = 2009 }, ts_rule_error_quark, TS_RULE_ERROR_INVALID },
    { { .code = "ZZ2", .name = "Some PCT", .kind = "pct", .framework = "wcc-year-2", .year = 12 }, ts_rule_error_quark, TS_RULE_ERROR_INVALID },
    { { .organisation_id = "nobody", .framework = "wcc-year-2", .year = 2009 }, ts_store_error_quark, TS_STORE_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GAsyncResult *result = NULL;

      ts_session_begin_assessment_async (fixture->session, &cases[i].request, take_result_cb, &result);
      g_assert_null (wait_for_change (fixture->session, &result, &error));
      g_assert_error (error, cases[i].domain (), cases[i].code);
    }

  g_assert_cmpstr (ts_session_get_undo_label (fixture->session), ==, "Begin Testmoor PCT, 2009/10");
}

/* Last year's level is shown beside this year's. */
static void
test_previous_year (SessionFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (TsAssessmentModel) model = ts_assessment_model_new (fixture->session, fixture->assessment_id);
  g_autoptr (TsChange) begun = NULL;
  g_autoptr (TsChange) rated = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *organisation_id = NULL;
  GAsyncResult *result = NULL;
  TsBeginRequest request = { .framework = "wcc-year-1", .year = 2008 };
  const TsNodeState *state;

  wait_until_loaded (model);
  organisation_id = g_strdup (ts_row_get_text (ts_assessment_state_get_assessment (ts_assessment_model_get_state (model)),
                                               TS_ASSESSMENT_ORGANISATION));
  request.organisation_id = organisation_id;
  ts_session_begin_assessment_async (fixture->session, &request, take_result_cb, &result);
  begun = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);

  ts_session_rate_async (fixture->session, ts_row_get_id (ts_change_find_after (begun, TS_ENTITY_ASSESSMENT)), "3c", 2,
                         take_result_cb, &result);
  rated = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);

  do
    {
      g_main_context_iteration (NULL, TRUE);
      state = ts_assessment_state_find (ts_assessment_model_get_state (model), "3c");
    }
  while (state->previous_level != 2);

  g_assert_cmpint (state->level, ==, 0);
  g_assert_cmpint (state->previous_layer, ==, TS_LAYER_SELF);
}

#define SESSION_TEST(path, function) \
  g_test_add (path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/model/session/rate", test_rate);
  SESSION_TEST ("/model/session/refused", test_refused);
  SESSION_TEST ("/model/session/burst", test_burst);
  SESSION_TEST ("/model/session/keeps", test_keeps);
  SESSION_TEST ("/model/session/second-session", test_second_session);
  SESSION_TEST ("/model/session/begin", test_begin);
  SESSION_TEST ("/model/session/previous-year", test_previous_year);

  return g_test_run ();
}
