/* test-sealing.c — that nothing of a score leaks before it is open
 *
 * Two workbooks are the same but for the scores of one reviewer: other levels, other words, another number of criteria. Whoever may not see these
 * scores must read the same from both, in every query, list, count, search, history, past and export; whoever may see them must not, so
 * that the test cannot pass by reading nothing. Who may see is worked out here anew, from the words of the rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-interest.h"
#include "core/ts-layer.h"
#include "core/ts-person.h"
#include "core/ts-rate.h"
#include "core/ts-round.h"
#include "core/ts-seal.h"
#include "core/ts-sign-off.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-ratings-import.h"
#include "fixture.h"
#include "reading.h"
#include "store/ts-compare-query.h"
#include "store/ts-reader.h"

#include <string.h>

#define HEADER "organisation,year,framework,criterion,layer,assessor,level,rationale\n"

/* Ada is the chair; Dan scored before he declared an interest in the organisation. Eve sits on no panel. */
static const char *const reviewers[] = { "Ada", "Ben", "Cleo", "Dan", NULL };
#define N_REVIEWERS (G_N_ELEMENTS (reviewers) - 1)
static const char *const readers[] = { NULL, "Ada", "Ben", "Cleo", "Dan", "Eve" };

typedef enum
{
  NONE_SEALED,
  ONLY_THIS_SEALED,
  ALL_BUT_THIS_SEALED,
  ALL_SEALED,
  OPENED_EARLY,
  OPENED_EARLY_UNSEALED,
  UNSEALED_AGAIN,
  N_STATES,
} State;

static const char *const state_names[] = { "none sealed", "only this one sealed", "all but this one sealed", "all sealed",
                                           "opened early", "opened early, never sealed", "unsealed again" };

static const TsStage stages[] = { TS_STAGE_PANEL, TS_STAGE_MODERATED, TS_STAGE_PUBLISHED };

static gint64
tick (gpointer data)
{
  gint64 *now = data;

  *now += 60 * G_USEC_PER_SEC;

  return *now;
}

static char *
number (gpointer data)
{
  guint *n = data;

  return g_strdup_printf ("c0000000-0000-4000-8000-%012u", (*n)++);
}

typedef struct
{
  Fixture fixture;
  gint64 now;
  guint n;
  char *assessment_id;
} World;

static void
apply (World    *world,
       TsChange *change,
       GError   *error)
{
  g_autoptr (TsChange) owned = change;

  g_assert_no_error (error);
  ts_workbook_apply (world->fixture.workbook, owned, &error);
  g_assert_no_error (error);
}

static TsRow *
read_row (World      *world,
          TsEntity    entity,
          const char *id)
{
  return ts_workbook_read_row (world->fixture.workbook, entity, id, NULL);
}

static TsRow *
read_assessment (World *world)
{
  return read_row (world, TS_ENTITY_ASSESSMENT, world->assessment_id);
}

static void
open_world (World *world)
{
  world->now = G_GINT64_CONSTANT (1270000000000000);
  world->n += 1000;
  g_clear_pointer (&world->fixture.workbook, ts_workbook_close);
  world->fixture.workbook = ts_workbook_open (world->fixture.path, TS_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (world->fixture.workbook);
  g_assert_true (ts_workbook_set_scratch (world->fixture.workbook, NULL));
  ts_workbook_set_author (world->fixture.workbook, "Olive Office");
  ts_workbook_set_clock (world->fixture.workbook, tick, &world->now, NULL);
  ts_workbook_set_identifier_source (world->fixture.workbook, number, &world->n, NULL);
}

/* Everything but the scores. */
static void
make_base (World *world)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (TsRow) assessment = NULL;
  g_autofree char *round_id = NULL;
  g_autofree char *panel_id = NULL;
  const TsRoundDefinition round_definition = { "" };
  const TsPanelDefinition panel_definition = { "", "2010-05-14", NULL };
  const char *ids[2] = { NULL };
  g_autoptr (TsRow) round = NULL;
  g_autoptr (TsRow) panel = NULL;
  GError *error = NULL;

  fixture_set_up (&world->fixture, NULL);
  open_world (world);
  fixture_assert_imports (&world->fixture, ts_organisations_import,
                          "code,name,kind,parent,opened,closed,successors\nS,Authority,sha,,,,\nA,Alpha,pct,S,,,\nB,Beta,pct,S,,,\n",
                          "Import 3 organisations from f.csv (3, 0, 0, 0)");
  fixture_assert_imports (&world->fixture, ts_ratings_import,
                          HEADER "A,2009/10,wcc-year-2,1a,self,,2,Ours\nA,2009/10,wcc-year-2,1b,self,,3,Ours\nA,2009/10,wcc-year-2,1c,self,,3,\n"
                                 "B,2009/10,wcc-year-2,1a,self,,1,Theirs\nB,2009/10,wcc-year-2,1a,final,,2,\n",
                          "Import 5 ratings from f.csv (5, 0, 0, 0)");

  {
    g_autoptr (TsRow) organisation = ts_workbook_find_organisation (world->fixture.workbook, "A", NULL);

    rows = ts_workbook_read_rows (world->fixture.workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, ts_row_get_id (organisation), NULL);
  }

  world->assessment_id = g_strdup (ts_row_get_id (g_ptr_array_index (rows, 0)));
  assessment = read_assessment (world);
  ids[0] = world->assessment_id;

  apply (world, ts_change_define_round (NULL, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), 2009, &round_definition, &error), error);
  round_id = ts_round_row_id (ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), 2009);
  round = read_row (world, TS_ENTITY_REVIEW_ROUND, round_id);
  apply (world, ts_change_set_round_assessments (round, rows, none, none, ids, &error), error);
  apply (world, ts_change_define_panel (NULL, round, none, &panel_definition, &error), error);
  panel_id = ts_panel_row_id (round_id, 1);
  panel = read_row (world, TS_ENTITY_PANEL, panel_id);

  for (guint i = 0; i < N_REVIEWERS; i++)
    apply (world, ts_change_seat_member (panel, NULL, NULL, reviewers[i], i == 0 ? "chair" : "peer", &error), error);

  {
    TsChange *change = ts_change_new ("Assigned");
    g_autoptr (TsRow) assigned = ts_panel_assessment_new (panel_id, world->assessment_id);

    ts_change_create (change, assigned);
    apply (world, change, NULL);
  }

  ts_workbook_close (g_steal_pointer (&world->fixture.workbook));
}

static void
copy_world (World       *world,
            const World *base)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  memset (world, 0, sizeof *world);
  world->n = base->n;
  fixture_set_up (&world->fixture, NULL);
  g_clear_pointer (&world->fixture.workbook, ts_workbook_close);
  g_assert_true (g_file_get_contents (base->fixture.path, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (world->fixture.path, bytes, n_bytes, NULL));
  world->assessment_id = g_strdup (base->assessment_id);
  open_world (world);
}

static void
close_world (World *world)
{
  g_free (world->assessment_id);
  fixture_tear_down (&world->fixture, NULL);
}

static void
score (World      *world,
       const char *reviewer,
       gboolean    other)
{
  g_autofree char *csv = other ? g_strdup_printf (HEADER "A,2009/10,wcc-year-2,1a,reviewer,%s,4,A quagga by %s\n"
                                                         "A,2009/10,wcc-year-2,1b,reviewer,%s,1,Another quagga\n",
                                                  reviewer, reviewer, reviewer)
                               : g_strdup_printf (HEADER "A,2009/10,wcc-year-2,1a,reviewer,%s,2,A zebra by %s\n", reviewer, reviewer);
  g_autofree char *told = NULL;

  ts_workbook_set_author (world->fixture.workbook, reviewer);
  ts_workbook_set_reader (world->fixture.workbook, reviewer);
  told = fixture_import (&world->fixture, ts_ratings_import, csv);
  g_assert_true (g_str_has_prefix (told, "Import "));

  {
    g_autofree char *id = ts_rating_row_id (world->assessment_id, "1a", TS_LAYER_REVIEWER, reviewer);
    g_autoptr (TsRow) before = read_row (world, TS_ENTITY_RATING, id);
    g_autoptr (TsRow) after = ts_row_copy (before);
    TsChange *change = ts_change_new (other ? "Beside the quagga" : "Beside the zebra");

    ts_row_set_text (after, TS_RATING_STRENGTHS, other ? "Strong as an okapi" : "Strong as an addax");
    ts_row_set_text (after, TS_RATING_DEVELOPMENT, other ? "Less shy than an okapi" : "Less shy than an addax");
    ts_change_update (change, before, after);
    apply (world, change, NULL);
  }

  ts_workbook_set_author (world->fixture.workbook, "Olive Office");
  ts_workbook_set_reader (world->fixture.workbook, NULL);
}

static void
set_seal (World      *world,
          const char *reviewer,
          gboolean    sealed)
{
  g_autoptr (TsRow) assessment = read_assessment (world);
  g_autofree char *id = ts_seal_row_id (world->assessment_id, reviewer);
  g_autoptr (TsRow) seal = read_row (world, TS_ENTITY_REVIEW_SEAL, id);
  GError *error = NULL;

  apply (world,
         sealed ? ts_change_seal (assessment, reviewer, seal, 1, "2010-05-10", &error)
                : ts_change_unseal (assessment, seal, "A page was missing", "2010-05-11", &error),
         error);
}

static void
open_early (World *world)
{
  g_autoptr (TsRow) assessment = read_assessment (world);
  g_autoptr (TsReviewState) review = ts_workbook_read_review_state (world->fixture.workbook, world->assessment_id, NULL);
  GError *error = NULL;

  apply (world, ts_change_open_early (assessment, NULL, ts_review_state_get_sight (review), "Ada", TRUE, "Time is short", "2010-05-14", &error), error);
}

static void
declare (World *world)
{
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (world->fixture.workbook, "A", NULL);
  g_autofree char *person_id = ts_person_derive_id ("Dan");
  g_autoptr (TsRow) person = read_row (world, TS_ENTITY_PERSON, person_id);
  const TsInterestDeclaration declaration = { .role = "adviser", .declared = "2010-05-09" };
  GError *error = NULL;

  apply (world, ts_change_declare_interest (NULL, ts_row_get_id (organisation), person, "Dan", &declaration, &error), error);
}

/* As far as the door lets it. */
static gboolean
move_to (World   *world,
         TsStage  to)
{
  for (;;)
    {
      g_autoptr (TsRow) assessment = read_assessment (world);
      g_autoptr (GPtrArray) sign_offs = ts_workbook_read_rows (world->fixture.workbook, TS_ENTITY_SIGN_OFF, -1, NULL, NULL);
      const TsSignOffRequest request = { .name = "Olive", .meeting = "Board", .day = "2010-05-20", .reason = "Time is short", .n_rated = 3 };
      g_autoptr (TsChange) change = NULL;
      g_autoptr (GError) error = NULL;
      TsStage stage;

      g_assert_true (ts_stage_from_name (ts_row_get_text (assessment, TS_ASSESSMENT_STAGE), &stage));

      if (stage >= to)
        return TRUE;

      change = ts_change_move_stage (assessment, sign_offs, stage + 1, &request, &error);
      g_assert_no_error (error);

      if (!ts_workbook_apply (world->fixture.workbook, change, &error))
        {
          g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
          g_assert_cmpint (stage, ==, TS_STAGE_PANEL);
          return FALSE;
        }
    }
}

/* Whether nobody is waited for. Dan never is. */
static gboolean
is_settled (guint varied,
            State state)
{
  gboolean is_dan = varied == 3;

  return state == ALL_SEALED || state == OPENED_EARLY || state == OPENED_EARLY_UNSEALED ||
         (is_dan && (state == ALL_BUT_THIS_SEALED || state == UNSEALED_AGAIN));
}

/* Each score is the same in both worlds but those of @varied. Returns whether it could be moved to the stage. */
static gboolean
make_world (World       *world,
            const World *base,
            guint        varied,
            gboolean     other,
            State        state,
            TsStage      stage)
{
  copy_world (world, base);

  for (guint i = 0; i < N_REVIEWERS; i++)
    score (world, reviewers[i], i == varied && other);

  declare (world);

  for (guint i = 0; i < N_REVIEWERS; i++)
    {
      gboolean this = i == varied;
      gboolean sealed;

      switch (state)
        {
        case NONE_SEALED:
          sealed = FALSE;
          break;

        case ONLY_THIS_SEALED:
        case OPENED_EARLY:
          sealed = this;
          break;

        case ALL_BUT_THIS_SEALED:
          sealed = !this;
          break;

        case OPENED_EARLY_UNSEALED:
          sealed = !this && i < 2;
          break;

        default:
          sealed = TRUE;
          break;
        }

      if (sealed)
        set_seal (world, reviewers[i], TRUE);
    }

  if (state == UNSEALED_AGAIN)
    set_seal (world, reviewers[varied], FALSE);

  if (state == OPENED_EARLY || state == OPENED_EARLY_UNSEALED)
    open_early (world);

  g_assert_cmpint (move_to (world, stage), ==, stage <= TS_STAGE_PANEL || is_settled (varied, state));

  return stage <= TS_STAGE_PANEL || is_settled (varied, state);
}

/* The rule, in the words of the round: only they, until they seal; nobody else, until all have sealed or the chair has opened early. Dan has a
 * conflict that is not settled: nobody waits for him, and he sees nothing until all is published. */
static gboolean
may_see (guint       varied,
         const char *reader,
         State       state,
         TsStage     stage)
{
  gboolean is_dan = varied == 3;
  gboolean sealed = state == ONLY_THIS_SEALED || state == ALL_SEALED || state == OPENED_EARLY;
  gboolean all_others_sealed = state == ALL_SEALED || state == ALL_BUT_THIS_SEALED;

  if (g_strcmp0 (reader, "Dan") == 0 && stage != TS_STAGE_PUBLISHED)
    return FALSE;

  if (g_strcmp0 (reader, reviewers[varied]) == 0)
    return TRUE;

  if (!sealed)
    return FALSE;

  return state == OPENED_EARLY || (all_others_sealed && (sealed || is_dan));
}

/* --- Two worlds, side by side ------------------------------------------------------------------------------------------ */

static void
compare_worlds (World   *first,
                World   *second,
                guint    varied,
                State    state,
                TsStage  stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *text = reading_of_everything (&first->fixture, first->assessment_id, reviewers, readers[i]);
      g_autofree char *other = reading_of_everything (&second->fixture, second->assessment_id, reviewers, readers[i]);
      gboolean sees = may_see (varied, readers[i], state, stage);
      gboolean same = g_str_equal (text, other);

      if (same == !sees)
        continue;

      g_test_message ("%s reads scores of %s: %s, %s", readers[i] != NULL ? readers[i] : "nobody", reviewers[varied], state_names[state],
                      ts_stage_get_name (stage));
      reading_show_difference (text, other);
      g_test_fail ();
      return;
    }
}

static void
test_no_leak (gconstpointer data)
{
  guint varied = GPOINTER_TO_UINT (data);
  World base = { 0 };

  make_base (&base);

  for (State state = 0; state < N_STATES; state++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (stages) && !g_test_failed (); i++)
        {
          World first;
          World second;
          gboolean is_there = make_world (&first, &base, varied, FALSE, state, stages[i]);

          g_assert_cmpint (make_world (&second, &base, varied, TRUE, state, stages[i]), ==, is_there);

          if (is_there)
            compare_worlds (&first, &second, varied, state, stages[i]);

          close_world (&first);
          close_world (&second);
        }
    }

  close_world (&base);
}

/* What the door refuses, whoever brings it. */
static void
test_door (void)
{
  World base = { 0 };
  World world;
  g_autofree char *csv = g_strdup (HEADER "A,2009/10,wcc-year-2,1c,reviewer,Ben,4,Late\n");
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  make_base (&base);

  /* Sealed: neither an import nor an undo changes it; the last change is the seal, which is not undone either. */
  make_world (&world, &base, 1, FALSE, ALL_SEALED, TS_STAGE_DRAFT);
  ts_workbook_set_reader (world.fixture.workbook, "Ben");

  {
    g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
    g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, -1, NULL);
    TsImport settings = { .file = "f.csv", .stream = stream, .problems = problems };
    g_autoptr (TsChange) change = ts_ratings_import (world.fixture.workbook, &settings, &error);

    g_assert_no_error (error);
    g_assert_false (ts_workbook_apply (world.fixture.workbook, change, &error));
    g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
    g_clear_error (&error);
  }

  g_assert_null (ts_workbook_undo (world.fixture.workbook, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_clear_error (&error);
  close_world (&world);

  /* Nobody undoes what they may not see, nor overwrites it. */
  copy_world (&world, &base);
  score (&world, "Ben", FALSE);
  ts_workbook_set_reader (world.fixture.workbook, "Ada");
  g_assert_null (ts_workbook_undo (world.fixture.workbook, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_clear_error (&error);
  ts_workbook_set_reader (world.fixture.workbook, "Ben");
  ts_change_unref (ts_workbook_undo (world.fixture.workbook, &error));
  g_assert_no_error (error);
  close_world (&world);

  /* Dan has a conflict. */
  copy_world (&world, &base);
  declare (&world);

  {
    g_autoptr (TsRow) rating = ts_row_new (TS_ENTITY_RATING, "rating");
    g_autoptr (TsChange) change = ts_change_new ("Raw");

    ts_row_set_text (rating, TS_RATING_ASSESSMENT, world.assessment_id);
    ts_row_set_text (rating, TS_RATING_NODE, "1a");
    ts_row_set_text (rating, TS_RATING_LAYER, "reviewer");
    ts_row_set_text (rating, TS_RATING_ASSESSOR, "Dan");
    ts_row_set_integer (rating, TS_RATING_LEVEL, 4);
    ts_change_create (change, rating);
    g_assert_false (ts_workbook_apply (world.fixture.workbook, change, &error));
    g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  }

  close_world (&world);
  close_world (&base);
}

/* Counts the levels that come out of one reading, and has somebody else's seal moved in the middle of it. */
typedef struct
{
  World *world;
  guint n;
  gboolean seals;
  gboolean unseals;
} Counting;

static void
count_rating (const char *node,
              TsLayer     layer,
              int         level,
              gpointer    data)
{
  Counting *counting = data;

  if (counting->n++ == 0 && (counting->seals || counting->unseals))
    set_seal (counting->world, "Ben", counting->seals);
}

static guint
count_ratings (TsWorkbook *workbook,
               Counting    counting)
{
  g_assert_true (ts_workbook_foreach_compared_rating (workbook, counting.world->assessment_id, 1u << TS_LAYER_REVIEWER, count_rating, &counting, NULL));

  return counting.n;
}

/* What may be seen is found out once for all that is read at once, and anew for what is read after somebody else has written. */
static void
test_others_write (void)
{
  World base = { 0 };
  World world;
  TsWorkbook *workbook;

  make_base (&base);
  make_world (&world, &base, 1, FALSE, ALL_BUT_THIS_SEALED, TS_STAGE_DRAFT);
  workbook = ts_workbook_open (world.fixture.path, TS_OPEN_READ_ONLY, NULL);
  g_assert_nonnull (workbook);
  ts_workbook_set_reader (workbook, "Ada");

  /* Her own, until Ben, whom everybody waits for, has sealed. */
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world }), ==, 1);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world, .seals = TRUE }), ==, 1);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world }), ==, N_REVIEWERS);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world, .unseals = TRUE }), ==, N_REVIEWERS);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world }), ==, 1);

  ts_workbook_close (workbook);
  close_world (&world);
  close_world (&base);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/sealing/no-leak-of-ben", GUINT_TO_POINTER (1), test_no_leak);
  g_test_add_data_func ("/exchange/sealing/no-leak-of-dan", GUINT_TO_POINTER (3), test_no_leak);
  g_test_add_func ("/exchange/sealing/door", test_door);
  g_test_add_func ("/exchange/sealing/others-write", test_others_write);
  return g_test_run ();
}
