/* test-gaps-source.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-library.h"
#include "model/ts-gaps-source.h"

#define ASSESSMENT_ID "11111111-1111-4111-8111-111111111111"

/* An assessment of wcc-year-2, 2009/10, put together by hand. */
typedef struct
{
  TsFramework *framework;
  TsFramework *previous_framework;
  TsRow *assessment;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  GPtrArray *previous_ratings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->framework = ts_framework_library_get ("wcc-year-2", &error);
  g_assert_no_error (error);
  fixture->previous_framework = ts_framework_library_get ("wcc-year-1", &error);
  g_assert_no_error (error);

  fixture->assessment = ts_row_new (TS_ENTITY_ASSESSMENT, ASSESSMENT_ID);
  ts_row_set_text (fixture->assessment, TS_ASSESSMENT_STAGE, "draft");
  ts_row_set_integer (fixture->assessment, TS_ASSESSMENT_YEAR, 2009);

  fixture->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->links = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  fixture->previous_ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->previous_ratings);
  g_ptr_array_unref (fixture->links);
  g_ptr_array_unref (fixture->targets);
  g_ptr_array_unref (fixture->ratings);
  ts_row_unref (fixture->assessment);
  ts_framework_unref (fixture->previous_framework);
  ts_framework_unref (fixture->framework);
}

static void
add_rating (GPtrArray  *ratings,
            const char *node_id,
            TsLayer     layer,
            int         level)
{
  g_autofree char *id = g_strdup_printf ("%s/%s", node_id, ts_layer_get_name (layer));
  TsRow *row = ts_row_new (TS_ENTITY_RATING, id);

  ts_row_set_text (row, TS_RATING_ASSESSMENT, ASSESSMENT_ID);
  ts_row_set_text (row, TS_RATING_NODE, node_id);
  ts_row_set_text (row, TS_RATING_LAYER, ts_layer_get_name (layer));
  ts_row_set_text (row, TS_RATING_ASSESSOR, "");
  ts_row_set_integer (row, TS_RATING_LEVEL, level);
  g_ptr_array_add (ratings, row);
}

static void
add_target (Fixture    *fixture,
            const char *node_id,
            int         year,
            int         level)
{
  g_autofree char *id = g_strdup_printf ("%s/%d", node_id, year);
  TsRow *row = ts_row_new (TS_ENTITY_TARGET, id);

  ts_row_set_text (row, TS_TARGET_ASSESSMENT, ASSESSMENT_ID);
  ts_row_set_text (row, TS_TARGET_NODE, node_id);
  ts_row_set_integer (row, TS_TARGET_YEAR, year);
  ts_row_set_integer (row, TS_TARGET_LEVEL, level);
  g_ptr_array_add (fixture->targets, row);
}

static TsGapsData *
build (Fixture    *fixture,
       const char *section,
       TsGapScope  scope,
       int         target_year)
{
  g_autoptr (TsAssessmentState) state =
    ts_assessment_state_new (fixture->framework, fixture->assessment, TS_LAYER_SELF, fixture->ratings, fixture->targets,
                             fixture->links, fixture->previous_framework, fixture->previous_ratings);

  return ts_gaps_source_build (state, ts_framework_find_section (fixture->framework, section), scope, target_year, "Northmoor PCT",
                               "2009/10");
}

static guint
find (const TsGapsData *data,
      const char       *label)
{
  for (guint i = 0; i < ts_gaps_data_get_n_rows (data); i++)
    {
      if (g_str_equal (ts_gaps_data_get_short_label (data, i), label) || g_str_equal (ts_gaps_data_get_long_label (data, i), label))
        return i;
    }

  g_assert_not_reached ();
}

/* 0 is none. */
static void
assert_row (const TsGapsData *data,
            const char       *label,
            double            level,
            double            target,
            double            previous)
{
  const double expected[TS_GAPS_N_SERIES] = {
    [TS_GAPS_SERIES_LEVEL] = level,
    [TS_GAPS_SERIES_TARGET] = target,
    [TS_GAPS_SERIES_PREVIOUS] = previous,
  };

  for (TsGapsSeries series = 0; series < TS_GAPS_N_SERIES; series++)
    {
      double value = 0;

      g_assert_cmpint (ts_gaps_data_get_value (data, series, find (data, label), &value), ==, expected[series] != 0);

      if (expected[series] != 0)
        g_assert_cmpfloat (value, ==, expected[series]);
    }
}

static void
fill (Fixture *fixture)
{
  add_rating (fixture->ratings, "1a", TS_LAYER_SELF, 2);
  add_rating (fixture->ratings, "1b", TS_LAYER_SELF, 2);
  add_rating (fixture->ratings, "1c", TS_LAYER_SELF, 4);
  add_rating (fixture->ratings, "2a", TS_LAYER_SELF, 1);
  add_rating (fixture->ratings, "strategy.1", TS_LAYER_SELF, 3);
  add_rating (fixture->previous_ratings, "1", TS_LAYER_FINAL, 3);
  add_rating (fixture->previous_ratings, "1a", TS_LAYER_SELF, 1);
  add_target (fixture, "1", 2009, 3);
  add_target (fixture, "1", 2011, 4);
  add_target (fixture, "1a", 2009, 2);
  add_target (fixture, "strategy", 2009, 2);
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TsGapsData) gaps = NULL;

  fill (fixture);
  gaps = build (fixture, "competencies", TS_GAP_SCOPE_GROUPS, 2009);
  g_assert_cmpstr (ts_gaps_data_get_title (gaps), ==, "Northmoor PCT · Competencies · 2009/10");
  g_assert_cmpint (ts_gaps_data_get_subject (gaps), ==, TS_GAPS_SUBJECT_COMPETENCY);
  g_assert_cmpuint (ts_gaps_data_get_n_levels (gaps), ==, 4);
  g_assert_cmpstr (ts_gaps_data_get_level_name (gaps, 2), ==, "Developing");
  g_assert_cmpuint (ts_gaps_data_get_n_rows (gaps), ==, 11);
  g_assert_cmpstr (ts_gaps_data_get_short_label (gaps, 10), ==, "11");
  assert_row (gaps, "1", 2, 3, 3);
  assert_row (gaps, "2", 0, 0, 0);
}

static void
test_criteria (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TsGapsData) gaps = NULL;

  fill (fixture);
  gaps = build (fixture, "competencies", TS_GAP_SCOPE_CRITERIA, 2009);
  g_assert_cmpint (ts_gaps_data_get_subject (gaps), ==, TS_GAPS_SUBJECT_CRITERION);
  g_assert_cmpuint (ts_gaps_data_get_n_rows (gaps), ==, 33);
  assert_row (gaps, "1a", 2, 2, 1);
  assert_row (gaps, "2a", 1, 0, 0);
}

static void
test_governance (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TsGapsData) areas = NULL;
  g_autoptr (TsGapsData) indicators = NULL;

  fill (fixture);
  areas = build (fixture, "governance", TS_GAP_SCOPE_GROUPS, 2009);
  indicators = build (fixture, "governance", TS_GAP_SCOPE_CRITERIA, 2009);
  g_assert_cmpint (ts_gaps_data_get_subject (areas), ==, TS_GAPS_SUBJECT_AREA);
  g_assert_cmpuint (ts_gaps_data_get_n_rows (areas), ==, 3);
  g_assert_cmpuint (ts_gaps_data_get_n_rows (indicators), ==, 16);
  g_assert_cmpstr (ts_gaps_data_get_level_name (areas, 2), ==, "Amber");
  /* A word in place of a number is left out. */
  g_assert_cmpstr (ts_gaps_data_get_short_label (areas, 0), ==, "");
  assert_row (areas, "Strategy", 0, 2, 0);
  assert_row (indicators, "Clear vision and measurable goals", 3, 0, 0);
}

static void
test_later_year (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TsGapsData) gaps = NULL;

  fill (fixture);
  gaps = build (fixture, "competencies", TS_GAP_SCOPE_GROUPS, 2011);
  g_assert_cmpstr (ts_gaps_data_get_title (gaps), ==, "Northmoor PCT · Competencies · 2009/10, targets for 2011/12");
  assert_row (gaps, "1", 2, 4, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/model/gaps-source/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("groups", test_groups);
  ADD ("criteria", test_criteria);
  ADD ("governance", test_governance);
  ADD ("later-year", test_later_year);

  return g_test_run ();
}
