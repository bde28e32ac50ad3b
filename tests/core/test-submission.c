/* test-submission.c — the hash of what a board approves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-submission.h"

#include "core/ts-outcome.h"
#include "fixture.h"

#include <string.h>

typedef struct
{
  TsRow *assessment;
  TsRow *framework;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  GPtrArray *evidence;
  GPtrArray *outcomes;
  GPtrArray *values;
} Fixture;

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

static TsRow *
new_link (const TsRow *assessment,
          const char  *id,
          const char  *evidence_id)
{
  TsRow *row = ts_row_new (TS_ENTITY_EVIDENCE_LINK, id);

  ts_row_set_text (row, TS_EVIDENCE_LINK_EVIDENCE, evidence_id);
  ts_row_set_text (row, TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (row, TS_EVIDENCE_LINK_NODE, "5b");

  return row;
}

static TsRow *
new_outcome (const char *id,
             int         since)
{
  TsRow *row = ts_row_new (TS_ENTITY_OUTCOME, id);

  ts_row_set_text (row, TS_OUTCOME_METRIC, "Life expectancy");
  ts_row_set_integer (row, TS_OUTCOME_SINCE, since);

  return row;
}

static TsRow *
new_value (const TsRow *outcome,
           double       actual)
{
  TsRow *row = ts_outcome_value_new (outcome, FIXTURE_YEAR);

  ts_row_set_real (row, TS_OUTCOME_VALUE_ACTUAL, actual);

  return row;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  fixture->framework = ts_row_new (TS_ENTITY_FRAMEWORK, "framework");
  ts_row_set_text (fixture->framework, TS_FRAMEWORK_CONTENT, "{}");
  fixture->ratings = new_rows ();
  fixture->targets = new_rows ();
  fixture->links = new_rows ();
  fixture->evidence = new_rows ();
  fixture->outcomes = new_rows ();
  fixture->values = new_rows ();

  g_ptr_array_add (fixture->ratings, fixture_rating_new (fixture->assessment, "5b", TS_LAYER_SELF, "", 2, "A reason"));
  g_ptr_array_add (fixture->ratings, fixture_rating_new (fixture->assessment, "5c", TS_LAYER_SELF, "", 3, NULL));
  g_ptr_array_add (fixture->targets, fixture_target_new (fixture->assessment, "5", FIXTURE_YEAR, 3));
  g_ptr_array_add (fixture->evidence, fixture_file_new ("linked", "A report"));
  g_ptr_array_add (fixture->evidence, fixture_file_new ("unlinked", "Another report"));
  g_ptr_array_add (fixture->links, new_link (fixture->assessment, "link", "linked"));
  g_ptr_array_add (fixture->outcomes, new_outcome ("now", FIXTURE_YEAR));
  g_ptr_array_add (fixture->outcomes, new_outcome ("later", FIXTURE_YEAR + 1));
  g_ptr_array_add (fixture->values, new_value (g_ptr_array_index (fixture->outcomes, 0), 78));
  g_ptr_array_add (fixture->values, new_value (g_ptr_array_index (fixture->outcomes, 1), 12));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ts_row_unref (fixture->assessment);
  ts_row_unref (fixture->framework);
  g_ptr_array_unref (fixture->ratings);
  g_ptr_array_unref (fixture->targets);
  g_ptr_array_unref (fixture->links);
  g_ptr_array_unref (fixture->evidence);
  g_ptr_array_unref (fixture->outcomes);
  g_ptr_array_unref (fixture->values);
}

static char *
hash (Fixture *fixture)
{
  const TsSubmission submission = {
    .assessment = fixture->assessment,
    .framework = fixture->framework,
    .ratings = fixture->ratings,
    .targets = fixture->targets,
    .links = fixture->links,
    .evidence = fixture->evidence,
    .outcomes = fixture->outcomes,
    .values = fixture->values,
  };

  return ts_submission_hash (&submission);
}

static void
reverse (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len / 2; i++)
    {
      gpointer other = rows->pdata[rows->len - 1 - i];

      rows->pdata[rows->len - 1 - i] = rows->pdata[i];
      rows->pdata[i] = other;
    }
}

static void
test_order_does_not_matter (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *before = hash (fixture);
  g_autofree char *after = NULL;

  reverse (fixture->ratings);
  reverse (fixture->evidence);
  reverse (fixture->outcomes);
  reverse (fixture->values);
  after = hash (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (strlen (before), ==, 64);
}

/* The stage moves with the approval; other layers, what is not linked and what belongs to other years are not the board's submission. */
static void
test_what_is_not_covered (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *before = hash (fixture);
  g_autofree char *after = NULL;

  ts_row_set_text (fixture->assessment, TS_ASSESSMENT_STAGE, "submitted");
  g_ptr_array_add (fixture->ratings, fixture_rating_new (fixture->assessment, "5b", TS_LAYER_PANEL, "", 1, "No"));
  ts_row_set_text (g_ptr_array_index (fixture->evidence, 1), TS_EVIDENCE_TITLE, "Renamed");
  ts_row_set_text (g_ptr_array_index (fixture->outcomes, 1), TS_OUTCOME_METRIC, "Renamed");
  ts_row_set_real (g_ptr_array_index (fixture->values, 1), TS_OUTCOME_VALUE_ACTUAL, 13);
  after = hash (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_what_is_covered (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_integer (g_ptr_array_index (fixture->ratings, 0), TS_RATING_LEVEL, 3);
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_text (g_ptr_array_index (fixture->ratings, 0), TS_RATING_RATIONALE, "Another reason");
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_integer (g_ptr_array_index (fixture->targets, 0), TS_TARGET_LEVEL, 4);
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_text (g_ptr_array_index (fixture->links, 0), TS_EVIDENCE_LINK_PLACE, "p. 4");
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_text (g_ptr_array_index (fixture->evidence, 0), TS_EVIDENCE_PERIOD_TO, "2009-03-31");
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_text (g_ptr_array_index (fixture->evidence, 0), TS_EVIDENCE_CONTENT, "another file");
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_text (g_ptr_array_index (fixture->outcomes, 0), TS_OUTCOME_METRIC, "Renamed");
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_real (g_ptr_array_index (fixture->values, 0), TS_OUTCOME_VALUE_ACTUAL, 79);
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  ts_row_set_text (fixture->framework, TS_FRAMEWORK_CONTENT, "{ }");
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
  g_ptr_array_remove_index (fixture->ratings, 1);
  g_assert_true (g_hash_table_add (seen, hash (fixture)));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/core/submission/order-does-not-matter", test_order_does_not_matter);
  add ("/core/submission/what-is-not-covered", test_what_is_not_covered);
  add ("/core/submission/what-is-covered", test_what_is_covered);
  return g_test_run ();
}
