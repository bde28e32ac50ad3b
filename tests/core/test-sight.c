/* test-sight.c — who sees whose scores, when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-seal.h"
#include "core/ts-stage.h"
#include "core/ts-submission-sight.h"
#include "fixture.h"

static const char *const names[] = { "ada", "ben", "cleo", NULL };

/* Every combination of two reviewers' seals and conflicts and an early opening, against the rule as the issue words it. */
static void
test_every_combination (void)
{
  for (guint n = 0; n < 2 * 2 * 5 * 5 * 2 * 2 * 2; n++)
    {
      TsReviewer reviewers[] = {
        { "ada", TRUE, n / 400 % 2, n / 4 % 5, n % 2 },
        { "ben", n / 200 % 2, n / 100 % 2, n / 20 % 5, n / 2 % 2 },
      };
      gboolean opened_early = n >= 400 ? n % 3 == 0 : FALSE;

      for (guint reader = 0; reader < G_N_ELEMENTS (names); reader++)
        {
          TsSight sight = { names[reader], reviewers, G_N_ELEMENTS (reviewers), opened_early, n % 7 == 0 };
          gboolean all_sealed = TRUE;
          gboolean let_in = reader > 1 || sight.is_published || (reviewers[reader].conflict != TS_CONFLICT_OPEN && reviewers[reader].conflict != TS_CONFLICT_LEAVES);

          for (guint i = 0; i < G_N_ELEMENTS (reviewers); i++)
            {
              gboolean expected = reviewers[i].is_member || reviewers[i].has_scored;
              gboolean set_aside = reviewers[i].conflict != TS_CONFLICT_NONE && reviewers[i].conflict != TS_CONFLICT_CLEARED;

              if (expected && !set_aside && !reviewers[i].is_sealed)
                all_sealed = FALSE;
            }

          g_assert_cmpint (ts_sight_lets_in (&sight), ==, let_in);
          g_assert_cmpint (ts_sight_is_open (&sight), ==, all_sealed || opened_early);

          for (guint i = 0; i < G_N_ELEMENTS (reviewers); i++)
            {
              gboolean own = reader == i;
              gboolean shown = let_in && (own || (reviewers[i].is_sealed && (all_sealed || opened_early)));

              g_assert_cmpint (ts_sight_shows (&sight, reviewers[i].assessor), ==, shown);

              if (ts_sight_counts (&sight, reviewers[i].assessor))
                g_assert_true (ts_conflict_state_may_score (reviewers[i].conflict) && reviewers[i].is_sealed);
            }

          g_assert_false (ts_sight_shows (&sight, "nobody we know"));
        }
    }
}

static void
test_nobody_is_no_reviewer (void)
{
  TsReviewer reviewer = { "", FALSE, TRUE, TS_CONFLICT_NONE, FALSE };
  TsSight sight = { "", &reviewer, 1, FALSE, FALSE };

  g_assert_false (ts_sight_shows (&sight, ""));
}

typedef struct
{
  const char *what;
  gboolean sealed; /* before */
  gboolean exists;
  const char *state; /* after; NULL for deleted */
  const char *reason;
  gboolean allowed;
} Case;

static TsRow *
seal_new (const char *state,
          const char *reason)
{
  TsRow *row = ts_row_new (TS_ENTITY_REVIEW_SEAL, "seal");

  ts_row_set_text (row, TS_REVIEW_SEAL_ASSESSMENT, "assessment");
  ts_row_set_text (row, TS_REVIEW_SEAL_ASSESSOR, "ada");
  ts_row_set_text (row, TS_REVIEW_SEAL_STATE, state);
  ts_row_set_text (row, TS_REVIEW_SEAL_DAY, "2010-05-01");
  ts_row_set_text (row, TS_REVIEW_SEAL_REASON, reason);

  return row;
}

static void
test_seals_at_the_door (void)
{
  static const Case cases[] = {
    { "sealed first", FALSE, FALSE, "sealed", NULL, TRUE },
    { "sealed again", FALSE, TRUE, "sealed", NULL, TRUE },
    { "unsealed with a reason", TRUE, TRUE, "unsealed", "A page was missing", TRUE },
    { "unsealed without", TRUE, TRUE, "unsealed", NULL, FALSE },
    { "deleted, as an undo would", TRUE, TRUE, NULL, NULL, FALSE },
    { "never sealed, unsealed", FALSE, FALSE, "unsealed", "Why not", FALSE },
    { "some other state", TRUE, TRUE, "open", "Why not", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) before = cases[i].exists ? seal_new (cases[i].sealed ? "sealed" : "unsealed", cases[i].sealed ? NULL : "Before") : NULL;
      g_autoptr (TsRow) after = cases[i].state != NULL ? seal_new (cases[i].state, cases[i].reason) : NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (ts_seal_check_row (before, after, &error), ==, cases[i].allowed);
      g_assert_cmpint (error == NULL, ==, cases[i].allowed);
    }
}

static void
test_sealing (void)
{
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_PANEL);
  g_autoptr (TsRow) moderated = fixture_assessment_new (TS_STAGE_MODERATED);
  g_autoptr (TsRow) sealed = NULL;
  g_autoptr (TsRow) unsealed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;

  g_assert_null (ts_change_seal (assessment, "ada", NULL, 0, "2010-05-01", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ts_change_seal (moderated, "ada", NULL, 33, "2010-05-01", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_clear_error (&error);

  change = ts_change_seal (assessment, "ada", NULL, 33, "2010-05-01", &error);
  g_assert_no_error (error);
  sealed = ts_row_ref (ts_change_get_row (change, 0)->after);
  g_assert_true (ts_seal_is_sealed (sealed));
  g_assert_false (ts_seal_check_scoring (sealed, NULL, "ada", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_null (ts_change_unseal (assessment, sealed, " ", "2010-05-02", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_clear_pointer (&change, ts_change_unref);
  change = ts_change_unseal (assessment, sealed, "A page was missing", "2010-05-02", &error);
  g_assert_no_error (error);
  unsealed = ts_row_ref (ts_change_get_row (change, 0)->after);
  g_assert_false (ts_seal_is_sealed (unsealed));
  g_assert_true (ts_seal_check_scoring (unsealed, NULL, "ada", &error));
  g_assert_cmpstr (ts_row_get_id (sealed), ==, ts_row_get_id (unsealed));
}

static void
test_opening_early (void)
{
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_PANEL);
  TsReviewer reviewers[] = { { "ada", TRUE, TRUE, TS_CONFLICT_NONE, TRUE }, { "ben", TRUE, FALSE, TS_CONFLICT_NONE, FALSE } };
  TsSight sight = { "ada", reviewers, 2, FALSE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  TsRow *opening;

  g_assert_null (ts_change_open_early (assessment, NULL, &sight, "ada", FALSE, "Ben is ill", "2010-05-14", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ts_change_open_early (assessment, NULL, &sight, "ada", TRUE, "", "2010-05-14", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_clear_error (&error);

  change = ts_change_open_early (assessment, NULL, &sight, "ada", TRUE, "Ben is ill", "2010-05-14", &error);
  g_assert_no_error (error);
  opening = ts_change_get_row (change, 0)->after;
  g_assert_false (ts_seal_check_row (opening, NULL, NULL));
  g_assert_false (ts_seal_check_row (opening, opening, NULL));

  /* Nobody begins to score any more. */
  g_assert_false (ts_seal_check_scoring (NULL, opening, "ben", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_clear_error (&error);

  reviewers[1].is_sealed = TRUE;
  g_assert_null (ts_change_open_early (assessment, NULL, &sight, "ada", TRUE, "No need", "2010-05-14", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED);
}

#define OPEN   TRUE
#define CLOSED FALSE

/* What is part of an open submission is shown; what is part only of closed ones, or could become so, is not. */
static void
test_evidence (void)
{
  static const struct
  {
    TsSubmissionSight submissions[3];
    guint n;
    gboolean shown;
  } cases[] = {
    { { { 0 } }, 0, TRUE },
    { { { 2009, OPEN, FALSE } }, 1, TRUE },
    { { { 2009, OPEN, TRUE } }, 1, TRUE },
    { { { 2009, CLOSED, FALSE } }, 1, FALSE },
    { { { 2009, CLOSED, TRUE } }, 1, FALSE },
    { { { 2008, OPEN, FALSE }, { 2009, CLOSED, FALSE } }, 2, FALSE },
    { { { 2008, OPEN, TRUE }, { 2009, CLOSED, FALSE } }, 2, TRUE },
    { { { 2008, OPEN, TRUE }, { 2009, CLOSED, TRUE } }, 2, TRUE },
    { { { 2008, OPEN, FALSE }, { 2009, CLOSED, TRUE } }, 2, FALSE },
    { { { 2008, OPEN, FALSE }, { 2009, CLOSED, TRUE }, { 2010, OPEN, TRUE } }, 3, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ts_submission_sight_shows_evidence (cases[i].submissions, cases[i].n), ==, cases[i].shown);
}

static void
test_outcomes (void)
{
  static const struct
  {
    TsSubmissionSight submissions[2];
    guint n;
    int since; /* 0: the outcome is not known any more */
    int until;
    gboolean shown;
    int last_shown; /* of the values of 2005 to 2015; 0 for none, 9999 for all */
  } cases[] = {
    { { { 0 } }, 0, 2008, 0, TRUE, 9999 },
    { { { 2009, OPEN } }, 1, 2008, 0, TRUE, 9999 },
    { { { 2009, CLOSED } }, 1, 2008, 0, FALSE, 0 },
    { { { 2009, CLOSED } }, 1, 2010, 0, TRUE, 9999 },
    { { { 2009, CLOSED } }, 1, 2005, 2008, TRUE, 9999 },
    { { { 2009, CLOSED } }, 1, 0, 0, FALSE, 0 },
    { { { 2008, OPEN }, { 2009, CLOSED } }, 2, 2008, 0, TRUE, 2008 },
    { { { 2008, OPEN }, { 2009, CLOSED } }, 2, 0, 0, TRUE, 2008 },
    { { { 2008, OPEN }, { 2009, CLOSED } }, 2, 2009, 0, FALSE, 0 },
    { { { 2008, CLOSED }, { 2009, OPEN } }, 2, 2008, 0, TRUE, 2009 },
    { { { 2008, OPEN }, { 2009, OPEN } }, 2, 2008, 0, TRUE, 9999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) outcome = NULL;

      if (cases[i].since != 0)
        {
          outcome = ts_row_new (TS_ENTITY_OUTCOME, "outcome");
          ts_row_set_integer (outcome, TS_OUTCOME_SINCE, cases[i].since);

          if (cases[i].until != 0)
            ts_row_set_integer (outcome, TS_OUTCOME_UNTIL, cases[i].until);
        }

      g_assert_cmpint (ts_submission_sight_shows_outcome (cases[i].submissions, cases[i].n, outcome), ==, cases[i].shown);

      for (int year = 2005; year <= 2015; year++)
        g_assert_cmpint (ts_submission_sight_shows_value (cases[i].submissions, cases[i].n, outcome, year), ==, year <= cases[i].last_shown);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/sight/every-combination", test_every_combination);
  g_test_add_func ("/core/sight/nobody-is-no-reviewer", test_nobody_is_no_reviewer);
  g_test_add_func ("/core/sight/seals-at-the-door", test_seals_at_the_door);
  g_test_add_func ("/core/sight/sealing", test_sealing);
  g_test_add_func ("/core/sight/opening-early", test_opening_early);
  g_test_add_func ("/core/sight/evidence", test_evidence);
  g_test_add_func ("/core/sight/outcomes", test_outcomes);
  return g_test_run ();
}
