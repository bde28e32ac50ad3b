/* test-gap-items.c: the list of gaps follows its assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-gap-item-list.h"
#include "session-fixture.h"

typedef struct
{
  SessionFixture session;
  TsAssessmentModel *model;
  TsGapItemList *list;
  guint n_replaced; /* how often items were others */
  guint n_changed;
} Fixture;

static void
count (guint *counter)
{
  (*counter)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  session_fixture_set_up (&fixture->session, NULL);
  fixture->model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  fixture->list = ts_gap_item_list_new ();
  fixture->n_replaced = 0;
  fixture->n_changed = 0;
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (count), &fixture->n_replaced);
  g_signal_connect_swapped (fixture->list, "changed", G_CALLBACK (count), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->model);
  session_fixture_tear_down (&fixture->session, NULL);
}

static guint
count_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
aim (Fixture    *fixture,
     const char *node_id,
     int         year,
     int         level)
{
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  guint before = fixture->n_changed;

  ts_session_aim_async (fixture->session.session, fixture->session.assessment_id, node_id, year, level, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);

  while (fixture->n_changed == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_scopes (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *section;
    TsGapScope scope;
    guint n_items;
  } cases[] = {
    { "competencies", TS_GAP_SCOPE_GROUPS, 11 },
    { "competencies", TS_GAP_SCOPE_CRITERIA, 33 },
    { "governance", TS_GAP_SCOPE_GROUPS, 3 },
    { "governance", TS_GAP_SCOPE_CRITERIA, 16 },
    { "outcomes", TS_GAP_SCOPE_GROUPS, 0 },
    { "nothing", TS_GAP_SCOPE_GROUPS, 0 },
    { NULL, TS_GAP_SCOPE_CRITERIA, 0 },
  };

  g_assert_cmpuint (count_items (fixture), ==, 0);
  ts_gap_item_list_set_model (fixture->list, fixture->model);
  ts_gap_item_list_show (fixture->list, "competencies", TS_GAP_SCOPE_GROUPS, 2009);
  g_assert_cmpuint (count_items (fixture), ==, 0);
  wait_until_loaded (fixture->model);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ts_gap_item_list_show (fixture->list, cases[i].section, cases[i].scope, 2009);
      g_assert_cmpuint (count_items (fixture), ==, cases[i].n_items);

      for (guint j = 0; j < cases[i].n_items; j++)
        {
          g_autoptr (TsGapItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), j);

          g_assert_cmpuint (ts_gap_item_get_position (item), ==, j);
          g_assert_true (ts_gap_item_get_model (item) == fixture->model);
          g_assert_cmpint (ts_gap_item_get_target_year (item), ==, 2009);
        }
    }

  ts_gap_item_list_show (fixture->list, "competencies", TS_GAP_SCOPE_GROUPS, 2009);
  ts_gap_item_list_set_model (fixture->list, NULL);
  g_assert_cmpuint (count_items (fixture), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), 0));
}

/* What an item says changes; the item stays, so that the focus of whoever edits it stays too. */
static void
test_items_stay (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TsGapItem) item = NULL;
  g_autoptr (TsGapItem) after = NULL;
  guint n_revisions = 0;
  gulong handler;

  ts_gap_item_list_set_model (fixture->list, fixture->model);
  ts_gap_item_list_show (fixture->list, "competencies", TS_GAP_SCOPE_GROUPS, 2009);
  wait_until_loaded (fixture->model);
  g_assert_cmpuint (fixture->n_replaced, ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 4);
  handler = g_signal_connect_swapped (item, "notify::revision", G_CALLBACK (count), &n_revisions);

  aim (fixture, "5", 2009, 3);
  g_assert_cmpint (ts_gap_item_get_gap (item)->target, ==, 3);
  g_assert_cmpuint (n_revisions, >, 0);

  aim (fixture, "5", 2010, 4);
  g_assert_cmpint (ts_gap_item_get_gap (item)->target, ==, 3);
  ts_gap_item_list_show (fixture->list, "competencies", TS_GAP_SCOPE_GROUPS, 2010);
  g_assert_cmpint (ts_gap_item_get_gap (item)->target, ==, 4);
  g_assert_cmpint (ts_gap_item_get_target_year (item), ==, 2010);

  after = g_list_model_get_item (G_LIST_MODEL (fixture->list), 4);
  g_assert_true (item == after);
  g_assert_cmpuint (fixture->n_replaced, ==, 1);
  g_signal_handler_disconnect (item, handler);

  /* Asked for the same, nothing is told. */
  n_revisions = fixture->n_changed;
  ts_gap_item_list_show (fixture->list, "competencies", TS_GAP_SCOPE_GROUPS, 2010);
  g_assert_cmpuint (fixture->n_changed, ==, n_revisions);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/model/gap-items/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("scopes", test_scopes);
  ADD ("items-stay", test_items_stay);

  return g_test_run ();
}
