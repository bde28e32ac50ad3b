/* test-comparison.c — the country side by side: that it agrees with the raw ratings, and that the filter lets through what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-comparison-reader.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-sample.h"
#include "store/ts-compare-query.h"
#include "store/ts-rating-query.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *directory;
  char *path;
  TsWorkbook *workbook;
  TsFrameworkCache *frameworks;
  TsCompareFilter *filter;
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
  fixture->workbook = ts_workbook_open (fixture->path, TS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  fixture->frameworks = ts_framework_cache_new ();
  fixture->filter = ts_compare_filter_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char *name;

  ts_compare_filter_free (fixture->filter);
  ts_framework_cache_free (fixture->frameworks);
  ts_workbook_close (fixture->workbook);

  {
    g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);

    while ((name = g_dir_read_name (directory)) != NULL)
      {
        g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

        g_assert_cmpint (g_unlink (path), ==, 0);
      }
  }

  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static TsComparison *
read_comparison (Fixture        *fixture,
                 TsCompareNeeds  needs)
{
  g_autoptr (GError) error = NULL;
  TsComparison *comparison = ts_comparison_read (fixture->workbook, fixture->frameworks, fixture->filter, needs, &error);

  g_assert_no_error (error);

  return comparison;
}

static void
choose_year (Fixture *fixture,
             int      year,
             TsLayer  layer)
{
  ts_compare_filter_set_years (fixture->filter, &year, 1);
  fixture->filter->layer = layer;
}

/* What each year has to say, and what follows for whoever chooses nothing. */
static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  const guint said = 1u << TS_LAYER_SELF | 1u << TS_LAYER_PANEL | 1u << TS_LAYER_FINAL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsCompareScope) scope = ts_workbook_read_compare_scope (fixture->workbook, &error);
  g_autoptr (GArray) years = ts_workbook_read_compared_years (fixture->workbook, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (scope->years->len, ==, 2);
  g_assert_cmpuint (years->len, ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      const TsScopeYear *year = &g_array_index (scope->years, TsScopeYear, i);

      g_assert_cmpint (year->year, ==, 2008 + (int) i);
      g_assert_cmpint (g_array_index (years, int, i), ==, year->year);
      g_assert_cmpuint (year->layers, ==, said);
    }

  ts_compare_scope_set_defaults (scope, fixture->filter, FALSE);
  g_assert_cmpint (fixture->filter->layer, ==, TS_LAYER_FINAL);
  g_assert_cmpint (ts_compare_filter_get_last_year (fixture->filter), ==, 2009);
}

/* As published, by competency and level. */
static void
test_published (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *node;
    guint counts[4];
  } published[] = {
    { "1", { 8, 135, 9, 0 } },
    { "7", { 135, 17, 0, 0 } },
    { "10", { 49, 102, 1, 0 } },
    { "finance", { 13, 78, 61, 0 } },
  };
  g_autoptr (TsComparison) comparison = NULL;

  choose_year (fixture, 2008, TS_LAYER_FINAL);
  comparison = read_comparison (fixture, TS_COMPARE_LAST_YEAR);
  g_assert_cmpuint (ts_comparison_get_n_organisations (comparison), ==, 152);
  g_assert_cmpuint (ts_comparison_get_n_years (comparison), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      guint counts[5] = { 0 };

      for (guint j = 0; j < 152; j++)
        counts[ts_comparison_get_cell (comparison, j, 0, TS_LAYER_FINAL, (guint) ts_comparison_find_node (comparison, published[i].node)).level]++;

      g_assert_cmpuint (counts[0], ==, 0);
      g_assert_cmpmem (counts + 1, sizeof published[i].counts, published[i].counts, sizeof published[i].counts);
    }
}

typedef struct
{
  TsComparison *comparison;
  guint n;
} Raw;

/* Each raw rating of a criterion is the cell's level. */
static gboolean
compare_rating (const TsRatingRecord *record,
                gpointer              data)
{
  Raw *raw = data;
  TsLayer layer;
  int node = ts_comparison_find_node (raw->comparison, record->node);
  int organisation = ts_comparison_find_organisation (raw->comparison, record->organisation_code);
  int year = ts_comparison_find_year (raw->comparison, record->year);

  g_assert_true (ts_layer_from_name (record->layer, &layer));

  if (layer == TS_LAYER_REVIEWER || record->level == 0)
    return TRUE;

  g_assert_cmpint (node, >=, 0);
  g_assert_cmpint (organisation, >=, 0);
  g_assert_cmpint (year, >=, 0);
  g_assert_cmpint (ts_comparison_get_cell (raw->comparison, (guint) organisation, (guint) year, layer, (guint) node).level, ==, record->level);
  raw->n++;

  return TRUE;
}

static void
test_raw (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TsComparison) comparison = read_comparison (fixture, TS_COMPARE_ALL_YEARS | TS_COMPARE_EVERY_LAYER | TS_COMPARE_OUTCOMES);
  g_autoptr (GError) error = NULL;
  Raw raw = { comparison, 0 };
  guint n_cells = 0;

  g_assert_cmpuint (ts_comparison_get_n_years (comparison), ==, 2);
  g_assert_true (ts_workbook_foreach_rating (fixture->workbook, NULL, compare_rating, &raw, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (raw.n, >, 10000);

  /* And there is nothing more. */
  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    for (guint year = 0; year < 2; year++)
      for (guint layer = 0; layer < TS_N_LAYERS; layer++)
        for (guint node = 0; node < ts_comparison_get_n_nodes (comparison); node++)
          {
            TsBasis basis = ts_comparison_get_cell (comparison, i, year, layer, node).basis;

            n_cells += basis == TS_BASIS_RATED || basis == TS_BASIS_STATED;
          }

  g_assert_cmpuint (n_cells, ==, raw.n);
}

static void
test_breaks (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *node;
    gboolean is_break;
  } cases[] = {
    { "1", FALSE },
    { "1a", FALSE },
    { "5", TRUE },
    { "5c", TRUE },
    { "5a", FALSE },
    { "11", TRUE },
    { "strategy", TRUE },
  };
  g_autoptr (TsComparison) comparison = read_comparison (fixture, TS_COMPARE_ALL_YEARS);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint node = (guint) ts_comparison_find_node (comparison, cases[i].node);

      g_test_message ("%s", cases[i].node);
      g_assert_cmpint (ts_comparison_is_break (comparison, 0, 1, node), ==, cases[i].is_break);
      g_assert_false (ts_comparison_is_break (comparison, 1, 1, node));
    }
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const nobody[] = { "' or 1 = 1 --", NULL };
  static const char *const shas[] = { "sha", NULL };
  g_autoptr (TsCompareScope) scope = ts_workbook_read_compare_scope (fixture->workbook, NULL);
  g_autoptr (TsComparison) regional = NULL;
  g_autoptr (TsComparison) none = NULL;
  g_autoptr (TsComparison) kind = NULL;
  g_autoptr (TsComparison) nearest = NULL;
  g_autoptr (TsComparison) same_parent = NULL;
  const char *region[] = { NULL, NULL };
  guint n_regional;
  const char *first;
  gint64 population;

  g_assert_cmpuint (scope->years->len, ==, 2);
  g_assert_cmpuint (scope->parents->len, ==, 10);
  g_assert_cmpuint (scope->frameworks->len, ==, 2);
  g_assert_cmpuint (scope->n_organisations, ==, 152);

  choose_year (fixture, 2008, TS_LAYER_FINAL);
  region[0] = ((const TsScopeName *) g_ptr_array_index (scope->parents, 3))->code;
  ts_compare_filter_set_texts (&fixture->filter->parents, region);
  regional = read_comparison (fixture, TS_COMPARE_LAST_YEAR);
  n_regional = ts_comparison_get_n_organisations (regional);
  g_assert_cmpuint (n_regional, >, 5);
  g_assert_cmpuint (n_regional, <, 50);

  for (guint i = 0; i < n_regional; i++)
    g_assert_cmpstr (ts_comparison_get_parent (regional, i, 0)->code, ==, region[0]);

  ts_compare_filter_set_texts (&fixture->filter->parents, nobody);
  none = read_comparison (fixture, TS_COMPARE_LAST_YEAR);
  g_assert_cmpuint (ts_comparison_get_n_organisations (none), ==, 0);

  ts_compare_filter_set_texts (&fixture->filter->parents, NULL);
  ts_compare_filter_set_texts (&fixture->filter->kinds, shas);
  kind = read_comparison (fixture, TS_COMPARE_LAST_YEAR);
  g_assert_cmpuint (ts_comparison_get_n_organisations (kind), ==, 0);

  ts_compare_filter_set_texts (&fixture->filter->kinds, NULL);
  first = ts_comparison_get_organisation (regional, 0)->code;
  ts_compare_filter_set_text (&fixture->filter->peers_of, first);
  fixture->filter->peers = TS_PEERS_SAME_PARENT;
  same_parent = read_comparison (fixture, TS_COMPARE_LAST_YEAR);
  g_assert_cmpuint (ts_comparison_get_n_organisations (same_parent), ==, n_regional);

  fixture->filter->peers = TS_PEERS_NEAREST;
  fixture->filter->n_peers = 7;
  nearest = read_comparison (fixture, TS_COMPARE_LAST_YEAR);
  g_assert_cmpint (ts_comparison_find_organisation (nearest, first), >=, 0);
  population = ts_comparison_get_population (nearest, (guint) ts_comparison_find_organisation (nearest, first), 0);

  if (population > 0)
    g_assert_cmpuint (ts_comparison_get_n_organisations (nearest), ==, 8);
  else
    g_assert_cmpuint (ts_comparison_get_n_organisations (nearest), ==, 1);
}

static void
test_needs (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TsComparison) pair = NULL;
  g_autoptr (TsComparison) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  choose_year (fixture, 2009, TS_LAYER_SELF);
  pair = read_comparison (fixture, TS_COMPARE_YEAR_BEFORE);
  g_assert_cmpuint (ts_comparison_get_n_years (pair), ==, 2);
  g_assert_true (ts_comparison_has_layer (pair, TS_LAYER_SELF));
  g_assert_false (ts_comparison_has_layer (pair, TS_LAYER_FINAL));

  choose_year (fixture, 2008, TS_LAYER_SELF);
  first = read_comparison (fixture, TS_COMPARE_YEAR_BEFORE);
  g_assert_cmpuint (ts_comparison_get_n_years (first), ==, 1);

  ts_compare_filter_set_text (&fixture->filter->peers_of, "nobody");
  fixture->filter->peers = TS_PEERS_NEAREST;
  g_assert_null (ts_comparison_read (fixture->workbook, fixture->frameworks, fixture->filter, 0, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN);
  g_clear_error (&error);

  fixture->filter->peers = TS_PEERS_EVERYBODY;
  g_cancellable_cancel (cancellable);
  ts_workbook_set_cancellable (fixture->workbook, cancellable);
  g_assert_null (ts_comparison_read (fixture->workbook, fixture->frameworks, fixture->filter, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ts_workbook_set_cancellable (fixture->workbook, NULL);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/exchange/comparison/scope", test_scope);
  add ("/exchange/comparison/published", test_published);
  add ("/exchange/comparison/raw", test_raw);
  add ("/exchange/comparison/breaks", test_breaks);
  add ("/exchange/comparison/filters", test_filters);
  add ("/exchange/comparison/needs", test_needs);

  return g_test_run ();
}
