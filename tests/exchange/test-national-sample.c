/* test-national-sample.c — the country: that it has the published counts, that it is the same each time, and that it is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-national-data.h"
#include "exchange/ts-sample.h"
#include "store/ts-verify.h"
#include "store/ts-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

/* As published; the same figures as in the sample's file, written down once more so that neither can drift. */
static const struct
{
  const char *node;
  guint counts[4];
} published[] = {
  { "1", { 8, 135, 9, 0 } },
  { "2", { 8, 124, 20, 0 } },
  { "3", { 51, 101, 0, 0 } },
  { "4", { 32, 116, 4, 0 } },
  { "5", { 41, 109, 2, 0 } },
  { "6", { 86, 66, 0, 0 } },
  { "7", { 135, 17, 0, 0 } },
  { "8", { 56, 95, 1, 0 } },
  { "9", { 49, 103, 0, 0 } },
  { "10", { 49, 102, 1, 0 } },
  { "strategy", { 17, 90, 45, 0 } },
  { "finance", { 13, 78, 61, 0 } },
  { "board", { 3, 78, 71, 0 } },
};

typedef struct
{
  char *directory;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("touchstone-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "country.touchstone", NULL);
  g_assert_true (ts_sample_create (fixture->path, TS_SAMPLE_COUNTRY, 3, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The level of a group from the raw rows: its own where it was judged as a whole, else the middle one of its three parts. */
static int
find_level (GPtrArray  *ratings,
            const char *node)
{
  int parts[3];
  guint n_parts = 0;

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);
      const char *rated = ts_row_get_text (rating, TS_RATING_NODE);
      int level = (int) ts_row_get_integer (rating, TS_RATING_LEVEL);

      if (!g_str_equal (ts_row_get_text (rating, TS_RATING_LAYER), "final"))
        continue;

      if (g_str_equal (rated, node))
        return level;

      if (strlen (rated) == strlen (node) + 1 && g_str_has_prefix (rated, node))
        {
          g_assert_cmpuint (n_parts, <, 3);
          parts[n_parts++] = level;
        }
    }

  g_assert_cmpuint (n_parts, ==, 3);
  qsort (parts, n_parts, sizeof *parts, compare_levels);

  return parts[1];
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (fixture->path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) assessments = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, -1, NULL, &error);
  g_autoptr (GPtrArray) organisations = ts_workbook_read_rows (workbook, TS_ENTITY_ORGANISATION, TS_ORGANISATION_KIND, "pct", &error);
  g_autoptr (GPtrArray) regions = ts_workbook_read_rows (workbook, TS_ENTITY_ORGANISATION, TS_ORGANISATION_KIND, "sha", &error);
  guint counts[G_N_ELEMENTS (published)][4] = { 0 };
  guint n_first_year = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (organisations->len, ==, 152);
  g_assert_cmpuint (regions->len, ==, 10);

  for (guint i = 0; i < assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (assessments, i);
      g_autoptr (GPtrArray) ratings = NULL;

      if (ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR) != 2008)
        continue;

      n_first_year++;
      ratings = ts_workbook_read_rows (workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, ts_row_get_id (assessment), &error);
      g_assert_no_error (error);

      for (guint j = 0; j < G_N_ELEMENTS (published); j++)
        counts[j][find_level (ratings, published[j].node) - 1]++;
    }

  g_assert_cmpuint (n_first_year, ==, 152);
  g_assert_cmpuint (assessments->len, ==, 2 * 152);

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      for (guint level = 0; level < 4; level++)
        {
          g_test_message ("%s at level %u", published[i].node, level + 1);
          g_assert_cmpuint (counts[i][level], ==, published[i].counts[level]);
        }
    }
}

/* Populations of both years, and outcomes that say that they are fictional. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (fixture->path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) populations = ts_workbook_read_rows (workbook, TS_ENTITY_ORGANISATION_POPULATION, -1, NULL, &error);
  g_autoptr (GPtrArray) outcomes = ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME, -1, NULL, &error);
  g_autoptr (GPtrArray) values = ts_workbook_read_rows (workbook, TS_ENTITY_OUTCOME_VALUE, -1, NULL, &error);
  guint n_actual = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (populations->len, ==, 2 * 152);
  g_assert_cmpuint (outcomes->len, ==, 3 * 152);

  for (guint i = 0; i < populations->len; i++)
    {
      gint64 people = ts_row_get_integer (g_ptr_array_index (populations, i), TS_ORGANISATION_POPULATION_POPULATION);

      g_assert_cmpint (people, >, 50000);
      g_assert_cmpint (people, <, 1500000);
    }

  for (guint i = 0; i < outcomes->len; i++)
    g_assert_nonnull (strstr (ts_row_get_text (g_ptr_array_index (outcomes, i), TS_OUTCOME_METRIC), "fictional"));

  for (guint i = 0; i < values->len; i++)
    n_actual += ts_row_has (g_ptr_array_index (values, i), TS_OUTCOME_VALUE_ACTUAL);

  g_assert_cmpuint (n_actual, ==, 3 * 152 * 2);
}

/* What is known of the boards: they claimed more than the panels gave, most of all on competencies 5 and 6. */
static void
test_claims (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (fixture->path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (workbook, TS_ENTITY_RATING, -1, NULL, &error);
  int difference[12] = { 0 };

  g_assert_no_error (error);

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);
      int group = (int) g_ascii_strtoll (ts_row_get_text (rating, TS_RATING_NODE), NULL, 10);
      int level = (int) ts_row_get_integer (rating, TS_RATING_LEVEL);

      if (g_str_equal (ts_row_get_text (rating, TS_RATING_LAYER), "self"))
        difference[group] += level;
      else if (g_str_equal (ts_row_get_text (rating, TS_RATING_LAYER), "panel"))
        difference[group] -= level;
    }

  for (guint group = 1; group <= 10; group++)
    {
      g_assert_cmpint (difference[group], >, 0);

      if (group != 5 && group != 6)
        {
          g_assert_cmpint (difference[group], <, difference[5]);
          g_assert_cmpint (difference[group], <, difference[6]);
        }
    }
}

static void
test_same_seed_same_bytes (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *again = g_build_filename (fixture->directory, "again.touchstone", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *bytes_again = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  gsize n_bytes_again;

  g_assert_true (ts_sample_create (again, TS_SAMPLE_COUNTRY, 3, NULL, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &n_bytes, &error));
  g_assert_true (g_file_get_contents (again, &bytes_again, &n_bytes_again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_bytes, ==, n_bytes_again);
  g_assert_true (memcmp (bytes, bytes_again, n_bytes) == 0);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (fixture->path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsVerifyReport) report = ts_workbook_verify (workbook, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ts_verify_report_is_clean (report));
}

static void
test_faulty_data (void)
{
  static const struct
  {
    const char *counts;
    const char *message;
  } cases[] = {
    { "[1, 1]", NULL },
    { "[1, 2]", "*levels*add up to 2, found 3*" },
    { "[-1, 3]", "*levels*" },
    { "[2]", "*levels*" },
    { "{}", "*levels*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{ \"note\": \"\", \"source\": \"\", \"people\": [ { \"name\": \"A\", \"role\": \"B\" } ], "
                                               "\"regions\": [ { \"name\": \"R\", \"commissioners\": [ \"C\", \"D\" ] } ], "
                                               "\"levels\": { \"1\": %s }, \"governance\": {}, \"outcomes\": [ { \"metric\": \"M\", \"unit\": \"U\", "
                                               "\"direction\": \"up\", \"typical\": 10, \"spread\": 2, \"step\": 1 } ] }",
                                               cases[i].counts);
      g_autoptr (GError) error = NULL;
      g_autoptr (TsNationalData) national = ts_national_data_read ("national.json", text, strlen (text), &error);

      g_test_message ("%s", cases[i].counts);

      if (cases[i].message == NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (national->n_commissioners, ==, 2);
          continue;
        }

      g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/exchange/national-sample/counts", test_counts);
  add ("/exchange/national-sample/claims", test_claims);
  add ("/exchange/national-sample/figures", test_figures);
  add ("/exchange/national-sample/same-seed-same-bytes", test_same_seed_same_bytes);
  add ("/exchange/national-sample/whole", test_whole);
  g_test_add_func ("/exchange/national-sample/faulty-data", test_faulty_data);

  return g_test_run ();
}
