/* test-radar-source.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-library.h"
#include "model/ts-radar-source.h"

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
            int         level)
{
  TsRow *row = ts_row_new (TS_ENTITY_TARGET, node_id);

  ts_row_set_text (row, TS_TARGET_ASSESSMENT, ASSESSMENT_ID);
  ts_row_set_text (row, TS_TARGET_NODE, node_id);
  ts_row_set_integer (row, TS_TARGET_YEAR, 2009);
  ts_row_set_integer (row, TS_TARGET_LEVEL, level);
  g_ptr_array_add (fixture->targets, row);
}

static TsAssessmentState *
derive (Fixture *fixture)
{
  return ts_assessment_state_new (fixture->framework, fixture->assessment, TS_LAYER_SELF,
                                  fixture->ratings, fixture->targets, fixture->links,
                                  fixture->previous_framework, fixture->previous_ratings);
}

static TsRadarData *
build (const TsAssessmentState *state,
       const char              *section_id)
{
  const TsSection *section = ts_framework_find_section (ts_assessment_state_get_framework (state), section_id);

  return ts_radar_source_build (state, section, TS_LAYER_SELF, "Northmoor PCT", "2009/10", "2008/09");
}

static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpstr (ts_radar_source_find_section (fixture->framework)->id, ==, "competencies");
  g_assert_cmpstr (ts_radar_source_find_section (fixture->previous_framework)->id, ==, "competencies");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = derive (fixture);
  g_autoptr (TsRadarData) radar = build (state, "competencies");
  double value;

  g_assert_cmpstr (ts_radar_data_get_title (radar), ==, "Northmoor PCT · Competencies · 2009/10");
  g_assert_cmpuint (ts_radar_data_get_n_axes (radar), ==, 11);
  g_assert_cmpuint (ts_radar_data_get_n_levels (radar), ==, 4);

  /* What is not there has no series, except what the chart is about. */
  g_assert_cmpuint (ts_radar_data_get_n_series (radar), ==, 1);
  g_assert_cmpstr (ts_radar_data_get_series_name (radar, 0), ==, "2009/10 · Self");

  for (guint i = 0; i < 11; i++)
    g_assert_false (ts_radar_data_get_value (radar, 0, i, &value));
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = derive (fixture);
  g_autoptr (TsRadarData) radar = build (state, "competencies");
  const TsSection *section = ts_framework_find_section (fixture->framework, "competencies");

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      g_assert_cmpstr (ts_radar_data_get_short_label (radar, i), ==, group->id);
      g_assert_cmpstr (ts_radar_data_get_long_label (radar, i), ==, group->title);
    }

  for (guint level = 1; level <= 4; level++)
    g_assert_cmpstr (ts_radar_data_get_level_name (radar, level), ==, ts_scale_get_label (section->scale, (int) level));
}

static void
assert_value (TsRadarData *radar,
              guint        series,
              guint        axis,
              int          level)
{
  double value;

  if (ts_radar_data_get_value (radar, series, axis, &value))
    g_assert_cmpfloat (value, ==, level);
  else
    g_assert_cmpint (level, ==, 0);
}

/* Whatever is rated: each value is the level that the state has, and where it has none there is none. */
static void
test_any (Fixture       *fixture,
          gconstpointer  data)
{
  const TsSection *section = ts_framework_find_section (fixture->framework, "competencies");

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (TsAssessmentState) state = NULL;
      g_autoptr (TsRadarData) radar = NULL;

      g_ptr_array_set_size (fixture->ratings, 0);
      g_ptr_array_set_size (fixture->targets, 0);
      g_ptr_array_set_size (fixture->previous_ratings, 0);

      /* One of each, so that all series are there. */
      add_target (fixture, "1", 3);
      add_rating (fixture->previous_ratings, "1", TS_LAYER_PANEL, 2);

      for (guint i = 0; i < section->groups->len; i++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, i);

          if (i > 0 && g_test_rand_bit ())
            add_target (fixture, group->id, g_test_rand_int_range (1, 5));

          if (i > 0 && g_test_rand_bit ())
            add_rating (fixture->previous_ratings, group->id, TS_LAYER_PANEL, g_test_rand_int_range (1, 5));

          for (guint j = 0; j < group->criteria->len; j++)
            {
              const TsNode *criterion = g_ptr_array_index (group->criteria, j);

              if (g_test_rand_int_range (0, 4) > 0)
                add_rating (fixture->ratings, criterion->id, TS_LAYER_SELF, g_test_rand_int_range (1, 5));
            }
        }

      state = derive (fixture);
      radar = build (state, "competencies");
      g_assert_cmpuint (ts_radar_data_get_n_series (radar), ==, 3);
      g_assert_cmpint (ts_radar_data_get_series_kind (radar, 0), ==, TS_RADAR_SERIES_CURRENT);
      g_assert_cmpint (ts_radar_data_get_series_kind (radar, 1), ==, TS_RADAR_SERIES_TARGET);
      g_assert_cmpint (ts_radar_data_get_series_kind (radar, 2), ==, TS_RADAR_SERIES_PREVIOUS);

      for (guint i = 0; i < section->groups->len; i++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, i);
          const TsNodeState *standing = ts_assessment_state_find (state, group->id);

          assert_value (radar, 0, i, standing->level);
          assert_value (radar, 1, i, standing->target);
          assert_value (radar, 2, i, standing->previous_level);
        }
    }
}

static void
test_previous_name (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = NULL;
  g_autoptr (TsAssessmentState) mixed_state = NULL;
  g_autoptr (TsRadarData) radar = NULL;
  g_autoptr (TsRadarData) mixed_radar = NULL;

  add_rating (fixture->previous_ratings, "2", TS_LAYER_FINAL, 3);
  add_rating (fixture->previous_ratings, "7", TS_LAYER_FINAL, 1);
  state = derive (fixture);
  radar = build (state, "competencies");
  g_assert_cmpuint (ts_radar_data_get_n_series (radar), ==, 2);
  g_assert_cmpstr (ts_radar_data_get_series_name (radar, 1), ==, "2008/09 · Final");

  /* One layer's name would be wrong for some of the levels. */
  add_rating (fixture->previous_ratings, "4", TS_LAYER_PANEL, 2);
  mixed_state = derive (fixture);
  mixed_radar = build (mixed_state, "competencies");
  g_assert_cmpstr (ts_radar_data_get_series_name (mixed_radar, 1), ==, "2008/09");
}

static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = NULL;
  g_autoptr (TsRadarData) radar = NULL;

  add_rating (fixture->ratings, "finance", TS_LAYER_SELF, 3);
  state = derive (fixture);
  radar = build (state, "governance");

  g_assert_cmpint (ts_radar_data_get_subject (radar), ==, TS_RADAR_SUBJECT_AREA);
  g_assert_cmpuint (ts_radar_data_get_n_axes (radar), ==, 3);
  g_assert_cmpuint (ts_radar_data_get_n_levels (radar), ==, 3);
  g_assert_cmpuint (ts_radar_data_count_values (radar, 0), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/radar-source/section", Fixture, NULL, set_up, test_section, tear_down);
  g_test_add ("/radar-source/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/radar-source/labels", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/radar-source/any", Fixture, NULL, set_up, test_any, tear_down);
  g_test_add ("/radar-source/previous-name", Fixture, NULL, set_up, test_previous_name, tear_down);
  g_test_add ("/radar-source/areas", Fixture, NULL, set_up, test_areas, tear_down);

  return g_test_run ();
}
