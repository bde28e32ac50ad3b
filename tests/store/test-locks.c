/* test-locks.c — that there is no way past what a stage has locked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "core/ts-error.h"
#include "core/ts-sign-off.h"

#define N_ACTIONS 600

static const char *const layers[] = { "self", "desk", "reviewer", "panel", "final" };

/* The stages at which each of the layers can be changed, written down once more. */
static const TsStage locked_from[] = { TS_STAGE_BOARD_APPROVED, TS_STAGE_PANEL, TS_STAGE_MODERATED, TS_STAGE_MODERATED, TS_STAGE_FINAL };

typedef struct
{
  TsWorkbook *workbook;
  TsRow *assessment;
  TsRow *evidence;
  TsRow *outcome;
} World;

static void
world_clear (World *world)
{
  ts_row_unref (world->assessment);
  ts_row_unref (world->evidence);
  ts_row_unref (world->outcome);
  ts_workbook_close (world->workbook);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static TsRow *
make_rating (World      *world,
             const char *id,
             guint       layer,
             int         level)
{
  TsRow *row = ts_row_new (TS_ENTITY_RATING, id);

  ts_row_set_text (row, TS_RATING_ASSESSMENT, ts_row_get_id (world->assessment));
  ts_row_set_text (row, TS_RATING_NODE, "5b");
  ts_row_set_text (row, TS_RATING_LAYER, layers[layer]);
  ts_row_set_text (row, TS_RATING_ASSESSOR, layer == 2 ? "Somebody" : "");
  ts_row_set_integer (row, TS_RATING_LEVEL, level);

  return row;
}

static void
make_world (World     *world,
            StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, "link");
  const char *organisation;

  world->workbook = ts_workbook_create (test->path, &error);
  g_assert_no_error (error);
  world->assessment = store_test_create_assessment (world->workbook);
  organisation = ts_row_get_text (world->assessment, TS_ASSESSMENT_ORGANISATION);

  world->evidence = ts_row_new (TS_ENTITY_EVIDENCE, "evidence");
  ts_row_set_text (world->evidence, TS_EVIDENCE_ORGANISATION, organisation);
  ts_row_set_text (world->evidence, TS_EVIDENCE_TITLE, "A page");
  ts_row_set_text (world->evidence, TS_EVIDENCE_KIND, "web");
  ts_row_set_text (world->evidence, TS_EVIDENCE_ADDRESS, "https://example.org/");
  store_test_create (world->workbook, world->evidence);

  ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, "evidence");
  ts_row_set_text (link, TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (world->assessment));
  ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, "5b");
  store_test_create (world->workbook, link);

  world->outcome = ts_row_new (TS_ENTITY_OUTCOME, "outcome");
  ts_row_set_text (world->outcome, TS_OUTCOME_ORGANISATION, organisation);
  ts_row_set_integer (world->outcome, TS_OUTCOME_POSITION, 1);
  ts_row_set_text (world->outcome, TS_OUTCOME_METRIC, "Life expectancy");
  ts_row_set_text (world->outcome, TS_OUTCOME_UNIT, "years");
  ts_row_set_text (world->outcome, TS_OUTCOME_DIRECTION, "up");
  ts_row_set_integer (world->outcome, TS_OUTCOME_SINCE, 2009);
  store_test_create (world->workbook, world->outcome);
}

/* All that the layer consists of; for the board's own also targets, evidence and outcomes. */
static char *
dump_layer (World *world,
            guint  layer)
{
  static const TsEntity with_self[] = { TS_ENTITY_TARGET, TS_ENTITY_EVIDENCE, TS_ENTITY_EVIDENCE_LINK, TS_ENTITY_OUTCOME, TS_ENTITY_OUTCOME_VALUE };
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (world->workbook, TS_ENTITY_RATING, TS_RATING_LAYER, layers[layer], NULL);

  for (guint i = 0; i < ratings->len; i++)
    ts_row_append_json (g_ptr_array_index (ratings, i), dump);

  for (guint i = 0; layer == 0 && i < G_N_ELEMENTS (with_self); i++)
    {
      g_autoptr (GPtrArray) rows = ts_workbook_read_rows (world->workbook, with_self[i], -1, NULL, NULL);

      for (guint j = 0; j < rows->len; j++)
        ts_row_append_json (g_ptr_array_index (rows, j), dump);
    }

  return g_string_free (g_steal_pointer (&dump), FALSE);
}

static TsStage
read_stage (World *world)
{
  g_autoptr (TsRow) row = ts_workbook_read_row (world->workbook, TS_ENTITY_ASSESSMENT, ts_row_get_id (world->assessment), NULL);
  TsStage stage;

  g_assert_true (ts_stage_from_name (ts_row_get_text (row, TS_ASSESSMENT_STAGE), &stage));

  return stage;
}

static TsRow *
read_optional (World      *world,
               TsEntity    entity,
               const char *id)
{
  return ts_workbook_read_row (world->workbook, entity, id, NULL);
}

/* A row made or changed straight, past every function that would ask first. */
static TsChange *
make_raw_change (World *world)
{
  TsChange *change = ts_change_new ("Raw");
  guint kind = (guint) g_test_rand_int_range (0, 9);

  if (kind < 5)
    {
      g_autofree char *id = g_strdup_printf ("rating-%u", kind);
      g_autoptr (TsRow) before = read_optional (world, TS_ENTITY_RATING, id);
      g_autoptr (TsRow) after = make_rating (world, id, kind, g_test_rand_int_range (1, 5));

      if (before == NULL)
        ts_change_create (change, after);
      else if (g_test_rand_int_range (0, 4) == 0)
        ts_change_delete (change, before);
      else
        ts_change_update (change, before, after);
    }
  else if (kind == 5)
    {
      g_autoptr (TsRow) before = read_optional (world, TS_ENTITY_EVIDENCE, "evidence");
      g_autoptr (TsRow) after = ts_row_copy (before);
      g_autofree char *title = g_strdup_printf ("A page %d", g_test_rand_int ());

      ts_row_set_text (after, TS_EVIDENCE_TITLE, title);
      ts_change_update (change, before, after);
    }
  else if (kind == 6)
    {
      g_autoptr (TsRow) before = read_optional (world, TS_ENTITY_TARGET, "target");
      g_autoptr (TsRow) after = ts_row_new (TS_ENTITY_TARGET, "target");

      ts_row_set_text (after, TS_TARGET_ASSESSMENT, ts_row_get_id (world->assessment));
      ts_row_set_text (after, TS_TARGET_NODE, "5");
      ts_row_set_integer (after, TS_TARGET_YEAR, 2009);
      ts_row_set_integer (after, TS_TARGET_LEVEL, g_test_rand_int_range (1, 5));

      if (before == NULL)
        ts_change_create (change, after);
      else
        ts_change_update (change, before, after);
    }
  else if (kind == 7)
    {
      g_autoptr (TsRow) before = read_optional (world, TS_ENTITY_OUTCOME, "outcome");
      g_autoptr (TsRow) after = ts_row_copy (before);
      g_autofree char *metric = g_strdup_printf ("Life expectancy %d", g_test_rand_int ());

      ts_row_set_text (after, TS_OUTCOME_METRIC, metric);
      ts_change_update (change, before, after);
    }
  else
    {
      /* A stage that moves by itself. */
      g_autoptr (TsRow) before = read_optional (world, TS_ENTITY_ASSESSMENT, ts_row_get_id (world->assessment));
      g_autoptr (TsRow) after = ts_row_copy (before);

      ts_row_set_text (after, TS_ASSESSMENT_STAGE, ts_stage_get_name ((TsStage) g_test_rand_int_range (0, TS_N_STAGES)));
      ts_change_update (change, before, after);
    }

  return change;
}

static TsChange *
make_move (World *world)
{
  g_autoptr (TsRow) assessment = read_optional (world, TS_ENTITY_ASSESSMENT, ts_row_get_id (world->assessment));
  g_autoptr (GPtrArray) sign_offs = ts_workbook_read_rows (world->workbook, TS_ENTITY_SIGN_OFF, -1, NULL, NULL);
  const TsSignOffRequest request = { .name = "A chair", .meeting = "A meeting", .day = "2010-03-03", .reason = "A reason", .n_rated = 1 };
  TsStage stage = read_stage (world);
  TsStage to = stage + 1 < TS_N_STAGES && g_test_rand_int_range (0, 3) > 0 ? stage + 1 : (TsStage) g_test_rand_int_range (0, TS_N_STAGES);

  return ts_change_move_stage (assessment, sign_offs, to, &request, NULL);
}

/* What the world was made with stays, so that there is something to act on. */
static gboolean
can_undo (World *world)
{
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (world->workbook, NULL);

  return state->undo_label == NULL || !g_str_has_prefix (state->undo_label, "Create");
}

static gboolean
act (World *world)
{
  g_autoptr (TsChange) change = NULL;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      if (!can_undo (world))
        return FALSE;

      change = ts_workbook_undo (world->workbook, NULL);
      return change != NULL;

    case 2:
      change = ts_workbook_redo (world->workbook, NULL);
      return change != NULL;

    case 3:
      change = make_move (world);
      break;

    default:
      change = make_raw_change (world);
    }

  return change != NULL && ts_workbook_apply (world->workbook, change, NULL);
}

static void
test_no_way_past (StoreTest     *test,
                  gconstpointer  data)
{
  g_auto (World) world = { 0 };
  guint n_kept = 0;
  guint n_kept_while_locked = 0;
  guint n_moves = 0;

  make_world (&world, test);

  for (guint i = 0; i < N_ACTIONS; i++)
    {
      g_autoptr (GPtrArray) records_before = ts_workbook_read_rows (world.workbook, TS_ENTITY_SIGN_OFF, -1, NULL, NULL);
      TsStage stage = read_stage (&world);
      char *before[G_N_ELEMENTS (layers)];
      gboolean kept;

      for (guint layer = 0; layer < G_N_ELEMENTS (layers); layer++)
        before[layer] = dump_layer (&world, layer);

      kept = act (&world);
      n_kept += kept;
      n_kept_while_locked += kept && stage > TS_STAGE_DRAFT;

      for (guint layer = 0; layer < G_N_ELEMENTS (layers); layer++)
        {
          g_autofree char *after = dump_layer (&world, layer);

          if (stage >= locked_from[layer] || !kept)
            g_assert_cmpstr (before[layer], ==, after);

          g_free (before[layer]);
        }

      /* A stage that has moved has a record more, which says from where to where and, backwards, why. */
      if (read_stage (&world) != stage)
        {
          g_autoptr (GPtrArray) records = ts_workbook_read_rows (world.workbook, TS_ENTITY_SIGN_OFF, -1, NULL, NULL);

          n_moves++;
          g_assert_cmpuint (records->len, ==, records_before->len + 1);
        }
    }

  g_test_message ("%u of %u actions kept, %u of them beyond the draft, %u moves", n_kept, N_ACTIONS, n_kept_while_locked, n_moves);
  g_assert_cmpuint (n_kept, >, N_ACTIONS / 10);
  g_assert_cmpuint (n_moves, >, 5);
  store_test_assert_clean (world.workbook);
}

static void
test_undo_stops_at_a_stage (StoreTest     *test,
                            gconstpointer  data)
{
  g_auto (World) world = { 0 };
  g_autoptr (TsChange) move = NULL;
  g_autoptr (TsJournalState) state = NULL;
  g_autoptr (GError) error = NULL;
  const TsSignOffRequest request = { .name = "A chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 1 };
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  make_world (&world, test);
  move = ts_change_move_stage (world.assessment, nothing, TS_STAGE_BOARD_APPROVED, &request, &error);
  g_assert_no_error (error);
  g_assert_true (ts_workbook_apply (world.workbook, move, &error));

  state = ts_workbook_read_journal_state (world.workbook, &error);
  g_assert_no_error (error);
  g_assert_null (state->undo_label);
  g_assert_null (ts_workbook_undo (world.workbook, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_assert_cmpint (read_stage (&world), ==, TS_STAGE_BOARD_APPROVED);
}

/* What comes late is let in: an actual value that was missing. */
static void
test_late_figure (StoreTest     *test,
                  gconstpointer  data)
{
  g_auto (World) world = { 0 };
  g_autoptr (TsChange) move = NULL;
  g_autoptr (TsChange) late = ts_change_new ("Late");
  g_autoptr (TsChange) aspiration = ts_change_new ("Aspiration");
  g_autoptr (TsRow) value = ts_row_new (TS_ENTITY_OUTCOME_VALUE, "value");
  g_autoptr (TsRow) aimed = NULL;
  g_autoptr (GError) error = NULL;
  const TsSignOffRequest request = { .name = "A chair", .meeting = "A meeting", .day = "2010-03-03", .n_rated = 1 };
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  make_world (&world, test);
  move = ts_change_move_stage (world.assessment, nothing, TS_STAGE_BOARD_APPROVED, &request, &error);
  g_assert_true (ts_workbook_apply (world.workbook, move, &error));
  g_assert_no_error (error);

  ts_row_set_text (value, TS_OUTCOME_VALUE_OUTCOME, "outcome");
  ts_row_set_text (value, TS_OUTCOME_VALUE_ORGANISATION, ts_row_get_text (world.assessment, TS_ASSESSMENT_ORGANISATION));
  ts_row_set_integer (value, TS_OUTCOME_VALUE_YEAR, 2009);
  ts_row_set_real (value, TS_OUTCOME_VALUE_ACTUAL, 78.5);
  ts_change_create (late, value);
  g_assert_true (ts_workbook_apply (world.workbook, late, &error));
  g_assert_no_error (error);

  aimed = ts_row_copy (value);
  ts_row_set_real (aimed, TS_OUTCOME_VALUE_ASPIRATION, 80);
  ts_change_update (aspiration, value, aimed);
  g_assert_false (ts_workbook_apply (world.workbook, aspiration, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/locks/no-way-past", test_no_way_past);
  store_test_add ("/store/locks/undo-stops-at-a-stage", test_undo_stops_at_a_stage);
  store_test_add ("/store/locks/late-figure", test_late_figure);

  return g_test_run ();
}
