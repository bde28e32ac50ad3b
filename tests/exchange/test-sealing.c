/* test-sealing.c — that nothing of a score leaks before it is open
 *
 * Two workbooks are the same but for the scores of one reviewer: other levels, other words, another number of criteria. Whoever may not see these
 * scores must read the same from both, in every query, list, count, search, history, past and export; whoever may see them must not, so
 * that the test cannot pass by reading nothing. Who may see is worked out here anew, from the words of the rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-layer.h"
#include "exchange/ts-ratings-import.h"
#include "reading.h"
#include "sealing-world.h"
#include "store/ts-compare-query.h"
#include "store/ts-reader.h"

#include <string.h>

static const TsStage stages[] = { TS_STAGE_PANEL, TS_STAGE_MODERATED, TS_STAGE_PUBLISHED };

/* --- Two worlds, side by side ------------------------------------------------------------------------------------------ */

static void
compare_worlds (SealingWorld *first,
                SealingWorld *second,
                guint         varied,
                SealingState  state,
                TsStage       stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (sealing_readers); i++)
    {
      g_autofree char *text = reading_of_everything (&first->fixture, first->assessment_id, sealing_reviewers, sealing_readers[i]);
      g_autofree char *other = reading_of_everything (&second->fixture, second->assessment_id, sealing_reviewers, sealing_readers[i]);
      gboolean sees = sealing_world_may_see (varied, sealing_readers[i], state, stage);
      gboolean same = g_str_equal (text, other);

      if (same == !sees)
        continue;

      g_test_message ("%s reads scores of %s: %s, %s", sealing_readers[i] != NULL ? sealing_readers[i] : "nobody", sealing_reviewers[varied], sealing_state_names[state],
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
  SealingWorld base = { 0 };

  sealing_world_make_base (&base);

  for (SealingState state = 0; state < SEALING_N_STATES; state++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (stages) && !g_test_failed (); i++)
        {
          SealingWorld first;
          SealingWorld second;
          gboolean is_there = sealing_world_make (&first, &base, varied, FALSE, state, stages[i]);

          g_assert_cmpint (sealing_world_make (&second, &base, varied, TRUE, state, stages[i]), ==, is_there);

          if (is_there)
            compare_worlds (&first, &second, varied, state, stages[i]);

          sealing_world_close (&first);
          sealing_world_close (&second);
        }
    }

  sealing_world_close (&base);
}

/* What the door refuses, whoever brings it. */
static void
test_door (void)
{
  SealingWorld base = { 0 };
  SealingWorld world;
  g_autofree char *csv = g_strdup (SEALING_HEADER "A,2009/10,wcc-year-2,1c,reviewer,Ben,4,Late\n");
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  sealing_world_make_base (&base);

  /* Sealed: neither an import nor an undo changes it; the last change is the seal, which is not undone either. */
  sealing_world_make (&world, &base, 1, FALSE, SEALING_ALL_SEALED, TS_STAGE_DRAFT);
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
  sealing_world_close (&world);

  /* Nobody undoes what they may not see, nor overwrites it. */
  sealing_world_copy (&world, &base);
  sealing_world_score (&world, "Ben", FALSE);
  ts_workbook_set_reader (world.fixture.workbook, "Ada");
  g_assert_null (ts_workbook_undo (world.fixture.workbook, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_clear_error (&error);
  ts_workbook_set_reader (world.fixture.workbook, "Ben");
  ts_change_unref (ts_workbook_undo (world.fixture.workbook, &error));
  g_assert_no_error (error);
  sealing_world_close (&world);

  /* Dan has a conflict. */
  sealing_world_copy (&world, &base);
  sealing_world_declare (&world);

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

  sealing_world_close (&world);
  sealing_world_close (&base);
}

/* Counts the levels that come out of one reading, and has somebody else's seal moved in the middle of it. */
typedef struct
{
  SealingWorld *world;
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
    sealing_world_set_seal (counting->world, "Ben", counting->seals);
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
  SealingWorld base = { 0 };
  SealingWorld world;
  TsWorkbook *workbook;

  sealing_world_make_base (&base);
  sealing_world_make (&world, &base, 1, FALSE, SEALING_ALL_BUT_THIS_SEALED, TS_STAGE_DRAFT);
  workbook = ts_workbook_open (world.fixture.path, TS_OPEN_READ_ONLY, NULL);
  g_assert_nonnull (workbook);
  ts_workbook_set_reader (workbook, "Ada");

  /* Her own, until Ben, whom everybody waits for, has sealed. */
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world }), ==, 1);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world, .seals = TRUE }), ==, 1);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world }), ==, SEALING_N_REVIEWERS);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world, .unseals = TRUE }), ==, SEALING_N_REVIEWERS);
  g_assert_cmpuint (count_ratings (workbook, (Counting) { &world }), ==, 1);

  ts_workbook_close (workbook);
  sealing_world_close (&world);
  sealing_world_close (&base);
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
