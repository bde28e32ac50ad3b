/* test-sign-off.c — moves from stage to stage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-sign-off.h"

#include "core/ts-error.h"
#include "fixture.h"

#include <string.h>

static void
test_which_stage_follows (void)
{
  for (TsStage from = 0; from < TS_N_STAGES; from++)
    {
      for (TsStage to = 0; to < TS_N_STAGES; to++)
        g_assert_cmpint (ts_stage_can_follow (from, to), ==, to < from || to == from + 1);
    }
}

typedef struct
{
  TsStage from;
  TsStage to;
  TsSignOffRequest request;
  int code; /* -1 for a change */
  const char *label;
} Case;

#define WHOLE .name = "A chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 3

static const Case cases[] = {
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { WHOLE }, -1, "Stage: Draft → Board approved" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { .name = " \t", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 3 }, TS_RULE_ERROR_INVALID, "who" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { .name = "A chair", .day = "2010-03-03", .n_rated = 3 }, TS_RULE_ERROR_INVALID, "meeting" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { .name = "A chair", .meeting = "A meeting", .n_rated = 3 }, TS_RULE_ERROR_INVALID, "day" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { .name = "A chair", .meeting = "A meeting", .day = "2010-02-30", .n_rated = 3 }, TS_RULE_ERROR_INVALID, "day" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { .name = "A chair", .meeting = "A meeting", .day = "2010-03-03" }, TS_RULE_ERROR_INVALID, "Nothing is rated" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { WHOLE, .n_open = 1 }, TS_RULE_ERROR_INVALID, "1 point of" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { WHOLE, .n_open = 4 }, TS_RULE_ERROR_INVALID, "4 points" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { WHOLE, .n_open = 4, .reason = " " }, TS_RULE_ERROR_INVALID, "4 points" },
  { TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, { WHOLE, .n_open = 4, .reason = "The survey comes in April" }, -1, "Stage: Draft → Board approved" },
  { TS_STAGE_DRAFT, TS_STAGE_SUBMITTED, { WHOLE }, TS_RULE_ERROR_INVALID, "Board approved" },
  { TS_STAGE_DRAFT, TS_STAGE_DRAFT, { WHOLE }, TS_RULE_ERROR_UNCHANGED, "already" },
  { TS_STAGE_BOARD_APPROVED, TS_STAGE_SUBMITTED, { .name = "A secretary", .day = "2010-03-05", .n_rated = 3 }, -1, "Stage: Board approved → Submitted" },
  { TS_STAGE_BOARD_APPROVED, TS_STAGE_SUBMITTED, { .name = "A secretary", .day = "2010-03-05", .n_rated = 3, .n_open = 4 }, -1, "Stage: Board approved → Submitted" },
  { TS_STAGE_BOARD_APPROVED, TS_STAGE_DRAFT, { WHOLE }, TS_RULE_ERROR_INVALID, "why" },
  { TS_STAGE_BOARD_APPROVED, TS_STAGE_DRAFT, { WHOLE, .reason = "A figure was wrong" }, -1, "Reopened: Board approved → Draft" },
  { TS_STAGE_SUBMITTED, TS_STAGE_DESK_REVIEW, { .name = "An analyst", .day = "2010-04-01" }, -1, "Stage: Submitted → Desk review" },
  { TS_STAGE_SUBMITTED, TS_STAGE_DESK_REVIEW, { .name = "An analyst", .day = "2010-04-01", .n_open = 9 }, -1, "Stage: Submitted → Desk review" },
  { TS_STAGE_SUBMITTED, TS_STAGE_PANEL, { WHOLE }, TS_RULE_ERROR_INVALID, "Desk review" },
  { TS_STAGE_DESK_REVIEW, TS_STAGE_PANEL, { WHOLE }, -1, "Stage: Desk review → Panel" },
  { TS_STAGE_PANEL, TS_STAGE_MODERATED, { WHOLE }, -1, "Stage: Panel → Moderated" },
  { TS_STAGE_MODERATED, TS_STAGE_FINAL, { WHOLE }, -1, "Stage: Moderated → Final" },
  { TS_STAGE_FINAL, TS_STAGE_PUBLISHED, { WHOLE }, -1, "Stage: Final → Published" },
  { TS_STAGE_PUBLISHED, TS_STAGE_DRAFT, { WHOLE, .reason = "A court said so" }, -1, "Reopened: Published → Draft" },
  { TS_STAGE_PUBLISHED, TS_STAGE_FINAL, { WHOLE, .reason = "A misprint" }, -1, "Reopened: Published → Final" },
  { TS_STAGE_PANEL, TS_STAGE_MODERATED, { WHOLE, .n_unsealed = 2 }, TS_RULE_ERROR_INVALID, "2 reviewers have not sealed yet" },
  { TS_STAGE_PANEL, TS_STAGE_MODERATED, { WHOLE }, -1, "Stage: Panel → Moderated" },
  { TS_STAGE_DESK_REVIEW, TS_STAGE_PANEL, { WHOLE, .n_unsealed = 2 }, -1, "Stage: Desk review → Panel" },
  { TS_STAGE_PANEL, TS_STAGE_DESK_REVIEW, { WHOLE, .reason = "A paper came late", .n_unsealed = 2 }, -1, "Reopened: Panel → Desk review" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) assessment = fixture_assessment_new (cases[i].from);
      g_autoptr (GPtrArray) sign_offs = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_change_move_stage (assessment, sign_offs, cases[i].to, &cases[i].request, &error);
      const TsRow *record;

      g_test_message ("case %u", i);

      if (cases[i].code >= 0)
        {
          g_assert_null (change);
          g_assert_error (error, TS_RULE_ERROR, cases[i].code);
          g_assert_nonnull (strstr (error->message, cases[i].label));
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      g_assert_cmpuint (ts_change_get_n_rows (change), ==, 2);
      g_assert_cmpstr (ts_row_get_text (ts_change_find_after (change, TS_ENTITY_ASSESSMENT), TS_ASSESSMENT_STAGE), ==,
                       ts_stage_get_name (cases[i].to));
      record = ts_change_find_after (change, TS_ENTITY_SIGN_OFF);
      g_assert_cmpint (ts_row_get_integer (record, TS_SIGN_OFF_POSITION), ==, 1);
      g_assert_cmpstr (ts_row_get_text (record, TS_SIGN_OFF_NAME), ==, cases[i].request.name);
      g_assert_cmpstr (ts_row_get_text (record, TS_SIGN_OFF_MEETING), ==, cases[i].request.meeting);
      g_assert_cmpstr (ts_row_get_text (record, TS_SIGN_OFF_REASON), ==, cases[i].request.reason);
      g_assert_cmpint (ts_row_find_missing_field (record), ==, -1);
      g_assert_true (ts_sign_off_fits (record, assessment, ts_change_find_after (change, TS_ENTITY_ASSESSMENT), &error));
    }
}

static void
test_positions_count_on (void)
{
  g_autoptr (GPtrArray) sign_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  const TsSignOffRequest request = { WHOLE, .reason = "A reason" };
  static const TsStage moves[] = { TS_STAGE_BOARD_APPROVED, TS_STAGE_DRAFT, TS_STAGE_BOARD_APPROVED, TS_STAGE_SUBMITTED };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_change_move_stage (assessment, sign_offs, moves[i], &request, &error);
      TsRow *record = ts_change_find_after (change, TS_ENTITY_SIGN_OFF);

      g_assert_no_error (error);
      g_assert_cmpint (ts_row_get_integer (record, TS_SIGN_OFF_POSITION), ==, i + 1);

      for (guint j = 0; j < sign_offs->len; j++)
        g_assert_cmpstr (ts_row_get_id (g_ptr_array_index (sign_offs, j)), !=, ts_row_get_id (record));

      g_ptr_array_add (sign_offs, ts_row_ref (record));
      ts_row_unref (assessment);
      assessment = ts_row_ref (ts_change_find_after (change, TS_ENTITY_ASSESSMENT));
    }
}

static void
test_unknown_stage (void)
{
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  g_autoptr (GPtrArray) sign_offs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const TsSignOffRequest request = { WHOLE };

  ts_row_set_text (assessment, TS_ASSESSMENT_STAGE, "archived");
  g_assert_null (ts_change_move_stage (assessment, sign_offs, TS_STAGE_SUBMITTED, &request, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
}

/* The record tells of the move that it is with, and of no other. */
static void
test_record_tells_the_move (void)
{
  TsSignOffRequest request = { WHOLE };
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  g_autoptr (TsRow) later = ts_row_copy (assessment);
  g_autoptr (GPtrArray) sign_offs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_change_move_stage (assessment, sign_offs, TS_STAGE_BOARD_APPROVED, &request, &error);
  g_autoptr (TsChange) alone = ts_change_new ("The stage alone");
  g_autoptr (TsChange) more = ts_change_new ("Its year too");
  g_autoptr (TsRow) record = NULL;

  g_assert_no_error (error);
  record = ts_row_copy (ts_change_find_after (change, TS_ENTITY_SIGN_OFF));
  g_assert_true (ts_sign_off_find_move (change, record) == ts_change_get_row (change, 0));
  g_assert_true (ts_sign_off_tells (change, ts_change_get_row (change, 0)));
  g_assert_false (ts_sign_off_tells (change, ts_change_get_row (change, 1)));
  g_assert_null (ts_sign_off_find_move (change, assessment));
  g_assert_null (ts_sign_off_find_move (change, NULL));

  ts_row_set_text (later, TS_ASSESSMENT_STAGE, ts_stage_get_name (TS_STAGE_BOARD_APPROVED));
  ts_change_update (alone, assessment, later);
  g_assert_false (ts_sign_off_tells (alone, ts_change_get_row (alone, 0)));

  ts_row_set_integer (later, TS_ASSESSMENT_YEAR, 2020);
  ts_change_update (more, assessment, later);
  ts_change_create (more, record);
  g_assert_false (ts_sign_off_tells (more, ts_change_get_row (more, 0)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/sign-off/which-stage-follows", test_which_stage_follows);
  g_test_add_func ("/core/sign-off/cases", test_cases);
  g_test_add_func ("/core/sign-off/positions-count-on", test_positions_count_on);
  g_test_add_func ("/core/sign-off/unknown-stage", test_unknown_stage);
  g_test_add_func ("/core/sign-off/record-tells-the-move", test_record_tells_the_move);
  return g_test_run ();
}
