/* test-comparison-model.c — what the pages that compare show, and that it follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-exchange-error.h"
#include "model/ts-comparison-model.h"
#include "session-fixture.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
take_error (TsComparisonModel  *model,
            GError             *error,
            GError            **place)
{
  *place = g_error_copy (error);
}

static void
wait_for (guint *n,
          guint  wanted)
{
  while (*n < wanted)
    g_main_context_iteration (NULL, TRUE);
}

static int
get_level (TsComparisonModel *model,
           const char        *node)
{
  TsComparison *comparison = ts_comparison_model_get_comparison (model);

  return ts_comparison_get_cell (comparison, 0, 0, TS_LAYER_SELF, (guint) ts_comparison_find_node (comparison, node)).level;
}

static void
rate (SessionFixture *fixture,
      const char     *node,
      int             level)
{
  g_autoptr (TsChange) change = NULL;
  GAsyncResult *result = NULL;

  ts_session_rate_async (fixture->session, fixture->assessment_id, node, level, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, NULL);
  g_assert_nonnull (change);
}

static void
test_follows (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (TsComparisonModel) model = ts_comparison_model_new (fixture->session);
  g_autoptr (TsCompareFilter) filter = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  g_signal_connect_swapped (model, "changed", G_CALLBACK (count), &n);
  g_assert_true (ts_comparison_model_get_busy (model));
  g_assert_null (ts_comparison_model_get_filter (model));
  wait_for (&n, 1);
  g_assert_false (ts_comparison_model_get_busy (model));
  g_assert_cmpint (ts_compare_filter_get_last_year (ts_comparison_model_get_filter (model)), ==, 2009);
  g_assert_cmpint (get_level (model, "5a"), ==, 0);
  sentence = ts_comparison_model_describe (model);
  g_assert_cmpstr (sentence, ==, "All organisations: the boards’ own levels, 2009/10.");

  rate (fixture, "5a", 3);
  wait_for (&n, 2);
  g_assert_cmpint (get_level (model, "5a"), ==, 3);
  rate (fixture, "5b", 1);
  wait_for (&n, 3);
  rate (fixture, "5c", 3);
  wait_for (&n, 4);
  g_assert_cmpint (get_level (model, "5"), ==, 3);

  /* Another rule shows at once. */
  filter = ts_compare_filter_copy (ts_comparison_model_get_filter (model));
  filter->has_rule = TRUE;
  filter->rule = TS_ROLL_UP_MINIMUM;
  ts_comparison_model_set_filter (model, filter);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (get_level (model, "5"), ==, 1);

  /* The same says nothing new. */
  ts_comparison_model_set_filter (model, filter);
  g_assert_cmpuint (n, ==, 5);
  g_assert_false (ts_comparison_model_get_busy (model));
}

/* Of many wishes only the last is answered. */
static void
test_overtaken (SessionFixture *fixture,
                gconstpointer   data)
{
  static const char *const nobody[] = { "nobody", NULL };
  g_autoptr (TsComparisonModel) model = ts_comparison_model_new (fixture->session);
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect_swapped (model, "changed", G_CALLBACK (count), &n);
  g_signal_connect (model, "failed", G_CALLBACK (take_error), &error);

  for (guint i = 0; i < 10; i++)
    {
      ts_compare_filter_set_texts (&filter->organisations, i % 2 == 0 ? nobody : NULL);
      ts_comparison_model_set_filter (model, filter);
    }

  ts_comparison_model_set_needs (model, TS_COMPARE_ALL_YEARS | TS_COMPARE_EVERY_LAYER);
  wait_for (&n, 1);
  g_assert_false (ts_comparison_model_get_busy (model));
  g_assert_cmpuint (ts_comparison_get_n_organisations (ts_comparison_model_get_comparison (model)), ==, 1);
  g_assert_true (ts_comparison_has_layer (ts_comparison_model_get_comparison (model), TS_LAYER_FINAL));

  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (n, ==, 1);
  g_assert_no_error (error);

  /* What fails is told, and what there was stays. */
  filter->peers = TS_PEERS_NEAREST;
  ts_compare_filter_set_text (&filter->peers_of, "nobody");
  ts_comparison_model_set_filter (model, filter);

  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN);
  g_assert_cmpuint (ts_comparison_get_n_organisations (ts_comparison_model_get_comparison (model)), ==, 1);

  ts_comparison_model_reset (model);
  wait_for (&n, 2);
  g_assert_cmpint (ts_comparison_model_get_filter (model)->peers, ==, TS_PEERS_EVERYBODY);
}

/* What has been read for a page is there when one comes back to it, until something else is compared. */
static void
test_kept (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (TsComparisonModel) model = ts_comparison_model_new (fixture->session);
  TsComparison *last_year;
  guint version;
  guint n = 0;

  g_signal_connect_swapped (model, "changed", G_CALLBACK (count), &n);
  wait_for (&n, 1);
  version = ts_comparison_model_get_version (model);
  last_year = ts_comparison_model_get_comparison (model);
  g_assert_null (ts_comparison_model_find_comparison (model, TS_COMPARE_ALL_YEARS));

  ts_comparison_model_set_needs (model, TS_COMPARE_ALL_YEARS | TS_COMPARE_YEAR_BEFORE);
  g_assert_true (ts_comparison_model_get_busy (model));
  wait_for (&n, 2);
  g_assert_nonnull (ts_comparison_model_find_comparison (model, TS_COMPARE_ALL_YEARS));
  g_assert_nonnull (ts_comparison_model_find_comparison (model, TS_COMPARE_YEAR_BEFORE));
  g_assert_true (ts_comparison_model_find_comparison (model, TS_COMPARE_LAST_YEAR) == last_year);
  g_assert_cmpuint (ts_comparison_model_get_version (model), ==, version);

  ts_comparison_model_set_needs (model, TS_COMPARE_LAST_YEAR);
  g_assert_false (ts_comparison_model_get_busy (model));
  g_assert_true (ts_comparison_model_get_comparison (model) == last_year);

  /* Nothing of before the change is shown beside what was read after it. */
  rate (fixture, "5a", 3);
  wait_for (&n, 3);
  g_assert_cmpint (get_level (model, "5a"), ==, 3);
  g_assert_cmpuint (ts_comparison_model_get_version (model), !=, version);
  g_assert_null (ts_comparison_model_find_comparison (model, TS_COMPARE_ALL_YEARS));
}

/* Nobody waits for what nobody wants any more. */
static void
test_dropped (SessionFixture *fixture,
              gconstpointer   data)
{
  TsComparisonModel *model = ts_comparison_model_new (fixture->session);

  g_object_add_weak_pointer (G_OBJECT (model), (gpointer *) &model);
  g_object_unref (model);

  while (model != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/comparison-model/follows", SessionFixture, NULL, session_fixture_set_up, test_follows, session_fixture_tear_down);
  g_test_add ("/model/comparison-model/overtaken", SessionFixture, NULL, session_fixture_set_up, test_overtaken, session_fixture_tear_down);
  g_test_add ("/model/comparison-model/kept", SessionFixture, NULL, session_fixture_set_up, test_kept, session_fixture_tear_down);
  g_test_add ("/model/comparison-model/dropped", SessionFixture, NULL, session_fixture_set_up, test_dropped, session_fixture_tear_down);

  return g_test_run ();
}
