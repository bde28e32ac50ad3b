/* test-similarity.c — what is alike stands together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-similarity.h"

#include <string.h>

static void
assert_order (const char *rows, /* "11 44": a digit for each level */
              const guint *expected)
{
  g_auto (GStrv) words = g_strsplit (rows, " ", -1);
  guint n_rows = g_strv_length (words);
  guint n_columns = n_rows > 0 ? (guint) strlen (words[0]) : 0;
  g_autofree guint8 *levels = g_new0 (guint8, n_rows * n_columns + 1);
  g_autofree guint *order = NULL;

  for (guint i = 0; i < n_rows * n_columns; i++)
    levels[i] = (guint8) (words[i / n_columns][i % n_columns] - '0');

  order = ts_similarity_order (levels, n_rows, n_columns);
  g_assert_cmpmem (order, n_rows * sizeof *order, expected, n_rows * sizeof *expected);
}

static void
test_small (void)
{
  assert_order ("", (const guint[]) { 0 });
  assert_order ("22", (const guint[]) { 0 });
  /* Two kinds that alternate; the higher first. */
  assert_order ("114 441 114 441", (const guint[]) { 1, 3, 0, 2 });
  assert_order ("111 444 112 443", (const guint[]) { 1, 3, 2, 0 });
  /* Nothing in common with anybody comes last. */
  assert_order ("111 000 444", (const guint[]) { 2, 0, 1 });
}

/* Every row once, the same each time, and neighbours nearer than by chance. */
static void
test_large (gconstpointer data)
{
  guint n_rows = GPOINTER_TO_UINT (data);
  guint n_columns = 11;
  g_autofree guint8 *levels = g_new (guint8, n_rows * n_columns);
  g_autofree guint8 *seen = g_new0 (guint8, n_rows);
  g_autofree guint *order = NULL;
  g_autofree guint *again = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint64 before = 0;
  guint64 after = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      guint kind = (guint) g_rand_int_range (random, 0, 3);

      for (guint c = 0; c < n_columns; c++)
        levels[i * n_columns + c] = (guint8) ((c < 6 ? 1 + kind : 3 - kind) + (guint) g_rand_int_range (random, 0, 2));
    }

  order = ts_similarity_order (levels, n_rows, n_columns);
  again = ts_similarity_order (levels, n_rows, n_columns);
  g_assert_cmpmem (order, n_rows * sizeof *order, again, n_rows * sizeof *again);

  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_cmpuint (order[i], <, n_rows);
      g_assert_cmpuint (seen[order[i]]++, ==, 0);
    }

  for (guint i = 1; i < n_rows; i++)
    {
      for (guint c = 0; c < n_columns; c++)
        {
          before += (guint) ABS (levels[i * n_columns + c] - levels[(i - 1) * n_columns + c]);
          after += (guint) ABS (levels[order[i] * n_columns + c] - levels[order[i - 1] * n_columns + c]);
        }
    }

  g_assert_cmpuint (after * 10, <, before * 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/similarity/small", test_small);
  g_test_add_data_func ("/core/similarity/clustered", GUINT_TO_POINTER (400), test_large);
  g_test_add_data_func ("/core/similarity/along-line", GUINT_TO_POINTER (5000), test_large);

  return g_test_run ();
}
