/* test-damage.c — workbooks that something happened to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-content-reader.h"
#include "store/ts-content-writer.h"
#include "store/ts-rating-query.h"
#include "store/ts-workbook-private.h"

#include <string.h>

#define N_RATINGS 400
#define N_DAMAGES 100

static char *
make_workbook (StoreTest *test,
               gsize     *n_bytes)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsChange) change = ts_change_new ("Ratings");
  char *bytes = NULL;

  for (guint i = 0; i < N_RATINGS; i++)
    {
      g_autofree char *node = g_strdup_printf ("n%u", i);
      g_autoptr (TsRow) row = store_test_rating (assessment, node, 1 + i % 4, "a reason that makes the row a little longer");

      ts_change_create (change, row);
    }

  g_assert_true (ts_workbook_apply (workbook, change, NULL));
  g_clear_pointer (&workbook, ts_workbook_close);
  g_assert_true (g_file_get_contents (test->path, &bytes, n_bytes, NULL));

  return bytes;
}

static gboolean
use_row (TsRow    *row,
         gpointer  data)
{
  g_autoptr (GString) json = g_string_new (NULL);
  guint *n_rows = data;

  ts_row_append_json (row, json);
  g_assert_true (g_utf8_validate (json->str, json->len, NULL));
  (*n_rows)++;

  return TRUE;
}

static gboolean
use_rating (const TsRatingRecord *record,
            gpointer              data)
{
  return record->level < 1000;
}

static gboolean
use_evidence (const TsEvidenceRecord *record,
              gpointer                data)
{
  return TRUE;
}

static gboolean
use_entry (const TsJournalEntry *entry,
           gpointer              data)
{
  return ts_change_get_n_rows (entry->change) < G_MAXUINT;
}

static void
expect (gboolean done,
        GError **error)
{
  /* Nothing else may come of damage. */
  if (!done)
    g_assert_true (g_error_matches (*error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT) ||
                   g_error_matches (*error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND) ||
                   g_error_matches (*error, TS_STORE_ERROR, TS_STORE_ERROR_CONFLICT) ||
                   g_error_matches (*error, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT) ||
                   g_error_matches (*error, TS_STORE_ERROR, TS_STORE_ERROR_ENGINE));

  g_clear_error (error);
}

/* Does everything that can be done with a workbook; it may fail, in words, but not fall over. */
static guint
use (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsVerifyReport) report = NULL;
  g_autoptr (TsJournalState) state = NULL;
  g_autoptr (TsRow) organisation = NULL;
  guint n_rows = 0;

  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    expect (ts_workbook_foreach_row (workbook, entity, -1, NULL, use_row, &n_rows, &error), &error);

  expect (ts_workbook_foreach_rating (workbook, NULL, use_rating, NULL, &error), &error);
  expect (ts_workbook_foreach_evidence (workbook, NULL, use_evidence, NULL, &error), &error);
  expect (ts_workbook_foreach_change (workbook, NULL, use_entry, NULL, &error), &error);
  state = ts_workbook_read_journal_state (workbook, &error);
  expect (state != NULL, &error);
  organisation = ts_workbook_find_organisation (workbook, "X01", &error);
  expect (organisation != NULL, &error);
  report = ts_workbook_verify (workbook, NULL, NULL, NULL, &error);
  expect (report != NULL, &error);

  return n_rows;
}

static void
write_to (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) row = store_test_organisation ("NEW");
  g_autoptr (TsChange) change = ts_change_new ("New");
  g_autoptr (TsChange) undone = NULL;

  ts_change_create (change, row);
  expect (ts_workbook_apply (workbook, change, &error), &error);
  undone = ts_workbook_undo (workbook, &error);
  expect (undone != NULL, &error);
}

static void
damage_bytes (char *bytes,
              gsize n_bytes)
{
  gsize start = g_test_rand_int_range (0, n_bytes);
  gsize length = 1 << g_test_rand_int_range (0, 13);

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      memset (bytes + start, 0, MIN (length, n_bytes - start));
      break;

    case 1:
      for (gsize i = start; i < MIN (start + length, n_bytes); i++)
        bytes[i] = g_test_rand_int ();
      break;

    default:
      bytes[start] ^= 1 << g_test_rand_int_range (0, 8);
      break;
    }
}

static void
test_damaged_anywhere (StoreTest     *test,
                       gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  guint n_salvaged = 0;
  gsize n_bytes;

  bytes = make_workbook (test, &n_bytes);

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, n_bytes);
      g_autofree char *left = NULL;
      g_autoptr (TsWorkbook) workbook = NULL;
      g_autoptr (GError) error = NULL;
      gsize n_left;
      guint n_rows;

      damage_bytes (damaged, n_bytes);
      g_assert_true (g_file_set_contents (test->path, damaged, n_bytes, NULL));

      workbook = ts_workbook_open (test->path, TS_OPEN_SALVAGE, &error);

      if (workbook != NULL)
        {
          n_rows = use (workbook);
          n_salvaged += n_rows > 0;
          g_clear_pointer (&workbook, ts_workbook_close);
        }
      else
        {
          expect (FALSE, &error);
        }

      /* Salvaging never writes. */
      g_assert_true (g_file_get_contents (test->path, &left, &n_left, NULL));
      g_assert_cmpmem (left, n_left, damaged, n_bytes);

      workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);

      if (workbook != NULL)
        {
          use (workbook);
          write_to (workbook);
        }
      else if (!g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_SCHEMA_TOO_NEW) &&
               !g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_A_WORKBOOK))
        {
          expect (FALSE, &error);
        }
    }

  /* Damage to a page or two seldom costs everything. */
  g_test_message ("something was salvaged from %u of %d", n_salvaged, N_DAMAGES);
  g_assert_cmpuint (n_salvaged, >, N_DAMAGES * 9 / 10);
}

static void
test_cut_off (StoreTest     *test,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  bytes = make_workbook (test, &n_bytes);

  for (gsize length = 1; length < n_bytes; length = length < 100 ? length + 33 : length + n_bytes / 7)
    {
      g_autoptr (TsWorkbook) workbook = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (test->path, bytes, length, NULL));
      workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
      g_assert_null (workbook);
      g_assert_true (g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT) ||
                     (length < 100 && g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_A_WORKBOOK)));
      g_clear_error (&error);

      workbook = ts_workbook_open (test->path, TS_OPEN_SALVAGE, &error);

      if (length > n_bytes / 2)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (use (workbook), >, 0);
        }
      else if (workbook == NULL)
        {
          expect (FALSE, &error);
        }
    }
}

static void
test_beginning_lost (StoreTest     *test,
                     gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  bytes = make_workbook (test, &n_bytes);
  memset (bytes, 0, 24);
  g_assert_true (g_file_set_contents (test->path, bytes, n_bytes, NULL));

  workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
  g_assert_null (workbook);
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT);
  g_clear_error (&error);

  /* The first bytes say nothing that is not known anyhow. */
  workbook = ts_workbook_open (test->path, TS_OPEN_SALVAGE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (use (workbook), ==, N_RATINGS + 3);
  g_assert_true (ts_workbook_is_read_only (workbook));
}

static void
test_one_page_of_ratings_lost (StoreTest     *test,
                               gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows;
  gsize n_bytes;
  gint64 page, page_size;

  bytes = make_workbook (test, &n_bytes);
  workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
  g_assert_true (ts_database_read_integer (workbook->database, "select pageno from dbstat where name = 'rating' and pagetype = 'leaf' order by path limit 1 offset 5",
                                           &page, &error));
  g_assert_no_error (error);
  g_assert_true (ts_database_read_integer (workbook->database, "pragma page_size", &page_size, &error));
  g_clear_pointer (&workbook, ts_workbook_close);

  memset (bytes + (page - 1) * page_size, 0xa5, page_size);
  g_assert_true (g_file_set_contents (test->path, bytes, n_bytes, NULL));

  /* Some ratings are on that page; those before and after it are all saved, and so is the rest. */
  workbook = ts_workbook_open (test->path, TS_OPEN_SALVAGE, &error);
  g_assert_no_error (error);
  n_rows = use (workbook);
  g_test_message ("%u of %d rows", n_rows, N_RATINGS + 3);
  g_assert_cmpuint (n_rows, <, N_RATINGS + 3);
  g_assert_cmpuint (n_rows, >, N_RATINGS - 60);
}

static void
test_damage_after_a_crash_is_found (StoreTest     *test,
                                    gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *lock = ts_workbook_lock_get_path_for (test->path);
  g_autofree char *left = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes, n_left;

  bytes = make_workbook (test, &n_bytes);
  memset (bytes + n_bytes - 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (test->path, bytes, n_bytes, NULL));

  /* As a process leaves it that did not close the workbook. */
  g_assert_true (g_file_set_contents (lock, "1\nsomebody\ntouchstone\n", -1, NULL));
  workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
  g_assert_null (workbook);
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (test->path, &left, &n_left, NULL));
  g_assert_cmpmem (left, n_left, bytes, n_bytes);
}

static void
test_text_that_is_none (StoreTest     *test,
                        gconstpointer  data)
{
  static const char *const damages[] = {
    "update organisation set kind = cast(x'ff' as text)",
    "update organisation set kind = cast(x'610062' as text)",
    "update organisation set kind = x'616263'",
    "pragma ignore_check_constraints = on; update rating set level = 'three' where node = 'n1'",
    "update organisation set id = cast(x'ff' as text)",
    "update organisation set id = ''",
  };
  static const guint expected[] = { 1, 1, 1, N_RATINGS, 1, 0 };
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  bytes = make_workbook (test, &n_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (TsWorkbook) workbook = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", damages[i]);
      g_assert_true (g_file_set_contents (test->path, bytes, n_bytes, NULL));
      store_test_tamper (test->path, damages[i]);
      workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);
      g_assert_no_error (error);
      rows = ts_workbook_read_rows (workbook, i == 3 ? TS_ENTITY_RATING : TS_ENTITY_ORGANISATION, -1, NULL, &error);
      g_assert_null (rows);
      g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      g_clear_pointer (&workbook, ts_workbook_close);

      /* Salvaged, the row can be read again, with marks for what cannot. */
      workbook = ts_workbook_open (test->path, TS_OPEN_SALVAGE, &error);
      g_assert_no_error (error);
      rows = ts_workbook_read_rows (workbook, i == 3 ? TS_ENTITY_RATING : TS_ENTITY_ORGANISATION, -1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, expected[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/damage/anywhere", test_damaged_anywhere);
  store_test_add ("/store/damage/cut-off", test_cut_off);
  store_test_add ("/store/damage/beginning-lost", test_beginning_lost);
  store_test_add ("/store/damage/one-page-of-ratings-lost", test_one_page_of_ratings_lost);
  store_test_add ("/store/damage/after-a-crash-is-found", test_damage_after_a_crash_is_found);
  store_test_add ("/store/damage/text-that-is-none", test_text_that_is_none);

  return g_test_run ();
}
