/* test-as-it-stood.c — rows as they stood after an earlier change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-about.h"
#include "core/ts-sign-off.h"
#include "store-test.h"
#include "store/ts-as-it-stood.h"

#define N_CHANGES 200

/* Rows of each kind that may be made, changed and deleted at random without leaving a reference to nothing. */
#define N_NODES 12

static gint64
next_second (gpointer data)
{
  gint64 *now = data;

  *now += G_USEC_PER_SEC;

  return *now;
}

typedef struct
{
  TsWorkbook *workbook;
  GRand *rand;
  gint64 now;
  TsRow *organisation;
  TsRow *assessment;
  TsRow *other;
  TsRow *outcome;       /* whose values are made, changed and deleted */
  TsRow *region;        /* another organisation */
  TsRow *signed_off;    /* its assessment, which moves from stage to stage */
  GPtrArray *sign_offs; /* the records of that */
  GPtrArray *about;     /* ids of all that rows can be about */
  TsRow *loose[6][N_NODES];
} World;

static void
apply (World    *world,
       TsChange *change)
{
  g_autoptr (GError) error = NULL;

  ts_workbook_apply (world->workbook, change, &error);
  g_assert_no_error (error);
}

static TsRow *
make_outcome (TsRow      *organisation,
              const char *metric)
{
  g_autofree char *id = g_uuid_string_random ();
  TsRow *row = ts_row_new (TS_ENTITY_OUTCOME, id);

  ts_row_set_text (row, TS_OUTCOME_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_integer (row, TS_OUTCOME_POSITION, 1);
  ts_row_set_text (row, TS_OUTCOME_METRIC, metric);
  ts_row_set_text (row, TS_OUTCOME_UNIT, "years");
  ts_row_set_text (row, TS_OUTCOME_DIRECTION, "up");
  ts_row_set_integer (row, TS_OUTCOME_SINCE, 2008);

  return row;
}

static void
world_init (World     *self,
            StoreTest *test)
{
  g_autoptr (TsChange) change = ts_change_new ("Begin");
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) framework = store_test_framework ("f");

  *self = (World) { .now = G_GINT64_CONSTANT (1262304000) * G_USEC_PER_SEC };
  self->rand = g_rand_new_with_seed (2010);
  self->workbook = ts_workbook_create (test->path, &error);
  g_assert_no_error (error);
  ts_workbook_set_author (self->workbook, "Tester");
  ts_workbook_set_clock (self->workbook, next_second, &self->now, NULL);

  self->organisation = store_test_organisation ("X01");
  self->assessment = store_test_assessment (self->organisation, framework, 2009);
  self->other = store_test_assessment (self->organisation, framework, 2008);
  self->outcome = make_outcome (self->organisation, "Life expectancy");
  self->region = store_test_organisation ("X02");
  self->signed_off = store_test_assessment (self->region, framework, 2009);
  self->sign_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  self->about = g_ptr_array_new ();
  g_ptr_array_add (self->about, (gpointer) ts_row_get_id (self->organisation));
  g_ptr_array_add (self->about, (gpointer) ts_row_get_id (self->assessment));
  g_ptr_array_add (self->about, (gpointer) ts_row_get_id (self->other));
  g_ptr_array_add (self->about, (gpointer) ts_row_get_id (self->region));
  g_ptr_array_add (self->about, (gpointer) ts_row_get_id (self->signed_off));

  ts_change_create (change, self->organisation);
  ts_change_create (change, framework);
  ts_change_create (change, self->assessment);
  ts_change_create (change, self->other);
  ts_change_create (change, self->outcome);
  ts_change_create (change, self->region);
  ts_change_create (change, self->signed_off);
  apply (self, change);
}

static void
world_clear (World *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->loose); i++)
    {
      for (guint j = 0; j < N_NODES; j++)
        g_clear_pointer (&self->loose[i][j], ts_row_unref);
    }

  ts_row_unref (self->organisation);
  ts_row_unref (self->assessment);
  ts_row_unref (self->other);
  ts_row_unref (self->outcome);
  ts_row_unref (self->region);
  ts_row_unref (self->signed_off);
  g_ptr_array_unref (self->sign_offs);
  g_ptr_array_unref (self->about);
  g_rand_free (self->rand);
  ts_workbook_close (self->workbook);
}

static TsRow *
make_row (World *world,
          guint  kind,
          guint  number)
{
  TsRow *assessment = number % 3 == 0 ? world->other : world->assessment;
  g_autofree char *node = g_strdup_printf ("%u", number);
  g_autofree char *id = g_uuid_string_random ();
  TsRow *row;

  switch (kind)
    {
    case 0:
      return store_test_rating (assessment, node, 1, "why");

    case 1:
      row = ts_row_new (TS_ENTITY_TARGET, id);
      ts_row_set_text (row, TS_TARGET_ASSESSMENT, ts_row_get_id (assessment));
      ts_row_set_text (row, TS_TARGET_NODE, node);
      ts_row_set_integer (row, TS_TARGET_YEAR, 2010);
      ts_row_set_integer (row, TS_TARGET_LEVEL, 1);
      return row;

    case 2:
      return store_test_evidence (world->organisation, node);

    case 3:
      return make_outcome (world->organisation, node);

    case 4:
      row = ts_row_new (TS_ENTITY_OUTCOME_VALUE, id);
      ts_row_set_text (row, TS_OUTCOME_VALUE_OUTCOME, ts_row_get_id (world->outcome));
      ts_row_set_text (row, TS_OUTCOME_VALUE_ORGANISATION, ts_row_get_id (world->organisation));
      ts_row_set_integer (row, TS_OUTCOME_VALUE_YEAR, 2000 + number);
      ts_row_set_real (row, TS_OUTCOME_VALUE_ASPIRATION, 80.1);
      return row;

    default:
      row = ts_row_new (TS_ENTITY_ORGANISATION_NAME, id);
      ts_row_set_text (row, TS_ORGANISATION_NAME_ORGANISATION, ts_row_get_id (world->organisation));
      ts_row_set_text (row, TS_ORGANISATION_NAME_NAME, node);
      return row;
    }
}

static void
vary_row (World *world,
          guint  kind,
          TsRow *row)
{
  static const guint text_fields[] = { TS_RATING_RATIONALE, 0, TS_EVIDENCE_TITLE, TS_OUTCOME_METRIC, 0, TS_ORGANISATION_NAME_NAME };
  g_autofree char *text = g_strdup_printf ("%u", g_rand_int (world->rand));

  if (kind == 1)
    ts_row_set_integer (row, TS_TARGET_LEVEL, g_rand_int_range (world->rand, 1, 5));
  else if (kind == 4)
    ts_row_set_real (row, TS_OUTCOME_VALUE_ACTUAL, g_rand_double (world->rand) * 100);
  else
    ts_row_set_text (row, text_fields[kind], text);
}

/* One stage on, or back to the draft. */
static void
move_at_random (World *world)
{
  const TsSignOffRequest request = {
    .name = "A chair",
    .role = "Chair",
    .meeting = "A meeting",
    .day = "2010-03-03",
    .reason = "A reason",
    .hash = "0000000000000000000000000000000000000000000000000000000000000000",
    .n_rated = 1,
  };
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  TsStage stage;

  g_assert_true (ts_stage_from_name (ts_row_get_text (world->signed_off, TS_ASSESSMENT_STAGE), &stage));
  stage = stage == TS_STAGE_DRAFT ? TS_STAGE_BOARD_APPROVED : g_rand_boolean (world->rand) && stage < TS_STAGE_SUBMITTED ? stage + 1
                                                                                                                         : TS_STAGE_DRAFT;
  change = ts_change_move_stage (world->signed_off, world->sign_offs, stage, &request, &error);
  g_assert_no_error (error);
  apply (world, change);

  ts_row_unref (world->signed_off);
  world->signed_off = ts_row_ref (ts_change_find_after (change, TS_ENTITY_ASSESSMENT));
  g_ptr_array_index (world->about, world->about->len - 1) = (gpointer) ts_row_get_id (world->signed_off);
  g_ptr_array_add (world->sign_offs, ts_row_ref (ts_change_find_after (change, TS_ENTITY_SIGN_OFF)));
}

/* One to three rows, one of which may change twice in one change. */
static void
change_at_random (World *world)
{
  g_autoptr (TsChange) change = ts_change_new ("Something");
  g_autoptr (TsChange) undone = NULL;
  g_autoptr (GError) error = NULL;

  for (int n = g_rand_int_range (world->rand, 1, 4); n > 0; n--)
    {
      guint kind = (guint) g_rand_int_range (world->rand, 0, G_N_ELEMENTS (world->loose));
      guint number = (guint) g_rand_int_range (world->rand, 0, N_NODES);
      TsRow **row = &world->loose[kind][number];
      g_autoptr (TsRow) before = *row;

      if (before == NULL)
        {
          *row = make_row (world, kind, number);
          ts_change_create (change, *row);
        }
      else if (g_rand_int_range (world->rand, 0, 4) == 0)
        {
          *row = NULL;
          ts_change_delete (change, before);
        }
      else
        {
          *row = ts_row_copy (before);
          vary_row (world, kind, *row);
          ts_change_update (change, before, *row);
        }
    }

  apply (world, change);

  if (g_rand_int_range (world->rand, 0, 8) > 0)
    return;

  /* Undone and done again, so that what is loose stays what is kept. */
  undone = ts_workbook_undo (world->workbook, &error);
  g_assert_no_error (error);
  g_clear_pointer (&undone, ts_change_unref);
  undone = ts_workbook_redo (world->workbook, &error);
  g_assert_no_error (error);
}

static void
dump (GString     *text,
      const TsRow *row)
{
  g_string_append_printf (text, "%s %s ", ts_entity_get_name (ts_row_get_entity (row)), ts_row_get_id (row));
  ts_row_append_json (row, text);
  g_string_append_c (text, '\n');
}

/* What the tables have now, by kind, by what it is about, by id. */
static char *
dump_now (World *world)
{
  GString *text = g_string_new (NULL);

  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = ts_workbook_read_rows (world->workbook, entity, -1, NULL, &error);

      g_assert_no_error (error);

      for (guint i = 0; i < world->about->len; i++)
        {
          for (guint j = 0; j < rows->len; j++)
            {
              if (g_strcmp0 (ts_row_get_about (g_ptr_array_index (rows, j)), g_ptr_array_index (world->about, i)) == 0)
                dump (text, g_ptr_array_index (rows, j));
            }
        }
    }

  return g_string_free (text, FALSE);
}

static char *
dump_then (World *world,
           gint64 sequence)
{
  GString *text = g_string_new (NULL);

  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      for (guint i = 0; i < world->about->len; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) rows = ts_workbook_read_rows_as_they_stood (world->workbook, entity,
                                                                            g_ptr_array_index (world->about, i), sequence, &error);

          g_assert_no_error (error);

          for (guint j = 0; j < rows->len; j++)
            {
              TsRow *row = g_ptr_array_index (rows, j);
              g_autoptr (TsRow) alone = ts_workbook_read_row_as_it_stood (world->workbook, entity, ts_row_get_id (row), sequence, &error);

              g_assert_no_error (error);
              g_assert_true (ts_row_equal (row, alone));
              dump (text, row);
            }
        }
    }

  return g_string_free (text, FALSE);
}

static gint64
read_n_changes (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (world->workbook, &error);

  g_assert_no_error (error);

  return state->n_changes;
}

static void
test_equals_the_workbook_then (StoreTest     *test,
                               gconstpointer  data)
{
  char *dumps[N_CHANGES];
  gint64 moments[N_CHANGES];
  gint64 sequences[N_CHANGES];
  g_autofree char *nothing = NULL;
  World world;

  world_init (&world, test);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      if (g_rand_int_range (world.rand, 0, 8) == 0)
        move_at_random (&world);
      else
        change_at_random (&world);

      dumps[i] = dump_now (&world);
      moments[i] = world.now;
      sequences[i] = read_n_changes (&world);
    }

  nothing = dump_then (&world, 0);
  g_assert_cmpstr (nothing, ==, "");

  g_assert_cmpuint (world.sign_offs->len, >, 5);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *then = NULL;
      g_autoptr (GError) error = NULL;
      gint64 sequence;

      /* A little later it still stood so. */
      ts_workbook_find_sequence_at (world.workbook, moments[i] + G_USEC_PER_SEC / 2, &sequence, &error);
      g_assert_no_error (error);
      g_assert_cmpint (sequence, ==, sequences[i]);

      then = dump_then (&world, sequence);
      g_assert_cmpstr (then, ==, dumps[i]);
      g_free (dumps[i]);
    }

  world_clear (&world);
}

/* A board that has worked in its workbook for years has far more entries than rows, which are read in another way. */
static void
test_long_history (StoreTest     *test,
                   gconstpointer  data)
{
  g_autoptr (TsChange) creation = ts_change_new ("Create");
  g_autoptr (TsRow) rating = NULL;
  char *dumps[25];
  gint64 first;
  World world;

  world_init (&world, test);
  rating = store_test_rating (world.assessment, "9c", 1, NULL);
  ts_change_create (creation, rating);
  apply (&world, creation);
  first = read_n_changes (&world) + 1;

  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
    {
      g_autoptr (TsChange) change = ts_change_new ("A hundred times");

      for (int j = 0; j < 100; j++)
        {
          TsRow *after = ts_row_copy (rating);

          ts_row_set_integer (after, TS_RATING_LEVEL, 1 + (ts_row_get_integer (rating, TS_RATING_LEVEL) + (j == 7)) % 4);
          ts_change_update (change, rating, after);
          ts_row_unref (rating);
          rating = after;
        }

      apply (&world, change);
      dumps[i] = dump_now (&world);
    }

  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
    {
      g_autofree char *then = dump_then (&world, first + i);

      g_assert_cmpstr (then, ==, dumps[i]);
      g_free (dumps[i]);
    }

  world_clear (&world);
}

static void
test_finds_moments (StoreTest     *test,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 sequence = -1;
  gint64 at = -1;
  gint64 begun;
  World world;

  world_init (&world, test);
  begun = world.now;

  g_assert_true (ts_workbook_find_sequence_at (world.workbook, begun - 1, &sequence, &error));
  g_assert_cmpint (sequence, ==, 0);
  g_assert_true (ts_workbook_find_sequence_at (world.workbook, begun, &sequence, &error));
  g_assert_cmpint (sequence, ==, 1);
  g_assert_true (ts_workbook_find_sequence_at (world.workbook, G_MAXINT64, &sequence, &error));
  g_assert_cmpint (sequence, ==, 1);

  g_assert_true (ts_workbook_read_moment (world.workbook, 1, &at, &error));
  g_assert_cmpint (at, ==, begun);
  g_assert_true (ts_workbook_read_moment (world.workbook, 2, &at, &error));
  g_assert_cmpint (at, ==, 0);
  g_assert_no_error (error);

  world_clear (&world);
}

static void
test_finds_nothing_before_and_after (StoreTest     *test,
                                     gconstpointer  data)
{
  g_autoptr (TsChange) creation = ts_change_new ("Create");
  g_autoptr (TsChange) deletion = ts_change_new ("Delete");
  g_autoptr (TsRow) rating = NULL;
  World world;

  world_init (&world, test);
  rating = store_test_rating (world.assessment, "5b", 2, NULL);
  ts_change_create (creation, rating);
  apply (&world, creation);
  ts_change_delete (deletion, rating);
  apply (&world, deletion);

  for (gint64 sequence = 1; sequence <= 3; sequence++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) then = ts_workbook_read_row_as_it_stood (world.workbook, TS_ENTITY_RATING, ts_row_get_id (rating), sequence, &error);

      if (sequence == 2)
        {
          g_assert_no_error (error);
          g_assert_true (ts_row_equal (then, rating));
        }
      else
        {
          g_assert_null (then);
          g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
        }
    }

  world_clear (&world);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/as-it-stood/equals-the-workbook-then", test_equals_the_workbook_then);
  store_test_add ("/as-it-stood/long-history", test_long_history);
  store_test_add ("/as-it-stood/finds-moments", test_finds_moments);
  store_test_add ("/as-it-stood/finds-nothing-before-and-after", test_finds_nothing_before_and_after);

  return g_test_run ();
}
