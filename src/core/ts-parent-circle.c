/* ts-parent-circle.c — organisations that would be above themselves
 *
 * What belongs to nothing is in no circle, nor is what nothing belongs to. Taking those away, and those that are so then, and so on, leaves the
 * circles and what lies between them; for links without a circle, which is almost always, it leaves nothing after one step for each link.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-parent-circle.h"

#include <string.h>

typedef struct
{
  const char *id;
  GPtrArray *above; /* Node, borrowed */
  GPtrArray *below;
  guint n_above; /* of those that are left */
  guint n_below;
  gboolean gone;
} Node;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_ptr_array_unref (node->above);
  g_ptr_array_unref (node->below);
  g_free (node);
}

static Node *
get_node (GHashTable *nodes,
          const char *id)
{
  Node *node = g_hash_table_lookup (nodes, id);

  if (node == NULL)
    {
      node = g_new0 (Node, 1);
      node->id = id;
      node->above = g_ptr_array_new ();
      node->below = g_ptr_array_new ();
      g_hash_table_insert (nodes, (char *) id, node);
    }

  return node;
}

static const char *
get_child (const TsRow *link)
{
  return ts_row_get_text (link, TS_ORGANISATION_PARENT_ORGANISATION);
}

static const char *
get_parent (const TsRow *link)
{
  return ts_row_get_text (link, TS_ORGANISATION_PARENT_PARENT);
}

static gboolean
holds_on (const TsRow *link,
          const char  *day)
{
  const char *to = ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_TO);

  return day == NULL || (g_strcmp0 (ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_FROM), day) <= 0 &&
                         (to == NULL || strcmp (day, to) <= 0));
}

static void
take_away (GPtrArray *ends,
           Node      *node)
{
  node->gone = TRUE;

  for (guint i = 0; i < node->above->len; i++)
    {
      Node *above = g_ptr_array_index (node->above, i);

      if (--above->n_below == 0 && !above->gone)
        g_ptr_array_add (ends, above);
    }

  for (guint i = 0; i < node->below->len; i++)
    {
      Node *below = g_ptr_array_index (node->below, i);

      if (--below->n_above == 0 && !below->gone)
        g_ptr_array_add (ends, below);
    }
}

/* The ids that are left of the links that hold on the day, or of all where there is none. */
static GHashTable *
find_left (GPtrArray  *links,
           const char *day)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, node_free);
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  Node *node;

  for (guint i = 0; i < links->len; i++)
    {
      const TsRow *link = g_ptr_array_index (links, i);
      Node *child;
      Node *parent;

      if (!holds_on (link, day))
        continue;

      child = get_node (nodes, get_child (link));
      parent = get_node (nodes, get_parent (link));
      g_ptr_array_add (child->above, parent);
      g_ptr_array_add (parent->below, child);
      child->n_above++;
      parent->n_below++;
    }

  g_hash_table_iter_init (&iter, nodes);

  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    {
      if (node->n_above == 0 || node->n_below == 0)
        g_ptr_array_add (ends, node);
    }

  while (ends->len > 0)
    {
      node = g_ptr_array_steal_index_fast (ends, ends->len - 1);

      if (!node->gone)
        take_away (ends, node);
    }

  g_hash_table_iter_init (&iter, nodes);

  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    {
      if (!node->gone)
        g_hash_table_add (left, (char *) node->id);
    }

  return g_steal_pointer (&left);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ts_parent_circle_find:
 * @links: (element-type TsRow): which organisation belongs to which, and when
 *
 * Looks for organisations that on some day would be above themselves. A circle that exists on some day exists on the first day of one of its links,
 * so only those days are looked at.
 *
 * Returns: (transfer full) (element-type utf8): the row ids of organisations in circles on the first such day, and between those circles;
 *   empty where there is none. The ids are borrowed from the links.
 */
GHashTable *
ts_parent_circle_find (GPtrArray *links)
{
  g_autoptr (GPtrArray) inner = g_ptr_array_new ();
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) left = NULL;

  g_return_val_if_fail (links != NULL, NULL);

  left = find_left (links, NULL);

  if (g_hash_table_size (left) == 0)
    return g_steal_pointer (&left);

  for (guint i = 0; i < links->len; i++)
    {
      const TsRow *link = g_ptr_array_index (links, i);
      const char *day = ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_FROM);

      if (!g_hash_table_contains (left, get_child (link)) || !g_hash_table_contains (left, get_parent (link)))
        continue;

      g_ptr_array_add (inner, (gpointer) link);

      /* No first day sorts before every day, as "" does. */
      if (g_hash_table_add (known, (char *) (day != NULL ? day : "")))
        g_ptr_array_add (days, (char *) (day != NULL ? day : ""));
    }

  g_ptr_array_sort (days, compare_days);

  for (guint i = 0; i < days->len; i++)
    {
      g_autoptr (GHashTable) on_day = find_left (inner, g_ptr_array_index (days, i));

      if (g_hash_table_size (on_day) > 0)
        return g_steal_pointer (&on_day);
    }

  return g_hash_table_new (g_str_hash, g_str_equal);
}
