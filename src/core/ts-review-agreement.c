/* ts-review-agreement.c — how far reviewers agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-review-agreement.h"

#include "core/ts-agenda.h"
#include "core/ts-bootstrap.h"
#include "core/ts-krippendorff.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a unit adds beside its coincidences. */
enum
{
  PAIRS,
  EXACT,
  WITHIN_ONE,
  SHARED,
  SPREAD,
  N_SUMS,
};

enum
{
  VALUE_ALPHA,
  VALUE_EXACT,
  VALUE_WITHIN_ONE,
  VALUE_SPREAD,
  N_VALUES,
};

static void
make_values (const double *sums,
             gpointer      data,
             double       *values)
{
  guint n_levels = GPOINTER_TO_UINT (data);
  const double *rest = sums + ts_coincidences_get_n (n_levels);

  /* A single unit holds all that chance could draw from, so it cannot be told from chance. */
  values[VALUE_ALPHA] = rest[SHARED] > 1.5 ? ts_krippendorff_alpha (sums, n_levels, TS_ALPHA_ORDINAL) : NAN;
  values[VALUE_EXACT] = rest[PAIRS] > 0 ? rest[EXACT] / rest[PAIRS] : NAN;
  values[VALUE_WITHIN_ONE] = rest[PAIRS] > 0 ? rest[WITHIN_ONE] / rest[PAIRS] : NAN;
  values[VALUE_SPREAD] = rest[SHARED] > 0 ? rest[SPREAD] / rest[SHARED] : NAN;
}

static void
add_unit (TsBootstrap        *bootstrap,
          const TsScoreUnits *unit,
          guint               n_levels,
          int                 spread)
{
  double *sums = ts_bootstrap_add (bootstrap, unit->assessment);
  double *rest = sums + ts_coincidences_get_n (n_levels);

  ts_coincidences_add (sums, n_levels, unit->levels, unit->n);
  rest[SHARED]++;
  rest[SPREAD] += spread;

  for (guint i = 0; i < unit->n; i++)
    {
      for (guint j = i + 1; j < unit->n; j++)
        {
          int distance = ABS (unit->levels[i] - unit->levels[j]);

          rest[PAIRS]++;
          rest[EXACT] += distance == 0;
          rest[WITHIN_ONE] += distance <= 1;
        }
    }
}

/**
 * ts_review_agreement_measure:
 * @self: (out caller-allocates): how far they agree
 * @table: scores
 * @scope: on what, and who
 * @n_draws: how often to draw for the intervals, such as %TS_BOOTSTRAP_DRAWS; 0 for none
 * @seed: the same seed gives the same intervals
 */
void
ts_review_agreement_measure (TsReviewAgreement  *self,
                             const TsScoreTable *table,
                             TsScoreScope        scope,
                             guint               n_draws,
                             guint32             seed)
{
  guint n_levels = ts_score_table_get_n_levels (table);
  g_autoptr (TsBootstrap) bootstrap = ts_bootstrap_new (ts_coincidences_get_n (n_levels) + N_SUMS);
  g_auto (TsScoreUnits) units = { 0 };
  TsEstimate estimates[N_VALUES];
  guint assessment = G_MAXUINT;

  *self = (TsReviewAgreement) { .n_missing = ts_score_table_count_missing (table, scope) };
  ts_score_units_init (&units, table, scope);

  while (ts_score_units_next (&units))
    {
      int low = units.levels[0];
      int high = units.levels[0];

      for (guint i = 1; i < units.n; i++)
        {
          low = MIN (low, units.levels[i]);
          high = MAX (high, units.levels[i]);
        }

      self->n_assessments += units.assessment != assessment;
      assessment = units.assessment;
      self->n_units++;
      self->n_scores += units.n;
      self->low += low;
      self->high += high;
      self->median += ts_median (units.levels, units.n);

      if (units.n > 1)
        {
          self->n_shared++;
          add_unit (bootstrap, &units, n_levels, high - low);
        }
    }

  self->low /= MAX (self->n_units, 1);
  self->high /= MAX (self->n_units, 1);
  self->median /= MAX (self->n_units, 1);
  ts_bootstrap_run (bootstrap, make_values, GUINT_TO_POINTER (n_levels), N_VALUES, n_draws, seed, estimates);
  self->alpha = estimates[VALUE_ALPHA];
  self->exact = estimates[VALUE_EXACT];
  self->within_one = estimates[VALUE_WITHIN_ONE];
  self->spread = estimates[VALUE_SPREAD];
}

static const struct
{
  const char *name;
  const char *text;
} gaps[] = {
  [TS_ALPHA_GAP_NONE] = { NULL, NULL },
  [TS_ALPHA_GAP_NOT_SHARED] = { "not-shared", N_("no two have scored the same") },
  [TS_ALPHA_GAP_ONE_UNIT] = { "one-unit", N_("one set of scores alone cannot be told from chance") },
  [TS_ALPHA_GAP_ALL_THE_SAME] = { "all-the-same", N_("all scores are the same, so there was nothing to tell apart") },
};

/**
 * ts_review_agreement_find_alpha_gap:
 * @self: how far reviewers agree
 *
 * Returns: why alpha is not defined, if it is not
 */
TsAlphaGap
ts_review_agreement_find_alpha_gap (const TsReviewAgreement *self)
{
  g_return_val_if_fail (self != NULL, TS_ALPHA_GAP_NOT_SHARED);

  if (self->alpha.is_defined)
    return TS_ALPHA_GAP_NONE;

  return self->n_shared == 0 ? TS_ALPHA_GAP_NOT_SHARED : self->n_shared == 1 ? TS_ALPHA_GAP_ONE_UNIT
                                                                             : TS_ALPHA_GAP_ALL_THE_SAME;
}

/**
 * ts_alpha_gap_get_name:
 * @gap: why alpha is not defined
 *
 * Returns: (transfer none) (nullable): the name that files use
 */
const char *
ts_alpha_gap_get_name (TsAlphaGap gap)
{
  g_return_val_if_fail (gap < G_N_ELEMENTS (gaps), NULL);

  return gaps[gap].name;
}

/**
 * ts_alpha_gap_explain:
 * @gap: why alpha is not defined
 *
 * Returns: (transfer none) (nullable): the reason in words that go on a sentence, translated
 */
const char *
ts_alpha_gap_explain (TsAlphaGap gap)
{
  g_return_val_if_fail (gap < G_N_ELEMENTS (gaps), NULL);

  return gaps[gap].text != NULL ? _(gaps[gap].text) : NULL;
}
