/* test-gap-text.c: the words of the gaps page
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-gap-text.h"
#include "exchange/ts-framework-library.h"

typedef struct
{
  TsFramework *framework;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->framework = ts_framework_library_get ("wcc-year-2", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ts_framework_unref (fixture->framework);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *node;
    int level;
    int target;
    int previous;
    const char *gap;
    const char *change;
    const char *row;
  } cases[] = {
    { "5b", 2, 4, 1, "2 short", "up 1 from 1", "5b Understanding of health needs trends: Level 2; target 4, 2 short; up 1 from 1" },
    { "5b", 3, 3, 3, "met", "still 3", "5b Understanding of health needs trends: Level 3; target 3, met; still 3" },
    { "5b", 4, 3, 0, "1 above", "–", "5b Understanding of health needs trends: Level 4; target 3, 1 above" },
    { "5b", 1, 0, 3, "–", "down 2 from 3", "5b Understanding of health needs trends: Level 1; down 2 from 3" },
    { "5b", 0, 3, 2, "–", "2 last year", "5b Understanding of health needs trends: No level yet; target 3; 2 last year" },
    { "5b", 0, 0, 0, "–", "–", "5b Understanding of health needs trends: No level yet" },
    { "finance", 1, 3, 2, "2 short", "down 1 from Amber", "Finance: Red; target Green, 2 short; down 1 from Amber" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsGap gap = {
        .node = ts_framework_find_node (fixture->framework, cases[i].node),
        .level = cases[i].level,
        .target = cases[i].target,
        .previous_level = cases[i].previous,
      };
      g_autofree char *left = ts_gap_text_gap (&gap);
      g_autofree char *change = ts_gap_text_change (&gap);
      g_autofree char *row = ts_gap_text_row (&gap);

      g_assert_cmpstr (left, ==, cases[i].gap);
      g_assert_cmpstr (change, ==, cases[i].change);
      g_assert_cmpstr (row, ==, cases[i].row);
    }
}

static void
test_scopes (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *section;
    TsGapScope scope;
    const char *name;
    const char *title;
  } cases[] = {
    { "competencies", TS_GAP_SCOPE_GROUPS, "Competencies", "Competency" },
    { "competencies", TS_GAP_SCOPE_CRITERIA, "Competencies by criterion", "Criterion" },
    { "governance", TS_GAP_SCOPE_GROUPS, "Governance", "Area" },
    { "governance", TS_GAP_SCOPE_CRITERIA, "Governance by criterion", "Criterion" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsSection *section = ts_framework_find_section (fixture->framework, cases[i].section);
      g_autofree char *name = ts_gap_text_scope (section, cases[i].scope);
      g_autofree char *title = ts_gap_text_name_title (section, cases[i].scope);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/gap-text/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("scopes", test_scopes);

  return g_test_run ();
}
