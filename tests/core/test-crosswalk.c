/* test-crosswalk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-crosswalk.h"
#include "core/ts-framework-builder.h"
#include "fixture.h"

/* A framework of one group "1" with a criterion for each letter of @wordings: small ones are worded alike, capital ones otherwise. */
static TsFramework *
new_framework (const char *wordings)
{
  static const char *const plain[] = { "Nothing.", "All.", NULL };
  static const char *const other[] = { "Nothing.", "All of it.", NULL };
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new ("f", "1", "F", 2009, "made for tests", "free");
  TsScale *scale = ts_scale_new ("scale", TS_SCALE_LEVELS);

  ts_scale_add_level (scale, "1", "One", TS_MEANING_LOW);
  ts_scale_add_level (scale, "2", "Two", TS_MEANING_HIGH);
  ts_framework_builder_add_scale (builder, scale);
  ts_framework_builder_add_graded_section (builder, "s", "S", scale, TS_ROLL_UP_MINIMUM);
  ts_framework_builder_add_group (builder, "1", "One", NULL, NULL, "Whole", plain, "Show it");

  for (const char *at = wordings; *at != '\0'; at++)
    {
      char id[] = { '1', g_ascii_tolower (*at), '\0' };

      ts_framework_builder_add_criterion (builder, id, "Title", "Definition", g_ascii_isupper (*at) ? other : plain, "Show it");
    }

  return ts_framework_builder_end (builder);
}

static void
test_comparison (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *expected; /* a sign and an id each, sorted as they come */
  } cases[] = {
    { "ab", "ab", "=1a =1b " },
    { "ab", "aB", "=1a ~1b " },
    { "a", "ab", "=1a +1b " },
    { "ab", "b", "=1b -1a " },
    { "A", "a", "~1a " },
    /* A group that was judged itself, and one that is now. */
    { "", "a", "+1a ~1 " },
    { "a", "", "~1 -1a " },
    { "", "", "=1 " },
  };
  static const char signs[TS_N_CROSSWALK_RELATIONS] = {
    [TS_CROSSWALK_UNCHANGED] = '=',
    [TS_CROSSWALK_CHANGED] = '~',
    [TS_CROSSWALK_NEW] = '+',
    [TS_CROSSWALK_DROPPED] = '-',
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsFramework) from = new_framework (cases[i].from);
      g_autoptr (TsFramework) to = new_framework (cases[i].to);
      g_autoptr (TsCrosswalk) crosswalk = ts_crosswalk_new_by_comparison (from, to);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < ts_crosswalk_get_n_entries (crosswalk); j++)
        {
          const TsCrosswalkEntry *entry = ts_crosswalk_get_entry (crosswalk, j);

          g_string_append_printf (text, "%c%s ", signs[entry->relation], entry->to != NULL ? entry->to : entry->from);
        }

      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

static void
test_filling (void)
{
  g_autoptr (TsCrosswalk) crosswalk = ts_crosswalk_new ("old", "new");

  g_assert_true (ts_crosswalk_add (crosswalk, "5a", "6a", TS_CROSSWALK_CHANGED, "moved"));
  g_assert_true (ts_crosswalk_add (crosswalk, NULL, "5a", TS_CROSSWALK_NEW, NULL));
  g_assert_true (ts_crosswalk_add (crosswalk, "9z", NULL, TS_CROSSWALK_DROPPED, NULL));

  /* Each node once, and with the ends that the relation needs. */
  g_assert_false (ts_crosswalk_add (crosswalk, "5a", "5b", TS_CROSSWALK_UNCHANGED, NULL));
  g_assert_false (ts_crosswalk_add (crosswalk, "5b", "6a", TS_CROSSWALK_UNCHANGED, NULL));
  g_assert_false (ts_crosswalk_add (crosswalk, "5b", "5b", TS_CROSSWALK_NEW, NULL));
  g_assert_false (ts_crosswalk_add (crosswalk, NULL, "5b", TS_CROSSWALK_CHANGED, NULL));
  g_assert_false (ts_crosswalk_add (crosswalk, "5b", NULL, TS_CROSSWALK_UNCHANGED, NULL));
  g_assert_cmpuint (ts_crosswalk_get_n_entries (crosswalk), ==, 3);

  g_assert_cmpstr (ts_crosswalk_find_from (crosswalk, "5a")->to, ==, "6a");
  g_assert_cmpstr (ts_crosswalk_find_to (crosswalk, "6a")->note, ==, "moved");
  g_assert_null (ts_crosswalk_find_to (crosswalk, "5a")->from);
  g_assert_null (ts_crosswalk_find_from (crosswalk, "nothing"));
}

static void
test_names (void)
{
  TsCrosswalkRelation relation;

  for (guint i = 0; i < TS_N_CROSSWALK_RELATIONS; i++)
    {
      g_assert_true (ts_crosswalk_relation_from_name (ts_crosswalk_relation_get_name (i), &relation));
      g_assert_cmpint (relation, ==, i);
    }

  g_assert_false (ts_crosswalk_relation_from_name ("Changed", &relation));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/crosswalk/comparison", test_comparison);
  g_test_add_func ("/core/crosswalk/filling", test_filling);
  g_test_add_func ("/core/crosswalk/names", test_names);
  return g_test_run ();
}
