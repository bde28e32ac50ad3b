/* test-carry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-assessment-state.h"
#include "core/ts-attach.h"
#include "core/ts-carry.h"
#include "core/ts-error.h"
#include "core/ts-rate.h"
#include "fixture.h"

static const char *const criteria[] = { "5a", "5b", "5c", "6a", "6b", "7a", "7b", "strategy", "finance" };

typedef struct
{
  TsFramework *framework;
  TsCrosswalk *crosswalk;
  TsRow *assessment;
  TsRow *last_year;
  TsCarryMaterial material;
} Fixture;

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  fixture->crosswalk = ts_crosswalk_new_by_comparison (fixture->framework, fixture->framework);
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  fixture->last_year = ts_row_new (TS_ENTITY_ASSESSMENT, "assessment-0");
  fixture->material = (TsCarryMaterial) {
    .assessment = fixture->assessment,
    .framework = fixture->framework,
    .ratings = new_rows (),
    .targets = new_rows (),
    .links = new_rows (),
    .previous_framework = fixture->framework,
    .previous_ratings = new_rows (),
    .previous_targets = new_rows (),
    .previous_links = new_rows (),
    .previous_year = FIXTURE_YEAR - 1,
    .crosswalk = fixture->crosswalk,
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->material.ratings);
  g_ptr_array_unref (fixture->material.targets);
  g_ptr_array_unref (fixture->material.links);
  g_ptr_array_unref (fixture->material.previous_ratings);
  g_ptr_array_unref (fixture->material.previous_targets);
  g_ptr_array_unref (fixture->material.previous_links);
  ts_row_unref (fixture->last_year);
  ts_row_unref (fixture->assessment);
  ts_crosswalk_unref (fixture->crosswalk);
  ts_framework_unref (fixture->framework);
}

static void
rate_last_year (Fixture    *fixture,
                const char *node_id,
                int         level,
                const char *rationale)
{
  g_ptr_array_add (fixture->material.previous_ratings,
                   fixture_rating_new (fixture->last_year, node_id, TS_LAYER_SELF, "", level, rationale));
}

static void
link_last_year (Fixture    *fixture,
                const char *evidence_id,
                const char *node_id)
{
  g_autoptr (TsRow) evidence = fixture_file_new (evidence_id, "Paper");
  TsRow *link = ts_evidence_link_new (evidence, fixture->last_year, node_id);

  ts_row_set_text (link, TS_EVIDENCE_LINK_PLACE, "p. 3");
  g_ptr_array_add (fixture->material.previous_links, link);
}

static GPtrArray *
rows_of (Fixture *fixture,
         TsEntity entity)
{
  switch ((int) entity)
    {
    case TS_ENTITY_RATING:
      return fixture->material.ratings;

    case TS_ENTITY_TARGET:
      return fixture->material.targets;

    case TS_ENTITY_EVIDENCE_LINK:
      return fixture->material.links;

    default:
      g_assert_not_reached ();
    }
}

/* As the workbook would: a row that is created must not be there, one that is changed must be as the change says. */
static void
apply (Fixture  *fixture,
       TsChange *change)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      TsRow *any = row->after != NULL ? row->after : row->before;
      GPtrArray *rows = rows_of (fixture, ts_row_get_entity (any));
      gboolean found = FALSE;

      for (guint j = 0; j < rows->len && !found; j++)
        {
          found = g_str_equal (ts_row_get_id (g_ptr_array_index (rows, j)), ts_row_get_id (any));

          if (found)
            {
              g_assert_nonnull (row->before);
              g_assert_true (ts_row_equal (row->before, g_ptr_array_index (rows, j)));
              g_ptr_array_remove_index_fast (rows, j);
            }
        }

      g_assert_true (found == (row->before != NULL));

      if (row->after != NULL)
        {
          g_assert_cmpint (ts_row_find_missing_field (row->after), ==, -1);
          g_ptr_array_add (rows, ts_row_ref (row->after));
        }
    }
}

static void
assert_unchanged (TsChange *change,
                  GError   *error)
{
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED);
  g_assert_null (change);
}

static void
carry_forward (Fixture    *fixture,
               const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_change_carry_forward (&fixture->material, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, label);
  apply (fixture, change);
}

static void
confirm (Fixture    *fixture,
         const char *node_id,
         const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_change_confirm (fixture->assessment, fixture->framework, node_id, fixture->material.ratings,
                                                   fixture->material.links, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, label);
  apply (fixture, change);
}

static TsAssessmentState *
derive (Fixture *fixture)
{
  return ts_assessment_state_new (fixture->framework, fixture->assessment, TS_LAYER_SELF, fixture->material.ratings,
                                  fixture->material.targets, fixture->material.links, NULL, NULL);
}

/* --- Carrying forward -------------------------------------------------------------------------------------------- */

static void
test_what_arrives (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = NULL;
  TsCarryPlan plan;

  rate_last_year (fixture, "5a", 2, "why");
  rate_last_year (fixture, "5b", 0, "half a thought");
  rate_last_year (fixture, "5c", 9, NULL); /* off the scale */
  rate_last_year (fixture, "5", 3, "stated");
  g_ptr_array_add (fixture->material.previous_ratings, fixture_rating_new (fixture->last_year, "6b", TS_LAYER_PANEL, "", 1, "panel"));
  link_last_year (fixture, "evidence-1", "5a");
  link_last_year (fixture, "evidence-1", "6a");
  link_last_year (fixture, "evidence-1", "5");
  g_ptr_array_add (fixture->material.previous_targets, fixture_target_new (fixture->last_year, "5", FIXTURE_YEAR - 1, 2));
  g_ptr_array_add (fixture->material.previous_targets, fixture_target_new (fixture->last_year, "5", FIXTURE_YEAR, 3));
  g_ptr_array_add (fixture->material.previous_targets, fixture_target_new (fixture->last_year, "5", FIXTURE_YEAR + 1, 4));
  g_ptr_array_add (fixture->material.previous_targets, fixture_target_new (fixture->last_year, "strategy", FIXTURE_YEAR, 4));

  plan = ts_carry_plan (&fixture->material);
  g_assert_cmpuint (plan.n_criteria, ==, 3);
  g_assert_cmpuint (plan.n_changed, ==, 0);
  g_assert_cmpuint (plan.n_new, ==, 0);
  g_assert_cmpuint (plan.n_links, ==, 2);
  g_assert_cmpuint (plan.n_targets, ==, 2);

  carry_forward (fixture, "Carry 2008/09 forward: 3 criteria");
  g_assert_cmpuint (fixture->material.ratings->len, ==, 2);
  state = derive (fixture);
  g_assert_cmpint (ts_assessment_state_find (state, "5a")->carried_level, ==, 2);
  g_assert_cmpint (ts_assessment_state_find (state, "5a")->level, ==, 0);
  g_assert_cmpuint (ts_assessment_state_find (state, "6a")->n_carried_evidence, ==, 1);
  g_assert_cmpint (ts_assessment_state_get_target (state, "5", FIXTURE_YEAR), ==, 3);
  g_assert_cmpint (ts_assessment_state_get_target (state, "5", FIXTURE_YEAR + 1), ==, 4);
  g_assert_cmpuint (ts_assessment_state_find (state, "5")->n_to_confirm, ==, 2);
}

static void
test_never_overwrites (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = NULL;

  rate_last_year (fixture, "5a", 2, "last year");
  rate_last_year (fixture, "5b", 2, "last year");
  link_last_year (fixture, "evidence-1", "5a");
  g_ptr_array_add (fixture->material.previous_targets, fixture_target_new (fixture->last_year, "5", FIXTURE_YEAR, 3));
  g_ptr_array_add (fixture->material.ratings, fixture_rating_new (fixture->assessment, "5a", TS_LAYER_SELF, "", 4, "this year"));
  g_ptr_array_add (fixture->material.targets, fixture_target_new (fixture->assessment, "5", FIXTURE_YEAR, 4));

  carry_forward (fixture, "Carry 2008/09 forward: 1 criterion");
  state = derive (fixture);
  g_assert_cmpint (ts_assessment_state_find (state, "5a")->level, ==, 4);
  g_assert_cmpuint (ts_assessment_state_find (state, "5a")->n_carried_evidence, ==, 0);
  g_assert_cmpint (ts_assessment_state_find (state, "5b")->carried_level, ==, 2);
  g_assert_cmpint (ts_assessment_state_find (state, "5")->target, ==, 4);
}

static void
test_unconfirmed_is_not_carried_on (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;

  rate_last_year (fixture, "5a", 2, "from the year before");
  ts_row_set_text (g_ptr_array_index (fixture->material.previous_ratings, 0), TS_RATING_CARRIED, "older");
  link_last_year (fixture, "evidence-1", "5a");
  ts_row_set_text (g_ptr_array_index (fixture->material.previous_links, 0), TS_EVIDENCE_LINK_CARRIED, "older");
  change = ts_change_carry_forward (&fixture->material, &error);
  assert_unchanged (change, error);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TsRow) approved = fixture_assessment_new (TS_STAGE_BOARD_APPROVED);
  GPtrArray *ratings = fixture->material.ratings;
  GPtrArray *links = fixture->material.links;

  rate_last_year (fixture, "5a", 2, "why");
  carry_forward (fixture, "Carry 2008/09 forward: 1 criterion");
  fixture->material.assessment = approved;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = NULL;

      if (i == 0)
        change = ts_change_carry_forward (&fixture->material, &error);
      else if (i == 1)
        change = ts_change_confirm (approved, fixture->framework, "5a", ratings, links, &error);
      else if (i == 2)
        change = ts_change_confirm_unchanged (approved, fixture->framework, fixture->crosswalk, ratings, links, &error);
      else
        change = ts_change_start_afresh (approved, fixture->framework, "5a", ratings, links, &error);

      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
      g_assert_null (change);
    }
}

static void
fill_last_year_at_random (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      const TsNode *node = ts_framework_find_node (fixture->framework, criteria[i]);
      int level = g_test_rand_int_range (0, (int) ts_scale_get_n_levels (node->section->scale) + 1);
      g_autofree char *rationale = g_test_rand_int_range (0, 3) > 0 ? g_strdup_printf ("why %d", level) : NULL;

      if (level != 0 || rationale != NULL)
        rate_last_year (fixture, criteria[i], level, rationale);

      for (int j = g_test_rand_int_range (0, 3); j > 0; j--)
        {
          g_autofree char *evidence_id = g_strdup_printf ("evidence-%d", j);

          link_last_year (fixture, evidence_id, criteria[i]);
        }
    }
}

static const TsRow *
find_rating (GPtrArray  *ratings,
             const char *node_id)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      if (g_str_equal (ts_row_get_text (g_ptr_array_index (ratings, i), TS_RATING_NODE), node_id))
        return g_ptr_array_index (ratings, i);
    }

  return NULL;
}

static guint
count_links (GPtrArray  *links,
             const char *node_id)
{
  guint n_links = 0;

  for (guint i = 0; i < links->len; i++)
    {
      g_assert_cmpstr (ts_row_get_text (g_ptr_array_index (links, i), TS_EVIDENCE_LINK_PLACE), ==, "p. 3");
      n_links += g_str_equal (ts_row_get_text (g_ptr_array_index (links, i), TS_EVIDENCE_LINK_NODE), node_id);
    }

  return n_links;
}

static void
assert_as_last_year (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      const TsRow *before = find_rating (fixture->material.previous_ratings, criteria[i]);
      const TsRow *now = find_rating (fixture->material.ratings, criteria[i]);

      g_assert_true ((before == NULL) == (now == NULL));
      g_assert_cmpuint (count_links (fixture->material.links, criteria[i]), ==,
                        count_links (fixture->material.previous_links, criteria[i]));

      if (before == NULL)
        continue;

      g_assert_false (ts_row_has (now, TS_RATING_CARRIED));
      g_assert_cmpint (ts_row_get_integer (now, TS_RATING_LEVEL), ==, ts_row_get_integer (before, TS_RATING_LEVEL));
      g_assert_cmpstr (ts_row_get_text (now, TS_RATING_RATIONALE), ==, ts_row_get_text (before, TS_RATING_RATIONALE));
    }
}

/* Whatever last year was: carried forward twice is carried once, nothing of it counts, and confirmed it is last year again. */
static void
test_property (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) carry = NULL;
      g_autoptr (TsChange) again = NULL;
      g_autoptr (TsChange) confirmation = NULL;
      g_autoptr (TsAssessmentState) state = NULL;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      fill_last_year_at_random (fixture);
      carry = ts_change_carry_forward (&fixture->material, &error);

      if (carry == NULL)
        {
          assert_unchanged (carry, error);
          continue;
        }

      apply (fixture, carry);
      again = ts_change_carry_forward (&fixture->material, &error);
      assert_unchanged (again, error);
      g_clear_error (&error);

      state = derive (fixture);

      for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
        {
          g_assert_cmpint (ts_assessment_state_find (state, criteria[i])->level, ==, 0);
          g_assert_cmpuint (ts_assessment_state_find (state, criteria[i])->n_evidence, ==, 0);
        }

      confirmation = ts_change_confirm_unchanged (fixture->assessment, fixture->framework, fixture->crosswalk,
                                                  fixture->material.ratings, fixture->material.links, &error);
      g_assert_no_error (error);
      apply (fixture, confirmation);
      assert_as_last_year (fixture);
    }
}

/* --- Confirming, and starting afresh ----------------------------------------------------------------------------- */

static void
test_confirm (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (TsAssessmentState) state = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    rate_last_year (fixture, criteria[i], 2, "why");

  link_last_year (fixture, "evidence-1", "5b");
  carry_forward (fixture, "Carry 2008/09 forward: 9 criteria");
  confirm (fixture, "5b", "5b: confirm what was carried forward");
  state = derive (fixture);
  g_assert_cmpint (ts_assessment_state_find (state, "5b")->missing, ==, TS_MISSING_NOTHING);
  g_assert_cmpuint (ts_assessment_state_find (state, "5")->n_to_confirm, ==, 2);
  g_assert_cmpuint (ts_assessment_state_find (state, "6")->n_to_confirm, ==, 2);

  confirm (fixture, "5", "5: confirm 2 criteria");
  confirm (fixture, "strategy", "Strategy: confirm what was carried forward");
  change = ts_change_confirm (fixture->assessment, fixture->framework, "5", fixture->material.ratings, fixture->material.links, &error);
  assert_unchanged (change, error);
  g_clear_error (&error);
  change = ts_change_confirm (fixture->assessment, fixture->framework, "12z", fixture->material.ratings, fixture->material.links, &error);
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
  g_assert_null (change);
}

static void
test_confirm_unchanged (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TsCrosswalk) crosswalk = ts_crosswalk_new ("small", "small");
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (TsAssessmentState) state = NULL;

  ts_crosswalk_add (crosswalk, "5a", "5a", TS_CROSSWALK_UNCHANGED, NULL);
  ts_crosswalk_add (crosswalk, "5b", "5b", TS_CROSSWALK_CHANGED, "reworded");
  ts_crosswalk_add (crosswalk, "5c", "6a", TS_CROSSWALK_UNCHANGED, NULL); /* under another number */
  ts_crosswalk_add (crosswalk, NULL, "5c", TS_CROSSWALK_NEW, NULL);
  fixture->material.crosswalk = crosswalk;
  rate_last_year (fixture, "5a", 1, "why");
  rate_last_year (fixture, "5b", 2, "why");
  rate_last_year (fixture, "5c", 3, "why");
  g_assert_cmpuint (ts_carry_plan (&fixture->material).n_changed, ==, 1);
  g_assert_cmpuint (ts_carry_plan (&fixture->material).n_new, ==, 1);
  carry_forward (fixture, "Carry 2008/09 forward: 3 criteria");

  change = ts_change_confirm_unchanged (fixture->assessment, fixture->framework, crosswalk, fixture->material.ratings,
                                        fixture->material.links, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Confirm 2 unchanged criteria");
  apply (fixture, change);
  state = derive (fixture);
  g_assert_cmpint (ts_assessment_state_find (state, "5a")->level, ==, 1);
  g_assert_cmpint (ts_assessment_state_find (state, "5b")->level, ==, 0);
  g_assert_cmpint (ts_assessment_state_find (state, "5b")->carried_level, ==, 2);
  g_assert_cmpint (ts_assessment_state_find (state, "6a")->level, ==, 3);
}

static void
test_start_afresh (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;

  rate_last_year (fixture, "5a", 2, "why");
  rate_last_year (fixture, "5b", 2, "why");
  link_last_year (fixture, "evidence-1", "5a");
  carry_forward (fixture, "Carry 2008/09 forward: 2 criteria");
  change = ts_change_start_afresh (fixture->assessment, fixture->framework, "5a", fixture->material.ratings,
                                   fixture->material.links, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "5a: start afresh");
  apply (fixture, change);
  g_assert_null (find_rating (fixture->material.ratings, "5a"));
  g_assert_nonnull (find_rating (fixture->material.ratings, "5b"));
  g_assert_cmpuint (fixture->material.links->len, ==, 0);

  g_clear_pointer (&change, ts_change_unref);
  change = ts_change_start_afresh (fixture->assessment, fixture->framework, "5a", fixture->material.ratings,
                                   fixture->material.links, &error);
  assert_unchanged (change, error);
}

static void
test_rating_confirms (Fixture       *fixture,
                      gconstpointer  data)
{
  /* The carried level is 2: the level chosen, and the label of the change; NULL where nothing changes. */
  static const struct
  {
    int level;
    const char *label;
  } cases[] = {
    { 3, "5a: level 2 → 3" },
    { 2, "5a: level 2 confirmed" },
    { 0, "5a: level 2 → not rated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) rating = fixture_rating_new (fixture->assessment, "5a", TS_LAYER_SELF, "", 2, "why");
      g_autoptr (TsChange) change = NULL;

      ts_row_set_text (rating, TS_RATING_CARRIED, "older");
      change = ts_change_rate (fixture->assessment, fixture->framework, "5a", TS_LAYER_SELF, "", rating, cases[i].level, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      g_assert_false (ts_row_has (ts_change_get_row (change, 0)->after, TS_RATING_CARRIED));
    }
}

static void
test_explaining_does_not_confirm (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) rating = fixture_rating_new (fixture->assessment, "5a", TS_LAYER_SELF, "", 2, "why");
  g_autoptr (TsChange) change = NULL;

  ts_row_set_text (rating, TS_RATING_CARRIED, "older");
  change = ts_change_explain (fixture->assessment, fixture->framework, "5a", TS_LAYER_SELF, "", rating, "why now", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_row_get_text (ts_change_get_row (change, 0)->after, TS_RATING_CARRIED), ==, "older");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/core/carry/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("what-arrives", test_what_arrives);
  ADD ("never-overwrites", test_never_overwrites);
  ADD ("unconfirmed-is-not-carried-on", test_unconfirmed_is_not_carried_on);
  ADD ("locked", test_locked);
  ADD ("property", test_property);
  ADD ("confirm", test_confirm);
  ADD ("confirm-unchanged", test_confirm_unchanged);
  ADD ("start-afresh", test_start_afresh);
  ADD ("rating-confirms", test_rating_confirms);
  ADD ("explaining-does-not-confirm", test_explaining_does_not_confirm);
#undef ADD
  return g_test_run ();
}
