/* test-reliability.c — agreement and severity, against worked examples of the literature and against properties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-severity.h"

#include <math.h>

/* K. Krippendorff, “Computing Krippendorff's alpha-reliability”, 2011, section C: four observers, twelve units, seven values missing. */
static const char *const krippendorff[] = {
  "123321412...",
  "1233224125.3",
  ".33323422 51",
  "123324412 51",
};

static TsScoreMatrix *
matrix_of (const char *const *rows,
           guint n_rows,
           gboolean one_cluster)
{
  TsScoreMatrix *matrix = ts_score_matrix_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *rater = g_strdup_printf ("observer %u", i);
      guint unit = 0;

      for (const char *at = rows[i]; *at != '\0'; at++)
        {
          g_autofree char *name = NULL;

          if (*at == ' ')
            continue;

          name = g_strdup_printf ("unit %u", unit++);
          ts_score_matrix_add (matrix, one_cluster ? "all" : name, name, rater, *at == '.' ? 0 : *at - '0');
        }
    }

  return matrix;
}

static void
assert_near (double value,
             double expected,
             double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_error ("%f is not %f", value, expected);
}

static void
test_krippendorff (void)
{
  static const struct
  {
    TsMetric metric;
    double alpha;
  } cases[] = { { TS_METRIC_NOMINAL, 0.743 }, { TS_METRIC_ORDINAL, 0.815 }, { TS_METRIC_INTERVAL, 0.849 } };
  g_autoptr (TsScoreMatrix) matrix = matrix_of (krippendorff, G_N_ELEMENTS (krippendorff), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsReliability reliability;

      ts_reliability_measure (matrix, cases[i].metric, 1000, 7, &reliability);
      assert_near (reliability.alpha.value, cases[i].alpha, 0.0005);
      g_assert_cmpfloat (reliability.alpha.low, <, reliability.alpha.value);
      g_assert_cmpfloat (reliability.alpha.high, >, reliability.alpha.value);
      g_assert_cmpfloat (reliability.alpha.high, <=, 1);

      /* The twelfth unit has one score, which pairs with none. */
      g_assert_cmpuint (reliability.n_units, ==, 11);
      g_assert_cmpuint (reliability.n_scores, ==, 40);
    }
}

/* J. Cohen, “A coefficient of agreement for nominal scales”, 1960 (kappa 0.492), and “Weighted kappa”, 1968 (0.348): the same hundred cases. */
static void
test_cohen (void)
{
  static const double table[] = { 44, 5, 1, 7, 20, 3, 9, 5, 6 };
  static const double nominal[] = { 0, 1, 1, 1, 0, 1, 1, 1, 0 };
  static const double weighted[] = { 0, 1, 3, 1, 0, 6, 3, 6, 0 };

  assert_near (ts_kappa_of_table (table, nominal, 3), 0.492, 0.0005);
  assert_near (ts_kappa_of_table (table, weighted, 3), 0.348, 0.0005);
}

static void
test_counting (void)
{
  static const char *const rows[] = { "1214", "1223", "13.1" };
  g_autoptr (TsScoreMatrix) matrix = matrix_of (rows, 3, FALSE);
  TsReliability reliability;

  ts_reliability_measure (matrix, TS_METRIC_ORDINAL, 0, 0, &reliability);

  /* 111 | 223 | 12 | 431: pairs 3 + 3 + 1 + 3; the same 3 + 1 + 0 + 0; within one 3 + 3 + 1 + 1. */
  assert_near (reliability.exact, 4.0 / 10, 1e-12);
  assert_near (reliability.within_one, 8.0 / 10, 1e-12);
  assert_near (reliability.mean_spread, (0 + 1 + 1 + 3) / 4.0, 1e-12);
  g_assert_true (isnan (reliability.alpha.low));
}

static TsScoreMatrix *
random_matrix (guint        n_clusters,
               guint        n_units,
               guint        n_raters,
               const guint *order)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  TsScoreMatrix *matrix = ts_score_matrix_new ();

  for (guint c = 0; c < n_clusters; c++)
    {
      for (guint u = 0; u < n_units; u++)
        {
          int base = g_rand_int_range (random, 1, 5);

          for (guint r = 0; r < n_raters; r++)
            {
              g_autofree char *cluster = g_strdup_printf ("%u", c);
              g_autofree char *unit = g_strdup_printf ("%u", u);
              g_autofree char *rater = g_strdup_printf ("%u", order != NULL ? order[r] : r);
              int level = CLAMP (base + g_rand_int_range (random, -1, 2), 1, 4);

              if (g_rand_int_range (random, 0, 10) > 0)
                ts_score_matrix_add (matrix, cluster, unit, rater, level);
            }
        }
    }

  return matrix;
}

static void
test_relabelling (void)
{
  static const guint order[] = { 3, 0, 2, 1 };
  g_autoptr (TsScoreMatrix) plain = random_matrix (12, 9, 4, NULL);
  g_autoptr (TsScoreMatrix) relabelled = random_matrix (12, 9, 4, order);
  TsReliability first;
  TsReliability second;

  ts_reliability_measure (plain, TS_METRIC_ORDINAL, 200, 5, &first);
  ts_reliability_measure (relabelled, TS_METRIC_ORDINAL, 200, 5, &second);
  assert_near (first.alpha.value, second.alpha.value, 1e-12);
  assert_near (first.alpha.low, second.alpha.low, 1e-12);
  assert_near (first.alpha.high, second.alpha.high, 1e-12);
  assert_near (first.exact, second.exact, 1e-12);

  /* A pair is a pair from either side. */
  for (guint i = 0; i < 4; i++)
    {
      for (guint j = 0; j < 4; j++)
        assert_near (ts_weighted_kappa (plain, i, j, NULL), ts_weighted_kappa (plain, j, i, NULL), 1e-12);
    }
}

static void
test_edges (void)
{
  static const char *const perfect[] = { "1234.1", "1234.1", "1.34.1" };
  static const char *const same[] = { "2222", "2222" };
  static const char *const missing[] = { "....", "...." };
  static const char *const alone[] = { "12..", "..34" };
  static const char *const opposite[] = { "1414", "4141" };
  const struct
  {
    const char *const *rows;
    guint n;
    double alpha; /* NaN for undefined */
  } cases[] = { { perfect, 3, 1 }, { same, 2, NAN }, { missing, 2, NAN }, { alone, 2, NAN }, { opposite, 2, -0.75 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsScoreMatrix) matrix = matrix_of (cases[i].rows, cases[i].n, FALSE);
      TsReliability reliability;

      ts_reliability_measure (matrix, TS_METRIC_ORDINAL, 100, 1, &reliability);
      g_test_message ("case %u", i);

      if (isnan (cases[i].alpha))
        g_assert_true (isnan (reliability.alpha.value) && isnan (reliability.alpha.low) && isnan (reliability.alpha.high));
      else
        assert_near (reliability.alpha.value, cases[i].alpha, 1e-9);
    }

  {
    g_autoptr (TsScoreMatrix) none = matrix_of (missing, 2, FALSE);
    TsReliability reliability;

    ts_reliability_measure (none, TS_METRIC_ORDINAL, 100, 1, &reliability);
    g_assert_true (isnan (reliability.exact) && isnan (reliability.within_one) && isnan (reliability.mean_spread));
  }

  {
    g_autoptr (TsScoreMatrix) pair = matrix_of (perfect, 3, FALSE);
    guint n;

    assert_near (ts_weighted_kappa (pair, 0, 1, &n), 1, 1e-12);
    g_assert_cmpuint (n, ==, 5);
  }

  /* One cluster has no interval: every resample would be the same. */
  {
    g_autoptr (TsScoreMatrix) matrix = matrix_of (krippendorff, 4, TRUE);
    TsReliability reliability;

    ts_reliability_measure (matrix, TS_METRIC_ORDINAL, 100, 1, &reliability);
    assert_near (reliability.alpha.value, 0.815, 0.0005);
    g_assert_true (isnan (reliability.alpha.low));
  }
}

static void
test_seeds (void)
{
  g_autoptr (TsScoreMatrix) matrix = random_matrix (12, 9, 4, NULL);
  TsReliability first;
  TsReliability again;
  TsReliability other;

  ts_reliability_measure (matrix, TS_METRIC_ORDINAL, 300, 5, &first);
  ts_reliability_measure (matrix, TS_METRIC_ORDINAL, 300, 5, &again);
  ts_reliability_measure (matrix, TS_METRIC_ORDINAL, 300, 6, &other);
  g_assert_cmpfloat (first.alpha.low, ==, again.alpha.low);
  g_assert_cmpfloat (first.alpha.value, ==, other.alpha.value);
  assert_near (first.alpha.low, other.alpha.low, 0.05);
}

static void
test_severity (void)
{
  /* The second is one higher than the first on three units; the third scored what nobody else did. */
  static const char *const rows[] = { "123.", "234.", "...4" };
  g_autoptr (TsScoreMatrix) matrix = matrix_of (rows, 3, FALSE);
  g_autoptr (GArray) severities = ts_severity_measure (matrix, 100, 1);
  const TsSeverity *low = &g_array_index (severities, TsSeverity, 0);
  const TsSeverity *high = &g_array_index (severities, TsSeverity, 1);
  const TsSeverity *alone = &g_array_index (severities, TsSeverity, 2);

  g_assert_cmpstr (low->rater, ==, "observer 0");
  assert_near (low->difference.value, -1, 1e-12);
  assert_near (low->difference.low, -1, 1e-12);
  assert_near (high->difference.value, 1, 1e-12);
  g_assert_cmpuint (high->n_units, ==, 3);
  g_assert_cmpstr (alone->rater, ==, "observer 2");
  g_assert_true (isnan (alone->difference.value));
  g_assert_cmpuint (alone->n_units, ==, 0);
}

/* A bias that is put in is found, within its interval. */
static void
test_severity_finds_bias (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (TsScoreMatrix) matrix = ts_score_matrix_new ();
  g_autoptr (GArray) severities = NULL;

  for (guint c = 0; c < 30; c++)
    {
      for (guint u = 0; u < 10; u++)
        {
          g_autofree char *cluster = g_strdup_printf ("%u", c);
          g_autofree char *unit = g_strdup_printf ("%u", u);
          int base = g_rand_int_range (random, 3, 7);

          for (guint r = 0; r < 5; r++)
            {
              g_autofree char *rater = g_strdup_printf ("%u", r);

              ts_score_matrix_add (matrix, cluster, unit, rater, base + g_rand_int_range (random, -1, 2) + (r == 2 ? 1 : 0));
            }
        }
    }

  severities = ts_severity_measure (matrix, 400, 9);
  g_assert_cmpstr (g_array_index (severities, TsSeverity, 4).rater, ==, "2");
  assert_near (g_array_index (severities, TsSeverity, 4).difference.value, 1, 0.15);
  g_assert_cmpfloat (g_array_index (severities, TsSeverity, 4).difference.low, >, 0.5);

  for (guint i = 0; i < 4; i++)
    assert_near (g_array_index (severities, TsSeverity, i).difference.value, -0.25, 0.15);
}

static void
test_what_if (void)
{
  static const struct
  {
    int level;
    double difference;
    int adjusted;
  } cases[] = { { 3, 0, 3 }, { 3, 0.6, 2 }, { 3, -0.6, 4 }, { 4, -1, 4 }, { 1, 2, 1 }, { 0, 1, 0 }, { 2, NAN, 2 }, { 2, 0.4, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ts_severity_adjust (cases[i].level, cases[i].difference, 4), ==, cases[i].adjusted);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/reliability/krippendorff", test_krippendorff);
  g_test_add_func ("/core/reliability/cohen", test_cohen);
  g_test_add_func ("/core/reliability/counting", test_counting);
  g_test_add_func ("/core/reliability/relabelling", test_relabelling);
  g_test_add_func ("/core/reliability/edges", test_edges);
  g_test_add_func ("/core/reliability/seeds", test_seeds);
  g_test_add_func ("/core/reliability/severity", test_severity);
  g_test_add_func ("/core/reliability/severity-finds-bias", test_severity_finds_bias);
  g_test_add_func ("/core/reliability/what-if", test_what_if);
  return g_test_run ();
}
