/* ts-comparison-breaks.c — where definitions changed from year to year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-private.h"

#include <string.h>

/* The framework that most used in a year; of two, the one that was added first. */
static int
find_framework_of_year (const TsComparisonBase *base,
                        guint                   year)
{
  guint counts[TS_NO_FRAMEWORK] = { 0 };
  int best = -1;

  for (guint i = 0; i < base->organisations->len; i++)
    {
      guint8 framework = base->framework_of[ts_comparison_base_get_place (base, i, year)];

      if (framework != TS_NO_FRAMEWORK)
        counts[framework]++;
    }

  for (guint i = 0; i < base->frameworks->len; i++)
    {
      if (counts[i] > 0 && (best < 0 || counts[i] > counts[best]))
        best = (int) i;
    }

  return best;
}

static TsCrosswalk *
get_crosswalk (const TsComparisonBase *base,
               const TsFramework      *from,
               const TsFramework      *to)
{
  for (guint i = 0; i < base->crosswalks->len; i++)
    {
      TsCrosswalk *crosswalk = g_ptr_array_index (base->crosswalks, i);

      if (g_str_equal (ts_crosswalk_get_from (crosswalk), ts_framework_get_id (from)) &&
          g_str_equal (ts_crosswalk_get_to (crosswalk), ts_framework_get_id (to)))
        return ts_crosswalk_ref (crosswalk);
    }

  return ts_crosswalk_new_by_comparison (from, to);
}

static gboolean
is_changed (const TsCrosswalk *crosswalk,
            const TsNode      *from,
            const TsNode      *to)
{
  const TsCrosswalkEntry *entry;

  if (from == NULL || to == NULL)
    return from != to;

  if (to->criteria->len == 0 && from->criteria->len == 0)
    {
      entry = ts_crosswalk_find_to (crosswalk, to->id);

      return entry == NULL || entry->relation != TS_CROSSWALK_UNCHANGED;
    }

  return from->criteria->len != to->criteria->len;
}

static void
mark_breaks (TsComparisonBase *base,
             guint             from_framework,
             guint             to_framework,
             guint8           *breaks)
{
  const TsNode *const *from = g_ptr_array_index (base->known_nodes, from_framework);
  const TsNode *const *to = g_ptr_array_index (base->known_nodes, to_framework);
  g_autoptr (TsCrosswalk) crosswalk = get_crosswalk (base, g_ptr_array_index (base->frameworks, from_framework),
                                                     g_ptr_array_index (base->frameworks, to_framework));

  for (guint i = 0; i < base->nodes->len; i++)
    {
      if (!is_changed (crosswalk, from[i], to[i]))
        continue;

      breaks[i] = TRUE;
      breaks[g_array_index (base->nodes, TsComparedNode, i).group] = TRUE;
    }
}

/* Once, when all assessments are there. */
void
ts_comparison_base_find_breaks (TsComparisonBase *base)
{
  guint n_years = base->years->len;
  guint n_nodes = base->nodes->len;
  g_autofree int *frameworks = g_new (int, n_years + 1);

  base->breaks = g_new0 (guint8, (gsize) n_years * n_years * n_nodes + 1);

  for (guint i = 0; i < n_years; i++)
    frameworks[i] = find_framework_of_year (base, i);

  for (guint from = 0; from < n_years; from++)
    {
      for (guint to = from + 1; to < n_years; to++)
        {
          guint8 *breaks = base->breaks + ((gsize) from * n_years + to) * n_nodes;

          if (frameworks[from] < 0 || frameworks[to] < 0 || frameworks[from] == frameworks[to])
            continue;

          /* Years follow each other under the same two frameworks more often than not. */
          if (to > from + 1 && frameworks[to] == frameworks[to - 1])
            memcpy (breaks, breaks - n_nodes, n_nodes);
          else
            mark_breaks (base, (guint) frameworks[from], (guint) frameworks[to], breaks);
        }
    }
}
