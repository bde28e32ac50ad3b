/* ts-bootstrap.c — how far a number can be trusted that is made from the sums of many units
 *
 * A bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 13 and 14): units are drawn from again and again, with
 * replacement, and the number is made anew each time. The ends of the interval are corrected for bias and for a spread that changes with the
 * value (BCa), because agreement has an end at 1 and its draws are not symmetrical. All that is asked of a unit is what it adds to a few sums,
 * so a draw costs no more than adding them up.
 *
 * What is drawn: whole assessments where there are enough of them, because what one reviewer makes of criteria of the same submission hangs
 * together; otherwise single criteria of single assessments, as if they did not. What it does not tell: where all units are alike, it knows of no
 * others, and the interval is a point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-bootstrap.h"

#include <math.h>
#include <string.h>

/* The share of draws in which a number must be defined for its interval to mean anything. */
#define LEAST_DEFINED 0.9

struct _TsBootstrap
{
  guint width;
  GArray *rows; /* width numbers each */
  GArray *assessments;
  guint n_rows;
  guint n_assessments;
};

/**
 * ts_bootstrap_new:
 * @width: how many sums there are
 *
 * Returns: (transfer full): without units
 */
TsBootstrap *
ts_bootstrap_new (guint width)
{
  TsBootstrap *self = g_new0 (TsBootstrap, 1);

  self->width = width;
  self->rows = g_array_new (FALSE, TRUE, sizeof (double));
  self->assessments = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
ts_bootstrap_free (TsBootstrap *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->rows);
  g_array_unref (self->assessments);
  g_free (self);
}

static double *
get_row (const TsBootstrap *self,
         guint              row)
{
  return &g_array_index (self->rows, double, (gsize) row * self->width);
}

static void
merge_assessments (TsBootstrap *self)
{
  guint n_kept = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      guint assessment = g_array_index (self->assessments, guint, row);

      if (n_kept > 0 && g_array_index (self->assessments, guint, n_kept - 1) == assessment)
        {
          for (guint i = 0; i < self->width; i++)
            get_row (self, n_kept - 1)[i] += get_row (self, row)[i];

          continue;
        }

      g_array_index (self->assessments, guint, n_kept) = assessment;
      memmove (get_row (self, n_kept), get_row (self, row), self->width * sizeof (double));
      n_kept++;
    }

  self->n_rows = n_kept;
  g_array_set_size (self->assessments, n_kept);
  g_array_set_size (self->rows, n_kept * self->width);
}

/**
 * ts_bootstrap_add:
 * @self: a bootstrap
 * @assessment: whose unit it is; units of the same assessment come one after the other
 *
 * Returns: (transfer none) (array): what the unit adds to the sums, to be added to; it holds until the next unit
 */
double *
ts_bootstrap_add (TsBootstrap *self,
                  guint        assessment)
{
  gboolean is_new;

  g_return_val_if_fail (self != NULL, NULL);

  is_new = self->n_rows == 0 || g_array_index (self->assessments, guint, self->n_rows - 1) != assessment;
  self->n_assessments += is_new;

  if (self->n_assessments == TS_BOOTSTRAP_LEAST_ASSESSMENTS && is_new)
    merge_assessments (self);

  if (self->n_assessments < TS_BOOTSTRAP_LEAST_ASSESSMENTS || is_new)
    {
      g_array_append_val (self->assessments, assessment);
      g_array_set_size (self->rows, ++self->n_rows * self->width);
    }

  return get_row (self, self->n_rows - 1);
}

/**
 * ts_bootstrap_get_n_rows:
 * @self: a bootstrap
 *
 * Returns: how many things are drawn from: units or, if there are enough of them, assessments
 */
guint
ts_bootstrap_get_n_rows (const TsBootstrap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/* SplitMix64 (Steele, Lea and Flood): the same numbers everywhere. */
static guint64
draw (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

static double
get_normal_share (double z)
{
  return 0.5 * erfc (-z / G_SQRT2);
}

/* Where the normal distribution has passed @share; found by halving, for it is asked for only a few times. */
static double
find_normal (double share)
{
  double low = -9;
  double high = 9;

  for (guint i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2;

      if (get_normal_share (middle) < share)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* How the number answers to one unit more or less, by leaving each out in turn: a sixth of the skewness of that. */
static void
find_accelerations (const TsBootstrap *self,
                    TsStatisticFunc    function,
                    gpointer           data,
                    guint              n_values,
                    const double      *totals,
                    double            *accelerations)
{
  g_autofree double *sums = g_new (double, self->width + 1);
  g_autofree double *values = g_new (double, (gsize) n_values * self->n_rows + 1);

  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint i = 0; i < self->width; i++)
        sums[i] = totals[i] - get_row (self, row)[i];

      function (sums, data, &values[(gsize) row * n_values]);
    }

  for (guint v = 0; v < n_values; v++)
    {
      double mean = 0;
      double squares = 0;
      double cubes = 0;
      guint n = 0;

      for (guint row = 0; row < self->n_rows; row++)
        {
          double value = values[(gsize) row * n_values + v];

          if (isfinite (value))
            {
              mean += value;
              n++;
            }
        }

      mean /= MAX (n, 1);

      for (guint row = 0; row < self->n_rows; row++)
        {
          double difference = mean - values[(gsize) row * n_values + v];

          if (isfinite (difference))
            {
              squares += difference * difference;
              cubes += difference * difference * difference;
            }
        }

      accelerations[v] = squares > 1e-18 ? cubes / (6 * pow (squares, 1.5)) : 0;
    }
}

static void
find_interval (double     *drawn,
               guint       n_draws,
               double      acceleration,
               TsEstimate *estimate)
{
  guint n = 0;
  double below = 0;
  double bias;

  for (guint d = 0; d < n_draws; d++)
    {
      if (isfinite (drawn[d]))
        drawn[n++] = drawn[d];
    }

  if (n < 2 || n < n_draws * LEAST_DEFINED)
    return;

  qsort (drawn, n, sizeof (double), compare_numbers);

  /* Numbers that are the same but for rounding are alike. */
  for (guint d = 0; d < n; d++)
    {
      if (fabs (drawn[d] - estimate->value) < 1e-9)
        below += 0.5;
      else if (drawn[d] < estimate->value)
        below += 1;
    }

  bias = find_normal (CLAMP (below / n, 0.5 / n, 1 - 0.5 / n));

  for (guint end = 0; end < 2; end++)
    {
      double tail = (1 - TS_BOOTSTRAP_CONFIDENCE) / 2;
      double reach = bias + find_normal (end == 0 ? tail : 1 - tail);
      double slope = 1 - acceleration * reach;
      double share = get_normal_share (bias + reach / (slope > 0.1 ? slope : 0.1));
      double place = CLAMP (share * (n + 1) - 1, 0, n - 1);
      guint at = (guint) floor (place);
      double part = place - at;
      double value = at + 1 < n ? drawn[at] * (1 - part) + drawn[at + 1] * part : drawn[at];

      if (end == 0)
        estimate->low = MIN (value, estimate->value);
      else
        estimate->high = MAX (value, estimate->value);
    }

  estimate->has_interval = TRUE;
}

static void
draw_all (const TsBootstrap *self,
          TsStatisticFunc    function,
          gpointer           data,
          guint              n_values,
          guint              n_draws,
          guint64            state,
          double            *drawn)
{
  g_autofree double *sums = g_new (double, self->width + 1);
  g_autofree double *values = g_new (double, n_values + 1);
  g_autofree guint *times = g_new (guint, self->n_rows + 1);

  for (guint d = 0; d < n_draws; d++)
    {
      memset (times, 0, self->n_rows * sizeof (guint));
      memset (sums, 0, self->width * sizeof (double));

      for (guint i = 0; i < self->n_rows; i++)
        times[(guint) (((draw (&state) >> 32) * self->n_rows) >> 32)]++;

      for (guint row = 0; row < self->n_rows; row++)
        {
          const double *added = get_row (self, row);

          if (times[row] == 0)
            continue;

          for (guint i = 0; i < self->width; i++)
            sums[i] += times[row] * added[i];
        }

      function (sums, data, values);

      for (guint v = 0; v < n_values; v++)
        drawn[(gsize) v * n_draws + d] = values[v];
    }
}

/**
 * ts_bootstrap_run:
 * @self: a bootstrap with all its units
 * @function: makes numbers out of sums
 * @data: for @function
 * @n_values: how many numbers it makes
 * @n_draws: how often to draw, 0 for no intervals
 * @seed: the same seed gives the same intervals
 * @estimates: (out) (array length=n_values): the numbers with intervals that hold %TS_BOOTSTRAP_CONFIDENCE
 *
 * A number has no interval where there is only one unit, or where it is not defined in too many draws.
 */
void
ts_bootstrap_run (const TsBootstrap *self,
                  TsStatisticFunc    function,
                  gpointer           data,
                  guint              n_values,
                  guint              n_draws,
                  guint32            seed,
                  TsEstimate        *estimates)
{
  g_autofree double *totals = NULL;
  g_autofree double *values = NULL;
  g_autofree double *drawn = NULL;
  g_autofree double *accelerations = NULL;

  g_return_if_fail (self != NULL && function != NULL && estimates != NULL);

  totals = g_new0 (double, self->width + 1);
  values = g_new (double, n_values + 1);

  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint i = 0; i < self->width; i++)
        totals[i] += get_row (self, row)[i];
    }

  function (totals, data, values);

  for (guint v = 0; v < n_values; v++)
    {
      estimates[v] = (TsEstimate) { .is_defined = isfinite (values[v]) };

      if (estimates[v].is_defined)
        estimates[v].value = estimates[v].low = estimates[v].high = values[v];
    }

  if (n_draws == 0 || self->n_rows < 2)
    return;

  drawn = g_new (double, (gsize) n_values *n_draws + 1);
  accelerations = g_new0 (double, n_values + 1);
  draw_all (self, function, data, n_values, n_draws, seed, drawn);
  find_accelerations (self, function, data, n_values, totals, accelerations);

  for (guint v = 0; v < n_values; v++)
    {
      if (estimates[v].is_defined)
        find_interval (&drawn[(gsize) v * n_draws], n_draws, accelerations[v], &estimates[v]);
    }
}
