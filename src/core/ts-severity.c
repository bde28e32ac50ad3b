/* ts-severity.c — who scores higher or lower than the others
 *
 * A score is taken to be what the unit (one criterion of one assessment) deserves, plus what the reviewer adds to everything, plus chance: a two-way model
 * without interaction, fitted by least squares (Scheffé, The Analysis of Variance, 1959, chapter 4). Units are eliminated first, so that only as many
 * equations are left as there are reviewers. A reviewer who had weaker submissions than others does not look severe for that, as long as some of
 * them were scored by others too.
 *
 * What reviewers add can only be compared where a chain of shared units leads from one to the other; panels that share nothing are groups of their own,
 * each with a middle of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-severity.h"

#include "core/ts-bootstrap.h"

#include <math.h>

typedef struct
{
  guint n;
  guint *members;
  TsBootstrap *bootstrap;
  double *matrix; /* while solving */
} Group;

/* Who hangs together: each points to another of its group, or to itself. */

static guint
find_root (guint *parents,
           guint  at)
{
  while (parents[at] != at)
    {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }

  return at;
}

static void
join (guint *parents,
      guint  first,
      guint  second)
{
  guint a = find_root (parents, first);
  guint b = find_root (parents, second);

  parents[MAX (a, b)] = MIN (a, b);
}

/* The matrix is kept above its diagonal, row by row; after it come the right-hand sides. */
static guint
get_place (guint n,
           guint row,
           guint column)
{
  return row * n - row * (row + 1) / 2 + column;
}

static guint
get_width (guint n)
{
  return n * (n + 1) / 2 + n;
}

/* Cholesky's decomposition, in place. FALSE where the matrix is singular: the units drawn do not link everybody. */
static gboolean
decompose (double *matrix,
           guint   n)
{
  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j <= i; j++)
        {
          double sum = matrix[i * n + j];

          for (guint k = 0; k < j; k++)
            sum -= matrix[i * n + k] * matrix[j * n + k];

          if (i != j)
            matrix[i * n + j] = sum / matrix[j * n + j];
          else if (sum > 1e-7)
            matrix[i * n + i] = sqrt (sum);
          else
            return FALSE;
        }
    }

  return TRUE;
}

/* The sums say by how much reviewers differ but not around what; that their differences add up to zero is added as an equation. */
static void
solve (const double *sums,
       gpointer      data,
       double       *values)
{
  const Group *group = data;
  guint n = group->n;
  const double *sides = sums + n * (n + 1) / 2;
  double *matrix = group->matrix;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j <= i; j++)
        matrix[i * n + j] = sums[get_place (n, j, i)] + 1.0 / n;
    }

  if (!decompose (matrix, n))
    {
      for (guint i = 0; i < n; i++)
        values[i] = NAN;

      return;
    }

  for (guint i = 0; i < n; i++)
    {
      values[i] = sides[i];

      for (guint k = 0; k < i; k++)
        values[i] -= matrix[i * n + k] * values[k];

      values[i] /= matrix[i * n + i];
    }

  for (guint i = n; i-- > 0;)
    {
      for (guint k = i + 1; k < n; k++)
        values[i] -= matrix[k * n + i] * values[k];

      values[i] /= matrix[i * n + i];
    }

  /* From the middle of all to the middle of the others. */
  for (guint i = 0; i < n; i++)
    values[i] *= n / (n - 1.0);
}

static void
add_unit (Group              *group,
          const TsScoreUnits *unit,
          const guint        *places)
{
  double *sums = ts_bootstrap_add (group->bootstrap, unit->assessment);
  double *sides = sums + group->n * (group->n + 1) / 2;
  double mean = 0;

  for (guint i = 0; i < unit->n; i++)
    mean += (double) unit->levels[i] / unit->n;

  for (guint i = 0; i < unit->n; i++)
    {
      guint row = places[unit->reviewers[i]];

      sums[get_place (group->n, row, row)] += 1 - 1.0 / unit->n;
      sides[row] += unit->levels[i] - mean;

      for (guint j = i + 1; j < unit->n; j++)
        {
          guint column = places[unit->reviewers[j]];

          sums[get_place (group->n, MIN (row, column), MAX (row, column))] -= 1.0 / unit->n;
        }
    }
}

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_free (group->members);
  g_free (group->matrix);
  g_clear_pointer (&group->bootstrap, ts_bootstrap_free);
}

static void
count_scores (const TsScoreTable *table,
              TsScoreScope        scope,
              guint              *parents,
              GArray             *severities)
{
  g_auto (TsScoreUnits) units = { 0 };

  ts_score_units_init (&units, table, scope);

  while (ts_score_units_next (&units))
    {
      for (guint i = 0; i < units.n; i++)
        {
          TsSeverity *severity = &g_array_index (severities, TsSeverity, units.reviewers[i]);

          severity->n_scores++;
          severity->n_shared += units.n > 1;
          join (parents, units.reviewers[0], units.reviewers[i]);
        }
    }
}

/* Numbers the groups in the order of their first members. */
static GArray *
make_groups (guint  *parents,
             guint  *places,
             GArray *severities)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autofree guint *numbers = g_new0 (guint, severities->len + 1);

  g_array_set_clear_func (groups, group_clear);

  for (guint i = 0; i < severities->len; i++)
    {
      TsSeverity *severity = &g_array_index (severities, TsSeverity, i);
      guint root = find_root (parents, i);
      Group *group;

      if (root == i)
        {
          numbers[i] = groups->len;
          g_array_set_size (groups, groups->len + 1);
          g_array_index (groups, Group, groups->len - 1).members = g_new (guint, severities->len);
        }

      severity->group = numbers[root];
      group = &g_array_index (groups, Group, severity->group);
      places[i] = group->n;
      group->members[group->n++] = i;
    }

  for (guint i = 0; i < severities->len; i++)
    {
      TsSeverity *severity = &g_array_index (severities, TsSeverity, i);

      severity->group_size = g_array_index (groups, Group, severity->group).n;
    }

  return groups;
}

static void
fill_groups (GArray             *groups,
             const TsScoreTable *table,
             TsScoreScope        scope,
             const guint        *places,
             GArray             *severities)
{
  g_auto (TsScoreUnits) units = { 0 };

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      group->bootstrap = ts_bootstrap_new (get_width (group->n));
      group->matrix = g_new (double, (gsize) group->n * group->n);
    }

  ts_score_units_init (&units, table, scope);

  while (ts_score_units_next (&units))
    {
      if (units.n > 1)
        add_unit (&g_array_index (groups, Group, g_array_index (severities, TsSeverity, units.reviewers[0]).group), &units, places);
    }
}

/**
 * ts_severities_measure:
 * @table: scores
 * @scope: on what, and who
 * @n_draws: how often to draw for the intervals, such as %TS_BOOTSTRAP_DRAWS; 0 for none
 * @seed: the same seed gives the same intervals
 *
 * Returns: (transfer full) (element-type TsSeverity): one for each reviewer, in their order; not defined for those who score nothing with others
 */
GArray *
ts_severities_measure (const TsScoreTable *table,
                       TsScoreScope        scope,
                       guint               n_draws,
                       guint32             seed)
{
  guint n_reviewers = ts_score_table_get_n_reviewers (table);
  GArray *severities = g_array_sized_new (FALSE, TRUE, sizeof (TsSeverity), n_reviewers);
  g_autofree guint *parents = g_new (guint, n_reviewers + 1);
  g_autofree guint *places = g_new (guint, n_reviewers + 1);
  g_autoptr (GArray) groups = NULL;

  g_array_set_size (severities, n_reviewers);

  for (guint i = 0; i < n_reviewers; i++)
    parents[i] = i;

  count_scores (table, scope, parents, severities);
  groups = make_groups (parents, places, severities);
  fill_groups (groups, table, scope, places, severities);

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);
      g_autofree TsEstimate *estimates = g_new (TsEstimate, group->n);

      if (group->n < 2)
        continue;

      ts_bootstrap_run (group->bootstrap, solve, group, group->n, n_draws, seed, estimates);

      for (guint j = 0; j < group->n; j++)
        g_array_index (severities, TsSeverity, group->members[j]).difference = estimates[j];
    }

  return severities;
}

/**
 * ts_severity_get_offset:
 * @self: how a reviewer scores
 *
 * Returns: by how much the reviewer scores higher than all of the group, including themselves; 0 where that is not known
 */
double
ts_severity_get_offset (const TsSeverity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->difference.is_defined ? self->difference.value * (self->group_size - 1.0) / self->group_size : 0;
}

/**
 * ts_severity_adjust:
 * @self: how a reviewer scores
 * @level: a score of theirs
 *
 * Returns: the score less what the reviewer adds to everything. It may lie between levels and beyond the scale
 */
double
ts_severity_adjust (const TsSeverity *self,
                    int               level)
{
  return level - ts_severity_get_offset (self);
}

/**
 * ts_severity_round:
 * @level: an adjusted score, or the median of several
 * @n_levels: how many levels the scale has
 *
 * Returns: the nearest level of the scale; the lower one of two, for a higher level has to be shown
 */
int
ts_severity_round (double level,
                   guint  n_levels)
{
  return (int) CLAMP (ceil (level - 0.5 - 1e-9), 1, (double) n_levels);
}
