/* ts-assign.c — giving assessments to panels evenly
 *
 * An assessment goes where fewest members have a conflict with it, and among those panels to the one with the least to do. Those with the
 * fewest panels to choose from are given first; then, as long as one panel has two more than another that is no worse, it gives one away.
 * The same input always gives the same panels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-assign.h"

static guint
get_cost (const TsAssignment *assignment,
          guint               assessment,
          guint               panel)
{
  return assignment->costs[(gsize) assessment * assignment->n_panels + panel];
}

static guint
find_least_cost (const TsAssignment *assignment,
                 guint               assessment,
                 guint              *n_panels)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < assignment->n_panels; i++)
    {
      guint cost = get_cost (assignment, assessment, i);

      if (cost < least)
        {
          least = cost;
          *n_panels = 0;
        }

      *n_panels += cost == least;
    }

  return least;
}

static guint
choose_panel (const TsAssignment *assignment,
              guint               assessment,
              const guint        *loads)
{
  guint best = 0;

  for (guint i = 1; i < assignment->n_panels; i++)
    {
      guint cost = get_cost (assignment, assessment, i);
      guint best_cost = get_cost (assignment, assessment, best);

      if (cost < best_cost || (cost == best_cost && loads[i] < loads[best]))
        best = i;
    }

  return best;
}

/* Each move makes the sum of the squares of the loads smaller, so it ends. */
static gboolean
even_out (const TsAssignment *assignment,
          guint              *panels,
          guint              *loads)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < assignment->n_assessments; i++)
    {
      for (guint j = 0; j < assignment->n_panels; j++)
        {
          if (loads[panels[i]] <= loads[j] + 1 || get_cost (assignment, i, j) > get_cost (assignment, i, panels[i]))
            continue;

          loads[panels[i]]--;
          loads[j]++;
          panels[i] = j;
          moved = TRUE;
        }
    }

  return moved;
}

/**
 * ts_assign_evenly:
 * @assignment: what is to be given to whom
 *
 * Returns: (transfer full) (array): for each assessment, the position of its panel
 */
guint *
ts_assign_evenly (const TsAssignment *assignment)
{
  g_autofree guint *loads = NULL;
  g_autofree guint *n_choices = NULL;
  guint *panels;

  g_return_val_if_fail (assignment != NULL && assignment->n_panels > 0, NULL);

  panels = g_new0 (guint, assignment->n_assessments + 1);
  loads = g_memdup2 (assignment->loads, assignment->n_panels * sizeof (guint));
  n_choices = g_new0 (guint, assignment->n_assessments + 1);

  for (guint i = 0; i < assignment->n_assessments; i++)
    find_least_cost (assignment, i, &n_choices[i]);

  for (guint n = 1; n <= assignment->n_panels; n++)
    {
      for (guint i = 0; i < assignment->n_assessments; i++)
        {
          if (n_choices[i] != n)
            continue;

          panels[i] = choose_panel (assignment, i, loads);
          loads[panels[i]]++;
        }
    }

  while (even_out (assignment, panels, loads))
    continue;

  return panels;
}
