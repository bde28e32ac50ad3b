/* test-node-match.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-node-match.h"
#include "fixture.h"

static void
test_list (void)
{
  static const struct
  {
    const char *query;
    const char *found;
  } cases[] = {
    { "", "" },
    { "nothing of the kind", "" },
    { "5b", "5b: What will come" },
    { "5B", "5b: What will come" },
    { "5", "5: What is needed" },
    { "strategy", "strategy: Whether there is one" },
    { "trends", "5b: What will come" },
    { "BENCH", "5c: What others do" },
    { "choose", "6: (none) | 7b: What people can choose" },
    { "plan", "5a: A plan of training | strategy: A plan" },
    { "pla strategy", "" },
    { "strategy plan", "strategy: A plan" },
    { "who can", "5a: Who can count | 7a: Who can provide" },
    { "start all", "5a: A start. | 5b: A start. | 5c: A start. | 6a: A start. | 6b: A start. | 7a: A start. | 7b: A start." },
    { "what is", "5: What is needed" },
    { "come what", "5b: What will come" },
    { "partly", "strategy: Partly in place. | finance: Partly in place." },
    { "skills start", "5a: A start." },
  };
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsTextQuery) query = ts_text_query_new (cases[i].query);
      g_autoptr (GArray) matches = ts_node_match_list (framework, query);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < matches->len; j++)
        {
          const TsNodeMatch *match = &g_array_index (matches, TsNodeMatch, j);

          g_string_append_printf (found, "%s%s: %s", j > 0 ? " | " : "", match->node->id, match->text != NULL ? match->text : "(none)");
        }

      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_which_text (void)
{
  static const struct
  {
    const char *query;
    TsNodeText kind;
    int level;
  } cases[] = {
    { "needed", TS_NODE_TEXT_SUMMARY, 0 },
    { "others", TS_NODE_TEXT_DEFINITION, 0 },
    { "forecast", TS_NODE_TEXT_PROMPT, 0 },
    { "nothing", TS_NODE_TEXT_DESCRIPTOR, 1 },
    { "all", TS_NODE_TEXT_DESCRIPTOR, 4 },
  };
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsTextQuery) query = ts_text_query_new (cases[i].query);
      g_autoptr (GArray) matches = ts_node_match_list (framework, query);
      const TsNodeMatch *match = &g_array_index (matches, TsNodeMatch, 0);

      g_assert_cmpuint (matches->len, >, 0);
      g_assert_cmpint (match->kind, ==, cases[i].kind);
      g_assert_cmpint (match->level, ==, cases[i].level);
    }
}

static void
test_titles (void)
{
  g_autoptr (TsFramework) framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  g_autofree char *criterion = ts_node_dup_title (ts_framework_find_node (framework, "5b"));
  g_autofree char *area = ts_node_dup_title (ts_framework_find_node (framework, "finance"));

  g_assert_cmpstr (criterion, ==, "5b Trends");
  g_assert_cmpstr (area, ==, "Finance");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/node-match/list", test_list);
  g_test_add_func ("/core/node-match/which-text", test_which_text);
  g_test_add_func ("/core/node-match/titles", test_titles);
  return g_test_run ();
}
