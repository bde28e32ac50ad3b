/* test-verify-sign-off.c — whether what was signed is what stood there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-sign-off.h"
#include "core/ts-submission.h"
#include "store-test.h"
#include "store/ts-verify.h"

#include <glib/gstdio.h>

/* An assessment with a rating, a target, evidence and an outcome, approved, submitted and reopened. */
typedef struct
{
  TsWorkbook *workbook;
  TsRow *assessment;
  TsRow *rating;
  GPtrArray *sign_offs;
} World;

static void
world_clear (World *self)
{
  g_clear_pointer (&self->workbook, ts_workbook_close);
  g_clear_pointer (&self->assessment, ts_row_unref);
  g_clear_pointer (&self->rating, ts_row_unref);
  g_clear_pointer (&self->sign_offs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static TsRow *
make_outcome (const char *organisation)
{
  TsRow *row = ts_row_new (TS_ENTITY_OUTCOME, "outcome");

  ts_row_set_text (row, TS_OUTCOME_ORGANISATION, organisation);
  ts_row_set_integer (row, TS_OUTCOME_POSITION, 1);
  ts_row_set_text (row, TS_OUTCOME_METRIC, "Life expectancy");
  ts_row_set_text (row, TS_OUTCOME_UNIT, "years");
  ts_row_set_text (row, TS_OUTCOME_DIRECTION, "up");
  ts_row_set_integer (row, TS_OUTCOME_SINCE, 2009);

  return row;
}

static TsRow *
make_value (const char *organisation)
{
  TsRow *row = ts_row_new (TS_ENTITY_OUTCOME_VALUE, "value");

  ts_row_set_text (row, TS_OUTCOME_VALUE_OUTCOME, "outcome");
  ts_row_set_text (row, TS_OUTCOME_VALUE_ORGANISATION, organisation);
  ts_row_set_integer (row, TS_OUTCOME_VALUE_YEAR, 2009);
  ts_row_set_real (row, TS_OUTCOME_VALUE_ASPIRATION, 80.5);

  return row;
}

static TsRow *
make_link (const World *world,
           const TsRow *evidence)
{
  TsRow *row = ts_row_new (TS_ENTITY_EVIDENCE_LINK, "link");

  ts_row_set_text (row, TS_EVIDENCE_LINK_EVIDENCE, ts_row_get_id (evidence));
  ts_row_set_text (row, TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (world->assessment));
  ts_row_set_text (row, TS_EVIDENCE_LINK_NODE, "5b");

  return row;
}

static TsRow *
make_target (const World *world)
{
  TsRow *row = ts_row_new (TS_ENTITY_TARGET, "target");

  ts_row_set_text (row, TS_TARGET_ASSESSMENT, ts_row_get_id (world->assessment));
  ts_row_set_text (row, TS_TARGET_NODE, "5b");
  ts_row_set_integer (row, TS_TARGET_YEAR, 2010);
  ts_row_set_integer (row, TS_TARGET_LEVEL, 3);

  return row;
}

static void
make_world (World     *self,
            StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (TsRow) evidence = NULL;
  g_autoptr (TsRow) link = NULL;
  g_autoptr (TsRow) target = NULL;
  g_autoptr (TsRow) outcome = NULL;
  g_autoptr (TsRow) value = NULL;
  const char *organisation_id;

  self->workbook = ts_workbook_create (test->path, &error);
  g_assert_no_error (error);
  self->sign_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  self->assessment = store_test_create_assessment (self->workbook);
  organisation_id = ts_row_get_text (self->assessment, TS_ASSESSMENT_ORGANISATION);
  organisation = ts_workbook_read_row (self->workbook, TS_ENTITY_ORGANISATION, organisation_id, &error);
  g_assert_no_error (error);
  self->rating = store_test_rating (self->assessment, "5b", 2, "why");
  store_test_create (self->workbook, self->rating);
  evidence = store_test_evidence (organisation, "A plan");
  store_test_create (self->workbook, evidence);
  link = make_link (self, evidence);
  store_test_create (self->workbook, link);
  target = make_target (self);
  store_test_create (self->workbook, target);
  outcome = make_outcome (organisation_id);
  store_test_create (self->workbook, outcome);
  value = make_value (organisation_id);
  store_test_create (self->workbook, value);
}

static GPtrArray *
read_rows (World    *world,
           TsEntity  entity)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = ts_workbook_read_rows (world->workbook, entity, -1, NULL, &error);

  g_assert_no_error (error);

  return rows;
}

/* The seal of what stands there, as the program makes it. */
static char *
seal (World *world)
{
  g_autoptr (GPtrArray) frameworks = read_rows (world, TS_ENTITY_FRAMEWORK);
  g_autoptr (GPtrArray) ratings = read_rows (world, TS_ENTITY_RATING);
  g_autoptr (GPtrArray) targets = read_rows (world, TS_ENTITY_TARGET);
  g_autoptr (GPtrArray) links = read_rows (world, TS_ENTITY_EVIDENCE_LINK);
  g_autoptr (GPtrArray) evidence = read_rows (world, TS_ENTITY_EVIDENCE);
  g_autoptr (GPtrArray) outcomes = read_rows (world, TS_ENTITY_OUTCOME);
  g_autoptr (GPtrArray) values = read_rows (world, TS_ENTITY_OUTCOME_VALUE);
  const TsSubmission submission = {
    .assessment = world->assessment,
    .framework = g_ptr_array_index (frameworks, 0),
    .ratings = ratings,
    .targets = targets,
    .links = links,
    .evidence = evidence,
    .outcomes = outcomes,
    .values = values,
  };

  return ts_submission_hash (&submission);
}

static void
move_to (World      *world,
         TsStage     to,
         const char *name,
         const char *hash)
{
  const TsSignOffRequest request = {
    .name = name,
    .meeting = "A meeting",
    .day = "2010-03-03",
    .reason = "A reason",
    .hash = hash,
    .n_rated = 1,
  };
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;

  change = ts_change_move_stage (world->assessment, world->sign_offs, to, &request, &error);
  g_assert_no_error (error);
  ts_workbook_apply (world->workbook, change, &error);
  g_assert_no_error (error);
  ts_row_unref (world->assessment);
  world->assessment = ts_row_ref (ts_change_find_after (change, TS_ENTITY_ASSESSMENT));
  g_ptr_array_add (world->sign_offs, ts_row_ref (ts_change_find_after (change, TS_ENTITY_SIGN_OFF)));
}

static void
change_level (World *world,
              int    level)
{
  g_autoptr (TsRow) after = ts_row_copy (world->rating);
  g_autoptr (TsChange) change = ts_change_new ("Level");
  g_autoptr (GError) error = NULL;

  ts_row_set_integer (after, TS_RATING_LEVEL, level);
  ts_change_update (change, world->rating, after);
  ts_workbook_apply (world->workbook, change, &error);
  g_assert_no_error (error);
  ts_row_unref (world->rating);
  world->rating = g_steal_pointer (&after);
}

static TsVerifyReport *
verify (World *world)
{
  g_autoptr (GError) error = NULL;
  TsVerifyReport *report = ts_workbook_verify (world->workbook, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return report;
}

/* What is said of sign-offs, a line for each. */
static char *
list_problems (const TsVerifyReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const TsVerifyProblem *problem = g_ptr_array_index (report->problems, i);

      g_test_message ("%s: %s", problem->where, problem->what);

      if (g_str_has_prefix (problem->where, "sign-off "))
        g_string_append_printf (text, "%s: %s\n", problem->where, problem->what);
    }

  return g_string_free (text, FALSE);
}

/* Each is compared with what stood there when it was made, whatever came later. */
static void
test_matches (StoreTest     *test,
              gconstpointer  data)
{
  g_auto (World) world = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (TsVerifyReport) report = NULL;

  make_world (&world, test);
  first = seal (&world);
  move_to (&world, TS_STAGE_BOARD_APPROVED, "A chair", first);
  move_to (&world, TS_STAGE_SUBMITTED, "A chair", first);
  move_to (&world, TS_STAGE_DRAFT, "A chair", first);
  change_level (&world, 3);
  second = seal (&world);
  g_assert_cmpstr (first, !=, second);
  move_to (&world, TS_STAGE_BOARD_APPROVED, "A chair", second);

  report = verify (&world);
  g_assert_true (ts_verify_report_is_clean (report));
  g_assert_cmpuint (report->n_sign_offs, ==, 4);
}

/* The journal is as sound as can be; but the second approval carries the seal of what the first one approved. */
static void
test_names_the_one_that_does_not_match (StoreTest     *test,
                                        gconstpointer  data)
{
  g_auto (World) world = { 0 };
  g_autofree char *hash = NULL;
  g_autofree char *problems = NULL;
  g_autoptr (TsVerifyReport) report = NULL;

  make_world (&world, test);
  hash = seal (&world);
  move_to (&world, TS_STAGE_BOARD_APPROVED, "A chair", hash);
  move_to (&world, TS_STAGE_DRAFT, "A chair", hash);
  change_level (&world, 3);
  move_to (&world, TS_STAGE_BOARD_APPROVED, "Another chair", hash);

  report = verify (&world);
  problems = list_problems (report);
  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_true (g_str_has_prefix (problems, "sign-off X01 2009/10: “Board approved”, recorded by Another chair on 2010-03-03, does not match"));
}

/* Somebody makes better what was approved, in the table and in the journal: the approval tells, beside the journal. */
static void
test_finds_what_was_altered (StoreTest     *test,
                             gconstpointer  data)
{
  static const char *const tricks[] = {
    "update change_row set after = replace (after, '\"level\":2', '\"level\":4') where entity = 'rating'",
    "update change_row set after = replace (after, 'why', 'because') where entity = 'rating'",
    "update change_row set after = replace (after, '80.5', '90.5') where entity = 'outcome_value'",
    "update change_row set after = replace (after, 'A plan', 'A better plan') where entity = 'evidence'",
    "update change_row set after = replace (after, '\"hash\":\"', '\"hash\":\"0') where entity = 'sign_off'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    {
      g_auto (World) world = { 0 };
      g_autofree char *path = g_strdup_printf ("%s.%u", test->path, i);
      g_autofree char *hash = NULL;
      g_autofree char *problems = NULL;
      g_autoptr (TsVerifyReport) report = NULL;
      g_autoptr (GError) error = NULL;

      make_world (&world, test);
      hash = seal (&world);
      move_to (&world, TS_STAGE_BOARD_APPROVED, "A chair", hash);
      g_clear_pointer (&world.workbook, ts_workbook_close);

      store_test_tamper (test->path, tricks[i]);
      world.workbook = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      report = verify (&world);
      problems = list_problems (report);
      g_assert_true (g_str_has_prefix (problems, "sign-off X01 2009/10: “Board approved”, recorded by A chair on 2010-03-03, does not match"));

      g_clear_pointer (&world.workbook, ts_workbook_close);
      g_assert_cmpint (g_rename (test->path, path), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/verify-sign-off/matches", test_matches);
  store_test_add ("/verify-sign-off/names-the-one-that-does-not-match", test_names_the_one_that_does_not_match);
  store_test_add ("/verify-sign-off/finds-what-was-altered", test_finds_what_was_altered);

  return g_test_run ();
}
