/* ts-comparison-nodes.c — what the frameworks that are set side by side have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-private.h"

#include <string.h>

static int
compare_frameworks (gconstpointer a,
                    gconstpointer b)
{
  const TsFramework *first = *(const TsFramework *const *) a;
  const TsFramework *second = *(const TsFramework *const *) b;
  int order = ts_framework_get_year (second) - ts_framework_get_year (first);

  if (order == 0)
    order = strcmp (ts_framework_get_id (first), ts_framework_get_id (second));

  return order != 0 ? order : strcmp (ts_framework_get_edition (second), ts_framework_get_edition (first));
}

/* The latest first, whose order and wording all others follow. */
static GPtrArray *
sort_frameworks (const TsComparisonBase *base)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < base->frameworks->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (base->frameworks, i));

  g_ptr_array_sort (sorted, compare_frameworks);

  return sorted;
}

static const TsNode *
find_in_section (const TsFramework *framework,
                 const char        *section,
                 const char        *id)
{
  const TsNode *node = ts_framework_find_node (framework, id);

  return node != NULL && g_str_equal (node->section->id, section) ? node : NULL;
}

static gboolean
add_node (TsComparisonBase *base,
          const TsNode     *node,
          guint             section,
          guint             group,
          gboolean          is_group)
{
  TsComparedNode added = { node->id, node, section, is_group ? base->nodes->len : group, is_group };

  if (g_hash_table_contains (base->node_numbers, node->id))
    return FALSE;

  g_array_append_val (base->nodes, added);
  g_hash_table_insert (base->node_numbers, (gpointer) node->id, GUINT_TO_POINTER (base->nodes->len));

  return TRUE;
}

/* A group with its criteria, those first that the latest framework has. */
static void
add_group (TsComparisonBase *base,
           GPtrArray        *frameworks,
           const TsNode     *group,
           guint             section)
{
  guint position = base->nodes->len;

  if (!add_node (base, group, section, 0, TRUE))
    return;

  for (guint i = 0; i < frameworks->len; i++)
    {
      const TsNode *same = find_in_section (g_ptr_array_index (frameworks, i), group->section->id, group->id);

      for (guint j = 0; same != NULL && ts_node_is_group (same) && j < same->criteria->len; j++)
        add_node (base, g_ptr_array_index (same->criteria, j), section, position, FALSE);
    }
}

static void
add_section (TsComparisonBase *base,
             GPtrArray        *frameworks,
             const TsSection  *section)
{
  guint position = base->sections->len;

  g_ptr_array_add (base->sections, (gpointer) section);

  for (guint i = 0; i < frameworks->len; i++)
    {
      const TsSection *same = ts_framework_find_section (g_ptr_array_index (frameworks, i), section->id);

      for (guint j = 0; same != NULL && j < same->groups->len; j++)
        add_group (base, frameworks, g_ptr_array_index (same->groups, j), position);
    }
}

static gboolean
has_section (const TsComparisonBase *base,
             const char             *id)
{
  for (guint i = 0; i < base->sections->len; i++)
    {
      if (g_str_equal (((const TsSection *) g_ptr_array_index (base->sections, i))->id, id))
        return TRUE;
    }

  return FALSE;
}

/* Fills the sections, the nodes, and which framework knows which of them; once, when all frameworks are there. */
void
ts_comparison_base_list_nodes (TsComparisonBase *base)
{
  g_autoptr (GPtrArray) frameworks = sort_frameworks (base);

  for (guint i = 0; i < frameworks->len; i++)
    {
      const TsFramework *framework = g_ptr_array_index (frameworks, i);

      for (guint j = 0; j < ts_framework_get_n_sections (framework); j++)
        {
          const TsSection *section = ts_framework_get_section (framework, j);

          if (section->kind == TS_SECTION_GRADED && !has_section (base, section->id))
            add_section (base, frameworks, section);
        }
    }

  for (guint i = 0; i < base->frameworks->len; i++)
    {
      const TsNode **known = g_new0 (const TsNode *, base->nodes->len + 1);

      for (guint n = 0; n < base->nodes->len; n++)
        {
          const TsComparedNode *node = &g_array_index (base->nodes, TsComparedNode, n);
          const TsNode *same = ts_framework_find_node (g_ptr_array_index (base->frameworks, i), node->id);

          /* What is a group here and a criterion there is not the same. */
          if (same != NULL && ts_node_is_group (same) == node->is_group)
            known[n] = same;
        }

      g_ptr_array_add (base->known_nodes, known);
    }
}
