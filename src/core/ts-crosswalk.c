/* ts-crosswalk.c — what became of one framework's criteria in another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-crosswalk.h"

struct _TsCrosswalk
{
  gatomicrefcount references;
  char *from;
  char *to;
  GPtrArray *entries;    /* TsCrosswalkEntry */
  GHashTable *from_node; /* node id → entry, both borrowed */
  GHashTable *to_node;   /* the same by the later framework's ids */
};

static const char *const relation_names[TS_N_CROSSWALK_RELATIONS] = {
  [TS_CROSSWALK_UNCHANGED] = "unchanged",
  [TS_CROSSWALK_CHANGED] = "changed",
  [TS_CROSSWALK_NEW] = "new",
  [TS_CROSSWALK_DROPPED] = "dropped",
};

/**
 * ts_crosswalk_relation_get_name:
 * @relation: a relation
 *
 * Returns: (transfer none): its name in files
 */
const char *
ts_crosswalk_relation_get_name (TsCrosswalkRelation relation)
{
  g_return_val_if_fail (relation < TS_N_CROSSWALK_RELATIONS, NULL);

  return relation_names[relation];
}

/**
 * ts_crosswalk_relation_from_name:
 * @name: a name, from anywhere
 * @relation: (out): where to put the relation
 *
 * Returns: whether there is a relation of that name
 */
gboolean
ts_crosswalk_relation_from_name (const char          *name,
                                 TsCrosswalkRelation *relation)
{
  g_return_val_if_fail (name != NULL && relation != NULL, FALSE);

  for (guint i = 0; i < TS_N_CROSSWALK_RELATIONS; i++)
    {
      if (g_str_equal (relation_names[i], name))
        {
          *relation = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
entry_free (gpointer data)
{
  TsCrosswalkEntry *entry = data;

  g_free (entry->from);
  g_free (entry->to);
  g_free (entry->note);
  g_free (entry);
}

/**
 * ts_crosswalk_new:
 * @from: the earlier framework's id
 * @to: the later framework's id
 *
 * Returns: (transfer full): a crosswalk without entries, to be filled
 */
TsCrosswalk *
ts_crosswalk_new (const char *from,
                  const char *to)
{
  TsCrosswalk *self;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  self = g_new0 (TsCrosswalk, 1);
  g_atomic_ref_count_init (&self->references);
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->from_node = g_hash_table_new (g_str_hash, g_str_equal);
  self->to_node = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

TsCrosswalk *
ts_crosswalk_ref (TsCrosswalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
ts_crosswalk_unref (TsCrosswalk *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->from_node);
  g_hash_table_unref (self->to_node);
  g_ptr_array_unref (self->entries);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/**
 * ts_crosswalk_add:
 * @self: a crosswalk that is being filled
 * @from: (nullable): a node of the earlier framework; %NULL exactly if it is new
 * @to: (nullable): a node of the later framework; %NULL exactly if it was dropped
 * @relation: what became of it
 * @note: (nullable): what changed in the definition
 *
 * Returns: whether it was added: each node can be spoken of once, and has the ends that the relation needs
 */
gboolean
ts_crosswalk_add (TsCrosswalk         *self,
                  const char          *from,
                  const char          *to,
                  TsCrosswalkRelation  relation,
                  const char          *note)
{
  TsCrosswalkEntry *entry;

  g_return_val_if_fail (self != NULL && relation < TS_N_CROSSWALK_RELATIONS, FALSE);

  if ((from == NULL) != (relation == TS_CROSSWALK_NEW) || (to == NULL) != (relation == TS_CROSSWALK_DROPPED))
    return FALSE;

  if ((from != NULL && g_hash_table_contains (self->from_node, from)) || (to != NULL && g_hash_table_contains (self->to_node, to)))
    return FALSE;

  entry = g_new (TsCrosswalkEntry, 1);
  *entry = (TsCrosswalkEntry) { g_strdup (from), g_strdup (to), relation, g_strdup (note) };
  g_ptr_array_add (self->entries, entry);

  if (from != NULL)
    g_hash_table_insert (self->from_node, entry->from, entry);

  if (to != NULL)
    g_hash_table_insert (self->to_node, entry->to, entry);

  return TRUE;
}

/**
 * ts_node_has_same_wording:
 * @a: a criterion or group
 * @b: another, of any framework
 *
 * Returns: whether a board reads the same in both: title, definition and what each level stands for
 */
gboolean
ts_node_has_same_wording (const TsNode *a,
                          const TsNode *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (g_strcmp0 (a->title, b->title) != 0 || g_strcmp0 (a->definition, b->definition) != 0)
    return FALSE;

  if (a->descriptors == NULL || b->descriptors == NULL)
    return a->descriptors == b->descriptors;

  return g_strv_equal ((const char *const *) a->descriptors, (const char *const *) b->descriptors);
}

typedef void (*NodeFunc) (const TsNode  *node,
                          TsCrosswalk   *self,
                          gconstpointer  other);

/* What can be judged: criteria, and groups that have none. */
static void
for_each_judged (const TsFramework *framework,
                 NodeFunc           function,
                 TsCrosswalk       *self,
                 gconstpointer      other)
{
  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          if (group->criteria->len == 0)
            function (group, self, other);

          for (guint k = 0; k < group->criteria->len; k++)
            function (g_ptr_array_index (group->criteria, k), self, other);
        }
    }
}

static void
add_later (const TsNode  *node,
           TsCrosswalk   *self,
           gconstpointer  other)
{
  const TsNode *before = ts_framework_find_node (other, node->id);

  if (before == NULL)
    ts_crosswalk_add (self, NULL, node->id, TS_CROSSWALK_NEW, NULL);
  else if (before->criteria->len == 0 && ts_node_has_same_wording (before, node))
    ts_crosswalk_add (self, node->id, node->id, TS_CROSSWALK_UNCHANGED, NULL);
  else
    ts_crosswalk_add (self, node->id, node->id, TS_CROSSWALK_CHANGED, NULL);
}

static void
add_earlier (const TsNode  *node,
             TsCrosswalk   *self,
             gconstpointer  other)
{
  if (g_hash_table_contains (self->from_node, node->id))
    return;

  /* A group that was judged itself and now has criteria is still there, but other than it was. */
  if (ts_framework_find_node (other, node->id) != NULL)
    ts_crosswalk_add (self, node->id, node->id, TS_CROSSWALK_CHANGED, NULL);
  else
    ts_crosswalk_add (self, node->id, NULL, TS_CROSSWALK_DROPPED, NULL);
}

/**
 * ts_crosswalk_new_by_comparison:
 * @from: the earlier framework
 * @to: the later framework
 *
 * Compares what can be judged in either framework by id and wording, for frameworks that nobody has written a crosswalk for.
 *
 * Returns: (transfer full): the crosswalk
 */
TsCrosswalk *
ts_crosswalk_new_by_comparison (const TsFramework *from,
                                const TsFramework *to)
{
  TsCrosswalk *self;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  self = ts_crosswalk_new (ts_framework_get_id (from), ts_framework_get_id (to));
  for_each_judged (to, add_later, self, from);
  for_each_judged (from, add_earlier, self, to);

  return self;
}

const char *
ts_crosswalk_get_from (const TsCrosswalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->from;
}

const char *
ts_crosswalk_get_to (const TsCrosswalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->to;
}

guint
ts_crosswalk_get_n_entries (const TsCrosswalk *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const TsCrosswalkEntry *
ts_crosswalk_get_entry (const TsCrosswalk *self,
                        guint              position)
{
  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, position);
}

/**
 * ts_crosswalk_find_from:
 * @self: a crosswalk
 * @node_id: a node's id in the earlier framework, from anywhere
 *
 * Returns: (transfer none) (nullable): what became of it
 */
const TsCrosswalkEntry *
ts_crosswalk_find_from (const TsCrosswalk *self,
                        const char        *node_id)
{
  g_return_val_if_fail (self != NULL && node_id != NULL, NULL);

  return g_hash_table_lookup (self->from_node, node_id);
}

/**
 * ts_crosswalk_find_to:
 * @self: a crosswalk
 * @node_id: a node's id in the later framework, from anywhere
 *
 * Returns: (transfer none) (nullable): where it comes from
 */
const TsCrosswalkEntry *
ts_crosswalk_find_to (const TsCrosswalk *self,
                      const char        *node_id)
{
  g_return_val_if_fail (self != NULL && node_id != NULL, NULL);

  return g_hash_table_lookup (self->to_node, node_id);
}
