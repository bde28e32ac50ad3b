/* test-assessment-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-assessment-progress.h"
#include "core/ts-assessment-state.h"
#include "core/ts-attach.h"
#include "fixture.h"

typedef struct
{
  TsFramework *framework;
  TsRow *assessment;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  TsAssessmentState *state;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  fixture->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->links = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->state = NULL;
}

/* The state outlives whatever it was made of. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->links);
  g_ptr_array_unref (fixture->targets);
  g_ptr_array_unref (fixture->ratings);
  ts_row_unref (fixture->assessment);
  ts_framework_unref (fixture->framework);

  if (fixture->state != NULL)
    {
      g_assert_nonnull (ts_assessment_state_find (fixture->state, "5b"));
      ts_assessment_state_unref (fixture->state);
    }
}

static void
rate_as (Fixture    *fixture,
         const char *node_id,
         TsLayer     layer,
         const char *assessor,
         int         level,
         const char *rationale)
{
  g_ptr_array_add (fixture->ratings, fixture_rating_new (fixture->assessment, node_id, layer, assessor, level, rationale));
}

static void
rate (Fixture    *fixture,
      const char *node_id,
      int         level,
      const char *rationale)
{
  rate_as (fixture, node_id, TS_LAYER_SELF, "", level, rationale);
}

static void
aim (Fixture    *fixture,
     const char *node_id,
     int         level)
{
  g_ptr_array_add (fixture->targets, fixture_target_new (fixture->assessment, node_id, FIXTURE_YEAR, level));
}

static void
attach (Fixture    *fixture,
        const char *node_id)
{
  g_autofree char *id = g_strdup_printf ("evidence-%u", fixture->links->len);
  g_autoptr (TsRow) evidence = fixture_file_new (id, "Paper");

  g_ptr_array_add (fixture->links, ts_evidence_link_new (evidence, fixture->assessment, node_id));
}

static void
derive (Fixture *fixture)
{
  g_clear_pointer (&fixture->state, ts_assessment_state_unref);
  fixture->state = ts_assessment_state_new (fixture->framework, fixture->assessment, TS_LAYER_SELF, fixture->ratings,
                                            fixture->targets, fixture->links, NULL, NULL);
}

static const TsNodeState *
find (Fixture    *fixture,
      const char *node_id)
{
  const TsNodeState *state = ts_assessment_state_find (fixture->state, node_id);

  g_assert_nonnull (state);
  g_assert_cmpstr (state->node->id, ==, node_id);

  return state;
}

static const TsSection *
section (Fixture    *fixture,
         const char *id)
{
  return ts_framework_find_section (fixture->framework, id);
}

/* --- Criteria and groups ------------------------------------------------------------------------------------------- */

static void
test_nothing_rated (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const nodes[] = { "5", "5a", "5b", "5c", "6", "6a", "6b", "7", "7a", "7b", "strategy", "finance" };

  derive (fixture);
  g_assert_true (ts_assessment_state_get_framework (fixture->state) == fixture->framework);
  g_assert_true (ts_assessment_state_get_assessment (fixture->state) == fixture->assessment);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      const TsNodeState *state = find (fixture, nodes[i]);

      g_assert_cmpint (state->level, ==, 0);
      g_assert_cmpint (state->basis, ==, TS_BASIS_NONE);
      g_assert_cmpint (state->missing, ==, TS_MISSING_LEVEL);
      g_assert_null (state->rating);
      g_assert_null (state->target_row);
      g_assert_cmpuint (state->n_evidence, ==, 0);
      g_assert_cmpint (state->target, ==, 0);
      g_assert_cmpint (state->previous_level, ==, 0);
      g_assert_cmpuint (state->n_parts, ==, state->node->criteria->len > 0 ? state->node->criteria->len : 1);
      g_assert_cmpuint (state->n_rated, ==, 0);
      g_assert_cmpuint (state->n_ready, ==, 0);
    }

  g_assert_null (ts_assessment_state_find (fixture->state, "8"));
  g_assert_null (ts_assessment_state_find (fixture->state, "life"));
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  /* Level, rationale and evidence of one criterion, and what it then misses. */
  static const struct
  {
    int level;
    const char *rationale;
    gboolean attached;
    TsMissing missing;
    TsBasis basis;
  } cases[] = {
    { 0, NULL, FALSE, TS_MISSING_LEVEL, TS_BASIS_NONE },
    { 0, "why", FALSE, TS_MISSING_LEVEL, TS_BASIS_NONE },
    { 0, NULL, TRUE, TS_MISSING_LEVEL, TS_BASIS_NONE },
    { 0, "why", TRUE, TS_MISSING_LEVEL, TS_BASIS_NONE },
    { 3, NULL, FALSE, TS_MISSING_RATIONALE | TS_MISSING_EVIDENCE, TS_BASIS_RATED },
    { 3, "why", FALSE, TS_MISSING_EVIDENCE, TS_BASIS_RATED },
    { 3, NULL, TRUE, TS_MISSING_RATIONALE, TS_BASIS_RATED },
    { 3, "why", TRUE, TS_MISSING_NOTHING, TS_BASIS_RATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsNodeState *state;

      g_ptr_array_set_size (fixture->ratings, 0);
      g_ptr_array_set_size (fixture->links, 0);

      if (cases[i].level != 0 || cases[i].rationale != NULL)
        rate (fixture, "5b", cases[i].level, cases[i].rationale);

      if (cases[i].attached)
        attach (fixture, "5b");

      derive (fixture);
      state = find (fixture, "5b");
      g_assert_cmpint (state->level, ==, cases[i].level);
      g_assert_cmpint (state->basis, ==, cases[i].basis);
      g_assert_cmpint (state->missing, ==, cases[i].missing);
      g_assert_cmpuint (state->n_rated, ==, cases[i].level != 0);
      g_assert_cmpuint (state->n_ready, ==, cases[i].missing == TS_MISSING_NOTHING);
      g_assert_cmpint (find (fixture, "5")->missing, ==, cases[i].missing | TS_MISSING_LEVEL);
    }
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  /* Levels of 5a, 5b, 5c and of 5 itself, and where 5 then stands under the majority. */
  static const struct
  {
    int a, b, c, stated;
    int level;
    TsBasis basis;
    guint n_rated;
  } cases[] = {
    { 0, 0, 0, 0, 0, TS_BASIS_NONE, 0 },
    { 3, 0, 0, 0, 0, TS_BASIS_INCOMPLETE, 1 },
    { 3, 3, 0, 0, 0, TS_BASIS_INCOMPLETE, 2 },
    { 3, 3, 1, 0, 3, TS_BASIS_ROLLED_UP, 3 },
    { 1, 2, 4, 0, 2, TS_BASIS_ROLLED_UP, 3 },
    { 0, 0, 0, 4, 4, TS_BASIS_STATED, 0 },
    { 3, 0, 0, 4, 4, TS_BASIS_STATED, 1 },
    { 3, 3, 1, 1, 1, TS_BASIS_STATED, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int levels[] = { cases[i].a, cases[i].b, cases[i].c };
      const TsNodeState *state;

      g_ptr_array_set_size (fixture->ratings, 0);
      rate (fixture, "5a", cases[i].a, NULL);
      rate (fixture, "5b", cases[i].b, NULL);
      rate (fixture, "5c", cases[i].c, NULL);
      rate (fixture, "5", cases[i].stated, NULL);
      derive (fixture);

      state = find (fixture, "5");
      g_assert_cmpint (state->level, ==, cases[i].level);
      g_assert_cmpint (state->basis, ==, cases[i].basis);
      g_assert_cmpuint (state->n_parts, ==, 3);
      g_assert_cmpuint (state->n_rated, ==, cases[i].n_rated);

      /* What the criteria would give is there to be seen, whatever is stated. */
      for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
        g_assert_cmpint (ts_assessment_state_roll_up (fixture->state, state->node, rule), ==, ts_roll_up (rule, levels, 3));
    }
}

static void
test_framework_rule_counts (void)
{
  static const int expected[TS_N_ROLL_UP_RULES] = { 1, 1, 2 };

  for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
    {
      g_autoptr (TsFramework) framework = fixture_framework_new (rule);
      g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_DRAFT);
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
      g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
      g_autoptr (TsAssessmentState) state = NULL;

      g_ptr_array_add (ratings, fixture_rating_new (assessment, "5a", TS_LAYER_SELF, "", 1, NULL));
      g_ptr_array_add (ratings, fixture_rating_new (assessment, "5b", TS_LAYER_SELF, "", 1, NULL));
      g_ptr_array_add (ratings, fixture_rating_new (assessment, "5c", TS_LAYER_SELF, "", 4, NULL));
      state = ts_assessment_state_new (framework, assessment, TS_LAYER_SELF, ratings, nothing, nothing, NULL, NULL);
      g_assert_cmpint (ts_assessment_state_find (state, "5")->level, ==, expected[rule]);
    }
}

static void
test_group_without_criteria (Fixture       *fixture,
                             gconstpointer  data)
{
  const TsNodeState *state;

  rate (fixture, "strategy", 2, "why");
  attach (fixture, "strategy");
  attach (fixture, "strategy");
  derive (fixture);

  state = find (fixture, "strategy");
  g_assert_cmpint (state->level, ==, 2);
  g_assert_cmpint (state->basis, ==, TS_BASIS_STATED);
  g_assert_cmpint (state->missing, ==, TS_MISSING_NOTHING);
  g_assert_cmpuint (state->n_evidence, ==, 2);
  g_assert_cmpuint (state->n_parts, ==, 1);
  g_assert_cmpuint (state->n_rated, ==, 1);
  g_assert_cmpuint (state->n_ready, ==, 1);
  g_assert_cmpint (ts_assessment_state_roll_up (fixture->state, state->node, TS_ROLL_UP_MINIMUM), ==, 0);
}

/* --- Which rows count ---------------------------------------------------------------------------------------------- */

static void
test_layers_stay_apart (Fixture       *fixture,
                        gconstpointer  data)
{
  rate_as (fixture, "5b", TS_LAYER_SELF, "", 4, NULL);
  rate_as (fixture, "5b", TS_LAYER_PANEL, "", 2, NULL);

  for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
    {
      g_autoptr (TsAssessmentState) state = ts_assessment_state_new (fixture->framework, fixture->assessment, layer,
                                                                     fixture->ratings, fixture->targets, fixture->links,
                                                                     NULL, NULL);

      g_assert_cmpint (ts_assessment_state_find (state, "5b")->level, ==,
                       layer == TS_LAYER_SELF ? 4 : layer == TS_LAYER_PANEL ? 2
                                                                            : 0);
    }
}

/* In whatever order the rows come, the body's own rating counts. */
static void
test_named_assessor_beside_the_own (Fixture       *fixture,
                                    gconstpointer  data)
{
  for (guint own = 0; own < 3; own++)
    {
      g_ptr_array_set_size (fixture->ratings, 0);

      for (guint i = 0; i < 3; i++)
        rate_as (fixture, "5b", TS_LAYER_SELF, i == own ? "" : i == 0 ? "A"
                                                                      : "B",
                 i == own ? 3 : 1, NULL);

      derive (fixture);
      g_assert_cmpint (find (fixture, "5b")->level, ==, 3);
      g_assert_true (find (fixture, "5b")->rating == g_ptr_array_index (fixture->ratings, own));
    }
}

/* While the body's own says nothing yet, there is a rating all the same. */
static void
test_named_assessor_alone (Fixture       *fixture,
                           gconstpointer  data)
{
  rate_as (fixture, "5b", TS_LAYER_SELF, "A", 2, NULL);
  derive (fixture);
  g_assert_cmpint (find (fixture, "5b")->level, ==, 2);
}

static void
test_unknown_nodes_are_passed_over (Fixture       *fixture,
                                    gconstpointer  data)
{
  TsProgress progress;

  rate (fixture, "99z", 3, "why");
  rate (fixture, "", 3, "why");
  rate (fixture, "life", 3, "why");
  aim (fixture, "99", 3);
  attach (fixture, "99z");
  derive (fixture);

  g_assert_null (ts_assessment_state_find (fixture->state, "99z"));
  progress = ts_assessment_state_get_progress (fixture->state, section (fixture, "competencies"));
  g_assert_cmpuint (progress.n_rated, ==, 0);
  g_assert_cmpuint (progress.n_criteria, ==, FIXTURE_N_CRITERIA);
  g_assert_cmpuint (progress.n_groups_with_target, ==, 0);
}

static void
test_levels_off_the_scale (Fixture       *fixture,
                           gconstpointer  data)
{
  static const gint64 levels[] = { -1, 5, 9, G_MAXINT, G_MAXINT64, G_MININT64, (G_GINT64_CONSTANT (1) << 32) + 3 };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_ptr_array_set_size (fixture->ratings, 0);
      g_ptr_array_set_size (fixture->targets, 0);
      rate (fixture, "5b", 1, "why");
      aim (fixture, "5", 1);
      ts_row_set_integer (g_ptr_array_index (fixture->ratings, 0), TS_RATING_LEVEL, levels[i]);
      ts_row_set_integer (g_ptr_array_index (fixture->targets, 0), TS_TARGET_LEVEL, levels[i]);
      derive (fixture);

      g_assert_cmpint (find (fixture, "5b")->level, ==, 0);
      g_assert_cmpint (find (fixture, "5b")->missing, ==, TS_MISSING_LEVEL);
      g_assert_nonnull (find (fixture, "5b")->rating);
      g_assert_cmpint (find (fixture, "5")->target, ==, 0);
    }
}

static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  aim (fixture, "5", 3);
  g_ptr_array_add (fixture->targets, fixture_target_new (fixture->assessment, "5", FIXTURE_YEAR + 1, 4));
  g_ptr_array_add (fixture->targets, fixture_target_new (fixture->assessment, "6", FIXTURE_YEAR - 1, 4));
  derive (fixture);

  g_assert_cmpint (find (fixture, "5")->target, ==, 3);
  g_assert_true (find (fixture, "5")->target_row == g_ptr_array_index (fixture->targets, 0));
  g_assert_cmpint (find (fixture, "6")->target, ==, 0);
  g_assert_null (find (fixture, "6")->target_row);
}

/* --- Progress ------------------------------------------------------------------------------------------------------ */

static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  TsProgress progress;

  /* 5 is complete, 6 stated above an incomplete pair, 7 half rated. */
  rate (fixture, "5a", 2, "why");
  rate (fixture, "5b", 3, "why");
  rate (fixture, "5c", 3, NULL);
  rate (fixture, "6", 2, NULL);
  rate (fixture, "6a", 1, NULL);
  rate (fixture, "7a", 4, "why");
  attach (fixture, "5a");
  attach (fixture, "5a");
  attach (fixture, "5c");
  aim (fixture, "5", 3);
  aim (fixture, "6", 3);
  aim (fixture, "7", 1);
  rate (fixture, "strategy", 3, NULL);
  derive (fixture);

  progress = ts_assessment_state_get_progress (fixture->state, section (fixture, "competencies"));
  g_assert_cmpuint (progress.n_criteria, ==, 7);
  g_assert_cmpuint (progress.n_rated, ==, 5);
  g_assert_cmpuint (progress.n_ready, ==, 1);
  g_assert_cmpuint (progress.n_without_rationale, ==, 2);
  g_assert_cmpuint (progress.n_without_evidence, ==, 3);
  g_assert_cmpuint (progress.n_groups, ==, 3);
  g_assert_cmpuint (progress.n_groups_with_level, ==, 2);
  g_assert_cmpuint (progress.n_groups_with_target, ==, 3);
  g_assert_cmpuint (progress.n_groups_on_target, ==, 1);

  progress = ts_assessment_state_get_progress (fixture->state, section (fixture, "governance"));
  g_assert_cmpuint (progress.n_criteria, ==, 2);
  g_assert_cmpuint (progress.n_rated, ==, 1);
  g_assert_cmpuint (progress.n_without_rationale, ==, 1);
  g_assert_cmpuint (progress.n_groups_with_level, ==, 1);

  progress = ts_assessment_state_get_progress (fixture->state, section (fixture, "outcomes"));
  g_assert_cmpuint (progress.n_criteria, ==, 0);
  g_assert_cmpuint (progress.n_groups, ==, 0);
}

/* Whatever is rated, no count contradicts another. */
static void
test_progress_adds_up (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const nodes[] = { "5", "5a", "5b", "5c", "6", "6a", "6b", "7", "7a", "7b" };

  for (guint round = 0; round < 300; round++)
    {
      TsProgress progress;

      g_ptr_array_set_size (fixture->ratings, 0);
      g_ptr_array_set_size (fixture->links, 0);
      g_ptr_array_set_size (fixture->targets, 0);

      for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
        {
          if (g_test_rand_bit ())
            rate (fixture, nodes[i], g_test_rand_int_range (0, 5), g_test_rand_bit () ? "why" : NULL);

          if (g_test_rand_bit ())
            attach (fixture, nodes[i]);

          if (g_test_rand_bit ())
            aim (fixture, nodes[i], g_test_rand_int_range (1, 5));
        }

      derive (fixture);
      progress = ts_assessment_state_get_progress (fixture->state, section (fixture, "competencies"));
      g_assert_cmpuint (progress.n_criteria, ==, FIXTURE_N_CRITERIA);
      g_assert_cmpuint (progress.n_rated, <=, progress.n_criteria);
      g_assert_cmpuint (progress.n_ready + MAX (progress.n_without_rationale, progress.n_without_evidence), <=, progress.n_rated);
      g_assert_cmpuint (progress.n_ready + progress.n_without_rationale + progress.n_without_evidence, >=, progress.n_rated);
      g_assert_cmpuint (progress.n_groups_on_target, <=, MIN (progress.n_groups_with_level, progress.n_groups_with_target));

      for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
        {
          const TsNodeState *state = find (fixture, nodes[i]);

          g_assert_cmpuint (state->n_ready, <=, state->n_rated);
          g_assert_cmpuint (state->n_rated, <=, state->n_parts);
          g_assert_cmpint ((state->missing & TS_MISSING_LEVEL) != 0, ==, state->n_rated < state->n_parts);
          g_assert_cmpint (state->missing == TS_MISSING_NOTHING, ==, state->n_ready == state->n_parts);
          g_assert_cmpint (state->level == 0, ==, state->basis == TS_BASIS_NONE || state->basis == TS_BASIS_INCOMPLETE);
        }
    }
}

/* --- What is weak, and what is next -------------------------------------------------------------------------------- */

static void
assert_weakest (Fixture    *fixture,
                guint       n_most,
                const char *expected)
{
  g_autoptr (GPtrArray) weakest =
    ts_assessment_state_list_weakest (fixture->state, section (fixture, "competencies"), n_most);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < weakest->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((const TsNodeState *) g_ptr_array_index (weakest, i))->node->id);

  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_weakest (Fixture       *fixture,
              gconstpointer  data)
{
  /* Levels and targets of 5, 6 and 7, and the order of weakness. */
  static const struct
  {
    int levels[3];
    int targets[3];
    const char *expected;
  } cases[] = {
    { { 0, 0, 0 }, { 0, 0, 0 }, "" },
    { { 3, 1, 2 }, { 0, 0, 0 }, "6 7 5" },
    { { 2, 2, 2 }, { 0, 0, 0 }, "5 6 7" },
    { { 2, 2, 2 }, { 2, 4, 3 }, "6 7 5" },
    { { 2, 2, 2 }, { 0, 0, 3 }, "7 5 6" },
    { { 2, 2, 2 }, { 1, 0, 0 }, "6 7 5" },
    { { 2, 1, 2 }, { 4, 1, 3 }, "6 5 7" },
    { { 4, 3, 4 }, { 0, 0, 0 }, "6" },
    { { 4, 4, 4 }, { 4, 4, 4 }, "" },
    { { 0, 3, 0 }, { 4, 4, 4 }, "6" },
  };
  static const char *const groups[] = { "5", "6", "7" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_ptr_array_set_size (fixture->ratings, 0);
      g_ptr_array_set_size (fixture->targets, 0);

      for (guint j = 0; j < G_N_ELEMENTS (groups); j++)
        {
          rate (fixture, groups[j], cases[i].levels[j], NULL);

          if (cases[i].targets[j] != 0)
            aim (fixture, groups[j], cases[i].targets[j]);
        }

      derive (fixture);
      assert_weakest (fixture, 3, cases[i].expected);
      assert_weakest (fixture, G_MAXUINT, cases[i].expected);
    }
}

static void
test_weakest_at_most (Fixture       *fixture,
                      gconstpointer  data)
{
  rate (fixture, "5", 3, NULL);
  rate (fixture, "6", 1, NULL);
  rate (fixture, "7", 2, NULL);
  derive (fixture);

  assert_weakest (fixture, 0, "");
  assert_weakest (fixture, 1, "6");
  assert_weakest (fixture, 2, "6 7");
}

static char *
describe_next_steps (Fixture    *fixture,
                     const char *section_id)
{
  static const char *const names[] = { "confirm", "rate", "explain", "attach", "aim" };
  g_autoptr (GArray) steps = ts_assessment_state_list_next_steps (fixture->state, section (fixture, section_id));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const TsNextStep *step = &g_array_index (steps, TsNextStep, i);

      g_string_append_printf (text, "%s%s %s+%u", i > 0 ? ", " : "", names[step->kind], step->first->id, step->n_nodes);
    }

  return g_string_free (text, FALSE);
}

static void
assert_next_steps (Fixture    *fixture,
                   const char *section_id,
                   const char *expected)
{
  g_autofree char *steps = NULL;

  derive (fixture);
  steps = describe_next_steps (fixture, section_id);
  g_assert_cmpstr (steps, ==, expected);
}

static void
test_next_steps (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const criteria[] = { "5a", "5b", "5c", "6a", "6b", "7a", "7b" };

  assert_next_steps (fixture, "competencies", "rate 5a+7, aim 5+3");
  assert_next_steps (fixture, "governance", "rate strategy+2, aim strategy+2");
  assert_next_steps (fixture, "outcomes", "");

  rate (fixture, "5a", 2, NULL);
  rate (fixture, "6b", 2, "why");
  attach (fixture, "5a");
  aim (fixture, "5", 3);
  assert_next_steps (fixture, "competencies", "rate 5b+5, explain 5a+1, attach 6b+1, aim 6+2");

  /* A level stated on the group does not rate its criteria. */
  rate (fixture, "5", 4, "why");
  assert_next_steps (fixture, "competencies", "rate 5b+5, explain 5a+1, attach 6b+1, aim 6+2");

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      rate (fixture, criteria[i], 2, "why");
      attach (fixture, criteria[i]);
    }

  aim (fixture, "6", 3);
  assert_next_steps (fixture, "competencies", "aim 7+1");
  aim (fixture, "7", 3);
  assert_next_steps (fixture, "competencies", "");
}

/* --- Carried forward, and stale ------------------------------------------------------------------------------------ */

static void
carry (Fixture    *fixture,
       const char *node_id,
       int         level,
       const char *rationale)
{
  TsRow *rating = fixture_rating_new (fixture->assessment, node_id, TS_LAYER_SELF, "", level, rationale);

  ts_row_set_text (rating, TS_RATING_CARRIED, "last year's");
  g_ptr_array_add (fixture->ratings, rating);
}

static void
carry_link (Fixture    *fixture,
            const char *node_id)
{
  attach (fixture, node_id);
  ts_row_set_text (g_ptr_array_index (fixture->links, fixture->links->len - 1), TS_EVIDENCE_LINK_CARRIED, "last year's");
}

static void
test_carried (Fixture       *fixture,
              gconstpointer  data)
{
  /* A rating and a link of 5b: 'c' carried, 'k' kept as this year's, '-' none. */
  static const struct
  {
    char rating;
    int kept;
    char link;
    int level;
    int carried_level;
    TsMissing missing;
    guint n_evidence;
    guint n_carried_evidence;
  } cases[] = {
    { 'c', 3, '-', 0, 3, TS_MISSING_CONFIRMATION, 0, 0 },
    { 'c', 3, 'c', 0, 3, TS_MISSING_CONFIRMATION, 0, 1 },
    { 'c', 3, 'k', 0, 3, TS_MISSING_CONFIRMATION, 1, 0 },
    { 'c', 0, 'c', 0, 0, TS_MISSING_CONFIRMATION | TS_MISSING_LEVEL, 0, 1 },
    { 'c', 9, '-', 0, 0, TS_MISSING_CONFIRMATION | TS_MISSING_LEVEL, 0, 0 },
    { 'k', 3, 'c', 3, 0, TS_MISSING_CONFIRMATION, 0, 1 },
    { 'k', 3, '-', 3, 0, TS_MISSING_EVIDENCE, 0, 0 },
    { 'k', 3, 'k', 3, 0, TS_MISSING_NOTHING, 1, 0 },
    { '-', 0, 'c', 0, 0, TS_MISSING_CONFIRMATION | TS_MISSING_LEVEL, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean to_confirm = (cases[i].missing & TS_MISSING_CONFIRMATION) != 0;
      const TsNodeState *state;
      TsProgress progress;

      g_ptr_array_set_size (fixture->ratings, 0);
      g_ptr_array_set_size (fixture->links, 0);
      rate (fixture, "5a", 2, NULL);
      rate (fixture, "5c", 2, NULL);

      if (cases[i].rating == 'c')
        carry (fixture, "5b", cases[i].kept, "why");
      else if (cases[i].rating == 'k')
        rate (fixture, "5b", cases[i].kept, "why");

      if (cases[i].link == 'c')
        carry_link (fixture, "5b");
      else if (cases[i].link == 'k')
        attach (fixture, "5b");

      derive (fixture);
      state = find (fixture, "5b");
      g_assert_cmpint (state->level, ==, cases[i].level);
      g_assert_cmpint (state->carried_level, ==, cases[i].carried_level);
      g_assert_cmpint (state->missing, ==, cases[i].missing);
      g_assert_cmpuint (state->n_evidence, ==, cases[i].n_evidence);
      g_assert_cmpuint (state->n_carried_evidence, ==, cases[i].n_carried_evidence);
      g_assert_cmpuint (state->n_to_confirm, ==, to_confirm);
      g_assert_cmpuint (state->n_rated, ==, cases[i].level != 0);
      g_assert_cmpuint (find (fixture, "5")->n_to_confirm, ==, to_confirm);
      g_assert_cmpint (find (fixture, "5")->level, ==, cases[i].level != 0 ? 2 : 0);

      progress = ts_assessment_state_get_progress (fixture->state, section (fixture, "competencies"));
      g_assert_cmpuint (progress.n_to_confirm, ==, to_confirm);
      g_assert_cmpuint (progress.n_carried, ==, cases[i].carried_level != 0);
      g_assert_cmpuint (progress.n_rated, ==, 2 + (cases[i].level != 0));
    }
}

static void
test_carried_on_a_group (Fixture       *fixture,
                         gconstpointer  data)
{
  rate (fixture, "5a", 2, "why");
  rate (fixture, "5b", 2, "why");
  rate (fixture, "5c", 2, "why");
  carry (fixture, "5", 4, NULL);
  carry (fixture, "6a", 3, NULL);
  derive (fixture);

  g_assert_cmpint (find (fixture, "5")->level, ==, 2);
  g_assert_cmpint (find (fixture, "5")->basis, ==, TS_BASIS_ROLLED_UP);
  g_assert_cmpint (find (fixture, "5")->carried_level, ==, 4);
  g_assert_cmpuint (find (fixture, "5")->n_to_confirm, ==, 1);
  assert_next_steps (fixture, "competencies", "confirm 5+2, rate 6b+3, attach 5a+3, aim 5+3");
}

static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  static const char *const ends[] = { "2008-09-30", "2009-04-01", NULL };
  TsProgress progress;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *id = g_strdup_printf ("evidence-%u", i);
      TsRow *item = fixture_file_new (id, "Paper");

      ts_row_set_text (item, TS_EVIDENCE_PERIOD_TO, ends[i]);
      g_ptr_array_add (evidence, item);
    }

  carry_link (fixture, "5a");
  attach (fixture, "5a");
  attach (fixture, "6b");
  fixture->state = ts_assessment_state_new_with_evidence (fixture->framework, fixture->assessment, TS_LAYER_SELF, fixture->ratings,
                                                          fixture->targets, fixture->links, evidence, NULL, NULL);
  g_assert_cmpuint (find (fixture, "5a")->n_stale, ==, 1);
  g_assert_cmpuint (find (fixture, "5")->n_stale, ==, 1);
  g_assert_cmpuint (find (fixture, "6b")->n_stale, ==, 0);
  progress = ts_assessment_state_get_progress (fixture->state, section (fixture, "competencies"));
  g_assert_cmpuint (progress.n_with_stale_evidence, ==, 1);

  /* Without the items nothing can be said. */
  derive (fixture);
  g_assert_cmpuint (find (fixture, "5a")->n_stale, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/core/assessment-state/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-rated", test_nothing_rated);
  ADD ("missing", test_missing);
  ADD ("group", test_group);
  g_test_add_func ("/core/assessment-state/framework-rule-counts", test_framework_rule_counts);
  ADD ("group-without-criteria", test_group_without_criteria);
  ADD ("layers-stay-apart", test_layers_stay_apart);
  ADD ("named-assessor-beside-the-own", test_named_assessor_beside_the_own);
  ADD ("named-assessor-alone", test_named_assessor_alone);
  ADD ("unknown-nodes-are-passed-over", test_unknown_nodes_are_passed_over);
  ADD ("levels-off-the-scale", test_levels_off_the_scale);
  ADD ("targets", test_targets);
  ADD ("progress", test_progress);
  ADD ("progress-adds-up", test_progress_adds_up);
  ADD ("weakest", test_weakest);
  ADD ("weakest-at-most", test_weakest_at_most);
  ADD ("next-steps", test_next_steps);
  ADD ("carried", test_carried);
  ADD ("carried-on-a-group", test_carried_on_a_group);
  ADD ("stale", test_stale);
#undef ADD
  return g_test_run ();
}
