/* test-rate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-rate.h"
#include "fixture.h"

#include <string.h>

typedef struct
{
  TsFramework *framework;
  TsRow *assessment;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ts_row_unref (fixture->assessment);
  ts_framework_unref (fixture->framework);
}

static void
assert_only_row (const TsChange *change,
                 const TsRow    *before,
                 gboolean        has_after)
{
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
  g_assert_true (ts_change_get_row (change, 0)->before == before);
  g_assert_cmpint (ts_change_get_row (change, 0)->after != NULL, ==, has_after);
}

/* --- Rating -------------------------------------------------------------------------------------------------------- */

static void
test_rate_labels (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *node;
    int before;
    int after;
    const char *label;
  } cases[] = {
    { "5b", 2, 3, "5b: level 2 → 3" },
    { "5b", 4, 1, "5b: level 4 → 1" },
    { "5b", 0, 3, "5b: not rated → level 3" },
    { "5b", 3, 0, "5b: level 3 → not rated" },
    { "5", 1, 2, "5: level 1 → 2" },
    { "strategy", 1, 2, "Strategy: red → amber" },
    { "strategy", 0, 3, "Strategy: not rated → green" },
    { "finance", 2, 0, "Finance: amber → not rated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) rating = NULL;
      g_autoptr (TsChange) change = NULL;

      if (cases[i].before != 0)
        rating = fixture_rating_new (fixture->assessment, cases[i].node, TS_LAYER_SELF, "", cases[i].before, NULL);

      change = ts_change_rate (fixture->assessment, fixture->framework, cases[i].node, TS_LAYER_SELF, "", rating, cases[i].after,
                               &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      assert_only_row (change, rating, cases[i].after != 0);
    }
}

static void
test_rate_for_the_first_time (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ts_rating_row_id ("assessment-1", "5b", TS_LAYER_REVIEWER, "Reviewer A");
  g_autoptr (TsChange) change =
    ts_change_rate (fixture->assessment, fixture->framework, "5b", TS_LAYER_REVIEWER, "Reviewer A", NULL, 3, &error);

  g_assert_no_error (error);
  assert_only_row (change, NULL, TRUE);
  g_assert_false (ts_change_is_stamped (change));
  g_assert_cmpstr (ts_row_get_id (ts_change_get_row (change, 0)->after), ==, id);
  g_assert_cmpint (ts_row_find_missing_field (ts_change_get_row (change, 0)->after), ==, -1);
  fixture_assert_row_json (ts_change_get_row (change, 0)->after,
                           "{\"assessment\":\"assessment-1\",\"node\":\"5b\",\"layer\":\"reviewer\","
                           "\"assessor\":\"Reviewer A\",\"level\":3}");
}

static void
test_rate_keeps_the_rationale (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (TsRow) rating = fixture_rating_new (fixture->assessment, "5b", TS_LAYER_SELF, "", 2, "why");
  g_autoptr (TsChange) change =
    ts_change_rate (fixture->assessment, fixture->framework, "5b", TS_LAYER_SELF, "", rating, 0, NULL);
  const TsRow *after;

  assert_only_row (change, rating, TRUE);
  after = ts_change_get_row (change, 0)->after;
  g_assert_false (ts_row_has (after, TS_RATING_LEVEL));
  g_assert_cmpstr (ts_row_get_text (after, TS_RATING_RATIONALE), ==, "why");
  g_assert_cmpint (ts_row_get_integer (rating, TS_RATING_LEVEL), ==, 2);
}

static void
test_rate_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *node;
    TsLayer layer;
    const char *assessor;
    int kept;
    int level;
    TsRuleError code;
    const char *message;
  } cases[] = {
    { "5d", TS_LAYER_SELF, "", 0, 3, TS_RULE_ERROR_UNKNOWN, "no criterion “5d”" },
    { "", TS_LAYER_SELF, "", 0, 3, TS_RULE_ERROR_UNKNOWN, "no criterion “”" },
    { "life", TS_LAYER_SELF, "", 0, 3, TS_RULE_ERROR_UNKNOWN, "no criterion" },
    { "competencies", TS_LAYER_SELF, "", 0, 3, TS_RULE_ERROR_UNKNOWN, "no criterion" },
    { "5b", TS_LAYER_SELF, "", 0, 5, TS_RULE_ERROR_UNKNOWN, "5b has no level 5; its scale goes from 1 to 4" },
    { "5b", TS_LAYER_SELF, "", 0, -1, TS_RULE_ERROR_UNKNOWN, "no level -1" },
    { "5b", TS_LAYER_SELF, "", 0, G_MAXINT, TS_RULE_ERROR_UNKNOWN, "no level" },
    { "strategy", TS_LAYER_SELF, "", 0, 4, TS_RULE_ERROR_UNKNOWN, "from 1 to 3" },
    { "5b", TS_LAYER_REVIEWER, "", 0, 3, TS_RULE_ERROR_INVALID, "reviewer’s name" },
    { "5b", TS_LAYER_SELF, "", 3, 3, TS_RULE_ERROR_UNCHANGED, "" },
    { "5b", TS_LAYER_SELF, "", 0, 0, TS_RULE_ERROR_UNCHANGED, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) rating = NULL;

      if (cases[i].kept != 0)
        rating = fixture_rating_new (fixture->assessment, cases[i].node, cases[i].layer, "", cases[i].kept, NULL);

      g_assert_null (ts_change_rate (fixture->assessment, fixture->framework, cases[i].node, cases[i].layer, cases[i].assessor,
                                     rating, cases[i].level, &error));
      g_assert_error (error, TS_RULE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));

      /* And without anybody who listens. */
      g_assert_null (ts_change_rate (fixture->assessment, fixture->framework, cases[i].node, cases[i].layer, cases[i].assessor,
                                     rating, cases[i].level, NULL));
    }
}

/* A level or words from elsewhere that the scale does not have can still be taken away. */
static void
test_rate_clears_a_stray_level (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (TsRow) rating = fixture_rating_new (fixture->assessment, "5b", TS_LAYER_SELF, "", 9, NULL);
  g_autoptr (TsChange) change =
    ts_change_rate (fixture->assessment, fixture->framework, "5b", TS_LAYER_SELF, "", rating, 0, NULL);

  assert_only_row (change, rating, FALSE);
}

/* --- Locks --------------------------------------------------------------------------------------------------------- */

static void
test_locks (Fixture       *fixture,
            gconstpointer  data)
{
  for (TsStage stage = 0; stage < TS_N_STAGES; stage++)
    {
      g_autoptr (TsRow) assessment = fixture_assessment_new (stage);

      for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
        {
          g_autoptr (GError) unlocked_error = NULL;
          g_autoptr (GError) rate_error = NULL;
          g_autoptr (GError) explain_error = NULL;
          g_autoptr (TsChange) rated =
            ts_change_rate (assessment, fixture->framework, "5b", layer, "A", NULL, 3, &rate_error);
          g_autoptr (TsChange) explained =
            ts_change_explain (assessment, fixture->framework, "5b", layer, "A", NULL, "why", &explain_error);

          if (!ts_stage_locks_layer (stage, layer))
            {
              g_assert_true (ts_assessment_check_unlocked (assessment, layer, &unlocked_error));
              g_assert_no_error (unlocked_error);
              g_assert_no_error (rate_error);
              g_assert_no_error (explain_error);
              continue;
            }

          g_assert_false (ts_assessment_check_unlocked (assessment, layer, &unlocked_error));
          g_assert_error (unlocked_error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
          g_assert_error (rate_error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
          g_assert_error (explain_error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
          g_assert_null (rated);
          g_assert_null (explained);
          g_assert_nonnull (strstr (rate_error->message, ts_stage_get_title (stage)));
          g_assert_nonnull (strstr (rate_error->message, ts_layer_get_title (layer)));
        }
    }
}

static void
test_unknown_stage_locks_all (Fixture       *fixture,
                              gconstpointer  data)
{
  ts_row_set_text (fixture->assessment, TS_ASSESSMENT_STAGE, "archived");

  for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ts_change_rate (fixture->assessment, fixture->framework, "5b", layer, "A", NULL, 3, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, "archived"));
    }
}

/* --- Explaining ---------------------------------------------------------------------------------------------------- */

static void
test_explain_labels (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *before;
    const char *rationale;
    const char *kept;
    const char *label;
  } cases[] = {
    { NULL, "why", "why", "5b: rationale written" },
    { "why", "why not", "why not", "5b: rationale edited" },
    { "why", "", NULL, "5b: rationale cleared" },
    { "why", " \n ", NULL, "5b: rationale cleared" },
    { NULL, " a\r\nb\001 ", "a\nb", "5b: rationale written" },
    { NULL, "שלום \u202eabc", "שלום \u202eabc", "5b: rationale written" },
    { NULL, "\xff", "\ufffd", "5b: rationale written" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) rating = fixture_rating_new (fixture->assessment, "5b", TS_LAYER_SELF, "", 2, cases[i].before);
      g_autoptr (TsChange) change = ts_change_explain (fixture->assessment, fixture->framework, "5b", TS_LAYER_SELF, "", rating,
                                                       cases[i].rationale, &error);
      const TsRow *after;

      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      assert_only_row (change, rating, TRUE);
      after = ts_change_get_row (change, 0)->after;
      g_assert_cmpstr (ts_row_get_text (after, TS_RATING_RATIONALE), ==, cases[i].kept);
      g_assert_cmpint (ts_row_get_integer (after, TS_RATING_LEVEL), ==, 2);
    }
}

static void
test_explain_before_rating (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (TsChange) change =
    ts_change_explain (fixture->assessment, fixture->framework, "5b", TS_LAYER_SELF, "", NULL, "why", NULL);

  assert_only_row (change, NULL, TRUE);
  fixture_assert_row_json (ts_change_get_row (change, 0)->after,
                           "{\"assessment\":\"assessment-1\",\"node\":\"5b\",\"layer\":\"self\",\"assessor\":\"\","
                           "\"rationale\":\"why\"}");
}

static void
test_explain_errors (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *node;
    TsLayer layer;
    const char *kept;
    const char *rationale;
    TsRuleError code;
  } cases[] = {
    { "5d", TS_LAYER_SELF, NULL, "why", TS_RULE_ERROR_UNKNOWN },
    { "5b", TS_LAYER_REVIEWER, NULL, "why", TS_RULE_ERROR_INVALID },
    { "5b", TS_LAYER_SELF, NULL, "", TS_RULE_ERROR_UNCHANGED },
    { "5b", TS_LAYER_SELF, NULL, " \t\n", TS_RULE_ERROR_UNCHANGED },
    { "5b", TS_LAYER_SELF, "why", "why", TS_RULE_ERROR_UNCHANGED },
    { "5b", TS_LAYER_SELF, "why", " why\r\n", TS_RULE_ERROR_UNCHANGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) rating = NULL;

      if (cases[i].kept != NULL)
        rating = fixture_rating_new (fixture->assessment, cases[i].node, cases[i].layer, "", 2, cases[i].kept);

      g_assert_null (ts_change_explain (fixture->assessment, fixture->framework, cases[i].node, cases[i].layer, "", rating,
                                        cases[i].rationale, &error));
      g_assert_error (error, TS_RULE_ERROR, (int) cases[i].code);
    }
}

/* Nothing is left of a rating that says nothing, in whichever order its two parts go. */
static void
test_nothing_left_is_deleted (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (TsRow) only_level = fixture_rating_new (fixture->assessment, "5b", TS_LAYER_SELF, "", 2, NULL);
  g_autoptr (TsRow) only_rationale = fixture_rating_new (fixture->assessment, "5b", TS_LAYER_SELF, "", 0, "why");
  g_autoptr (TsChange) unrated =
    ts_change_rate (fixture->assessment, fixture->framework, "5b", TS_LAYER_SELF, "", only_level, 0, NULL);
  g_autoptr (TsChange) cleared =
    ts_change_explain (fixture->assessment, fixture->framework, "5b", TS_LAYER_SELF, "", only_rationale, "", NULL);

  assert_only_row (unrated, only_level, FALSE);
  assert_only_row (cleared, only_rationale, FALSE);
}

/* --- Aiming -------------------------------------------------------------------------------------------------------- */

static void
test_aim (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct
  {
    const char *node;
    int year;
    int before;
    int after;
    const char *label;
  } cases[] = {
    { "5", FIXTURE_YEAR, 0, 3, "5: target level 3" },
    { "5", FIXTURE_YEAR, 3, 4, "5: target level 4" },
    { "5", FIXTURE_YEAR, 3, 0, "5: no target" },
    { "5b", FIXTURE_YEAR, 0, 1, "5b: target level 1" },
    { "strategy", FIXTURE_YEAR, 0, 3, "Strategy: target green" },
    { "5", FIXTURE_YEAR + 1, 0, 3, "5: target level 3 for 2010/11" },
    { "5b", FIXTURE_YEAR + 2, 3, 4, "5b: target level 4 for 2011/12" },
    { "strategy", FIXTURE_YEAR + 3, 0, 2, "Strategy: target amber for 2012/13" },
    { "5", FIXTURE_YEAR + 4, 3, 0, "5: no target for 2013/14" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) target = NULL;
      g_autoptr (TsChange) change = NULL;

      if (cases[i].before != 0)
        target = fixture_target_new (fixture->assessment, cases[i].node, cases[i].year, cases[i].before);

      change = ts_change_aim (fixture->assessment, fixture->framework, cases[i].node, cases[i].year, target, cases[i].after, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      assert_only_row (change, target, cases[i].after != 0);

      if (cases[i].after != 0)
        {
          g_autoptr (TsRow) expected = fixture_target_new (fixture->assessment, cases[i].node, cases[i].year, cases[i].after);

          g_assert_true (ts_row_equal (ts_change_get_row (change, 0)->after, expected));
        }
    }
}

static void
test_aim_errors (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    TsStage stage;
    const char *node;
    int year;
    int kept;
    int level;
    TsRuleError code;
  } cases[] = {
    { TS_STAGE_DRAFT, "8", FIXTURE_YEAR, 0, 3, TS_RULE_ERROR_UNKNOWN },
    { TS_STAGE_DRAFT, "5", FIXTURE_YEAR, 0, 5, TS_RULE_ERROR_UNKNOWN },
    { TS_STAGE_DRAFT, "5", FIXTURE_YEAR, 0, -1, TS_RULE_ERROR_UNKNOWN },
    { TS_STAGE_DRAFT, "strategy", FIXTURE_YEAR, 0, 4, TS_RULE_ERROR_UNKNOWN },
    { TS_STAGE_DRAFT, "5", FIXTURE_YEAR, 0, 0, TS_RULE_ERROR_UNCHANGED },
    { TS_STAGE_DRAFT, "5", FIXTURE_YEAR, 3, 3, TS_RULE_ERROR_UNCHANGED },
    { TS_STAGE_BOARD_APPROVED, "5", FIXTURE_YEAR, 0, 3, TS_RULE_ERROR_LOCKED },
    { TS_STAGE_BOARD_APPROVED, "5", FIXTURE_YEAR, 3, 0, TS_RULE_ERROR_LOCKED },
    { TS_STAGE_PUBLISHED, "5", FIXTURE_YEAR, 3, 4, TS_RULE_ERROR_LOCKED },
    { TS_STAGE_BOARD_APPROVED, "5", FIXTURE_YEAR + 1, 0, 3, TS_RULE_ERROR_LOCKED },
    { TS_STAGE_DRAFT, "5", FIXTURE_YEAR - 1, 0, 3, TS_RULE_ERROR_INVALID },
    { TS_STAGE_DRAFT, "5", FIXTURE_YEAR + 5, 0, 3, TS_RULE_ERROR_INVALID },
    { TS_STAGE_DRAFT, "5", 0, 0, 3, TS_RULE_ERROR_INVALID },
    { TS_STAGE_DRAFT, "5", G_MAXINT, 0, 3, TS_RULE_ERROR_INVALID },
    { TS_STAGE_DRAFT, "5", G_MININT, 0, 3, TS_RULE_ERROR_INVALID },
    { TS_STAGE_DRAFT, "5", FIXTURE_YEAR + 1, 3, 3, TS_RULE_ERROR_UNCHANGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) assessment = fixture_assessment_new (cases[i].stage);
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) target = NULL;

      if (cases[i].kept != 0)
        target = fixture_target_new (assessment, cases[i].node, cases[i].year, cases[i].kept);

      g_assert_null (ts_change_aim (assessment, fixture->framework, cases[i].node, cases[i].year, target, cases[i].level, &error));
      g_assert_error (error, TS_RULE_ERROR, (int) cases[i].code);
    }
}

/* --- Ids ----------------------------------------------------------------------------------------------------------- */

static void
test_row_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *rating = ts_rating_row_id ("a", "5b", TS_LAYER_SELF, "");
  g_autofree char *target = ts_target_row_id ("a", "5b", 2009);

  /* Computed by another implementation; workbooks are full of such ids. */
  g_assert_cmpstr (rating, ==, "9b8c1753-35ff-5510-96a5-f69118eb9beb");
  g_assert_cmpstr (target, ==, "8e4553d8-930c-5875-8a6f-31243c1e2172");

  for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
    {
      g_assert_true (g_hash_table_add (seen, ts_rating_row_id ("a", "5b", layer, "")));
      g_assert_true (g_hash_table_add (seen, ts_rating_row_id ("a", "5b", layer, "A")));
      g_assert_true (g_hash_table_add (seen, ts_rating_row_id ("a", "5", layer, "")));
      g_assert_true (g_hash_table_add (seen, ts_rating_row_id ("b", "5b", layer, "")));
    }

  g_assert_true (g_hash_table_add (seen, ts_target_row_id ("a", "5b", 2009)));
  g_assert_true (g_hash_table_add (seen, ts_target_row_id ("a", "5b", 2010)));
  g_assert_true (g_hash_table_add (seen, ts_target_row_id ("a", "5", 2009)));
  g_assert_true (g_hash_table_add (seen, ts_target_row_id ("b", "5b", 2009)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/core/rate/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("rate-labels", test_rate_labels);
  ADD ("rate-for-the-first-time", test_rate_for_the_first_time);
  ADD ("rate-keeps-the-rationale", test_rate_keeps_the_rationale);
  ADD ("rate-errors", test_rate_errors);
  ADD ("rate-clears-a-stray-level", test_rate_clears_a_stray_level);
  ADD ("locks", test_locks);
  ADD ("unknown-stage-locks-all", test_unknown_stage_locks_all);
  ADD ("explain-labels", test_explain_labels);
  ADD ("explain-before-rating", test_explain_before_rating);
  ADD ("explain-errors", test_explain_errors);
  ADD ("nothing-left-is-deleted", test_nothing_left_is_deleted);
  ADD ("aim", test_aim);
  ADD ("aim-errors", test_aim_errors);
#undef ADD
  g_test_add_func ("/core/rate/row-ids", test_row_ids);
  return g_test_run ();
}
