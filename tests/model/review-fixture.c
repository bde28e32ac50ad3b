/* review-fixture.c — a round with a panel in a session's workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review-fixture.h"

#include "core/ts-error.h"
#include "model/ts-standing.h"

char *
finish_change (TsSession     *session,
               GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = wait_for_change (session, result, &error);

  g_assert_no_error (error);

  return change != NULL ? g_strdup (ts_change_get_label (change)) : NULL;
}

void
expect_refusal (TsSession     *session,
                GAsyncResult **result,
                int            code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = wait_for_change (session, result, &error);

  g_assert_null (change);
  g_assert_error (error, TS_RULE_ERROR, code);
}

/* One move. */
void
move_stage_on (TsSession  *session,
               const char *assessment_id,
               TsStage     to)
{
  GAsyncResult *result = NULL;
  g_autofree char *label = NULL;

  ts_session_move_stage_async (session, assessment_id, to, "Ann Board", "Chair", "Board", "2010-03-01", "Asked for by a test", take_result_cb, &result);
  label = finish_change (session, &result);
}

/* Stage by stage; each move needs what it needs. */
void
move_stage (TsSession  *session,
            const char *assessment_id,
            TsStage     stage)
{
  for (TsStage to = TS_STAGE_BOARD_APPROVED; to <= stage; to++)
    move_stage_on (session, assessment_id, to);
}

void
review_fixture_set_up (ReviewFixture *fixture,
                       gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *role;
  } members[] = { { "Chair", "chair" }, { "Clinician", "clinician" }, { "Peer", "peer" }, { "Lay", "lay" } };
  const TsPanelDefinition panel = { "Panel 1", "2010-05-14", NULL };
  const TsRoundDefinition round = { NULL };
  g_autoptr (TsReviewModel) model = NULL;
  g_autofree char *framework_id = NULL;
  GAsyncResult *result = NULL;

  session_fixture_set_up (&fixture->base, NULL);
  ts_session_rate_async (fixture->base.session, fixture->base.assessment_id, "5a", 3, take_result_cb, &result);
  g_free (finish_change (fixture->base.session, &result));
  move_stage (fixture->base.session, fixture->base.assessment_id, TS_STAGE_DESK_REVIEW);

  model = review_fixture_read (fixture, "Tester");
  framework_id = g_strdup (((TsRoundChoice *) g_ptr_array_index (ts_review_model_get_round (model)->choices, 0))->framework_id);
  ts_session_define_round_async (fixture->base.session, framework_id, 2009, &round, TRUE, take_result_cb, &result);
  g_free (finish_change (fixture->base.session, &result));
  fixture->round_id = ts_round_row_id (framework_id, 2009);

  ts_session_define_panel_async (fixture->base.session, fixture->round_id, NULL, &panel, take_result_cb, &result);
  g_free (finish_change (fixture->base.session, &result));
  fixture->panel_id = ts_panel_row_id (fixture->round_id, 1);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      ts_session_seat_member_async (fixture->base.session, fixture->panel_id, members[i].name, members[i].role, take_result_cb, &result);
      g_free (finish_change (fixture->base.session, &result));
    }

  ts_session_assign_async (fixture->base.session, fixture->panel_id, fixture->base.assessment_id, TRUE, take_result_cb, &result);
  g_free (finish_change (fixture->base.session, &result));
}

void
review_fixture_tear_down (ReviewFixture *fixture,
                          gconstpointer  data)
{
  g_free (fixture->round_id);
  g_free (fixture->panel_id);
  session_fixture_tear_down (&fixture->base, NULL);
}

void
review_fixture_score (ReviewFixture *fixture,
                      const char    *name,
                      const char    *node_id,
                      int            level)
{
  const TsScore score = { .level = level };
  GAsyncResult *result = NULL;

  ts_session_set_person (fixture->base.session, name, NULL);
  ts_session_score_async (fixture->base.session, fixture->base.assessment_id, node_id, TS_SCORE_LEVEL, &score, take_result_cb, &result);
  g_free (finish_change (fixture->base.session, &result));
}

void
review_fixture_seal (ReviewFixture *fixture,
                     const char    *name)
{
  GAsyncResult *result = NULL;

  ts_session_set_person (fixture->base.session, name, NULL);
  ts_session_seal_async (fixture->base.session, fixture->base.assessment_id, take_result_cb, &result);
  g_free (finish_change (fixture->base.session, &result));
}

/* An interest of the fixture's organisation. */
void
review_fixture_declare (ReviewFixture *fixture,
                        const char    *name)
{
  const TsInterestDeclaration declaration = { .role = "employee", .valid_from = "2005-01-01" };
  g_autoptr (TsReviewModel) model = review_fixture_read (fixture, "Tester");
  const TsReviewSnapshot *review = ts_review_model_get_review (model);
  GAsyncResult *result = NULL;

  ts_session_declare_interest_async (fixture->base.session, NULL, ts_row_get_text (review->assessment, TS_ASSESSMENT_ORGANISATION), name,
                                     &declaration, take_result_cb, &result);
  g_free (finish_change (fixture->base.session, &result));
}

/* What somebody sees now. */
TsReviewModel *
review_fixture_read (ReviewFixture *fixture,
                     const char    *name)
{
  TsReviewModel *model;

  ts_session_set_person (fixture->base.session, name, NULL);
  model = ts_review_model_new (fixture->base.session);

  while (ts_review_model_get_busy (model))
    g_main_context_iteration (NULL, TRUE);

  return model;
}
