/* sealing-world.c — a workbook in which reviewers have scored and some have sealed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sealing-world.h"

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
#include "reading.h"
#include "store/ts-reader.h"

#include <string.h>

const char *const sealing_reviewers[] = { "Ada", "Ben", "Cleo", "Dan", NULL };
const char *const sealing_readers[] = { NULL, "Ada", "Ben", "Cleo", "Dan", "Eve" };
const char *const sealing_state_names[] = { "none sealed", "only this one sealed", "all but this one sealed", "all sealed",
                                            "opened early", "opened early, never sealed", "unsealed again" };

static TsRow *
read_row (SealingWorld *world,
          TsEntity      entity,
          const char   *id)
{
  return ts_workbook_read_row (world->fixture.workbook, entity, id, NULL);
}

static TsRow *
read_assessment (SealingWorld *world)
{
  return read_row (world, TS_ENTITY_ASSESSMENT, world->assessment_id);
}

static void
open_world (SealingWorld *world)
{
  world->now = G_GINT64_CONSTANT (1270000000000000);
  world->n += 1000;
  g_clear_pointer (&world->fixture.workbook, ts_workbook_close);
  world->fixture.workbook = ts_workbook_open (world->fixture.path, TS_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (world->fixture.workbook);
  g_assert_true (ts_workbook_set_scratch (world->fixture.workbook, NULL));
  ts_workbook_set_author (world->fixture.workbook, "Olive Office");
  fixture_number_everything (&world->fixture, &world->now, &world->n);
}

/* Everything but the scores. */
void
sealing_world_make_base (SealingWorld *world)
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
                          SEALING_HEADER "A,2009/10,wcc-year-2,1a,self,,2,Ours\nA,2009/10,wcc-year-2,1b,self,,3,Ours\nA,2009/10,wcc-year-2,1c,self,,3,\n"
                                         "A,2009/10,wcc-year-2,1a,panel,,2,Agreed before anybody scored\n"
                                         "B,2009/10,wcc-year-2,1a,self,,1,Theirs\nB,2009/10,wcc-year-2,1a,final,,2,\n",
                          "Import 6 ratings from f.csv (6, 0, 0, 0)");

  {
    g_autoptr (TsRow) organisation = ts_workbook_find_organisation (world->fixture.workbook, "A", NULL);

    rows = ts_workbook_read_rows (world->fixture.workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, ts_row_get_id (organisation), NULL);
  }

  world->assessment_id = g_strdup (ts_row_get_id (g_ptr_array_index (rows, 0)));
  assessment = read_assessment (world);
  ids[0] = world->assessment_id;

  fixture_apply (&world->fixture, ts_change_define_round (NULL, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), 2009, &round_definition, &error), error);
  round_id = ts_round_row_id (ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), 2009);
  round = read_row (world, TS_ENTITY_REVIEW_ROUND, round_id);
  fixture_apply (&world->fixture, ts_change_set_round_assessments (round, rows, none, none, ids, &error), error);
  fixture_apply (&world->fixture, ts_change_define_panel (NULL, round, none, &panel_definition, &error), error);
  panel_id = ts_panel_row_id (round_id, 1);
  panel = read_row (world, TS_ENTITY_PANEL, panel_id);

  for (guint i = 0; i < SEALING_N_REVIEWERS; i++)
    fixture_apply (&world->fixture, ts_change_seat_member (panel, NULL, NULL, sealing_reviewers[i], i == 0 ? "chair" : "peer", &error), error);

  {
    TsChange *change = ts_change_new ("Assigned");
    g_autoptr (TsRow) assigned = ts_panel_assessment_new (panel_id, world->assessment_id);

    ts_change_create (change, assigned);
    fixture_apply (&world->fixture, change, NULL);
  }

  ts_workbook_close (g_steal_pointer (&world->fixture.workbook));
}

void
sealing_world_copy (SealingWorld       *world,
                    const SealingWorld *base)
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

void
sealing_world_close (SealingWorld *world)
{
  g_free (world->assessment_id);
  fixture_tear_down (&world->fixture, NULL);
}

void
sealing_world_score (SealingWorld *world,
                     const char   *reviewer,
                     gboolean      other)
{
  g_autofree char *csv = other ? g_strdup_printf (SEALING_HEADER "A,2009/10,wcc-year-2,1a,reviewer,%s,4,A quagga by %s\n"
                                                                 "A,2009/10,wcc-year-2,1b,reviewer,%s,1,Another quagga\n",
                                                  reviewer, reviewer, reviewer)
                               : g_strdup_printf (SEALING_HEADER "A,2009/10,wcc-year-2,1a,reviewer,%s,2,A zebra by %s\n", reviewer, reviewer);
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
    fixture_apply (&world->fixture, change, NULL);
  }

  ts_workbook_set_author (world->fixture.workbook, "Olive Office");
  ts_workbook_set_reader (world->fixture.workbook, NULL);
}

void
sealing_world_set_seal (SealingWorld *world,
                        const char   *reviewer,
                        gboolean      sealed)
{
  g_autoptr (TsRow) assessment = read_assessment (world);
  g_autofree char *id = ts_seal_row_id (world->assessment_id, reviewer);
  g_autoptr (TsRow) seal = read_row (world, TS_ENTITY_REVIEW_SEAL, id);
  GError *error = NULL;

  fixture_apply (&world->fixture,
                 sealed ? ts_change_seal (assessment, reviewer, seal, 1, "2010-05-10", &error)
                        : ts_change_unseal (assessment, seal, "A page was missing", "2010-05-11", &error),
                 error);
}

static void
open_early (SealingWorld *world)
{
  g_autoptr (TsRow) assessment = read_assessment (world);
  g_autoptr (TsReviewState) review = ts_workbook_read_review_state (world->fixture.workbook, world->assessment_id, NULL);
  GError *error = NULL;

  fixture_apply (&world->fixture, ts_change_open_early (assessment, NULL, ts_review_state_get_sight (review), "Ada", TRUE, "Time is short", "2010-05-14", &error), error);
}

void
sealing_world_declare (SealingWorld *world)
{
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (world->fixture.workbook, "A", NULL);
  g_autofree char *person_id = ts_person_derive_id ("Dan");
  g_autoptr (TsRow) person = read_row (world, TS_ENTITY_PERSON, person_id);
  const TsInterestDeclaration declaration = { .role = "adviser", .declared = "2010-05-09" };
  GError *error = NULL;

  fixture_apply (&world->fixture, ts_change_declare_interest (NULL, ts_row_get_id (organisation), person, "Dan", &declaration, &error), error);
}

/* As far as the door lets it. */
static gboolean
move_to (SealingWorld *world,
         TsStage       to)
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
is_settled (guint        varied,
            SealingState state)
{
  gboolean is_dan = varied == 3;

  return state == SEALING_ALL_SEALED || state == SEALING_OPENED_EARLY || state == SEALING_OPENED_EARLY_UNSEALED ||
         (is_dan && (state == SEALING_ALL_BUT_THIS_SEALED || state == SEALING_UNSEALED_AGAIN));
}

/* Each score is the same in both worlds but those of @varied. Returns whether it could be moved to the stage. */
gboolean
sealing_world_make (SealingWorld       *world,
                    const SealingWorld *base,
                    guint               varied,
                    gboolean            other,
                    SealingState        state,
                    TsStage             stage)
{
  sealing_world_copy (world, base);

  for (guint i = 0; i < SEALING_N_REVIEWERS; i++)
    sealing_world_score (world, sealing_reviewers[i], i == varied && other);

  sealing_world_declare (world);

  for (guint i = 0; i < SEALING_N_REVIEWERS; i++)
    {
      gboolean this = i == varied;
      gboolean sealed;

      switch (state)
        {
        case SEALING_NONE_SEALED:
          sealed = FALSE;
          break;

        case SEALING_ONLY_THIS_SEALED:
        case SEALING_OPENED_EARLY:
          sealed = this;
          break;

        case SEALING_ALL_BUT_THIS_SEALED:
          sealed = !this;
          break;

        case SEALING_OPENED_EARLY_UNSEALED:
          sealed = !this && i < 2;
          break;

        default:
          sealed = TRUE;
          break;
        }

      if (sealed)
        sealing_world_set_seal (world, sealing_reviewers[i], TRUE);
    }

  if (state == SEALING_UNSEALED_AGAIN)
    sealing_world_set_seal (world, sealing_reviewers[varied], FALSE);

  if (state == SEALING_OPENED_EARLY || state == SEALING_OPENED_EARLY_UNSEALED)
    open_early (world);

  g_assert_cmpint (move_to (world, stage), ==, stage <= TS_STAGE_PANEL || is_settled (varied, state));

  return stage <= TS_STAGE_PANEL || is_settled (varied, state);
}

/* The rule, in the words of the round: only they, until they seal; nobody else, until all have sealed or the chair has opened early. Dan has a
 * conflict that is not settled: nobody waits for him, and he sees nothing until all is published. */
gboolean
sealing_world_may_see (guint         varied,
                       const char   *reader,
                       SealingState  state,
                       TsStage       stage)
{
  gboolean is_dan = varied == 3;
  gboolean sealed = state == SEALING_ONLY_THIS_SEALED || state == SEALING_ALL_SEALED || state == SEALING_OPENED_EARLY;
  gboolean all_others_sealed = state == SEALING_ALL_SEALED || state == SEALING_ALL_BUT_THIS_SEALED;

  if (g_strcmp0 (reader, "Dan") == 0 && stage != TS_STAGE_PUBLISHED)
    return FALSE;

  if (g_strcmp0 (reader, sealing_reviewers[varied]) == 0)
    return TRUE;

  if (!sealed)
    return FALSE;

  return state == SEALING_OPENED_EARLY || (all_others_sealed && (sealed || is_dan));
}
