/* test-query.c — reading ratings for export, and rows by a field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-rating-query.h"

#include <string.h>

/* Without a seal, nobody but p1 would see p1's. */
static void
seal (TsChange    *change,
      const TsRow *assessment)
{
  g_autofree char *id = g_strconcat ("seal-", ts_row_get_id (assessment), NULL);
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_REVIEW_SEAL, id);

  ts_row_set_text (row, TS_REVIEW_SEAL_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (row, TS_REVIEW_SEAL_ASSESSOR, "p1");
  ts_row_set_text (row, TS_REVIEW_SEAL_STATE, "sealed");
  ts_row_set_text (row, TS_REVIEW_SEAL_DAY, "2010-05-14");
  ts_change_create (change, row);
}

static TsWorkbook *
create (StoreTest *test)
{
  static const char *const codes[] = { "B", "A" };
  static const char *const nodes[] = { "5b", "10", "2a" };
  static const char *const layers[] = { "self", "reviewer" };
  g_autoptr (TsChange) change = ts_change_new ("Everything");
  g_autoptr (TsRow) framework = store_test_framework ("wcc");
  TsWorkbook *workbook = ts_workbook_create (test->path, NULL);

  ts_change_create (change, framework);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (TsRow) organisation = store_test_organisation (codes[i]);

      ts_change_create (change, organisation);

      for (int year = 2009; year >= 2008; year--)
        {
          g_autoptr (TsRow) assessment = store_test_assessment (organisation, framework, year);

          ts_change_create (change, assessment);
          seal (change, assessment);

          for (guint n = 0; n < G_N_ELEMENTS (nodes); n++)
            {
              for (guint l = 0; l < G_N_ELEMENTS (layers); l++)
                {
                  g_autoptr (TsRow) rating = store_test_rating (assessment, nodes[n], n, l == 0 ? "why" : NULL);

                  ts_row_set_text (rating, TS_RATING_LAYER, layers[l]);
                  ts_row_set_text (rating, TS_RATING_ASSESSOR, l == 1 ? "p1" : "");
                  ts_change_create (change, rating);
                }
            }
        }
    }

  g_assert_true (ts_workbook_apply (workbook, change, NULL));

  return workbook;
}

static gboolean
describe (const TsRatingRecord *record,
          gpointer              data)
{
  g_string_append_printf (data, "%s %d %s %s %s [%s] %d %s\n", record->organisation_code, record->year, record->framework_code,
                          record->node, record->layer, record->assessor, record->level,
                          record->rationale != NULL ? record->rationale : "-");

  return TRUE;
}

static void
assert_ratings (TsWorkbook          *workbook,
                const TsQueryFilter *filter,
                const char          *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ts_workbook_foreach_rating (workbook, filter, describe, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static gboolean
count_rating (const TsRatingRecord *record,
              gpointer              data)
{
  guint *n = data;

  return ++*n != 5;
}

static void
test_ratings (StoreTest     *test,
              gconstpointer  data)
{
  static const char *const organisation_a[] = { "A", NULL };
  static const char *const both[] = { "B", "A", NULL };
  static const char *const nobody[] = { "C", "' or 1 = 1 --", NULL };
  static const char *const empty[] = { NULL };
  static const char *const reviewer[] = { "reviewer", NULL };
  static const char *const frameworks[] = { "wcc", NULL };
  static const int year[] = { 2009 };
  g_autoptr (TsWorkbook) workbook = create (test);
  TsQueryFilter filter = { .organisations = organisation_a, .years = year, .n_years = 1 };
  guint n = 0;

  assert_ratings (workbook, &filter,
                  "A 2009 wcc 10 reviewer [p1] 1 -\n"
                  "A 2009 wcc 10 self [] 1 why\n"
                  "A 2009 wcc 2a reviewer [p1] 2 -\n"
                  "A 2009 wcc 2a self [] 2 why\n"
                  "A 2009 wcc 5b reviewer [p1] 0 -\n"
                  "A 2009 wcc 5b self [] 0 why\n");

  filter = (TsQueryFilter) { .organisations = both, .frameworks = frameworks, .layers = reviewer, .years = year, .n_years = 1 };
  assert_ratings (workbook, &filter,
                  "A 2009 wcc 10 reviewer [p1] 1 -\n"
                  "A 2009 wcc 2a reviewer [p1] 2 -\n"
                  "A 2009 wcc 5b reviewer [p1] 0 -\n"
                  "B 2009 wcc 10 reviewer [p1] 1 -\n"
                  "B 2009 wcc 2a reviewer [p1] 2 -\n"
                  "B 2009 wcc 5b reviewer [p1] 0 -\n");

  filter = (TsQueryFilter) { .organisations = nobody };
  assert_ratings (workbook, &filter, "");

  /* An empty list asks for nothing in particular. */
  filter = (TsQueryFilter) { .organisations = empty, .years = year, .n_years = 0 };
  g_assert_true (ts_workbook_foreach_rating (workbook, &filter, count_rating, &n, NULL));
  g_assert_cmpuint (n, ==, 5);
}

static void
test_rows_by_field (StoreTest     *test,
                    gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "A", NULL);
  g_autoptr (TsRow) framework = ts_workbook_find_framework (workbook, "wcc", NULL, NULL);
  g_autoptr (TsRow) edition = ts_workbook_find_framework (workbook, "wcc", "1", NULL);
  g_autoptr (TsRow) no_edition = ts_workbook_find_framework (workbook, "wcc", "2", NULL);
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) no_assessment = NULL;
  g_autoptr (GPtrArray) of_organisation = NULL;
  g_autoptr (GPtrArray) of_year = NULL;
  g_autoptr (GPtrArray) not_rated = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_true (ts_row_equal (framework, edition));
  g_assert_null (no_edition);

  of_organisation = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, ts_row_get_id (organisation), NULL);
  g_assert_cmpuint (of_organisation->len, ==, 2);
  of_year = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_YEAR, "2008", NULL);
  g_assert_cmpuint (of_year->len, ==, 2);
  not_rated = ts_workbook_read_rows (workbook, TS_ENTITY_RATING, TS_RATING_LEVEL, NULL, NULL);
  g_assert_cmpuint (not_rated->len, ==, 8);
  all = ts_workbook_read_rows (workbook, TS_ENTITY_RATING, -1, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 24);

  for (guint i = 1; i < all->len; i++)
    g_assert_cmpstr (ts_row_get_id (g_ptr_array_index (all, i - 1)), <, ts_row_get_id (g_ptr_array_index (all, i)));

  assessment = ts_workbook_find_assessment (workbook, ts_row_get_id (organisation), ts_row_get_id (framework), 2009, NULL);
  g_assert_cmpint (ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR), ==, 2009);
  no_assessment = ts_workbook_find_assessment (workbook, ts_row_get_id (organisation), ts_row_get_id (framework), 2007, NULL);
  g_assert_null (no_assessment);
}

typedef struct
{
  TsWorkbook *workbook;
  guint n;
} Nested;

static gboolean
read_inside (TsRow    *row,
             gpointer  data)
{
  Nested *nested = data;
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (nested->workbook, TS_ENTITY_ASSESSMENT, -1, NULL, NULL);

  nested->n += rows->len;

  return TRUE;
}

static void
test_reading_while_reading (StoreTest     *test,
                            gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  Nested nested = { workbook, 0 };

  /* The same statement twice at once. */
  g_assert_true (ts_workbook_foreach_row (workbook, TS_ENTITY_ASSESSMENT, -1, NULL, read_inside, &nested, NULL));
  g_assert_cmpuint (nested.n, ==, 16);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/query/ratings", test_ratings);
  store_test_add ("/store/query/rows-by-field", test_rows_by_field);
  store_test_add ("/store/query/reading-while-reading", test_reading_while_reading);

  return g_test_run ();
}
