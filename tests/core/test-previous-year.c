/* test-previous-year.c: what an assessment's state knows of the year before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-assessment-state.h"
#include "core/ts-framework-builder.h"
#include "fixture.h"

typedef struct
{
  TsFramework *framework;
  TsRow *assessment;
  GPtrArray *nothing;
  GPtrArray *previous;
  TsAssessmentState *state;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  fixture->nothing = g_ptr_array_new ();
  fixture->previous = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->state = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->state, ts_assessment_state_unref);
  g_ptr_array_unref (fixture->previous);
  g_ptr_array_unref (fixture->nothing);
  ts_row_unref (fixture->assessment);
  ts_framework_unref (fixture->framework);
}

static void
rate (Fixture    *fixture,
      const char *node_id,
      TsLayer     layer,
      int         level)
{
  const char *assessor = layer == TS_LAYER_REVIEWER ? "A" : "";

  g_ptr_array_add (fixture->previous, fixture_rating_new (fixture->assessment, node_id, layer, assessor, level, NULL));
}

static void
derive (Fixture     *fixture,
        TsFramework *previous_framework)
{
  g_clear_pointer (&fixture->state, ts_assessment_state_unref);
  fixture->state = ts_assessment_state_new (fixture->framework, fixture->assessment, TS_LAYER_SELF, fixture->nothing,
                                            fixture->nothing, fixture->nothing, previous_framework, fixture->previous);
}

/* Every set of layers that can have spoken; each layer's level is its number, the most settled one's is looked for. */
static void
test_most_settled_layer (Fixture       *fixture,
                         gconstpointer  data)
{
  static const int levels[TS_N_LAYERS] = {
    [TS_LAYER_SELF] = 4,
    [TS_LAYER_DESK] = 2,
    [TS_LAYER_REVIEWER] = 2,
    [TS_LAYER_PANEL] = 3,
    [TS_LAYER_FINAL] = 1,
  };

  for (guint mask = 0; mask < 1 << TS_N_LAYERS; mask++)
    {
      const TsNodeState *state;

      g_ptr_array_set_size (fixture->previous, 0);

      for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
        {
          if (mask & (1 << layer))
            rate (fixture, "5b", layer, levels[layer]);
        }

      derive (fixture, fixture->framework);
      state = ts_assessment_state_find (fixture->state, "5b");

      if (mask & (1 << TS_LAYER_FINAL))
        {
          g_assert_cmpint (state->previous_level, ==, levels[TS_LAYER_FINAL]);
          g_assert_cmpint (state->previous_layer, ==, TS_LAYER_FINAL);
        }
      else if (mask & (1 << TS_LAYER_PANEL))
        {
          g_assert_cmpint (state->previous_level, ==, levels[TS_LAYER_PANEL]);
          g_assert_cmpint (state->previous_layer, ==, TS_LAYER_PANEL);
        }
      else if (mask & (1 << TS_LAYER_SELF))
        {
          g_assert_cmpint (state->previous_level, ==, levels[TS_LAYER_SELF]);
          g_assert_cmpint (state->previous_layer, ==, TS_LAYER_SELF);
        }
      else
        {
          g_assert_cmpint (state->previous_level, ==, 0);
        }

      /* Last year's level is not this year's. */
      g_assert_cmpint (state->level, ==, 0);
      g_assert_cmpint (state->basis, ==, TS_BASIS_NONE);
    }
}

/* Each node has its own most settled layer: where the panel left one out, the board's own word is what there is. */
static void
test_each_node_for_itself (Fixture       *fixture,
                           gconstpointer  data)
{
  rate (fixture, "5a", TS_LAYER_SELF, 4);
  rate (fixture, "5b", TS_LAYER_SELF, 4);
  rate (fixture, "5b", TS_LAYER_PANEL, 2);
  derive (fixture, fixture->framework);

  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5a")->previous_level, ==, 4);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5a")->previous_layer, ==, TS_LAYER_SELF);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5b")->previous_level, ==, 2);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5b")->previous_layer, ==, TS_LAYER_PANEL);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5c")->previous_level, ==, 0);
}

/* A group's level of last year is rolled up within one layer and by last year's rule, or was stated. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TsFramework) by_minimum = fixture_framework_new (TS_ROLL_UP_MINIMUM);

  rate (fixture, "5a", TS_LAYER_SELF, 1);
  rate (fixture, "5b", TS_LAYER_SELF, 3);
  rate (fixture, "5c", TS_LAYER_SELF, 3);
  rate (fixture, "5a", TS_LAYER_PANEL, 2);
  rate (fixture, "6", TS_LAYER_FINAL, 2);
  rate (fixture, "7a", TS_LAYER_FINAL, 2);

  derive (fixture, fixture->framework);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5")->previous_level, ==, 3);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5")->previous_layer, ==, TS_LAYER_SELF);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "6")->previous_level, ==, 2);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "6")->previous_layer, ==, TS_LAYER_FINAL);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "7")->previous_level, ==, 0);

  derive (fixture, by_minimum);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5")->previous_level, ==, 1);
}

/* Frameworks differ from year to year: what only one of them has is passed over. */
static void
test_other_framework (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const descriptors[] = { "One", "Two", "Three", "Four", NULL };
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new ("older", "first", "Older", 2008, "", "");
  g_autoptr (TsFramework) older = NULL;
  TsScale *scale = ts_scale_new ("maturity", TS_SCALE_LEVELS);

  for (guint i = 0; i < 4; i++)
    ts_scale_add_level (scale, descriptors[i], descriptors[i], TS_MEANING_MIDDLE);

  ts_framework_builder_add_scale (builder, scale);
  ts_framework_builder_add_graded_section (builder, "competencies", "Competencies", scale, TS_ROLL_UP_MINIMUM);
  ts_framework_builder_add_group (builder, "5", "Know", NULL, NULL, NULL, NULL, NULL);
  ts_framework_builder_add_criterion (builder, "5a", "Skills", "", descriptors, "");
  ts_framework_builder_add_criterion (builder, "5x", "Gone since", "", descriptors, "");
  older = ts_framework_builder_end (builder);

  rate (fixture, "5a", TS_LAYER_FINAL, 3);
  rate (fixture, "5x", TS_LAYER_FINAL, 2);
  rate (fixture, "5b", TS_LAYER_FINAL, 4);
  derive (fixture, older);

  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5a")->previous_level, ==, 3);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5")->previous_level, ==, 2);
  g_assert_cmpint (ts_assessment_state_find (fixture->state, "5b")->previous_level, ==, 0);
  g_assert_null (ts_assessment_state_find (fixture->state, "5x"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/core/previous-year/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("most-settled-layer", test_most_settled_layer);
  ADD ("each-node-for-itself", test_each_node_for_itself);
  ADD ("groups", test_groups);
  ADD ("other-framework", test_other_framework);
#undef ADD
  return g_test_run ();
}
