/* test-history.c — who changed what, newest first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-about.h"
#include "store-test.h"
#include "store/ts-history.h"

#define N_CHANGES 120
#define START     (G_GINT64_CONSTANT (1262304000) * G_USEC_PER_SEC)
#define DAY       (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

#define N_OFTEN 3

/* The last is there twice. */
static const char *const authors[] = { "Ann", "Bob", "Ċelia", "Ēva" };
static const char *const nodes[] = { "5", "5a", "5b" };

typedef struct
{
  TsWorkbook *workbook;
  GRand *rand;
  gint64 now;
  TsRow *assessments[2];
  char *organisation;
} World;

/* Days go by, and now and then a clock is put back. */
static gint64
next_moment (gpointer data)
{
  World *world = data;

  world->now += g_rand_int_range (world->rand, -10, 100) * DAY / 50;

  return world->now;
}

static void
apply (World    *world,
       TsChange *change)
{
  g_autoptr (GError) error = NULL;

  ts_workbook_apply (world->workbook, change, &error);
  g_assert_no_error (error);
}

static void
change_at_random (World *world)
{
  g_autoptr (TsChange) change = ts_change_new ("Something");
  g_autoptr (TsRow) organisation = NULL;

  ts_workbook_set_author (world->workbook, authors[g_rand_int_range (world->rand, 0, N_OFTEN)]);

  for (int n = g_rand_int_range (world->rand, 1, 4); n > 0; n--)
    {
      TsRow *assessment = world->assessments[g_rand_int_range (world->rand, 0, 2)];
      g_autofree char *assessor = g_uuid_string_random ();
      g_autoptr (TsRow) row = NULL;

      if (g_rand_int_range (world->rand, 0, 3) == 0)
        {
          g_autofree char *id = g_uuid_string_random ();

          row = ts_row_new (TS_ENTITY_ORGANISATION_NAME, id);
          ts_row_set_text (row, TS_ORGANISATION_NAME_ORGANISATION, world->organisation);
          ts_row_set_text (row, TS_ORGANISATION_NAME_NAME, "A name");
        }
      else
        {
          row = store_test_rating (assessment, nodes[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (nodes))], 2, NULL);
          ts_row_set_text (row, TS_RATING_ASSESSOR, assessor);
        }

      ts_change_create (change, row);
    }

  apply (world, change);
}

/* Somebody seldom there, early in a long history and once more. */
static void
change_often (World *world)
{
  for (guint i = 0; i < N_CHANGES; i++)
    {
      if (i == 5 || i == 70)
        {
          g_autoptr (TsChange) change = ts_change_new ("Seldom");
          g_autoptr (TsRow) row = store_test_rating (world->assessments[i == 70], i == 70 ? "5b" : "5a", 3, NULL);

          ts_row_set_text (row, TS_RATING_ASSESSOR, authors[N_OFTEN]);
          ts_change_create (change, row);
          ts_workbook_set_author (world->workbook, authors[N_OFTEN]);
          apply (world, change);
        }

      change_at_random (world);
    }
}

static void
world_init (World     *self,
            StoreTest *test)
{
  g_autoptr (TsChange) change = ts_change_new ("Begin");
  g_autoptr (TsRow) organisation = store_test_organisation ("X01");
  g_autoptr (TsRow) framework = store_test_framework ("f");
  g_autoptr (GError) error = NULL;

  *self = (World) { .now = START };
  self->rand = g_rand_new_with_seed (7);
  self->workbook = ts_workbook_create (test->path, &error);
  g_assert_no_error (error);
  ts_workbook_set_author (self->workbook, authors[0]);
  ts_workbook_set_clock (self->workbook, next_moment, self, NULL);

  self->organisation = g_strdup (ts_row_get_id (organisation));
  ts_change_create (change, organisation);
  ts_change_create (change, framework);

  for (int i = 0; i < 2; i++)
    {
      self->assessments[i] = store_test_assessment (organisation, framework, 2008 + i);
      ts_change_create (change, self->assessments[i]);
    }

  apply (self, change);
}

static void
world_clear (World *self)
{
  ts_row_unref (self->assessments[0]);
  ts_row_unref (self->assessments[1]);
  g_free (self->organisation);
  g_rand_free (self->rand);
  ts_workbook_close (self->workbook);
}

/* What a filter means, without any index. */

typedef struct
{
  const TsHistoryFilter *filter;
  GString *dump;
} Scan;

static gboolean
has (const char *const *values,
     const char *value)
{
  return values == NULL || *values == NULL || (value != NULL && g_strv_contains (values, value));
}

static gboolean
wants_row (const TsHistoryFilter *filter,
           const TsChangeRow     *row)
{
  const TsRow *side = row->after != NULL ? row->after : row->before;
  TsEntity entity = ts_row_get_entity (side);

  return has (filter->about, ts_row_get_about (side)) && has (filter->nodes, ts_row_get_node (side)) &&
         (!filter->values_only || entity == TS_ENTITY_RATING || entity == TS_ENTITY_TARGET || entity == TS_ENTITY_OUTCOME_VALUE);
}

static gboolean
scan_entry (const TsJournalEntry *entry,
            gpointer              data)
{
  Scan *scan = data;
  const TsHistoryFilter *filter = scan->filter;
  gint64 at = ts_change_get_at (entry->change);
  g_autofree char *line = NULL;
  guint n = 0;

  for (guint i = 0; i < ts_change_get_n_rows (entry->change); i++)
    n += wants_row (filter, ts_change_get_row (entry->change, i)) ? 1 : 0;

  if (n == 0 || at < filter->from || (filter->to != 0 && at >= filter->to) ||
      (filter->author != NULL && !g_str_equal (filter->author, ts_change_get_author (entry->change))))
    return TRUE;

  line = g_strdup_printf ("%" G_GINT64_FORMAT " %s %u\n", entry->sequence, ts_change_get_id (entry->change), n);
  g_string_prepend (scan->dump, line);

  return TRUE;
}

static char *
scan (TsWorkbook            *workbook,
      const TsHistoryFilter *filter)
{
  Scan scan = { filter, g_string_new (NULL) };
  g_autoptr (GError) error = NULL;

  ts_workbook_foreach_change (workbook, NULL, scan_entry, &scan, &error);
  g_assert_no_error (error);

  return g_string_free (scan.dump, FALSE);
}

static char *
read_by_pages (TsWorkbook            *workbook,
               const TsHistoryFilter *filter,
               guint                  n_entries,
               guint                  n_rows)
{
  GString *dump = g_string_new (NULL);
  gint64 before = 0;

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = ts_workbook_read_history (workbook, filter, before, n_entries, n_rows, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->len, <=, n_entries);

      for (guint i = 0; i < page->len; i++)
        {
          TsHistoryEntry *entry = g_ptr_array_index (page, i);

          g_assert_cmpuint (ts_change_get_n_rows (entry->change), ==, MIN (entry->n_rows, n_rows));

          for (guint j = 0; j < ts_change_get_n_rows (entry->change); j++)
            g_assert_true (wants_row (filter, ts_change_get_row (entry->change, j)));

          g_string_append_printf (dump, "%" G_GINT64_FORMAT " %s %u\n", entry->sequence, ts_change_get_id (entry->change), entry->n_rows);
          before = entry->sequence;
        }

      if (page->len < n_entries)
        return g_string_free (dump, FALSE);
    }
}

/* Every combination of every kind of filter. */
static void
test_filters_as_a_scan_does (StoreTest     *test,
                             gconstpointer  data)
{
  World world;
  guint n_found = 0;

  world_init (&world, test);
  change_often (&world);

  for (guint combination = 0; combination < 4 * 3 * 4 * 4 * 2; combination++)
    {
      const char *about_lists[4][4] = {
        { NULL },
        { ts_row_get_id (world.assessments[0]), NULL },
        { ts_row_get_id (world.assessments[1]), world.organisation, NULL },
        { ts_row_get_id (world.assessments[0]), ts_row_get_id (world.assessments[1]), world.organisation, NULL },
      };
      const char *node_lists[3][4] = { { NULL }, { "5b", NULL }, { "5", "5a", "5b", NULL } };
      const char *author_choices[4] = { NULL, "Bob", authors[N_OFTEN], "Nobody" };
      gint64 days[4][2] = { { 0, 0 }, { START + 100 * DAY, 0 }, { 0, START + 50 * DAY }, { START + 60 * DAY, START + 61 * DAY } };
      guint about = combination % 4;
      guint node = combination / 4 % 3;
      guint day = combination / 48 % 4;
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;
      TsHistoryFilter filter = {
        .about = about_lists[about],
        .nodes = about > 0 ? node_lists[node] : NULL,
        .author = author_choices[combination / 12 % 4],
        .from = days[day][0],
        .to = days[day][1],
        .values_only = combination / 192 > 0,
      };

      expected = scan (world.workbook, &filter);
      found = read_by_pages (world.workbook, &filter, 7, 2);
      g_assert_cmpstr (found, ==, expected);
      n_found += *found != '\0';
    }

  /* Most combinations find something, or this would prove little. */
  g_assert_cmpuint (n_found, >, 4 * 3 * 4 * 4 * 2 / 4);

  world_clear (&world);
}

static void
test_tells_who_and_when (StoreTest     *test,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (TsChange) undone = NULL;
  TsHistoryEntry *entry;
  World world;

  world_init (&world, test);
  ts_workbook_set_author (world.workbook, "Bob");
  undone = ts_workbook_undo (world.workbook, &error);
  g_assert_no_error (error);

  page = ts_workbook_read_history (world.workbook, NULL, 0, 10, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 2);

  entry = g_ptr_array_index (page, 0);
  g_assert_cmpint (entry->sequence, ==, 2);
  g_assert_cmpstr (ts_change_get_author (entry->change), ==, "Bob");
  g_assert_cmpint (ts_change_get_at (entry->change), ==, world.now);
  g_assert_nonnull (ts_change_get_inverts (entry->change));

  entry = g_ptr_array_index (page, 1);
  g_assert_cmpstr (ts_change_get_author (entry->change), ==, "Ann");
  g_assert_cmpstr (ts_change_get_label (entry->change), ==, "Begin");
  g_assert_null (ts_change_get_inverts (entry->change));
  g_assert_cmpuint (entry->n_rows, ==, 4);
  g_assert_cmpuint (ts_change_get_n_rows (entry->change), ==, 3);

  world_clear (&world);
}

static void
test_lists_authors_once (StoreTest     *test,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) nobody = NULL;
  g_auto (GStrv) found = NULL;
  g_autofree char *path = store_test_build_path (test, "empty.touchstone");
  g_autoptr (TsWorkbook) empty = ts_workbook_create (path, &error);
  World world;

  nobody = ts_workbook_list_authors (empty, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (nobody), ==, 0);

  world_init (&world, test);

  change_often (&world);

  found = ts_workbook_list_authors (world.workbook, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (found), ==, G_N_ELEMENTS (authors));

  for (guint i = 0; i < G_N_ELEMENTS (authors); i++)
    g_assert_cmpstr (found[i], ==, authors[i]);

  world_clear (&world);
}

static void
test_says_what_is_damaged (StoreTest     *test,
                           gconstpointer  data)
{
  static const char *const damages[] = {
    "update change_row set after = '{' where position = 0",
    "update change_row set entity = 'nonsense' where position = 1",
    "update change set label = cast(x'ff' as text)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsWorkbook) workbook = NULL;
      g_autoptr (GPtrArray) page = NULL;
      World world;

      world_init (&world, test);
      world_clear (&world);
      store_test_tamper (test->path, damages[i]);

      workbook = ts_workbook_open (test->path, TS_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      page = ts_workbook_read_history (workbook, NULL, 0, 10, 10, &error);
      g_assert_null (page);
      g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT);
      g_clear_pointer (&workbook, ts_workbook_close);
      store_test_tear_down (test, NULL);
      store_test_set_up (test, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/history/filters-as-a-scan-does", test_filters_as_a_scan_does);
  store_test_add ("/history/tells-who-and-when", test_tells_who_and_when);
  store_test_add ("/history/lists-authors-once", test_lists_authors_once);
  store_test_add ("/history/says-what-is-damaged", test_says_what_is_damaged);

  return g_test_run ();
}
