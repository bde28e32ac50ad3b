/* ts-framework.c — what is assessed, and on which scales
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-framework-private.h"

TsFramework *
ts_framework_ref (TsFramework *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
ts_framework_unref (TsFramework *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  /* Nodes point at sections and stages, and sections at scales: what is pointed at goes last. */
  g_hash_table_unref (self->nodes);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->scales);
  g_ptr_array_unref (self->stages);
  g_free (self->id);
  g_free (self->edition);
  g_free (self->title);
  g_free (self->source);
  g_free (self->licence);
  g_free (self);
}

const char *
ts_framework_get_id (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
ts_framework_get_edition (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->edition;
}

const char *
ts_framework_get_title (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_framework_get_year:
 * @self: a framework
 *
 * Returns: the calendar year in which the financial year begins for which it was made
 */
int
ts_framework_get_year (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

const char *
ts_framework_get_source (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

const char *
ts_framework_get_licence (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->licence;
}

guint
ts_framework_get_n_sections (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sections->len;
}

const TsSection *
ts_framework_get_section (const TsFramework *self,
                          guint              position)
{
  g_return_val_if_fail (self != NULL && position < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, position);
}

/**
 * ts_framework_find_section:
 * @self: a framework
 * @id: a section's id
 *
 * Returns: (transfer none) (nullable): the section, or %NULL
 */
const TsSection *
ts_framework_find_section (const TsFramework *self,
                           const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const TsSection *section = g_ptr_array_index (self->sections, i);

      if (g_str_equal (section->id, id))
        return section;
    }

  return NULL;
}

/**
 * ts_framework_find_node:
 * @self: a framework
 * @id: a group's or criterion's id, from anywhere
 *
 * Returns: (transfer none) (nullable): the node, or %NULL
 */
const TsNode *
ts_framework_find_node (const TsFramework *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->nodes, id);
}

guint
ts_framework_get_n_stages_of_cycle (const TsFramework *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stages->len;
}

const TsStageOfCycle *
ts_framework_get_stage_of_cycle (const TsFramework *self,
                                 guint              position)
{
  g_return_val_if_fail (self != NULL && position < self->stages->len, NULL);

  return g_ptr_array_index (self->stages, position);
}

gboolean
ts_node_is_group (const TsNode *node)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return node->group == NULL;
}

/**
 * ts_node_is_numbered:
 * @node: a criterion or group
 *
 * Returns: whether its id is worth showing: a number, as in "5b"; a word such as "strategy.1" only repeats the title
 */
gboolean
ts_node_is_numbered (const TsNode *node)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return g_ascii_isdigit (*node->id);
}

/**
 * ts_node_get_short_name:
 * @node: a criterion or group
 *
 * Returns: what people call it where there is little room: "5b", or "Management of risk" where it has no number
 */
const char *
ts_node_get_short_name (const TsNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return ts_node_is_numbered (node) ? node->id : node->title;
}

/**
 * ts_node_dup_name:
 * @node: a criterion or group
 *
 * Returns: (transfer full): its number, where it has one, and its title
 */
char *
ts_node_dup_name (const TsNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return ts_node_is_numbered (node) ? g_strdup_printf ("%s %s", node->id, node->title) : g_strdup (node->title);
}
