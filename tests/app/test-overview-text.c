/* test-overview-text.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-overview-text.h"
#include "exchange/ts-framework-library.h"

static TsFramework *
get_framework (void)
{
  g_autoptr (GError) error = NULL;
  TsFramework *framework = ts_framework_library_get ("wcc-year-2", &error);

  g_assert_no_error (error);

  return framework;
}

/* Takes the text, so that a table of cases can be written in one line each. */
static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_progress (void)
{
  TsProgress some = { .n_criteria = 33, .n_rated = 21, .n_ready = 15, .n_groups = 11, .n_groups_with_level = 7 };
  TsProgress one = { .n_criteria = 1, .n_rated = 1, .n_ready = 0, .n_groups = 11, .n_groups_with_level = 1 };

  assert_text (ts_overview_text_progress (&some), "21 of 33 criteria rated · 15 ready");
  assert_text (ts_overview_text_progress (&one), "1 of 1 criterion rated · 0 ready");
  assert_text (ts_overview_text_groups (&some), "7 of 11 competencies have a level; no target is set.");
  assert_text (ts_overview_text_groups (&one), "1 of 11 competencies has a level; no target is set.");

  some.n_groups_with_target = 9;
  some.n_groups_on_target = 2;
  one.n_groups_with_target = 6;
  one.n_groups_on_target = 1;
  assert_text (ts_overview_text_groups (&some), "7 of 11 competencies have a level; 2 of 9 targets are reached.");
  assert_text (ts_overview_text_groups (&one), "1 of 11 competencies has a level; 1 of 6 targets is reached.");
  assert_text (ts_overview_text_done (&some), "All 33 criteria have a level, a reason and evidence, and every target is set.");
}

static void
test_steps (void)
{
  g_autoptr (TsFramework) framework = get_framework ();
  const TsNode *criterion = ts_framework_find_node (framework, "4c");
  const TsNode *group = ts_framework_find_node (framework, "7");
  g_autofree char *criterion_name = g_strdup_printf ("4c %s", criterion->title);
  g_autofree char *start = g_strdup_printf ("Starting with 7 %s", group->title);
  const TsNextStep steps[] = {
    { TS_NEXT_STEP_RATE, criterion, 9 },
    { TS_NEXT_STEP_RATE, criterion, 1 },
    { TS_NEXT_STEP_EXPLAIN, criterion, 2 },
    { TS_NEXT_STEP_ATTACH, criterion, 1 },
    { TS_NEXT_STEP_AIM, group, 3 },
  };

  assert_text (ts_overview_text_step (&steps[0]), "Rate 9 criteria");
  assert_text (ts_overview_text_step (&steps[1]), "Rate 1 criterion");
  assert_text (ts_overview_text_step (&steps[2]), "Say why for 2 levels");
  assert_text (ts_overview_text_step (&steps[3]), "Attach evidence for 1 level");
  assert_text (ts_overview_text_step (&steps[4]), "Set targets for 3 competencies");

  assert_text (ts_overview_text_step_start (&steps[1]), criterion_name);
  assert_text (ts_overview_text_step_start (&steps[4]), start);

  assert_text (ts_overview_text_step_place (&steps[0]), "criterion/4c");
  assert_text (ts_overview_text_step_place (&steps[4]), "group/7");
}

static void
test_groups (void)
{
  static const struct
  {
    int level;
    int target;
    int previous;
    const char *shown;
    const char *shown_target;
    const char *shown_previous;
    const char *said;
  } cases[] = {
    { 0, 0, 0, "–", "no target", "", "no level yet, 1 of 3 criteria rated, no target" },
    { 0, 3, 2, "–", "target 3", "last year 2", "no level yet, 1 of 3 criteria rated, target 3, last year 2" },
    { 2, 3, 2, "2", "target 3", "last year 2 =", "level 2, Developing, target 3, the same as last year" },
    { 3, 3, 2, "3", "target 3 ✓", "last year 2 ▲", "level 3, Strong, target 3 reached, up from 2 last year" },
    { 1, 0, 4, "1", "no target", "last year 4 ▼", "level 1, Starting, no target, down from 4 last year" },
  };
  g_autoptr (TsFramework) framework = get_framework ();
  const TsNode *node = ts_framework_find_node (framework, "5");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsNodeState group = {
        .node = node,
        .level = cases[i].level,
        .target = cases[i].target,
        .previous_level = cases[i].previous,
        .n_parts = 3,
        .n_rated = cases[i].level != 0 ? 3 : 1,
      };
      g_autofree char *said = g_strdup_printf ("5 %s: %s", node->title, cases[i].said);

      assert_text (ts_overview_text_level (&group), cases[i].shown);
      assert_text (ts_overview_text_target (&group), cases[i].shown_target);
      assert_text (ts_overview_text_previous (&group), cases[i].shown_previous);
      assert_text (ts_overview_text_group (&group), said);
    }
}

static void
test_weakness (void)
{
  g_autoptr (TsFramework) framework = get_framework ();
  TsNodeState group = { .node = ts_framework_find_node (framework, "7"), .level = 1 };

  assert_text (ts_overview_text_weakness (&group), "Level 1, no target");
  group.target = 3;
  assert_text (ts_overview_text_weakness (&group), "Level 1, target 3");
  group.previous_level = 1;
  assert_text (ts_overview_text_weakness (&group), "Level 1, target 3");
  group.previous_level = 2;
  assert_text (ts_overview_text_weakness (&group), "Level 1, target 3; down from 2 last year");
  group.level = 3;
  assert_text (ts_overview_text_weakness (&group), "Level 3, target 3 reached; up from 2 last year");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overview-text/progress", test_progress);
  g_test_add_func ("/overview-text/steps", test_steps);
  g_test_add_func ("/overview-text/groups", test_groups);
  g_test_add_func ("/overview-text/weakness", test_weakness);

  return g_test_run ();
}
