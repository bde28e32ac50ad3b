/* test-review.c — rounds, interests, sealed scores, consensus and what follows, through a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review-fixture.h"

#include "core/ts-error.h"

#define SESSION    fixture->base.session
#define ASSESSMENT fixture->base.assessment_id

static void
expect_label (ReviewFixture  *fixture,
              GAsyncResult  **result,
              const char     *label)
{
  g_autofree char *found = finish_change (SESSION, result);

  g_assert_cmpstr (found, ==, label);
}

static void
test_round (ReviewFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Tester");
  const TsRoundSnapshot *round = ts_review_model_get_round (model);
  const TsRoundPanel *panel;

  g_assert_cmpuint (round->rounds->len, ==, 1);
  g_assert_cmpuint (round->choices->len, ==, 0);
  g_assert_cmpstr (ts_row_get_text (round->round, TS_REVIEW_ROUND_TITLE), ==, "Assurance 2009/10");
  g_assert_cmpuint (round->assessments->len, ==, 1);
  g_assert_cmpuint (round->panels->len, ==, 1);
  panel = g_ptr_array_index (round->panels, 0);
  g_assert_cmpuint (panel->members->len, ==, 4);
  g_assert_cmpstr (((TsRoundMember *) g_ptr_array_index (panel->members, 0))->role, ==, "chair");
  g_assert_cmpuint (panel->assessments->len, ==, 1);
  g_assert_cmpuint (((TsRoundAssessment *) g_ptr_array_index (round->assessments, 0))->n_clinicians, ==, 1);
  g_assert_cmpstr (ts_review_model_get_assessment_id (model), ==, ASSESSMENT);
}

/* Taken off and given out again by itself, and off the round as a whole. */
static void
test_assigning (ReviewFixture *fixture,
                gconstpointer  data)
{
  const char *none[] = { NULL };
  GAsyncResult *result = NULL;

  ts_session_assign_async (SESSION, fixture->panel_id, ASSESSMENT, FALSE, take_result_cb, &result);
  expect_label (fixture, &result, "Assessments given to panels");
  ts_session_assign_evenly_async (SESSION, fixture->round_id, take_result_cb, &result);
  expect_label (fixture, &result, "Assessments given to panels");
  ts_session_assign_evenly_async (SESSION, fixture->round_id, take_result_cb, &result);
  expect_label (fixture, &result, NULL);
  ts_session_set_round_assessments_async (SESSION, fixture->round_id, none, take_result_cb, &result);
  expect_label (fixture, &result, "Assessments of “Assurance 2009/10”");

  {
    g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Tester");
    const TsRoundSnapshot *round = ts_review_model_get_round (model);

    g_assert_cmpuint (round->assessments->len, ==, 0);
    g_assert_cmpuint (round->others->len, ==, 1);
    g_assert_cmpuint (((TsRoundPanel *) g_ptr_array_index (round->panels, 0))->assessments->len, ==, 0);
    g_assert_null (ts_review_model_get_review (model));
  }

  ts_session_remove_panel_async (SESSION, fixture->panel_id, take_result_cb, &result);
  expect_label (fixture, &result, "Panel “Panel 1” removed");
  ts_session_assign_evenly_async (SESSION, fixture->round_id, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);
}

static const char *
read_begins (const ReviewFixture *fixture,
             TsReviewModel       *model)
{
  const TsRoundPanel *panel = ts_round_snapshot_find_panel (ts_review_model_get_round (model), fixture->panel_id);

  return ts_round_panel_get_begins (panel, g_ptr_array_index (panel->assessments, 0));
}

/* The time of the panel's day, which goes when it is taken from the panel. */
static void
test_begins (ReviewFixture *fixture,
             gconstpointer  data)
{
  GAsyncResult *result = NULL;

  ts_session_set_begins_async (SESSION, fixture->panel_id, ASSESSMENT, "24:00", take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);
  ts_session_set_begins_async (SESSION, fixture->panel_id, ASSESSMENT, "10:20", take_result_cb, &result);
  expect_label (fixture, &result, "On the panel’s day at 10:20");

  {
    g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Tester");

    g_assert_cmpstr (read_begins (fixture, model), ==, "10:20");
  }

  ts_session_assign_async (SESSION, fixture->panel_id, ASSESSMENT, TRUE, take_result_cb, &result);
  expect_label (fixture, &result, NULL);
  ts_session_set_begins_async (SESSION, fixture->panel_id, ASSESSMENT, NULL, take_result_cb, &result);
  expect_label (fixture, &result, "No time on the panel’s day");

  {
    g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Tester");

    g_assert_null (read_begins (fixture, model));
  }

  ts_session_set_begins_async (SESSION, fixture->panel_id, ASSESSMENT, "10:20", take_result_cb, &result);
  expect_label (fixture, &result, "On the panel’s day at 10:20");
  ts_session_assign_async (SESSION, fixture->panel_id, ASSESSMENT, FALSE, take_result_cb, &result);
  expect_label (fixture, &result, "Assessments given to panels");
  ts_session_assign_async (SESSION, fixture->panel_id, ASSESSMENT, TRUE, take_result_cb, &result);
  expect_label (fixture, &result, "Assessments given to panels");

  {
    g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Tester");

    g_assert_null (read_begins (fixture, model));
  }
}

/* A panel's assessments stand in the order of its day, then by name, and what has no time last. */
static void
test_order (ReviewFixture *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *code;
    const char *name;
    const char *begins;
  } more[] = {
    { "M1", "Ash PCT", NULL },
    { "M2", "Beech PCT", "11:30" },
    { "M3", "Cedar PCT", "09:00" },
    { "M4", "Zelkova PCT", "09:00" },
  };
  static const char *const expected[] = { "Cedar PCT", "Zelkova PCT", "Beech PCT", "Ash PCT", "Testmoor PCT" };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TsReviewModel) model = NULL;
  const TsRoundPanel *panel;
  GAsyncResult *result = NULL;

  g_ptr_array_add (ids, g_strdup (ASSESSMENT));

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    g_ptr_array_add (ids, begin_assessment (SESSION, more[i].code, more[i].name, "wcc-year-2", 2009));

  g_ptr_array_add (ids, NULL);
  ts_session_set_round_assessments_async (SESSION, fixture->round_id, (const char *const *) ids->pdata, take_result_cb, &result);
  g_free (finish_change (SESSION, &result));

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      const char *id = g_ptr_array_index (ids, i + 1);

      ts_session_assign_async (SESSION, fixture->panel_id, id, TRUE, take_result_cb, &result);
      g_free (finish_change (SESSION, &result));

      if (more[i].begins == NULL)
        continue;

      ts_session_set_begins_async (SESSION, fixture->panel_id, id, more[i].begins, take_result_cb, &result);
      g_free (finish_change (SESSION, &result));
    }

  model = review_fixture_read (fixture, "Tester");
  panel = ts_round_snapshot_find_panel (ts_review_model_get_round (model), fixture->panel_id);
  g_assert_cmpuint (panel->assessments->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((TsRoundAssessment *) g_ptr_array_index (panel->assessments, i))->name, ==, expected[i]);
}

/* Until something is decided, neither sight nor score; nobody clears themselves; the last clinician is missed. */
static void
test_conflict (ReviewFixture *fixture,
               gconstpointer  data)
{
  const TsScore score = { .level = 2 };
  GAsyncResult *result = NULL;
  g_autofree char *person_id = NULL;

  review_fixture_declare (fixture, "Clinician");

  {
    g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Clinician");
    const TsRoundSnapshot *round = ts_review_model_get_round (model);
    const TsReviewSnapshot *review = ts_review_model_get_review (model);

    g_assert_false (ts_review_snapshot_lets_in (review));
    g_assert_null (review->submission);
    g_assert_cmpuint (review->ratings->len, ==, 0);
    g_assert_cmpuint (ts_round_snapshot_count_undecided (round), ==, 1);
    g_assert_cmpuint (((TsRoundAssessment *) g_ptr_array_index (round->assessments, 0))->n_clinicians, ==, 0);
    person_id = g_strdup (((TsRoundConflict *) g_ptr_array_index (round->conflicts, 0))->person_id);
  }

  ts_session_score_async (SESSION, ASSESSMENT, "5a", TS_SCORE_LEVEL, &score, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_LOCKED);
  ts_session_decide_conflict_async (SESSION, ASSESSMENT, person_id, TS_CONFLICT_CLEARED, "It is nothing", take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);

  ts_session_set_person (SESSION, "Chair", NULL);
  ts_session_decide_conflict_async (SESSION, ASSESSMENT, person_id, TS_CONFLICT_CLEARED, NULL, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);
  ts_session_decide_conflict_async (SESSION, ASSESSMENT, person_id, TS_CONFLICT_STAYS, NULL, take_result_cb, &result);
  expect_label (fixture, &result, "Conflict of Clinician: Stays without scoring");

  {
    g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Clinician");

    g_assert_true (ts_review_snapshot_lets_in (ts_review_model_get_review (model)));
    g_assert_cmpuint (ts_round_snapshot_count_undecided (ts_review_model_get_round (model)), ==, 0);
  }

  ts_session_score_async (SESSION, ASSESSMENT, "5a", TS_SCORE_LEVEL, &score, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_LOCKED);
  ts_session_set_person (SESSION, "Chair", NULL);
  ts_session_decide_conflict_async (SESSION, ASSESSMENT, person_id, TS_CONFLICT_CLEARED, "Left ten years ago", take_result_cb, &result);
  g_free (finish_change (SESSION, &result));
  review_fixture_score (fixture, "Clinician", "5a", 2);
}

/* How many reviewers' scores somebody sees, and how many count for the median of 5a. */
static void
expect_sight (ReviewFixture *fixture,
              const char    *reader,
              guint          n_seen,
              guint          n_counted)
{
  g_autoptr (TsReviewModel) model = review_fixture_read (fixture, reader);
  const TsReviewSnapshot *review = ts_review_model_get_review (model);
  guint n_found = 0;

  for (guint i = 0; i < review->ratings->len; i++)
    n_found += g_strcmp0 (ts_row_get_text (g_ptr_array_index (review->ratings, i), TS_RATING_LAYER), "reviewer") == 0;

  g_assert_cmpuint (n_found, ==, n_seen);
  g_assert_cmpuint (ts_review_snapshot_find_item (review, "5a")->scores->len, ==, n_counted);
}

/* What one sees of the others: nothing, until all have sealed. */
static void
test_sealing (ReviewFixture *fixture,
              gconstpointer  data)
{
  static const char *const names[] = { "Chair", "Clinician", "Peer", "Lay" };
  const TsScore score = { .level = 1 };
  GAsyncResult *result = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    review_fixture_score (fixture, names[i], "5a", 1 + (int) i % 3);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        expect_sight (fixture, names[j], 1, 0);

      expect_sight (fixture, "Tester", 0, 0);
      review_fixture_seal (fixture, names[i]);
    }

  expect_sight (fixture, "Tester", 4, 4);
  expect_sight (fixture, "Lay", 4, 4);

  ts_session_set_person (SESSION, "Lay", NULL);
  ts_session_score_async (SESSION, ASSESSMENT, "5a", TS_SCORE_LEVEL, &score, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_LOCKED);
  ts_session_unseal_async (SESSION, ASSESSMENT, " ", take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);
  ts_session_unseal_async (SESSION, ASSESSMENT, "A slip of the pen", take_result_cb, &result);
  expect_label (fixture, &result, "Scores of Lay unsealed");
  expect_sight (fixture, "Tester", 0, 0);
  expect_sight (fixture, "Lay", 1, 0);
}

static void
test_open_early (ReviewFixture *fixture,
                 gconstpointer  data)
{
  GAsyncResult *result = NULL;

  review_fixture_score (fixture, "Chair", "5a", 2);
  review_fixture_score (fixture, "Peer", "5a", 3);
  review_fixture_seal (fixture, "Chair");
  ts_session_set_person (SESSION, "Peer", NULL);
  ts_session_open_early_async (SESSION, ASSESSMENT, "We must go on", take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);
  ts_session_set_person (SESSION, "Chair", NULL);
  ts_session_open_early_async (SESSION, ASSESSMENT, "We must go on", take_result_cb, &result);
  expect_label (fixture, &result, "Sealed scores opened early");

  /* What is not sealed stays closed. */
  expect_sight (fixture, "Tester", 1, 1);
  expect_sight (fixture, "Peer", 2, 1);
}

static void
test_consensus (ReviewFixture *fixture,
                gconstpointer  data)
{
  static const char *const names[] = { "Chair", "Clinician", "Peer", "Lay" };
  const TsEnquiryNote question = { .question = "Which decisions changed?", .addressee = "The board" };
  GAsyncResult *result = NULL;
  g_autofree char *enquiry_id = ts_enquiry_row_id (ASSESSMENT, 1);

  ts_session_judge_at_desk_async (SESSION, ASSESSMENT, "5a", 2, "Thin", take_result_cb, &result);
  g_free (finish_change (SESSION, &result));
  ts_session_enquire_async (SESSION, ASSESSMENT, "5a", NULL, &question, take_result_cb, &result);
  expect_label (fixture, &result, "5a: new enquiry");
  ts_session_agree_async (SESSION, ASSESSMENT, "5a", 2, NULL, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_LOCKED);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      review_fixture_score (fixture, names[i], "5a", i == 3 ? 1 : 2 + (int) i % 2);
      review_fixture_seal (fixture, names[i]);
    }

  /* 1 2 2 3: the median is 2. */
  ts_session_agree_async (SESSION, ASSESSMENT, "5a", 3, NULL, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);
  ts_session_agree_async (SESSION, ASSESSMENT, "5a", 2, NULL, take_result_cb, &result);
  expect_label (fixture, &result, "5a, Panel: 2");
  ts_session_dissent_async (SESSION, ASSESSMENT, "5a", "Lay", 1, "Nobody had seen it", take_result_cb, &result);
  expect_label (fixture, &result, "5a: Lay does not agree");
  ts_session_answer_enquiry_async (SESSION, enquiry_id, "Two of them", take_result_cb, &result);
  expect_label (fixture, &result, "5a: enquiry answered");
  ts_session_adjust_async (SESSION, ASSESSMENT, "5a", 3, NULL, take_result_cb, &result);
  expect_refusal (SESSION, &result, TS_RULE_ERROR_INVALID);
  ts_session_adjust_async (SESSION, ASSESSMENT, "5a", 3, "Panel 1 is severe", take_result_cb, &result);
  expect_label (fixture, &result, "5a, Final: 3");
  ts_session_write_report_async (SESSION, ASSESSMENT, "impression", "A board that knows itself.", take_result_cb, &result);
  g_free (finish_change (SESSION, &result));

  {
    g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Tester");
    const TsReviewSnapshot *review = ts_review_model_get_review (model);
    const TsAgendaItem *item = g_ptr_array_index (review->agenda, 0);

    g_assert_cmpstr (item->node->id, ==, "5a");
    g_assert_cmpint (ts_agenda_item_get_spread (item), ==, 2);
    g_assert_cmpfloat (item->median, ==, 2);
    g_assert_cmpint (item->self, ==, 3);
    g_assert_cmpint (item->desk, ==, 2);
    g_assert_cmpuint (item->n_dissents, ==, 1);
    g_assert_cmpuint (item->n_answered, ==, 1);
    g_assert_cmpuint (review->n_agreed, ==, 1);
    g_assert_cmpint (ts_review_snapshot_get_level (review, "5a", TS_LAYER_PANEL), ==, 2);
    g_assert_cmpint (ts_review_snapshot_get_level (review, "5a", TS_LAYER_FINAL), ==, 3);
    g_assert_cmpstr (g_hash_table_lookup (review->texts, "impression"), ==, "A board that knows itself.");
  }
}

/* When somebody else takes over, nothing is left of what the one before saw, not for one turn of the loop. */
static void
test_taking_over (ReviewFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (TsReviewModel) model = NULL;

  review_fixture_score (fixture, "Lay", "5a", 4);
  model = review_fixture_read (fixture, "Lay");
  g_assert_nonnull (ts_review_snapshot_find_my_score (ts_review_model_get_review (model), "5a"));

  ts_session_set_person (SESSION, "Peer", NULL);
  g_assert_null (ts_review_model_get_review (model));

  while (ts_review_model_get_busy (model))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (ts_review_model_get_review (model)->n_scored, ==, 0);
  g_assert_cmpstr (ts_review_model_get_review (model)->sight->reader, ==, "Peer");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/model/review/" path, ReviewFixture, NULL, review_fixture_set_up, function, review_fixture_tear_down)
  ADD ("round", test_round);
  ADD ("assigning", test_assigning);
  ADD ("begins", test_begins);
  ADD ("order", test_order);
  ADD ("conflict", test_conflict);
  ADD ("sealing", test_sealing);
  ADD ("open-early", test_open_early);
  ADD ("consensus", test_consensus);
  ADD ("taking-over", test_taking_over);
#undef ADD
  return g_test_run ();
}
