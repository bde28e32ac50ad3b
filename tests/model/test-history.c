/* test-history.c — the past of an assessment, and bringing it back
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "core/ts-error.h"
#include "core/ts-sign-off.h"
#include "model/ts-history-list.h"
#include "model/ts-outcome-list.h"
#include "model/ts-session-history.h"
#include "model/ts-session-outcomes.h"
#include "model/ts-standing.h"
#include "store/ts-verify.h"

static void
wait_until_now (TsAssessmentModel *model,
                gint64             as_of)
{
  while (!ts_assessment_model_get_loaded (model) || ts_assessment_model_get_as_of (model) != as_of)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_true (gboolean *flag)
{
  *flag = TRUE;
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

/* A move of stage is a row of the assessment and the record of it, and one line tells both. */
static void
test_tells_a_move_once (SessionFixture *fixture,
                        gconstpointer   data)
{
  TsSignOffRequest request = { .name = "A chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 1 };
  TsWords words = { NULL, NULL, NULL };
  g_autoptr (TsRow) assessment = ts_row_new (TS_ENTITY_ASSESSMENT, fixture->assessment_id);
  g_autoptr (GPtrArray) sign_offs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TsHistoryItem) item = NULL;
  TsHistoryEntry entry = { .sequence = 7, .n_rows = 2 };

  ts_row_set_text (assessment, TS_ASSESSMENT_ORGANISATION, "o");
  ts_row_set_text (assessment, TS_ASSESSMENT_FRAMEWORK, "f");
  ts_row_set_integer (assessment, TS_ASSESSMENT_YEAR, 2009);
  ts_row_set_text (assessment, TS_ASSESSMENT_STAGE, ts_stage_get_name (TS_STAGE_DRAFT));
  entry.change = ts_change_move_stage (assessment, sign_offs, TS_STAGE_BOARD_APPROVED, &request, &error);
  g_assert_no_error (error);

  item = ts_history_item_new (&entry, &words);
  g_assert_cmpuint (ts_history_item_get_n_rows (item), ==, 1);
  g_assert_cmpstr (ts_history_item_get_words (item)[0], ==, "Stage: Draft → Board approved by A chair on 2010-03-03, in “A meeting”");
  g_assert_null (ts_history_item_get_words (item)[1]);
  g_assert_cmpint (ts_row_get_entity (ts_history_item_get_row (item, 0)->after), ==, TS_ENTITY_SIGN_OFF);
  g_assert_null (ts_history_item_get_row (item, 1));
  ts_change_unref (entry.change);
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

/* Where an outcome and a sign-off stood at each of several moments, as pages that follow the past see it. */
typedef struct
{
  gint64 as_of;
  char *outcomes;
  char *standing;
} Moment;

static void
moment_clear (Moment *self)
{
  g_free (self->outcomes);
  g_free (self->standing);
}

static char *
describe_outcomes (TsOutcomeList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (TsOutcomeItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      GPtrArray *values = ts_outcome_item_get_values (item);

      g_string_append_printf (text, "%s: %s\n", ts_outcome_item_get_metric (item), ts_outcome_item_get_summary (item));

      for (guint j = 0; j < values->len; j++)
        ts_row_append_json (g_ptr_array_index (values, j), text);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_standing (SessionFixture *fixture,
                   gint64          as_of)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsStanding) standing = NULL;
  GString *text = g_string_new (NULL);

  ts_session_read_standing_async (fixture->session, fixture->assessment_id, as_of, NULL, take_result_cb, &result);
  standing = ts_session_read_standing_finish (fixture->session, wait_for_result (&result), &error);
  g_assert_no_error (error);

  ts_row_append_json (ts_assessment_state_get_assessment (standing->state), text);
  g_string_append_printf (text, "\n%s\n", standing->hash);

  for (guint i = 0; i < standing->checks->len; i++)
    {
      const TsCheck *check = g_ptr_array_index (standing->checks, i);

      g_string_append_printf (text, "%s, %s\n", check->title, check->detail);
    }

  for (guint i = 0; i < standing->sign_offs->len; i++)
    ts_row_append_json (g_ptr_array_index (standing->sign_offs, i), text);

  return g_string_free (text, FALSE);
}

static void
wait_for_outcomes (TsOutcomeList *list,
                   gint64         as_of)
{
  gboolean refreshed = FALSE;
  gulong handler = g_signal_connect_swapped (list, "refreshed", G_CALLBACK (set_true), &refreshed);

  ts_outcome_list_show_as_of (list, as_of);

  while (!refreshed)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (list, handler);
  g_assert_cmpint (ts_outcome_list_get_as_of (list), ==, as_of);
}

/* A list of its own each time, so that nothing is left of an earlier reading. */
static Moment
take_moment (SessionFixture *fixture)
{
  g_autoptr (TsOutcomeList) list = ts_outcome_list_new (fixture->session, fixture->assessment_id);
  g_autoptr (TsHistoryList) history = ts_history_list_new (fixture->session, fixture->assessment_id);
  g_autoptr (TsHistoryItem) last = NULL;
  Moment moment = { 0 };

  while (!ts_outcome_list_get_loaded (list) || g_list_model_get_n_items (G_LIST_MODEL (history)) == 0)
    g_main_context_iteration (NULL, TRUE);

  last = g_list_model_get_item (G_LIST_MODEL (history), 0);
  moment.as_of = ts_history_item_get_sequence (last);
  moment.outcomes = describe_outcomes (list);
  moment.standing = describe_standing (fixture, 0);

  return moment;
}

static void
change_outcome (SessionFixture  *fixture,
                char           **outcome_id)
{
  const TsOutcomeDefinition definition = { .metric = "Life expectancy", .unit = "years", .up_is_better = TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (*outcome_id == NULL)
    {
      ts_session_add_outcome_async (fixture->session, fixture->assessment_id, &definition, take_result_cb, &result);
      change = wait_for_change (fixture->session, &result, &error);
      g_assert_no_error (error);
      *outcome_id = g_strdup (ts_row_get_id (ts_change_find_after (change, TS_ENTITY_OUTCOME)));
    }
  else
    {
      const TsOutcomeCell cells[] = { { TS_OUTCOME_VALUE_ASPIRATION, 2009, TRUE, 80 }, { TS_OUTCOME_VALUE_ACTUAL, 2009, TRUE, 79 } };

      ts_session_set_outcome_cells_async (fixture->session, fixture->assessment_id, *outcome_id, cells, G_N_ELEMENTS (cells), take_result_cb,
                                          &result);
      change = wait_for_change (fixture->session, &result, &error);
      g_assert_no_error (error);
    }
}

static void
move_stage (SessionFixture *fixture,
            TsStage         to)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;

  ts_session_move_stage_async (fixture->session, fixture->assessment_id, to, "A chair", "Chair", "A meeting", "2010-03-03", "A reason",
                               take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
}

/* What the session wrote as the hash of what was decided on is found again. */
static void
assert_signed (SessionFixture *fixture,
               guint           n_sign_offs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (fixture->path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsVerifyReport) report = NULL;

  g_assert_no_error (error);
  report = ts_workbook_verify (workbook, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ts_verify_report_is_clean (report));
  g_assert_cmpuint (report->n_sign_offs, ==, n_sign_offs);
}

/* Outcomes, checklist, records and hash as pages show them in the past are what the same pages showed then. */
static void
test_shows_outcomes_and_sign_off_of_the_past (SessionFixture *fixture,
                                              gconstpointer   data)
{
  g_autoptr (TsOutcomeList) list = ts_outcome_list_new (fixture->session, fixture->assessment_id);
  g_autofree char *outcome_id = NULL;
  Moment moments[7];

  rate (fixture, 1);
  moments[0] = take_moment (fixture);
  change_outcome (fixture, &outcome_id);
  moments[1] = take_moment (fixture);
  change_outcome (fixture, &outcome_id);
  moments[2] = take_moment (fixture);
  move_stage (fixture, TS_STAGE_BOARD_APPROVED);
  moments[3] = take_moment (fixture);
  move_stage (fixture, TS_STAGE_SUBMITTED);
  moments[4] = take_moment (fixture);
  move_stage (fixture, TS_STAGE_DRAFT);
  moments[5] = take_moment (fixture);
  rate (fixture, 3);
  moments[6] = take_moment (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *outcomes = NULL;
      g_autofree char *standing = describe_standing (fixture, moments[i].as_of);

      g_assert_cmpstr (standing, ==, moments[i].standing);
      wait_for_outcomes (list, moments[i].as_of);
      outcomes = describe_outcomes (list);
      g_assert_cmpstr (outcomes, ==, moments[i].outcomes);
      g_assert_false (ts_outcome_list_check_add (list, NULL));
    }

  /* What was there before the first outcome has none, and each moment differs from the next in one of both. */
  g_assert_cmpstr (moments[0].outcomes, ==, "");

  for (guint i = 1; i < G_N_ELEMENTS (moments); i++)
    g_assert_cmpstr (moments[i - 1].standing, !=, moments[i].standing);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    moment_clear (&moments[i]);

  assert_signed (fixture, 3);
}

/* From the very moment at which the past is asked for, and until now is there again. */
static void
test_locks_outcomes_of_the_past (SessionFixture *fixture,
                                 gconstpointer   data)
{
  g_autoptr (TsOutcomeList) list = ts_outcome_list_new (fixture->session, fixture->assessment_id);
  g_autoptr (TsOutcomeItem) item = NULL;
  g_autofree char *outcome_id = NULL;
  Moment moment;

  change_outcome (fixture, &outcome_id);
  moment = take_moment (fixture);

  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != 1)
    g_main_context_iteration (NULL, TRUE);

  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (ts_outcome_item_check_cell (item, TS_OUTCOME_VALUE_ACTUAL, 2009, NULL));

  ts_outcome_list_show_as_of (list, moment.as_of);
  g_assert_false (ts_outcome_item_check_cell (item, TS_OUTCOME_VALUE_ACTUAL, 2009, NULL));
  g_assert_false (ts_outcome_item_check_definition (item, NULL));
  g_assert_false (ts_outcome_item_check_removal (item, NULL));
  g_assert_false (ts_outcome_list_check_add (list, NULL));

  while (ts_outcome_list_get_as_of (list) != moment.as_of)
    g_main_context_iteration (NULL, TRUE);

  ts_outcome_list_show_as_of (list, 0);
  g_assert_false (ts_outcome_item_check_cell (item, TS_OUTCOME_VALUE_ACTUAL, 2009, NULL));

  while (ts_outcome_list_get_as_of (list) != 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (ts_outcome_item_check_cell (item, TS_OUTCOME_VALUE_ACTUAL, 2009, NULL));
  g_assert_true (ts_outcome_list_check_add (list, NULL));
  moment_clear (&moment);
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
  add ("/history/shows-outcomes-and-sign-off-of-the-past", test_shows_outcomes_and_sign_off_of_the_past);
  add ("/history/locks-outcomes-of-the-past", test_locks_outcomes_of_the_past);
  add ("/history/tells-a-move-once", test_tells_a_move_once);

  return g_test_run ();
}
