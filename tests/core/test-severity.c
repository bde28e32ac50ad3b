/* test-severity.c — who scores higher or lower than the others, and what if all scored alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-bootstrap.h"
#include "core/ts-review-agreement.h"
#include "core/ts-severity.h"
#include "core/ts-what-if.h"

#include <math.h>

#define N_LEVELS 9

typedef struct
{
  guint n_reviewers;
  guint n_assessments;
  guint n_criteria;
  int *levels; /* 0 for none */
} Scores;

static void
scores_clear (Scores *scores)
{
  g_free (scores->levels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scores, scores_clear)

static void
scores_init (Scores *scores,
             guint   n_reviewers,
             guint   n_assessments,
             guint   n_criteria)
{
  *scores = (Scores) { n_reviewers, n_assessments, n_criteria, g_new0 (int, n_reviewers *n_assessments *n_criteria) };
}

static int *
get_level (const Scores *scores,
           guint         reviewer,
           guint         assessment,
           guint         criterion)
{
  return &scores->levels[(assessment * scores->n_criteria + criterion) * scores->n_reviewers + reviewer];
}

static TsScoreTable *
make_table (const Scores *scores)
{
  TsScoreTable *table = ts_score_table_new (N_LEVELS);

  for (guint r = 0; r < scores->n_reviewers; r++)
    ts_score_table_add_reviewer (table, "", "");

  for (guint a = 0; a < scores->n_assessments; a++)
    ts_score_table_add_assessment (table, "", "", "");

  for (guint c = 0; c < scores->n_criteria; c++)
    ts_score_table_add_criterion (table, "", "", "");

  for (guint r = 0; r < scores->n_reviewers; r++)
    {
      for (guint a = 0; a < scores->n_assessments; a++)
        {
          for (guint c = 0; c < scores->n_criteria; c++)
            ts_score_table_add_score (table, a, c, r, *get_level (scores, r, a, c));
        }
    }

  ts_score_table_end (table);

  return table;
}

static GArray *
measure (const Scores *scores,
         guint         n_draws)
{
  g_autoptr (TsScoreTable) table = make_table (scores);

  return ts_severities_measure (table, TS_SCORE_SCOPE_ALL, n_draws, 1);
}

static const TsSeverity *
get (GArray *severities,
     guint   reviewer)
{
  return &g_array_index (severities, TsSeverity, reviewer);
}

/* Everybody has scored everything: it is the mean of the one less the mean of the others, 3, 2.5 and 2. */
static void
test_by_hand (void)
{
  static const int given[3][4] = { { 3, 2, 3, 4 }, { 2, 2, 3, 3 }, { 2, 1, 2, 3 } };
  g_auto (Scores) scores = { 0 };
  g_autoptr (GArray) severities = NULL;
  g_autoptr (TsScoreTable) table = NULL;
  g_autoptr (GArray) what_ifs = NULL;
  const TsWhatIf *it;

  scores_init (&scores, 3, 2, 2);

  for (guint r = 0; r < 3; r++)
    {
      for (guint u = 0; u < 4; u++)
        *get_level (&scores, r, u / 2, u % 2) = given[r][u];
    }

  severities = measure (&scores, 0);
  g_assert_cmpfloat_with_epsilon (get (severities, 0)->difference.value, 3 - 2.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (severities, 1)->difference.value, 2.5 - 2.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (severities, 2)->difference.value, 2 - 2.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (ts_severity_get_offset (get (severities, 2)), -0.5, 1e-9);
  g_assert_cmpuint (get (severities, 0)->n_shared, ==, 4);
  g_assert_cmpuint (get (severities, 0)->group_size, ==, 3);

  /* 3, 2, 2 are 2.5, 2, 2.5 then, of which 2.5 is in the middle; a half is rounded down. */
  table = make_table (&scores);
  what_ifs = ts_what_ifs_make (table, TS_SCORE_SCOPE_ALL, severities);
  g_assert_cmpuint (what_ifs->len, ==, 4);
  it = &g_array_index (what_ifs, TsWhatIf, 0);
  g_assert_cmpfloat (it->median, ==, 2);
  g_assert_cmpfloat_with_epsilon (it->adjusted, 2.5, 1e-9);
  g_assert_cmpint (it->level, ==, 2);
}

/* What one adds to all of their scores is theirs, whoever has scored what, as long as it hangs together. */
static void
test_constant (void)
{
  for (guint turn = 0; turn < 100; turn++)
    {
      g_auto (Scores) scores = { 0 };
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) after = NULL;
      guint n_reviewers = (guint) g_test_rand_int_range (2, 7);
      guint chosen = (guint) g_test_rand_int_range (0, (int) n_reviewers);
      int added = g_test_rand_int_range (1, 4);

      scores_init (&scores, n_reviewers, 4, 6);

      for (guint i = 0; i < n_reviewers * 24; i++)
        scores.levels[i] = g_test_rand_int_range (-1, 6); /* a third is missing */

      /* One unit with all of them holds them together. */
      for (guint r = 0; r < n_reviewers; r++)
        *get_level (&scores, r, 0, 0) = g_test_rand_int_range (1, 6);

      before = measure (&scores, 0);

      for (guint u = 0; u < 24; u++)
        {
          int *level = get_level (&scores, chosen, u / 6, u % 6);

          if (*level > 0)
            *level += added;
        }

      after = measure (&scores, 0);

      for (guint r = 0; r < n_reviewers; r++)
        {
          double moved = r == chosen ? added : -added / (n_reviewers - 1.0);

          g_assert_true (get (before, r)->difference.is_defined);
          g_assert_cmpfloat_with_epsilon (get (after, r)->difference.value - get (before, r)->difference.value, moved, 1e-7);
        }
    }
}

/* In another order the same, and what a unit deserves does not matter. */
static void
test_labels (void)
{
  g_auto (Scores) scores = { 0 };
  g_auto (Scores) turned = { 0 };
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;

  scores_init (&scores, 5, 6, 7);
  scores_init (&turned, 5, 6, 7);

  for (guint r = 0; r < 5; r++)
    {
      for (guint a = 0; a < 6; a++)
        {
          for (guint c = 0; c < 7; c++)
            {
              int level = (r + a) % 4 != 0 ? g_test_rand_int_range (1, 6) : 0;

              *get_level (&scores, r, a, c) = level;
              *get_level (&turned, 4 - r, (a + 2) % 6, (c + 5) % 7) = level > 0 ? level + (int) (a + c) % 4 : 0;
            }
        }
    }

  first = measure (&scores, 0);
  second = measure (&turned, 0);

  for (guint r = 0; r < 5; r++)
    g_assert_cmpfloat_with_epsilon (get (first, r)->difference.value, get (second, 4 - r)->difference.value, 1e-7);
}

/* Panels that share nothing are not compared, nor is who scores alone. With a bridge they are. */
static void
test_groups (void)
{
  g_auto (Scores) scores = { 0 };
  g_autoptr (GArray) severities = NULL;
  g_autoptr (GArray) linked = NULL;

  scores_init (&scores, 6, 3, 2);

  for (guint c = 0; c < 2; c++)
    {
      *get_level (&scores, 0, 0, c) = 1;
      *get_level (&scores, 1, 0, c) = 2;
      *get_level (&scores, 2, 1, c) = 4;
      *get_level (&scores, 3, 1, c) = 2;
      *get_level (&scores, 4, 2, c) = 4;
    }

  severities = measure (&scores, 100);
  g_assert_cmpuint (get (severities, 0)->group, ==, get (severities, 1)->group);
  g_assert_cmpuint (get (severities, 2)->group, ==, get (severities, 3)->group);
  g_assert_cmpuint (get (severities, 0)->group, !=, get (severities, 2)->group);
  g_assert_cmpfloat_with_epsilon (get (severities, 0)->difference.value, -1, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (severities, 2)->difference.value, 2, 1e-9);
  g_assert_false (get (severities, 4)->difference.is_defined);
  g_assert_cmpuint (get (severities, 4)->n_scores, ==, 2);
  g_assert_cmpuint (get (severities, 4)->n_shared, ==, 0);
  g_assert_false (get (severities, 5)->difference.is_defined);
  g_assert_cmpuint (get (severities, 5)->n_scores, ==, 0);
  g_assert_cmpfloat (ts_severity_get_offset (get (severities, 4)), ==, 0);

  /* The lenient one of the second is as the severe one of the first: 0, 1, 0 and −2. */
  *get_level (&scores, 2, 0, 0) = 1;
  linked = measure (&scores, 0);
  g_assert_cmpuint (get (linked, 0)->group_size, ==, 4);
  g_assert_cmpfloat_with_epsilon (ts_severity_get_offset (get (linked, 1)) - ts_severity_get_offset (get (linked, 0)), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (ts_severity_get_offset (get (linked, 3)) - ts_severity_get_offset (get (linked, 0)), -2, 1e-9);
}

static void
test_rounding (void)
{
  static const struct
  {
    double level;
    int rounded;
  } cases[] = {
    { 2, 2 },
    { 2.49, 2 },
    { 2.5, 2 },
    { 2.51, 3 },
    { 0.2, 1 },
    { -3, 1 },
    { 4.4, 4 },
    { 7, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ts_severity_round (cases[i].level, 4), ==, cases[i].rounded);
}

static double
draw_normal (GRand *random)
{
  return sqrt (-2 * log (1 - g_rand_double (random))) * cos (2 * G_PI * g_rand_double (random));
}

/* Reviewers with known leanings, on 12 assessments whose units differ: 95 % intervals hold them about as often. */
static void
test_coverage (void)
{
  static const double leanings[] = { -0.6, -0.2, 0, 0.3, 0.5 };
  g_autoptr (GRand) random = g_rand_new_with_seed (152633);
  guint n_held = 0;
  guint n_all = 0;

  for (guint turn = 0; turn < 60; turn++)
    {
      g_auto (Scores) scores = { 0 };
      g_autoptr (GArray) severities = NULL;

      scores_init (&scores, 5, 40, 6);

      for (guint u = 0; u < 40 * 6; u++)
        {
          double worth = g_rand_double_range (random, 3.5, 6.5);

          for (guint r = 0; r < 5; r++)
            {
              /* Within a scale that nobody reaches the end of, whole levels are as if a little more chance were added. */
              if (g_rand_double (random) < 0.8)
                *get_level (&scores, r, u / 6, u % 6) = (int) CLAMP (lround (worth + leanings[r] + 0.5 * draw_normal (random)), 1, N_LEVELS);
            }
        }

      severities = measure (&scores, 300);

      for (guint r = 0; r < 5; r++)
        {
          const TsEstimate *it = &get (severities, r)->difference;

          g_assert_true (it->has_interval);
          n_held += it->low <= leanings[r] * 1.25 && it->high >= leanings[r] * 1.25;
          n_all++;
          g_assert_cmpfloat_with_epsilon (it->value, leanings[r] * 1.25, 0.4);
        }
    }

  g_test_message ("%u of %u", n_held, n_all);
  g_assert_cmpuint (n_held * 100, >=, n_all * 89);
  g_assert_cmpuint (n_held * 100, <=, n_all * 99);
}

/* With a known truth: agreement worked out on very many units is held by the intervals of few. */
static void
test_alpha_coverage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (33);
  double truth = 0;
  guint n_held = 0;

  for (guint turn = 0; turn <= 100; turn++)
    {
      g_auto (Scores) scores = { 0 };
      g_autoptr (TsScoreTable) table = NULL;
      guint n_units = turn == 0 ? 20000 : 45;
      TsReviewAgreement agreement;

      scores_init (&scores, 4, n_units, 1);

      for (guint u = 0; u < n_units; u++)
        {
          double worth = g_rand_double_range (random, 1, 5);

          for (guint r = 0; r < 4; r++)
            *get_level (&scores, r, u, 0) = (int) CLAMP (lround (worth + 0.7 * draw_normal (random)), 1, 5);
        }

      table = make_table (&scores);
      ts_review_agreement_measure (&agreement, table, TS_SCORE_SCOPE_ALL, turn == 0 ? 0 : 400, turn);

      if (turn == 0)
        truth = agreement.alpha.value;
      else
        n_held += agreement.alpha.low <= truth && agreement.alpha.high >= truth;
    }

  g_test_message ("%u of 100 hold %g", n_held, truth);
  g_assert_cmpuint (n_held, >=, 88);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/severity/by-hand", test_by_hand);
  g_test_add_func ("/core/severity/constant", test_constant);
  g_test_add_func ("/core/severity/labels", test_labels);
  g_test_add_func ("/core/severity/groups", test_groups);
  g_test_add_func ("/core/severity/rounding", test_rounding);
  g_test_add_func ("/core/severity/coverage", test_coverage);
  g_test_add_func ("/core/severity/alpha-coverage", test_alpha_coverage);
  return g_test_run ();
}
