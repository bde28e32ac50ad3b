/* test-reliability.c — alpha, kappa, agreement and their intervals
 *
 * Against worked examples of the literature, against what is counted by hand, and against what must hold for any scores.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-bootstrap.h"
#include "core/ts-kappa.h"
#include "core/ts-krippendorff.h"
#include "core/ts-panel-comparison.h"
#include "core/ts-review-agreement.h"
#include "core/ts-reviewer-pair.h"
#include "core/ts-severity.h"

#include <math.h>

#define N_OBSERVERS 4
#define N_UNITS     12
#define N_LEVELS    5

/* K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section E: four observers, twelve units, 0 for a missing score. */
static const int reliability_data[N_OBSERVERS][N_UNITS] = {
  { 1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0 },
  { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3 },
  { 0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0 },
  { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0 },
};

static const TsAlphaMetric metrics[] = { TS_ALPHA_NOMINAL, TS_ALPHA_ORDINAL, TS_ALPHA_INTERVAL };

/* The same from its definition, without coincidences: all pairs of scores of the same unit against all pairs of all scores that have a partner. */
static double
count_alpha (const int     *scores,
             guint          n_observers,
             guint          n_units,
             TsAlphaMetric  metric)
{
  double counts[N_LEVELS + 1] = { 0 };
  double found = 0;
  double expected = 0;
  double n = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint u = 0; u < n_units; u++)
        {
          guint m = 0;

          for (guint i = 0; i < n_observers; i++)
            m += scores[i * n_units + u] > 0;

          for (guint i = 0; m > 1 && i < n_observers; i++)
            {
              int a = scores[i * n_units + u];

              if (a == 0)
                continue;

              if (pass == 0)
                {
                  counts[a]++;
                  n++;
                }

              for (guint j = 0; pass == 1 && j < n_observers; j++)
                {
                  int b = scores[j * n_units + u];
                  double distance = metric == TS_ALPHA_NOMINAL ? a != b : a - b;

                  if (j == i || b == 0)
                    continue;

                  if (metric == TS_ALPHA_ORDINAL)
                    {
                      distance = -(counts[a] + counts[b]) / 2;

                      for (int level = MIN (a, b); level <= MAX (a, b); level++)
                        distance += counts[level];

                      distance = a == b ? 0 : distance;
                    }

                  found += distance * distance / (m - 1) / n;
                }
            }
        }
    }

  for (int a = 1; a <= N_LEVELS; a++)
    {
      for (int b = 1; b <= N_LEVELS; b++)
        {
          double distance = metric == TS_ALPHA_NOMINAL ? a != b : a - b;

          if (metric == TS_ALPHA_ORDINAL)
            {
              distance = -(counts[a] + counts[b]) / 2;

              for (int level = MIN (a, b); level <= MAX (a, b); level++)
                distance += counts[level];

              distance = a == b ? 0 : distance;
            }

          expected += counts[a] * counts[b] * distance * distance / (n * (n - 1));
        }
    }

  return 1 - found / expected;
}

static double
find_alpha (const int     *scores,
            guint          n_observers,
            guint          n_units,
            TsAlphaMetric  metric)
{
  double coincidences[N_LEVELS * (N_LEVELS + 1) / 2] = { 0 };

  g_assert_cmpuint (ts_coincidences_get_n (N_LEVELS), ==, G_N_ELEMENTS (coincidences));

  for (guint u = 0; u < n_units; u++)
    {
      int levels[16];
      guint n = 0;

      for (guint i = 0; i < n_observers; i++)
        {
          if (scores[i * n_units + u] > 0)
            levels[n++] = scores[i * n_units + u];
        }

      ts_coincidences_add (coincidences, N_LEVELS, levels, n);
    }

  return ts_krippendorff_alpha (coincidences, N_LEVELS, metric);
}

static void
test_krippendorff (void)
{
  static const double published[] = { 0.743, 0.815, 0.849 };

  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      double alpha = find_alpha (&reliability_data[0][0], N_OBSERVERS, N_UNITS, metrics[i]);

      g_assert_cmpfloat_with_epsilon (alpha, published[i], 0.0005);
      g_assert_cmpfloat_with_epsilon (alpha, count_alpha (&reliability_data[0][0], N_OBSERVERS, N_UNITS, metrics[i]), 1e-12);
    }
}

/* The same for any scores; and whoever is called what, and in which order units stand, changes nothing. */
static void
test_alpha_of_any_scores (void)
{
  for (guint turn = 0; turn < 300; turn++)
    {
      int scores[6 * 20];
      int turned[6 * 20];
      guint n_observers = (guint) g_test_rand_int_range (2, 7);
      guint n_units = (guint) g_test_rand_int_range (2, 21);

      for (guint i = 0; i < n_observers * n_units; i++)
        scores[i] = g_test_rand_int_range (0, N_LEVELS + 1);

      for (guint i = 0; i < n_observers; i++)
        {
          for (guint u = 0; u < n_units; u++)
            turned[(n_observers - 1 - i) * n_units + (u + 3) % n_units] = scores[i * n_units + u];
        }

      for (guint m = 0; m < G_N_ELEMENTS (metrics); m++)
        {
          double alpha = find_alpha (scores, n_observers, n_units, metrics[m]);
          double expected = count_alpha (scores, n_observers, n_units, metrics[m]);

          g_assert_cmpint (isnan (alpha) != 0, ==, isnan (expected) != 0);

          if (isnan (alpha))
            continue;

          g_assert_cmpfloat_with_epsilon (alpha, expected, 1e-9);
          g_assert_cmpfloat_with_epsilon (alpha, find_alpha (turned, n_observers, n_units, metrics[m]), 1e-9);
          g_assert_cmpfloat (alpha, <=, 1);
        }
    }
}

static void
test_alpha_undefined (void)
{
  static const int none[2 * 3] = { 0, 0, 0, 0, 0, 0 };
  static const int alone[2 * 3] = { 1, 2, 0, 0, 0, 4 };
  static const int flat[2 * 3] = { 3, 3, 3, 3, 3, 3 };
  static const int perfect[2 * 3] = { 1, 3, 4, 1, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      g_assert_true (isnan (find_alpha (none, 2, 3, metrics[i])));
      g_assert_true (isnan (find_alpha (alone, 2, 3, metrics[i])));
      g_assert_true (isnan (find_alpha (flat, 2, 3, metrics[i])));
      g_assert_cmpfloat (find_alpha (perfect, 2, 3, metrics[i]), ==, 1);
    }
}

/* J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968): shares of cases that two psychiatrists call a personality disorder, a neurosis and a
 * psychosis. Kappa without weights is .492, with those of the paper .348. With linear and quadratic ones by hand: .40 is found and .76 expected, and
 * .60 and 1.10. */
static void
test_kappa (void)
{
  static const double table[] = { .44, .07, .09, .05, .20, .05, .01, .03, .06 };
  static const double equal[] = { 0, 1, 1, 1, 0, 1, 1, 1, 0 };
  static const double paper[] = { 0, 1, 3, 1, 0, 6, 3, 6, 0 };
  static const double perfect[] = { 5, 0, 0, 0, 2, 0, 0, 0, 1 };
  static const double flat[] = { 0, 0, 0, 0, 9, 0, 0, 0, 0 };
  static const double none[9] = { 0 };
  double turned[9];

  g_assert_cmpfloat_with_epsilon (ts_kappa_weighted (table, 3, equal), .492, .0005);
  g_assert_cmpfloat_with_epsilon (ts_kappa_weighted (table, 3, paper), .348, .0005);
  g_assert_cmpfloat_with_epsilon (ts_kappa (table, 3, TS_KAPPA_LINEAR), 1 - .40 / .76, 1e-9);
  g_assert_cmpfloat_with_epsilon (ts_kappa (table, 3, TS_KAPPA_QUADRATIC), 1 - .60 / 1.10, 1e-9);

  for (guint i = 0; i < 9; i++)
    turned[i] = table[i % 3 * 3 + i / 3];

  for (TsKappaWeights weights = TS_KAPPA_LINEAR; weights <= TS_KAPPA_QUADRATIC; weights++)
    {
      g_assert_cmpfloat_with_epsilon (ts_kappa (table, 3, weights), ts_kappa (turned, 3, weights), 1e-12);
      g_assert_cmpfloat (ts_kappa (perfect, 3, weights), ==, 1);
      g_assert_true (isnan (ts_kappa (flat, 3, weights)));
      g_assert_true (isnan (ts_kappa (none, 3, weights)));
    }
}

/* Krippendorff's example as scores of one criterion of twelve assessments, then of twelve criteria of one: alpha is the same. */
static TsScoreTable *
make_example (gboolean of_one)
{
  TsScoreTable *table = ts_score_table_new (N_LEVELS);

  for (guint i = 0; i < N_OBSERVERS; i++)
    ts_score_table_add_reviewer (table, "", "");

  for (guint u = 0; u < (of_one ? 1 : N_UNITS); u++)
    ts_score_table_add_assessment (table, "", "", "");

  for (guint u = 0; u < (of_one ? N_UNITS : 1); u++)
    ts_score_table_add_criterion (table, "", "", "");

  for (guint i = 0; i < N_OBSERVERS; i++)
    {
      for (guint u = 0; u < N_UNITS; u++)
        ts_score_table_add_score (table, of_one ? 0 : u, of_one ? u : 0, i, reliability_data[i][u]);
    }

  ts_score_table_end (table);

  return table;
}

static void
test_agreement (void)
{
  for (guint of_one = 0; of_one < 2; of_one++)
    {
      g_autoptr (TsScoreTable) table = make_example (of_one);
      TsReviewAgreement agreement;
      TsReviewAgreement again;

      ts_review_agreement_measure (&agreement, table, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, 1);
      ts_review_agreement_measure (&again, table, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, 1);
      g_assert_cmpuint (agreement.n_units, ==, 12);
      g_assert_cmpuint (agreement.n_shared, ==, 11);
      g_assert_cmpuint (agreement.n_scores, ==, 41);
      g_assert_cmpuint (agreement.n_missing, ==, of_one ? 7 : 0);
      g_assert_cmpfloat_with_epsilon (agreement.alpha.value, 0.815, 0.0005);
      g_assert_true (agreement.alpha.has_interval);
      g_assert_cmpfloat (agreement.alpha.low, <, 0.8);
      g_assert_cmpfloat (agreement.alpha.high, >, 0.815);
      g_assert_cmpfloat (agreement.alpha.high, <=, 1);
      g_assert_cmpfloat (agreement.alpha.low, ==, again.alpha.low);

      /* Of 55 pairs 43 are the same: 3+3+6+6+6+0+6+3+6+3+1 of 3+6+6+6+6+6+6+6+6+3+1. Apart by more than one are those of 1 with 3 and 4, and 2 with 4. */
      g_assert_cmpfloat_with_epsilon (agreement.exact.value, 43.0 / 55, 1e-9);
      g_assert_cmpfloat_with_epsilon (agreement.within_one.value, 52.0 / 55, 1e-9);
      g_assert_cmpfloat_with_epsilon (agreement.spread.value, 5.0 / 11, 1e-9);
    }
}

static void
test_agreement_undefined (void)
{
  g_autoptr (TsScoreTable) table = ts_score_table_new (4);
  TsReviewAgreement agreement;

  for (guint i = 0; i < 3; i++)
    ts_score_table_add_reviewer (table, "", "");

  ts_score_table_add_assessment (table, "", "", "");

  for (guint i = 0; i < 4; i++)
    ts_score_table_add_criterion (table, "", "", "");

  /* One alone, all the same, a single unit with two scores; what the scale has not is no score. */
  ts_score_table_add_score (table, 0, 0, 0, 3);
  ts_score_table_add_score (table, 0, 1, 0, 2);
  ts_score_table_add_score (table, 0, 1, 1, 3);
  ts_score_table_add_score (table, 0, 2, 0, 0);
  ts_score_table_add_score (table, 0, 2, 1, 5);
  ts_score_table_add_score (table, 0, 2, 2, -1);
  ts_score_table_end (table);
  g_assert_cmpuint (ts_score_table_get_n_scores (table), ==, 3);

  ts_review_agreement_measure (&agreement, table, (TsScoreScope) { -1, -1, 0 }, 100, 1);
  g_assert_cmpuint (agreement.n_units, ==, 1);
  g_assert_cmpfloat (agreement.median, ==, 3);
  g_assert_cmpuint (agreement.n_missing, ==, 1);
  g_assert_false (agreement.exact.is_defined);
  g_assert_false (agreement.spread.is_defined);
  g_assert_cmpint (ts_review_agreement_find_alpha_gap (&agreement), ==, TS_ALPHA_GAP_NOT_SHARED);

  ts_review_agreement_measure (&agreement, table, (TsScoreScope) { -1, -1, 1 }, 100, 1);
  g_assert_false (agreement.alpha.is_defined);
  g_assert_cmpint (ts_review_agreement_find_alpha_gap (&agreement), ==, TS_ALPHA_GAP_ONE_UNIT);
  g_assert_true (agreement.exact.is_defined);
  g_assert_false (agreement.exact.has_interval);
  g_assert_cmpfloat (agreement.exact.value, ==, 0);
  g_assert_cmpfloat (agreement.low, ==, 2);
  g_assert_cmpfloat (agreement.high, ==, 3);
  g_assert_cmpfloat (agreement.median, ==, 2.5);

  ts_review_agreement_measure (&agreement, table, (TsScoreScope) { -1, -1, 2 }, 100, 1);
  g_assert_cmpuint (agreement.n_units, ==, 0);
  g_assert_false (agreement.alpha.is_defined);
  g_assert_false (agreement.exact.is_defined);
}

typedef struct
{
  guint n_reviewers;
  guint n_assessments;
  guint n_criteria;
  int *levels; /* 0 for none */
} Scores;

/* The scores with another reviewer in each place, and the assessments in another order. */
static TsScoreTable *
make_table (const Scores *scores,
            guint         by_reviewers,
            guint         by_assessments)
{
  TsScoreTable *table = ts_score_table_new (N_LEVELS);

  for (guint r = 0; r < scores->n_reviewers; r++)
    ts_score_table_add_reviewer (table, "", "");

  for (guint a = 0; a < scores->n_assessments; a++)
    ts_score_table_add_assessment (table, "", "", "");

  for (guint c = 0; c < scores->n_criteria; c++)
    ts_score_table_add_criterion (table, "", "", "");

  for (guint a = 0; a < scores->n_assessments; a++)
    {
      for (guint c = 0; c < scores->n_criteria; c++)
        {
          for (guint r = 0; r < scores->n_reviewers; r++)
            {
              int level = scores->levels[(a * scores->n_criteria + c) * scores->n_reviewers + r];

              if (level > 0)
                ts_score_table_add_score (table, (a + by_assessments) % scores->n_assessments, c, (r + by_reviewers) % scores->n_reviewers, level);
            }
        }
    }

  ts_score_table_end (table);

  return table;
}

static void
assert_same (const TsEstimate *first,
             const TsEstimate *second)
{
  g_assert_cmpint (first->is_defined, ==, second->is_defined);

  if (first->is_defined)
    g_assert_cmpfloat_with_epsilon (first->value, second->value, 1e-9);
}

/* Each two as they were, wherever they stand now. */
static void
assert_same_pairs (const TsScoreTable *table,
                   const TsScoreTable *turned,
                   guint               n_reviewers,
                   guint               by)
{
  g_autoptr (GArray) pairs = ts_reviewer_pairs_measure (table, TS_SCORE_SCOPE_ALL, 0, 1);
  g_autoptr (GArray) others = ts_reviewer_pairs_measure (turned, TS_SCORE_SCOPE_ALL, 0, 1);

  g_assert_cmpuint (pairs->len, ==, others->len);

  for (guint i = 0; i < pairs->len; i++)
    {
      const TsReviewerPair *pair = &g_array_index (pairs, TsReviewerPair, i);
      guint first = (pair->first + by) % n_reviewers;
      guint second = (pair->second + by) % n_reviewers;
      gboolean found = FALSE;

      for (guint j = 0; j < others->len; j++)
        {
          const TsReviewerPair *other = &g_array_index (others, TsReviewerPair, j);

          if (other->first != MIN (first, second) || other->second != MAX (first, second))
            continue;

          found = TRUE;
          g_assert_cmpuint (pair->n_units, ==, other->n_units);
          assert_same (&pair->linear, &other->linear);
          assert_same (&pair->quadratic, &other->quadratic);
          assert_same (&pair->exact, &other->exact);
          assert_same (&pair->within_one, &other->within_one);
        }

      g_assert_true (found);
    }
}

/* Whoever is called what, and whichever assessment comes first, changes nothing of agreement, of any two, or of anybody's severity. */
static void
test_names_do_not_matter (void)
{
  for (guint turn = 0; turn < 60; turn++)
    {
      Scores scores = { (guint) g_test_rand_int_range (2, 6), (guint) g_test_rand_int_range (1, 8), (guint) g_test_rand_int_range (1, 5), NULL };
      guint n = scores.n_reviewers * scores.n_assessments * scores.n_criteria;
      guint by = (guint) g_test_rand_int_range (0, (int) scores.n_reviewers);
      g_autofree int *levels = g_new (int, n);
      g_autoptr (TsScoreTable) table = NULL;
      g_autoptr (TsScoreTable) turned = NULL;
      g_autoptr (GArray) severities = NULL;
      g_autoptr (GArray) others = NULL;
      TsReviewAgreement agreement;
      TsReviewAgreement other;

      for (guint i = 0; i < n; i++)
        levels[i] = g_test_rand_int_range (0, N_LEVELS + 1);

      scores.levels = levels;
      table = make_table (&scores, 0, 0);
      turned = make_table (&scores, by, 3);
      ts_review_agreement_measure (&agreement, table, TS_SCORE_SCOPE_ALL, 0, 1);
      ts_review_agreement_measure (&other, turned, TS_SCORE_SCOPE_ALL, 0, 1);
      g_assert_cmpuint (agreement.n_scores, ==, other.n_scores);
      g_assert_cmpuint (agreement.n_missing, ==, other.n_missing);
      g_assert_cmpfloat_with_epsilon (agreement.median, other.median, 1e-9);
      assert_same (&agreement.alpha, &other.alpha);
      assert_same (&agreement.exact, &other.exact);
      assert_same (&agreement.within_one, &other.within_one);
      assert_same (&agreement.spread, &other.spread);
      assert_same_pairs (table, turned, scores.n_reviewers, by);

      severities = ts_severities_measure (table, TS_SCORE_SCOPE_ALL, 0, 1);
      others = ts_severities_measure (turned, TS_SCORE_SCOPE_ALL, 0, 1);

      for (guint r = 0; r < scores.n_reviewers; r++)
        {
          const TsSeverity *one = &g_array_index (severities, TsSeverity, r);
          const TsSeverity *same = &g_array_index (others, TsSeverity, (r + by) % scores.n_reviewers);

          g_assert_cmpuint (one->n_shared, ==, same->n_shared);
          assert_same (&one->difference, &same->difference);
        }
    }
}

/* When all say the same of each, and not the same of all, everything is perfect, also where somebody has not scored everything. */
static void
test_perfect_agreement (void)
{
  for (guint turn = 0; turn < 40; turn++)
    {
      Scores scores = { (guint) g_test_rand_int_range (2, 6), (guint) g_test_rand_int_range (2, 8), 3, NULL };
      guint n = scores.n_reviewers * scores.n_assessments * scores.n_criteria;
      g_autofree int *levels = g_new (int, n);
      g_autoptr (TsScoreTable) table = NULL;
      g_autoptr (GArray) pairs = NULL;
      g_autoptr (GArray) severities = NULL;
      TsReviewAgreement agreement;

      for (guint i = 0; i < n; i++)
        {
          guint unit = i / scores.n_reviewers;

          /* The first two have scored everything, so that there is always something to compare. */
          levels[i] = i % scores.n_reviewers > 1 && g_test_rand_int_range (0, 3) == 0 ? 0 : 1 + (int) (unit % N_LEVELS);
        }

      scores.levels = levels;
      table = make_table (&scores, 0, 0);
      ts_review_agreement_measure (&agreement, table, TS_SCORE_SCOPE_ALL, 0, 1);
      g_assert_cmpint (ts_review_agreement_find_alpha_gap (&agreement), ==, TS_ALPHA_GAP_NONE);
      g_assert_cmpfloat_with_epsilon (agreement.alpha.value, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (agreement.exact.value, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (agreement.within_one.value, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (agreement.spread.value, 0, 1e-12);
      pairs = ts_reviewer_pairs_measure (table, TS_SCORE_SCOPE_ALL, 0, 1);
      severities = ts_severities_measure (table, TS_SCORE_SCOPE_ALL, 0, 1);

      for (guint i = 0; i < pairs->len; i++)
        {
          const TsReviewerPair *pair = &g_array_index (pairs, TsReviewerPair, i);

          if (pair->linear.is_defined)
            g_assert_cmpfloat_with_epsilon (pair->linear.value, 1, 1e-12);

          if (pair->quadratic.is_defined)
            g_assert_cmpfloat_with_epsilon (pair->quadratic.value, 1, 1e-12);

          g_assert_true (pair->n_units == 0 || pair->exact.value == 1);
        }

      for (guint r = 0; r < severities->len; r++)
        {
          const TsSeverity *severity = &g_array_index (severities, TsSeverity, r);

          if (severity->difference.is_defined)
            g_assert_cmpfloat_with_epsilon (severity->difference.value, 0, 1e-9);
        }
    }
}

/* Where nobody has scored, nothing is defined: no agreement of 0, no severity of 0. And where all always said the same one level, alpha is not 1. */
static void
test_nothing_to_measure (void)
{
  static int nothing[3 * 2 * 2];
  static int flat[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
  const Scores none = { 3, 2, 2, nothing };
  const Scores same = { 3, 2, 2, flat };
  g_autoptr (TsScoreTable) empty = make_table (&none, 0, 0);
  g_autoptr (TsScoreTable) level = make_table (&same, 0, 0);
  g_autoptr (GArray) pairs = ts_reviewer_pairs_measure (empty, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, 1);
  g_autoptr (GArray) severities = ts_severities_measure (empty, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, 1);
  TsReviewAgreement agreement;

  ts_review_agreement_measure (&agreement, empty, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, 1);
  g_assert_cmpuint (agreement.n_scores, ==, 0);
  g_assert_false (agreement.alpha.is_defined || agreement.exact.is_defined || agreement.within_one.is_defined || agreement.spread.is_defined);
  g_assert_cmpint (ts_review_agreement_find_alpha_gap (&agreement), ==, TS_ALPHA_GAP_NOT_SHARED);

  for (guint i = 0; i < pairs->len; i++)
    {
      const TsReviewerPair *pair = &g_array_index (pairs, TsReviewerPair, i);

      g_assert_false (pair->linear.is_defined || pair->quadratic.is_defined || pair->exact.is_defined || pair->within_one.is_defined);
    }

  for (guint r = 0; r < severities->len; r++)
    g_assert_false (g_array_index (severities, TsSeverity, r).difference.is_defined);

  ts_review_agreement_measure (&agreement, level, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, 1);
  g_assert_false (agreement.alpha.is_defined);
  g_assert_cmpint (ts_review_agreement_find_alpha_gap (&agreement), ==, TS_ALPHA_GAP_ALL_THE_SAME);
  g_assert_cmpfloat (agreement.exact.value, ==, 1);

  for (TsAlphaGap gap = TS_ALPHA_GAP_NONE; gap <= TS_ALPHA_GAP_ALL_THE_SAME; gap++)
    {
      g_assert_cmpint (ts_alpha_gap_get_name (gap) != NULL, ==, gap != TS_ALPHA_GAP_NONE);
      g_assert_cmpint (ts_alpha_gap_explain (gap) != NULL, ==, gap != TS_ALPHA_GAP_NONE);
    }
}

/* Two panels of two with one member in common; panel A scores half a level higher on what both have. */
static void
test_panels (void)
{
  static const int levels[3][2][5] = {
    { { 3, 3, 1, 2, 2 }, { 2, 3, 1, 2, 2 } }, /* both panels */
    { { 4, 4, 4, 0, 0 }, { 4, 4, 4, 0, 0 } }, /* A alone */
    { { 2, 2, 0, 2, 2 }, { 3, 3, 0, 2, 3 } },
  };
  g_autoptr (TsScoreTable) table = ts_score_table_new (4);
  g_autoptr (GArray) panels = NULL;
  g_autoptr (GArray) pairs = NULL;
  TsReviewAgreement agreement;
  const TsPanelComparison *it;

  for (guint i = 0; i < 5; i++)
    ts_score_table_add_reviewer (table, "", "");

  for (guint i = 0; i < 3; i++)
    {
      ts_score_table_add_assessment (table, "", "", "");
      ts_score_table_add_panel (table, "", "");
    }

  for (guint i = 0; i < 2; i++)
    {
      ts_score_table_add_criterion (table, "", "", "");
      ts_score_table_seat (table, 0, i);
      ts_score_table_seat (table, 1, i + 3);
      ts_score_table_seat (table, i, 2);
    }

  for (guint a = 0; a < 3; a++)
    {
      ts_score_table_assign (table, 0, a);

      if (a != 1)
        ts_score_table_assign (table, 1, a);

      for (guint c = 0; c < 2; c++)
        {
          for (guint r = 0; r < 5; r++)
            ts_score_table_add_score (table, a, c, r, levels[a][c][r]);
        }
    }

  ts_score_table_end (table);
  panels = ts_panel_comparisons_measure (table, 0, 1);
  g_assert_cmpuint (panels->len, ==, 1);
  it = &g_array_index (panels, TsPanelComparison, 0);
  g_assert_cmpuint (it->first, ==, 0);
  g_assert_cmpuint (it->second, ==, 1);
  g_assert_cmpuint (it->n_assessments, ==, 2);
  g_assert_cmpuint (it->n_units, ==, 4);
  /* 3 and 2.5 against 2 and 2; 2 against 2 and 3 against 2.5. Medians start at 3, 2, 2, 3 and 2, 2, 2, 2. */
  g_assert_cmpfloat_with_epsilon (it->difference.value, (1 + 0.5 + 0 + 0.5) / 4, 1e-12);
  g_assert_cmpfloat (it->same.value, ==, 0.5);
  g_assert_cmpfloat (it->within_one.value, ==, 1);

  /* Of panel B only what its members gave to what it has. */
  ts_review_agreement_measure (&agreement, table, (TsScoreScope) { 1, -1, -1 }, 0, 1);
  g_assert_cmpuint (agreement.n_assessments, ==, 2);
  g_assert_cmpuint (agreement.n_scores, ==, 10);

  /* Numbers 3 and 4 gave 2, 2, 2, 2 and 2, 2, 2, 3. */
  pairs = ts_reviewer_pairs_measure (table, TS_SCORE_SCOPE_ALL, 0, 1);
  g_assert_cmpuint (pairs->len, ==, 10);
  g_assert_cmpuint (g_array_index (pairs, TsReviewerPair, 9).n_units, ==, 4);
  g_assert_cmpfloat (g_array_index (pairs, TsReviewerPair, 9).exact.value, ==, 0.75);
  g_assert_cmpfloat (g_array_index (pairs, TsReviewerPair, 9).linear.value, ==, 0);
  /* Who scored 4, 4, 4 alone with the first: 3, 2, 4, 4, 2, 3 and 3, 3, 4, 4, 2, 3. */
  g_assert_cmpuint (g_array_index (pairs, TsReviewerPair, 0).n_units, ==, 6);
  g_assert_cmpfloat_with_epsilon (g_array_index (pairs, TsReviewerPair, 0).exact.value, 5.0 / 6, 1e-12);
}

static void
take_mean (const double *sums,
           gpointer      data,
           double       *values)
{
  values[0] = sums[0] / sums[1];
}

/* Of numbers with a known mean, 95 % intervals hold it about as often. With 400 turns two in a hundred less is chance. */
static void
test_coverage (void)
{
  static const guint n_units[] = { 25, 60 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20091201);

  for (guint n = 0; n < G_N_ELEMENTS (n_units); n++)
    {
      guint n_held = 0;

      for (guint turn = 0; turn < 400; turn++)
        {
          g_autoptr (TsBootstrap) bootstrap = ts_bootstrap_new (2);
          TsEstimate estimate;

          for (guint i = 0; i < n_units[n]; i++)
            {
              double *row = ts_bootstrap_add (bootstrap, i);
              double u = g_rand_double (random);

              row[0] += -log (1 - u); /* of mean 1, and skew */
              row[1]++;
            }

          ts_bootstrap_run (bootstrap, take_mean, NULL, 1, 600, turn, &estimate);
          g_assert_true (estimate.has_interval);
          g_assert_cmpfloat (estimate.low, <=, estimate.value);
          g_assert_cmpfloat (estimate.high, >=, estimate.value);
          n_held += estimate.low <= 1 && estimate.high >= 1;
        }

      g_test_message ("%u units: %u of 400", n_units[n], n_held);
      g_assert_cmpuint (n_held, >=, 400 * 89 / 100);
      g_assert_cmpuint (n_held, <=, 400 * 98 / 100);
    }
}

/* Assessments are drawn as a whole once there are enough; sums are the same either way. */
static void
test_units_of_assessments (void)
{
  for (guint n_assessments = TS_BOOTSTRAP_LEAST_ASSESSMENTS - 1; n_assessments <= TS_BOOTSTRAP_LEAST_ASSESSMENTS + 1; n_assessments++)
    {
      g_autoptr (TsBootstrap) bootstrap = ts_bootstrap_new (2);
      gboolean merged = n_assessments >= TS_BOOTSTRAP_LEAST_ASSESSMENTS;
      TsEstimate estimate;

      for (guint a = 0; a < n_assessments; a++)
        {
          for (guint u = 0; u < 7; u++)
            {
              double *row = ts_bootstrap_add (bootstrap, a);

              row[0] += a * 7 + u;
              row[1]++;
            }
        }

      g_assert_cmpuint (ts_bootstrap_get_n_rows (bootstrap), ==, merged ? n_assessments : n_assessments * 7);
      ts_bootstrap_run (bootstrap, take_mean, NULL, 1, 0, 1, &estimate);
      g_assert_cmpfloat_with_epsilon (estimate.value, (n_assessments * 7 - 1) / 2.0, 1e-9);
      g_assert_false (estimate.has_interval);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/reliability/krippendorff", test_krippendorff);
  g_test_add_func ("/core/reliability/alpha-of-any-scores", test_alpha_of_any_scores);
  g_test_add_func ("/core/reliability/alpha-undefined", test_alpha_undefined);
  g_test_add_func ("/core/reliability/kappa", test_kappa);
  g_test_add_func ("/core/reliability/agreement", test_agreement);
  g_test_add_func ("/core/reliability/agreement-undefined", test_agreement_undefined);
  g_test_add_func ("/core/reliability/panels", test_panels);
  g_test_add_func ("/core/reliability/coverage", test_coverage);
  g_test_add_func ("/core/reliability/units-of-assessments", test_units_of_assessments);
  g_test_add_func ("/core/reliability/names-do-not-matter", test_names_do_not_matter);
  g_test_add_func ("/core/reliability/perfect-agreement", test_perfect_agreement);
  g_test_add_func ("/core/reliability/nothing-to-measure", test_nothing_to_measure);
  return g_test_run ();
}
