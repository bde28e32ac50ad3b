/* test-framework.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-framework-builder.h"
#include "fixture.h"

static void
test_head (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MEAN);

  g_assert_cmpstr (ts_framework_get_id (framework), ==, "small");
  g_assert_cmpstr (ts_framework_get_edition (framework), ==, "first");
  g_assert_cmpstr (ts_framework_get_title (framework), ==, "A small framework");
  g_assert_cmpint (ts_framework_get_year (framework), ==, FIXTURE_YEAR);
  g_assert_cmpstr (ts_framework_get_source (framework), ==, "made for tests");
  g_assert_cmpstr (ts_framework_get_licence (framework), ==, "GPL-3.0-or-later");
  g_assert_cmpuint (ts_framework_get_n_stages_of_cycle (framework), ==, 2);
  g_assert_cmpstr (ts_framework_get_stage_of_cycle (framework, 0)->id, ==, "plan");
  g_assert_cmpstr (ts_framework_get_stage_of_cycle (framework, 1)->title, ==, "Buying");
}

static void
test_sections (void)
{
  static const char *const ids[] = { "competencies", "governance", "outcomes" };
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MEAN);
  const TsSection *outcomes;

  g_assert_cmpuint (ts_framework_get_n_sections (framework), ==, G_N_ELEMENTS (ids));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (ts_framework_get_section (framework, i)->id, ==, ids[i]);
      g_assert_true (ts_framework_find_section (framework, ids[i]) == ts_framework_get_section (framework, i));
    }

  g_assert_null (ts_framework_find_section (framework, "Outcomes"));
  g_assert_null (ts_framework_find_section (framework, "5"));
  g_assert_cmpint (ts_framework_get_section (framework, 0)->rule, ==, TS_ROLL_UP_MEAN);
  g_assert_cmpint (ts_framework_get_section (framework, 1)->rule, ==, TS_ROLL_UP_MINIMUM);

  outcomes = ts_framework_get_section (framework, 2);
  g_assert_cmpint (outcomes->kind, ==, TS_SECTION_OUTCOMES);
  g_assert_null (outcomes->scale);
  g_assert_cmpuint (outcomes->groups->len, ==, 0);
  g_assert_cmpuint (outcomes->most_outcomes, ==, 10);
  g_assert_cmpuint (outcomes->suggested_outcomes->len, ==, 2);
  g_assert_cmpstr (((TsSuggestedOutcome *) g_ptr_array_index (outcomes->suggested_outcomes, 1))->unit, ==, "%");
}

/* Walked from the sections down, every node is found by its id and knows where it stands. */
static void
test_nodes (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  guint n_criteria = 0;
  guint n_groups = 0;

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          n_groups++;
          g_assert_true (ts_node_is_group (group));
          g_assert_true (group->section == section);
          g_assert_true (ts_framework_find_node (framework, group->id) == group);

          for (guint k = 0; k < group->criteria->len; k++)
            {
              const TsNode *criterion = g_ptr_array_index (group->criteria, k);

              n_criteria++;
              g_assert_false (ts_node_is_group (criterion));
              g_assert_true (criterion->group == group);
              g_assert_true (criterion->section == section);
              g_assert_true (criterion->stage_of_cycle == group->stage_of_cycle);
              g_assert_cmpuint (criterion->criteria->len, ==, 0);
              g_assert_cmpuint (g_strv_length (criterion->descriptors), ==, ts_scale_get_n_levels (section->scale));
              g_assert_true (ts_framework_find_node (framework, criterion->id) == criterion);
            }
        }
    }

  g_assert_cmpuint (n_groups, ==, 5);
  g_assert_cmpuint (n_criteria, ==, FIXTURE_N_CRITERIA);
  g_assert_null (ts_framework_find_node (framework, "5d"));
  g_assert_null (ts_framework_find_node (framework, ""));
  g_assert_null (ts_framework_find_node (framework, "competencies"));
  g_assert_null (ts_framework_find_node (framework, "life"));
}

static void
test_texts_are_copied (void)
{
  char id[] = "1";
  char title[] = "Title";
  char descriptor[] = "Text";
  const char *descriptors[] = { descriptor, NULL };
  TsScale *scale = ts_scale_new ("one", TS_SCALE_LEVELS);
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new (id, title, title, FIXTURE_YEAR, title, title);
  g_autoptr (TsFramework) framework = NULL;

  ts_scale_add_level (scale, "1", "Only", TS_MEANING_MIDDLE);
  ts_framework_builder_add_scale (builder, scale);
  ts_framework_builder_add_graded_section (builder, id, title, scale, TS_ROLL_UP_MINIMUM);
  ts_framework_builder_add_group (builder, id, title, NULL, title, title, descriptors, title);
  id[0] = title[0] = descriptor[0] = '!';
  framework = ts_framework_builder_end (builder);

  g_assert_cmpstr (ts_framework_get_title (framework), ==, "Title");
  g_assert_cmpstr (ts_framework_find_node (framework, "1")->summary, ==, "Title");
  g_assert_cmpstr (ts_framework_find_node (framework, "1")->descriptors[0], ==, "Text");
  g_assert_true (ts_framework_find_section (framework, "1")->scale == scale);
}

static void
test_builder_finds (void)
{
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new ("a", "b", "c", FIXTURE_YEAR, "d", "e");
  TsScale *scale = ts_scale_new ("one", TS_SCALE_LEVELS);

  ts_scale_add_level (scale, "1", "Only", TS_MEANING_MIDDLE);
  g_assert_null (ts_framework_builder_find_scale (builder, "one"));
  ts_framework_builder_add_scale (builder, scale);
  g_assert_true (ts_framework_builder_find_scale (builder, "one") == scale);
  g_assert_null (ts_framework_builder_find_scale (builder, "two"));

  g_assert_null (ts_framework_builder_find_stage_of_cycle (builder, "plan"));
  ts_framework_builder_add_stage_of_cycle (builder, "plan", "Planning");
  g_assert_cmpstr (ts_framework_builder_find_stage_of_cycle (builder, "plan")->title, ==, "Planning");

  g_assert_false (ts_framework_builder_has_section (builder, "s"));
  ts_framework_builder_add_graded_section (builder, "s", "Section", scale, TS_ROLL_UP_MINIMUM);
  g_assert_true (ts_framework_builder_has_section (builder, "s"));

  g_assert_false (ts_framework_builder_has_node (builder, "1"));
  ts_framework_builder_add_group (builder, "1", "Group", NULL, NULL, NULL, NULL, NULL);
  g_assert_true (ts_framework_builder_has_node (builder, "1"));

  /* Freed without having been ended: the parts go with it. */
}

static void
test_group_of_another_section (void)
{
  static const char *const descriptors[] = { "Text", NULL };
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new ("a", "b", "c", FIXTURE_YEAR, "d", "e");
  TsScale *scale = ts_scale_new ("one", TS_SCALE_LEVELS);

  ts_scale_add_level (scale, "1", "Only", TS_MEANING_MIDDLE);
  ts_framework_builder_add_scale (builder, scale);
  ts_framework_builder_add_graded_section (builder, "s", "Section", scale, TS_ROLL_UP_MINIMUM);
  ts_framework_builder_add_group (builder, "1", "Group", NULL, NULL, NULL, NULL, NULL);
  ts_framework_builder_add_graded_section (builder, "t", "Section", scale, TS_ROLL_UP_MINIMUM);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*group != NULL*");
  ts_framework_builder_add_criterion (builder, "1a", "Criterion", "", descriptors, "");
  g_test_assert_expected_messages ();
  g_assert_false (ts_framework_builder_has_node (builder, "1a"));
}

static void
test_same_node_twice (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new ("a", "b", "c", FIXTURE_YEAR, "d", "e");
      TsScale *scale = ts_scale_new ("one", TS_SCALE_LEVELS);

      ts_framework_builder_add_scale (builder, scale);
      ts_framework_builder_add_graded_section (builder, "s", "Section", scale, TS_ROLL_UP_MINIMUM);
      ts_framework_builder_add_group (builder, "1", "Group", NULL, NULL, NULL, NULL, NULL);
      ts_framework_builder_add_group (builder, "1", "Group", NULL, NULL, NULL, NULL, NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*has_node*");
}

/* Whoever holds a reference, in whatever order they let go. */
static void
test_references (void)
{
  TsFramework *framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  TsFramework *second = ts_framework_ref (framework);

  g_assert_true (second == framework);
  ts_framework_unref (framework);
  g_assert_nonnull (ts_framework_find_node (second, "5b"));
  ts_framework_unref (second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/framework/head", test_head);
  g_test_add_func ("/core/framework/sections", test_sections);
  g_test_add_func ("/core/framework/nodes", test_nodes);
  g_test_add_func ("/core/framework/texts-are-copied", test_texts_are_copied);
  g_test_add_func ("/core/framework/builder-finds", test_builder_finds);
  g_test_add_func ("/core/framework/group-of-another-section", test_group_of_another_section);
  g_test_add_func ("/core/framework/same-node-twice", test_same_node_twice);
  g_test_add_func ("/core/framework/references", test_references);
  return g_test_run ();
}
