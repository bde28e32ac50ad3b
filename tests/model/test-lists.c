/* test-lists.c — lists that follow a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-assessment-list.h"
#include "model/ts-organisation-list.h"
#include "session-fixture.h"

static void
wait_for_n_items (GListModel *list,
                  guint       n_items)
{
  while (g_list_model_get_n_items (list) != n_items)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_items_changed (GListModel *list,
                     guint       position,
                     guint       removed,
                     guint       added,
                     guint      *n_times)
{
  (*n_times)++;
}

static void
test_assessments (SessionFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (TsAssessmentList) list = ts_assessment_list_new (fixture->session);
  g_autofree char *ashby = NULL;
  g_autofree char *later = NULL;
  g_autoptr (TsAssessmentItem) first = NULL;
  g_autoptr (TsAssessmentItem) last = NULL;

  g_assert_false (ts_assessment_list_get_loaded (list));
  wait_for_n_items (G_LIST_MODEL (list), 1);
  g_assert_true (ts_assessment_list_get_loaded (list));

  ashby = begin_assessment (fixture->session, "ZZ2", "Ashby PCT", "wcc-year-1", 2008);
  wait_for_n_items (G_LIST_MODEL (list), 2);

  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (ts_assessment_item_get_organisation_name (first), ==, "Ashby PCT");
  g_assert_cmpstr (ts_assessment_item_get_year_label (first), ==, "2008/09");
  g_assert_cmpstr (ts_assessment_item_get_stage_title (first), ==, "Draft");
  g_assert_true (ts_assessment_list_find (list, ashby) == first);
  g_assert_true (ts_assessment_item_is_latest (first));
  last = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_false (ts_assessment_item_is_latest (last));
  g_assert_null (ts_assessment_list_find (list, "nothing"));
}

static void
test_organisations (SessionFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (TsOrganisationList) list = ts_organisation_list_new (fixture->session);
  g_autofree char *ashby = NULL;
  g_autoptr (TsOrganisationItem) first = NULL;
  GAsyncResult *result = NULL;
  guint n_times = 0;

  ashby = begin_assessment (fixture->session, "ZZ2", "Ashby PCT", "wcc-year-1", 2008);
  wait_for_n_items (G_LIST_MODEL (list), 2);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (ts_organisation_item_get_code (first), ==, "ZZ2");
  g_assert_cmpstr (ts_organisation_item_get_kind_title (first), ==, "Primary care trust");

  /* A rating is no reason to read organisations again. */
  g_signal_connect (list, "items-changed", G_CALLBACK (count_items_changed), &n_times);
  ts_session_rate_async (fixture->session, ashby, "1a", 2, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, NULL));
  ts_session_undo_async (fixture->session, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, NULL));
  g_assert_cmpuint (n_times, ==, 0);

  ts_session_undo_async (fixture->session, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, NULL));
  wait_for_n_items (G_LIST_MODEL (list), 1);
}

#define SESSION_TEST(path, function) \
  g_test_add (path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/model/lists/assessments", test_assessments);
  SESSION_TEST ("/model/lists/organisations", test_organisations);

  return g_test_run ();
}
