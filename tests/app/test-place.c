/* test-place.c — what the sidebar says of an assessment
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-place.h"
#include "core/ts-framework-builder.h"
#include "core/ts-rate.h"

/* One competency of three parts, one of seven, and a governance area that is judged itself. */
static TsFramework *
build_framework (void)
{
  static const char *const descriptors[] = { "One", "Two", "Three", "Four", NULL };
  static const char *const colours[] = { "Bad", "Fair", "Good", NULL };
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new ("test", "1", "Test", 2009, "s", "l");
  TsScale *levels = ts_scale_new ("level", TS_SCALE_LEVELS);
  TsScale *rag = ts_scale_new ("rag", TS_SCALE_RATING);

  for (guint i = 0; i < 4; i++)
    {
      char token[] = { (char) ('1' + i), '\0' };

      ts_scale_add_level (levels, token, descriptors[i], (TsMeaning) i);
    }

  ts_scale_add_level (rag, "red", "Red", TS_MEANING_LOW);
  ts_scale_add_level (rag, "amber", "Amber", TS_MEANING_MIDDLE);
  ts_scale_add_level (rag, "green", "Green", TS_MEANING_HIGH);
  ts_framework_builder_add_scale (builder, levels);
  ts_framework_builder_add_scale (builder, rag);

  ts_framework_builder_add_graded_section (builder, "competencies", "Competencies", levels, TS_ROLL_UP_MAJORITY);
  ts_framework_builder_add_group (builder, "5", "Manage knowledge", NULL, NULL, NULL, NULL, NULL);
  ts_framework_builder_add_criterion (builder, "5a", "A", "d", descriptors, "e");
  ts_framework_builder_add_criterion (builder, "5b", "B", "d", descriptors, "e");
  ts_framework_builder_add_criterion (builder, "5c", "C", "d", descriptors, "e");

  ts_framework_builder_add_graded_section (builder, "governance", "Governance", rag, TS_ROLL_UP_MINIMUM);
  ts_framework_builder_add_group (builder, "board", "Board", NULL, NULL, "d", colours, "e");

  return ts_framework_builder_end (builder);
}

typedef struct
{
  TsFramework *framework;
  TsRow *assessment;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = build_framework ();
  fixture->assessment = ts_row_new (TS_ENTITY_ASSESSMENT, "a");
  ts_row_set_text (fixture->assessment, TS_ASSESSMENT_STAGE, "draft");
  ts_row_set_integer (fixture->assessment, TS_ASSESSMENT_YEAR, 2009);
  fixture->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->links = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->ratings);
  g_ptr_array_unref (fixture->targets);
  g_ptr_array_unref (fixture->links);
  ts_row_unref (fixture->assessment);
  ts_framework_unref (fixture->framework);
}

static void
rate (Fixture    *fixture,
      const char *node,
      int         level,
      gboolean    with_reason,
      gboolean    with_evidence)
{
  TsRow *rating = ts_row_new (TS_ENTITY_RATING, node);

  ts_row_set_text (rating, TS_RATING_ASSESSMENT, "a");
  ts_row_set_text (rating, TS_RATING_NODE, node);
  ts_row_set_text (rating, TS_RATING_LAYER, "self");
  ts_row_set_text (rating, TS_RATING_ASSESSOR, "");
  ts_row_set_integer (rating, TS_RATING_LEVEL, level);

  if (with_reason)
    ts_row_set_text (rating, TS_RATING_RATIONALE, "because");

  g_ptr_array_add (fixture->ratings, rating);

  if (with_evidence)
    {
      TsRow *link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, node);

      ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, node);
      g_ptr_array_add (fixture->links, link);
    }
}

static void
aim (Fixture    *fixture,
     const char *node,
     int         level)
{
  TsRow *target = ts_row_new (TS_ENTITY_TARGET, node);

  ts_row_set_text (target, TS_TARGET_NODE, node);
  ts_row_set_integer (target, TS_TARGET_YEAR, 2009);
  ts_row_set_integer (target, TS_TARGET_LEVEL, level);
  g_ptr_array_add (fixture->targets, target);
}

static gboolean
update (Fixture *fixture,
        TsPlace *place,
        guint    n_evidence)
{
  g_autoptr (TsAssessmentState) state = ts_assessment_state_new (fixture->framework, fixture->assessment, TS_LAYER_SELF,
                                                                 fixture->ratings, fixture->targets, fixture->links,
                                                                 NULL, NULL);

  return ts_place_update (place, state, n_evidence);
}

static TsPlace *
new_group (Fixture    *fixture,
           const char *id)
{
  return ts_place_new (TS_PLACE_GROUP, ts_framework_find_node (fixture->framework, id));
}

static void
assert_parts (TsPlace    *place,
              const char *expected)
{
  static const char letters[] = { [TS_PART_UNRATED] = '-', [TS_PART_TO_CONFIRM] = 'c', [TS_PART_RATED] = 'r', [TS_PART_READY] = 'R' };
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_parts;
  const TsPart *parts = ts_place_get_parts (place, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    g_string_append_c (found, letters[parts[i]]);

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_unrated (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TsPlace) place = new_group (fixture, "5");

  update (fixture, place, 0);
  g_assert_cmpstr (ts_place_get_id (place), ==, "group/5");
  g_assert_cmpstr (ts_place_get_heading (place), ==, "Competencies");
  g_assert_cmpstr (ts_place_get_number (place), ==, "5");
  g_assert_cmpstr (ts_place_get_badge (place), ==, "–");
  g_assert_cmpstr (ts_place_get_description (place), ==, "5 Manage knowledge, no level yet, 0 of 3 rated");
  assert_parts (place, "---");
}

static void
test_rated (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TsPlace) place = new_group (fixture, "5");

  rate (fixture, "5a", 2, TRUE, TRUE);
  rate (fixture, "5c", 3, TRUE, FALSE);
  aim (fixture, "5", 3);
  update (fixture, place, 0);
  assert_parts (place, "R-r");
  g_assert_cmpstr (ts_place_get_badge (place), ==, "–");
  g_assert_cmpstr (ts_place_get_description (place), ==,
                   "5 Manage knowledge, no level yet, target 3, 2 of 3 rated, 1 lacks a reason or evidence");

  rate (fixture, "5b", 2, FALSE, FALSE);
  update (fixture, place, 0);
  assert_parts (place, "Rrr");
  g_assert_cmpstr (ts_place_get_badge (place), ==, "2");
  g_assert_cmpint (ts_place_get_meaning (place), ==, -1);
  g_assert_cmpstr (ts_place_get_description (place), ==,
                   "5 Manage knowledge, level 2, target 3, 3 of 3 rated, 2 lack a reason or evidence");
}

static void
test_rating_scale (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TsPlace) place = new_group (fixture, "board");

  update (fixture, place, 0);
  g_assert_null (ts_place_get_number (place));
  g_assert_cmpint (ts_place_get_meaning (place), ==, -1);
  assert_parts (place, "-");

  rate (fixture, "board", 2, TRUE, TRUE);
  update (fixture, place, 0);
  g_assert_cmpstr (ts_place_get_badge (place), ==, "Amber");
  g_assert_cmpint (ts_place_get_meaning (place), ==, TS_MEANING_MIDDLE);
  g_assert_cmpstr (ts_place_get_description (place), ==, "Board, Amber, 1 of 1 rated");
  assert_parts (place, "R");
}

static void
count (guint *n_notifies)
{
  ++*n_notifies;
}

static void
test_notifies (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TsPlace) group = new_group (fixture, "5");
  g_autoptr (TsPlace) evidence = ts_place_new (TS_PLACE_EVIDENCE, NULL);
  guint n_notifies = 0;

  g_signal_connect_swapped (group, "notify::revision", G_CALLBACK (count), &n_notifies);
  g_signal_connect_swapped (evidence, "notify::revision", G_CALLBACK (count), &n_notifies);

  g_assert_true (update (fixture, group, 0));
  g_assert_false (update (fixture, group, 7));
  g_assert_cmpuint (n_notifies, ==, 1);

  g_assert_true (update (fixture, evidence, 1));
  g_assert_cmpstr (ts_place_get_badge (evidence), ==, "1");
  g_assert_cmpstr (ts_place_get_description (evidence), ==, "Evidence, 1 item");
  g_assert_true (update (fixture, evidence, 2));
  g_assert_cmpstr (ts_place_get_description (evidence), ==, "Evidence, 2 items");
  g_assert_false (update (fixture, evidence, 2));
  g_assert_cmpuint (n_notifies, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/place/unrated", Fixture, NULL, set_up, test_unrated, tear_down);
  g_test_add ("/place/rated", Fixture, NULL, set_up, test_rated, tear_down);
  g_test_add ("/place/rating-scale", Fixture, NULL, set_up, test_rating_scale, tear_down);
  g_test_add ("/place/notifies", Fixture, NULL, set_up, test_notifies, tear_down);

  return g_test_run ();
}
