/* test-agenda.c — the median, the agenda, and the levels after the board's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-agenda.h"
#include "core/ts-error.h"
#include "core/ts-review-rate.h"
#include "core/ts-stage.h"
#include "fixture.h"

#include <string.h>

static void
test_median (void)
{
  static const struct
  {
    int levels[5];
    guint n;
    double median;
    int start;
    const char *free; /* levels that need no reason */
  } cases[] = {
    { { 0 }, 0, 0, 0, "" },
    { { 3 }, 1, 3, 3, "3" },
    { { 4, 1 }, 2, 2.5, 2, "23" },
    { { 3, 2 }, 2, 2.5, 2, "23" },
    { { 1, 2, 2, 3, 3 }, 5, 2, 2, "2" },
    { { 4, 4, 1, 4, 1 }, 5, 4, 4, "4" },
    { { 1, 1, 3, 3 }, 4, 2, 2, "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double median = ts_median (cases[i].levels, cases[i].n);

      g_assert_cmpfloat (median, ==, cases[i].median);
      g_assert_cmpint (ts_median_get_start (median), ==, cases[i].start);

      for (int level = 1; level <= 4; level++)
        g_assert_cmpint (ts_median_needs_reason (median, level), ==, strchr (cases[i].free, '0' + level) == NULL);
    }
}

static void
add (GPtrArray  *ratings,
     TsRow      *assessment,
     const char *node,
     TsLayer     layer,
     const char *assessor,
     int         level)
{
  g_ptr_array_add (ratings, fixture_rating_new (assessment, node, layer, assessor, level, NULL));
}

static void
test_order (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_PANEL);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  const TsAgendaMaterial material = { framework, ratings, NULL, NULL };
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GString) order = g_string_new (NULL);
  TsAgendaItem *item;

  /* 5a agreed and as claimed; 5b agreed and below the claim; 5c one apart; strategy two apart. */
  for (guint i = 0; i < 3; i++)
    {
      const char *names[] = { "ada", "ben", "cleo" };

      add (ratings, assessment, "5a", TS_LAYER_REVIEWER, names[i], 3);
      add (ratings, assessment, "5b", TS_LAYER_REVIEWER, names[i], 2);
      add (ratings, assessment, "5c", TS_LAYER_REVIEWER, names[i], i == 0 ? 2 : 3);
      add (ratings, assessment, "strategy", TS_LAYER_REVIEWER, names[i], (int) i + 1);
    }

  add (ratings, assessment, "5a", TS_LAYER_SELF, "", 3);
  add (ratings, assessment, "5b", TS_LAYER_SELF, "", 4);
  add (ratings, assessment, "5b", TS_LAYER_DESK, "", 3);
  add (ratings, assessment, "5b", TS_LAYER_PANEL, "", 2);

  items = ts_agenda_new (&material);

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (order, "%s ", ((TsAgendaItem *) g_ptr_array_index (items, i))->node->id);

  g_assert_cmpstr (order->str, ==, "strategy 5c 5b 5a ");
  item = g_ptr_array_index (items, 2);
  g_assert_cmpint (item->self, ==, 4);
  g_assert_cmpint (item->desk, ==, 3);
  g_assert_nonnull (item->panel);
  g_assert_cmpuint (item->scores->len, ==, 3);
  g_assert_cmpint (ts_agenda_item_get_spread (item), ==, 0);

  for (guint i = 4; i < items->len; i++)
    {
      item = g_ptr_array_index (items, i);
      g_assert_cmpuint (item->scores->len, ==, 0);
      g_assert_cmpfloat (item->median, ==, 0);
    }
}

static void
test_panel_needs_a_reason (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_PANEL);
  static const struct
  {
    double median;
    int level;
    const char *reason;
    gboolean allowed;
  } cases[] = {
    { 2, 2, NULL, TRUE },
    { 2, 3, NULL, FALSE },
    { 2, 3, " ", FALSE },
    { 2, 3, "The board showed the model", TRUE },
    { 2.5, 3, NULL, TRUE },
    { 0, 3, NULL, FALSE },
    { 0, 3, "Scored on the day", TRUE },
    { 2, 9, "No such level", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_change_agree (assessment, framework, "5a", NULL, cases[i].median, cases[i].level, cases[i].reason, &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (change != NULL, ==, cases[i].allowed);
      g_assert_cmpint (error == NULL, ==, cases[i].allowed);
    }
}

static void
test_scoring (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_PANEL);
  const TsScore score = { 3, TS_CONFIDENCE_HIGH, "Because", "Analysts of their own", NULL };
  const TsScore nothing = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (TsChange) cleared = NULL;
  TsRow *rating;

  for (TsConflictState state = TS_CONFLICT_NONE; state <= TS_CONFLICT_CLEARED; state++)
    {
      g_autoptr (TsChange) tried = ts_change_score (assessment, framework, "5a", "ada", NULL, state, NULL, NULL, &score, NULL);

      g_assert_cmpint (tried != NULL, ==, ts_conflict_state_may_score (state));
    }

  change = ts_change_score (assessment, framework, "5a", "ada", NULL, TS_CONFLICT_NONE, NULL, NULL, &score, &error);
  g_assert_no_error (error);
  rating = ts_change_get_row (change, 0)->after;
  g_assert_cmpstr (ts_row_get_text (rating, TS_RATING_CONFIDENCE), ==, "high");
  g_assert_cmpstr (ts_row_get_text (rating, TS_RATING_STRENGTHS), ==, "Analysts of their own");
  g_assert_false (ts_row_has (rating, TS_RATING_DEVELOPMENT));

  cleared = ts_change_score (assessment, framework, "5a", "ada", rating, TS_CONFLICT_NONE, NULL, NULL, &nothing, &error);
  g_assert_no_error (error);
  g_assert_null (ts_change_get_row (cleared, 0)->after);
}

static void
test_adjusting (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_MODERATED);
  g_autoptr (TsRow) final = fixture_assessment_new (TS_STAGE_FINAL);
  g_autoptr (TsChange) same = ts_change_adjust (assessment, framework, "5a", NULL, 2, 2, NULL, NULL);
  g_autoptr (TsChange) bare = ts_change_adjust (assessment, framework, "5a", NULL, 2, 3, NULL, NULL);
  g_autoptr (TsChange) reasoned = ts_change_adjust (assessment, framework, "5a", NULL, 2, 3, "Panel 3 scored low", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (same);
  g_assert_null (bare);
  g_assert_nonnull (reasoned);
  g_assert_null (ts_change_adjust (final, framework, "5a", NULL, 2, 3, "Too late", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/agenda/median", test_median);
  g_test_add_func ("/core/agenda/order", test_order);
  g_test_add_func ("/core/agenda/panel-needs-a-reason", test_panel_needs_a_reason);
  g_test_add_func ("/core/agenda/scoring", test_scoring);
  g_test_add_func ("/core/agenda/adjusting", test_adjusting);
  return g_test_run ();
}
