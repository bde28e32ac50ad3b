/* test-gap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-gap.h"
#include "fixture.h"

#include <string.h>

typedef struct
{
  TsFramework *framework;
  TsRow *assessment;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  GPtrArray *previous;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  fixture->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->links = g_ptr_array_new ();
  fixture->previous = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->previous);
  g_ptr_array_unref (fixture->links);
  g_ptr_array_unref (fixture->targets);
  g_ptr_array_unref (fixture->ratings);
  ts_row_unref (fixture->assessment);
  ts_framework_unref (fixture->framework);
}

static void
rate (Fixture    *fixture,
      const char *node_id,
      int         level)
{
  g_ptr_array_add (fixture->ratings, fixture_rating_new (fixture->assessment, node_id, TS_LAYER_SELF, "", level, NULL));
}

static void
rate_last_year (Fixture    *fixture,
                const char *node_id,
                TsLayer     layer,
                int         level)
{
  g_ptr_array_add (fixture->previous, fixture_rating_new (fixture->assessment, node_id, layer, "", level, NULL));
}

static void
aim (Fixture    *fixture,
     const char *node_id,
     int         year,
     int         level)
{
  g_ptr_array_add (fixture->targets, fixture_target_new (fixture->assessment, node_id, year, level));
}

static TsAssessmentState *
derive (Fixture *fixture)
{
  return ts_assessment_state_new (fixture->framework, fixture->assessment, TS_LAYER_SELF, fixture->ratings, fixture->targets,
                                  fixture->links, fixture->framework, fixture->previous);
}

static GArray *
list (Fixture            *fixture,
      TsAssessmentState  *state,
      const char         *section,
      int                 year,
      const TsRollUpRule *rule)
{
  return ts_gap_list (state, ts_framework_find_section (fixture->framework, section), year, rule);
}

static const TsGap *
find (GArray     *gaps,
      const char *node_id)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const TsGap *gap = &g_array_index (gaps, TsGap, i);

      if (g_str_equal (gap->node->id, node_id))
        return gap;
    }

  g_assert_not_reached ();
}

/* Every level, target and level of last year, with the differences spelled out: -9 is none. */
static void
test_differences (void)
{
  static const struct
  {
    int level;
    int target;
    int previous;
    int gap;
    int change;
  } cases[] = {
    { 2, 4, 1, 2, 1 },
    { 2, 3, 2, 1, 0 },
    { 3, 3, 4, 0, -1 },
    { 4, 3, 1, -1, 3 },
    { 4, 1, 4, -3, 0 },
    { 0, 3, 2, -9, -9 },
    { 0, 0, 0, -9, -9 },
    { 2, 0, 1, -9, 1 },
    { 2, 3, 0, 1, -9 },
    { 2, 0, 0, -9, -9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsGap gap = { .level = cases[i].level, .target = cases[i].target, .previous_level = cases[i].previous };
      int difference = -9;

      g_assert_cmpint (ts_gap_get_gap (&gap, &difference), ==, cases[i].gap != -9);
      g_assert_cmpint (difference, ==, cases[i].gap);
      g_assert_cmpint (ts_gap_get_gap (&gap, NULL), ==, cases[i].gap != -9);

      difference = -9;
      g_assert_cmpint (ts_gap_get_change (&gap, &difference), ==, cases[i].change != -9);
      g_assert_cmpint (difference, ==, cases[i].change);
      g_assert_cmpint (ts_gap_get_change (&gap, NULL), ==, cases[i].change != -9);
    }
}

static void
test_everything_is_listed (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char *const competencies[] = { "5", "5a", "5b", "5c", "6", "6a", "6b", "7", "7a", "7b" };
  static const char *const areas[] = { "strategy", "finance" };
  g_autoptr (TsAssessmentState) state = derive (fixture);
  g_autoptr (GArray) gaps = list (fixture, state, "competencies", FIXTURE_YEAR, NULL);
  g_autoptr (GArray) governance = list (fixture, state, "governance", FIXTURE_YEAR, NULL);
  g_autoptr (GArray) outcomes = list (fixture, state, "outcomes", FIXTURE_YEAR, NULL);

  g_assert_cmpuint (gaps->len, ==, G_N_ELEMENTS (competencies));
  g_assert_cmpuint (governance->len, ==, G_N_ELEMENTS (areas));
  g_assert_cmpuint (outcomes->len, ==, 0);

  for (guint i = 0; i < gaps->len; i++)
    {
      const TsGap *gap = &g_array_index (gaps, TsGap, i);

      g_assert_cmpstr (gap->node->id, ==, competencies[i]);
      g_assert_cmpint (gap->level, ==, 0);
      g_assert_cmpint (gap->target, ==, 0);
      g_assert_cmpint (gap->previous_level, ==, 0);
    }

  for (guint i = 0; i < gaps->len; i++)
    {
      const TsGap *gap = &g_array_index (gaps, TsGap, i);
      gboolean is_group = strlen (competencies[i]) == 1;

      g_assert_true (ts_gap_is_numbered (gap));
      g_assert_cmpint (ts_gap_is_in_scope (gap, TS_GAP_SCOPE_GROUPS), ==, is_group);
      g_assert_cmpint (ts_gap_is_in_scope (gap, TS_GAP_SCOPE_CRITERIA), ==, !is_group);
    }

  /* An area without criteria is judged itself. */
  for (guint i = 0; i < governance->len; i++)
    {
      g_assert_false (ts_gap_is_numbered (&g_array_index (governance, TsGap, i)));
      g_assert_true (ts_gap_is_in_scope (&g_array_index (governance, TsGap, i), TS_GAP_SCOPE_GROUPS));
      g_assert_true (ts_gap_is_in_scope (&g_array_index (governance, TsGap, i), TS_GAP_SCOPE_CRITERIA));
    }

  for (guint i = 0; i < governance->len; i++)
    g_assert_cmpstr (g_array_index (governance, TsGap, i).node->id, ==, areas[i]);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = NULL;
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GArray) governance = NULL;

  rate (fixture, "5a", 1);
  rate (fixture, "5b", 3);
  rate (fixture, "5c", 3);
  rate (fixture, "6a", 4);
  rate (fixture, "7", 2);
  rate (fixture, "strategy", 2);
  aim (fixture, "5", FIXTURE_YEAR, 4);
  aim (fixture, "5a", FIXTURE_YEAR, 2);
  aim (fixture, "6", FIXTURE_YEAR, 3);
  aim (fixture, "strategy", FIXTURE_YEAR, 3);
  rate_last_year (fixture, "5", TS_LAYER_FINAL, 2);
  rate_last_year (fixture, "5", TS_LAYER_SELF, 4);
  rate_last_year (fixture, "5a", TS_LAYER_PANEL, 2);
  rate_last_year (fixture, "6a", TS_LAYER_SELF, 3);
  rate_last_year (fixture, "strategy", TS_LAYER_FINAL, 3);
  state = derive (fixture);
  gaps = list (fixture, state, "competencies", FIXTURE_YEAR, NULL);
  governance = list (fixture, state, "governance", FIXTURE_YEAR, NULL);

  /* Rolled up, by the majority. */
  g_assert_cmpint (find (gaps, "5")->level, ==, 3);
  g_assert_cmpint (find (gaps, "5")->target, ==, 4);
  g_assert_cmpint (find (gaps, "5")->previous_level, ==, 2);
  g_assert_cmpint (find (gaps, "5")->previous_layer, ==, TS_LAYER_FINAL);
  g_assert_cmpint (find (gaps, "5a")->level, ==, 1);
  g_assert_cmpint (find (gaps, "5a")->target, ==, 2);
  g_assert_cmpint (find (gaps, "5a")->previous_level, ==, 2);
  g_assert_cmpint (find (gaps, "5a")->previous_layer, ==, TS_LAYER_PANEL);
  g_assert_cmpint (find (gaps, "5b")->target, ==, 0);
  g_assert_cmpint (find (gaps, "5b")->previous_level, ==, 0);

  /* One of its criteria is not rated. */
  g_assert_cmpint (find (gaps, "6")->level, ==, 0);
  g_assert_cmpint (find (gaps, "6")->target, ==, 3);
  g_assert_false (ts_gap_get_gap (find (gaps, "6"), NULL));
  g_assert_cmpint (find (gaps, "6a")->previous_layer, ==, TS_LAYER_SELF);

  /* Stated, without its criteria. */
  g_assert_cmpint (find (gaps, "7")->level, ==, 2);
  g_assert_cmpint (find (gaps, "7a")->level, ==, 0);

  g_assert_cmpint (find (governance, "strategy")->level, ==, 2);
  g_assert_cmpint (find (governance, "strategy")->target, ==, 3);
  g_assert_cmpint (find (governance, "strategy")->previous_level, ==, 3);
}

/* Each year has targets of its own; the levels are this year's whatever year is aimed at. */
static void
test_years (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = NULL;

  rate (fixture, "5a", 1);
  rate_last_year (fixture, "5a", TS_LAYER_SELF, 2);

  for (int i = 0; i < 4; i++)
    aim (fixture, "5a", FIXTURE_YEAR + i, 1 + i);

  /* What is no level of the scale is no target. */
  aim (fixture, "5b", FIXTURE_YEAR + 1, 5);
  aim (fixture, "5b", FIXTURE_YEAR + 2, 0);
  aim (fixture, "8", FIXTURE_YEAR + 1, 3);
  state = derive (fixture);

  for (int i = -1; i <= 4; i++)
    {
      g_autoptr (GArray) gaps = list (fixture, state, "competencies", FIXTURE_YEAR + i, NULL);
      const TsGap *gap = find (gaps, "5a");
      int left = -9;
      int change = -9;

      g_assert_cmpint (gap->target, ==, i >= 0 && i < 4 ? 1 + i : 0);
      g_assert_cmpint (ts_gap_get_gap (gap, &left), ==, i >= 0 && i < 4);
      g_assert_cmpint (left, ==, i >= 0 && i < 4 ? i : -9);
      g_assert_true (ts_gap_get_change (gap, &change));
      g_assert_cmpint (change, ==, -1);
      g_assert_cmpint (find (gaps, "5b")->target, ==, 0);
      g_assert_cmpint (find (gaps, "6")->target, ==, 0);
    }
}

/* Any rule rolls up both years; what was stated is not rolled up at all. */
static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    TsRollUpRule rule;
    int level;
    int previous;
  } cases[] = {
    { TS_ROLL_UP_MINIMUM, 1, 1 },
    { TS_ROLL_UP_MAJORITY, 4, 1 },
    { TS_ROLL_UP_MEAN, 3, 2 },
  };
  g_autoptr (TsAssessmentState) state = NULL;
  g_autoptr (GArray) own = NULL;

  rate (fixture, "5a", 1);
  rate (fixture, "5b", 4);
  rate (fixture, "5c", 4);
  rate (fixture, "7", 2);
  rate (fixture, "7a", 4);
  rate (fixture, "7b", 4);
  rate_last_year (fixture, "5a", TS_LAYER_SELF, 1);
  rate_last_year (fixture, "5b", TS_LAYER_SELF, 1);
  rate_last_year (fixture, "5c", TS_LAYER_SELF, 4);
  rate_last_year (fixture, "7", TS_LAYER_SELF, 3);
  state = derive (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) gaps = list (fixture, state, "competencies", FIXTURE_YEAR, &cases[i].rule);

      g_assert_cmpint (find (gaps, "5")->level, ==, cases[i].level);
      g_assert_cmpint (find (gaps, "5")->previous_level, ==, cases[i].previous);
      g_assert_cmpint (find (gaps, "5a")->level, ==, 1);
      g_assert_cmpint (find (gaps, "6")->level, ==, 0);
      g_assert_cmpint (find (gaps, "7")->level, ==, 2);
      g_assert_cmpint (find (gaps, "7")->previous_level, ==, 3);
    }

  own = list (fixture, state, "competencies", FIXTURE_YEAR, NULL);
  g_assert_cmpint (find (own, "5")->level, ==, 4);
  g_assert_cmpint (find (own, "5")->previous_level, ==, 1);
}

/* For the assessment's own year and the sections' own rules, the list says what the state says. */
static void
test_agrees_with_the_state (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const nodes[] = { "5", "5a", "5b", "5c", "6", "6a", "6b", "7", "7a", "7b" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (TsAssessmentState) state = NULL;
      g_autoptr (GArray) gaps = NULL;

      g_ptr_array_set_size (fixture->ratings, 0);
      g_ptr_array_set_size (fixture->targets, 0);
      g_ptr_array_set_size (fixture->previous, 0);

      for (guint i = 0; i < 12; i++)
        {
          const TsLayer layers[] = { TS_LAYER_SELF, TS_LAYER_PANEL, TS_LAYER_FINAL, TS_LAYER_DESK };

          rate (fixture, nodes[g_rand_int_range (random, 0, G_N_ELEMENTS (nodes))], g_rand_int_range (random, 0, 6));
          aim (fixture, nodes[g_rand_int_range (random, 0, G_N_ELEMENTS (nodes))], FIXTURE_YEAR + (i % 3 == 0),
               g_rand_int_range (random, 1, 5));
          rate_last_year (fixture, nodes[g_rand_int_range (random, 0, G_N_ELEMENTS (nodes))],
                          layers[g_rand_int_range (random, 0, G_N_ELEMENTS (layers))], g_rand_int_range (random, 0, 6));
        }

      state = derive (fixture);
      gaps = list (fixture, state, "competencies", FIXTURE_YEAR, NULL);

      for (guint i = 0; i < gaps->len; i++)
        {
          const TsGap *gap = &g_array_index (gaps, TsGap, i);
          const TsNodeState *node = ts_assessment_state_find (state, gap->node->id);

          g_assert_cmpint (gap->level, ==, node->level);
          g_assert_cmpint (gap->target, ==, node->target);
          g_assert_cmpint (gap->previous_level, ==, node->previous_level);

          if (gap->previous_level != 0)
            g_assert_cmpint (gap->previous_layer, ==, node->previous_layer);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/core/gap/" path, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/core/gap/differences", test_differences);
  ADD ("everything-is-listed", test_everything_is_listed);
  ADD ("values", test_values);
  ADD ("years", test_years);
  ADD ("rules", test_rules);
  ADD ("agrees-with-the-state", test_agrees_with_the_state);

  return g_test_run ();
}
