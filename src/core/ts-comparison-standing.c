/* ts-comparison-standing.c — what can be set side by side across all years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-private.h"

static void
find_used_frameworks (const TsComparisonBase *base,
                      gboolean               *used)
{
  gsize n_places = (gsize) base->organisations->len * base->years->len;

  for (gsize i = 0; i < n_places; i++)
    {
      if (base->framework_of[i] != TS_NO_FRAMEWORK)
        used[base->framework_of[i]] = TRUE;
    }
}

static gboolean
knows_any (const TsNode *const *known,
           const GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      if (known[g_array_index (nodes, guint, i)] != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_comparison_list_standing:
 * @self: a comparison
 * @section: a section
 * @criteria: whether its criteria are wanted, and groups that have none; otherwise its groups
 *
 * What is added up or averaged over these is of the same in every year: whatever one of the frameworks that anybody was assessed by does not have is
 * left out, so that a competency which came later raises no total. What has the same id but was redefined stays: it is told by
 * [func@ts_comparison_is_break], as it is for a competency alone. A framework that has nothing of the section, and a year in which nobody was
 * assessed, leave nothing out.
 *
 * Returns: (transfer full) (element-type guint): the positions of those that stand in all years, in order
 */
GArray *
ts_comparison_list_standing (const TsComparison *self,
                             guint               section,
                             gboolean            criteria)
{
  gboolean used[TS_NO_FRAMEWORK] = { FALSE };
  GArray *list;
  g_autoptr (GArray) all = NULL;

  g_return_val_if_fail (self != NULL && section < self->base->sections->len, NULL);

  list = ts_comparison_list_nodes (self, section, criteria);
  all = g_array_copy (list);
  find_used_frameworks (self->base, used);

  for (guint framework = 0; framework < self->base->frameworks->len; framework++)
    {
      const TsNode *const *known = g_ptr_array_index (self->base->known_nodes, framework);

      if (!used[framework] || !knows_any (known, all))
        continue;

      for (guint i = list->len; i > 0; i--)
        {
          if (known[g_array_index (list, guint, i - 1)] == NULL)
            g_array_remove_index (list, i - 1);
        }
    }

  return list;
}
