/* ts-peer-levels.c — what others like an organisation claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-peer-levels.h"

#include "core/ts-agenda.h"

#include <glib/gi18n-lib.h>

struct _TsPeerLevels
{
  TsPeerBasis basis;
  char *name;
  GHashTable *levels; /* node id → GArray of int */
};

/**
 * ts_peer_levels_new:
 * @basis: why they are peers
 * @name: (nullable): what the group is called, or the organisation that they belong to
 *
 * Returns: (transfer full): the levels of no peers yet
 */
TsPeerLevels *
ts_peer_levels_new (TsPeerBasis basis,
                    const char *name)
{
  TsPeerLevels *self = g_new0 (TsPeerLevels, 1);

  self->basis = basis;
  self->name = g_strdup (name);
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return self;
}

void
ts_peer_levels_free (TsPeerLevels *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->levels);
  g_free (self->name);
  g_free (self);
}

/**
 * ts_peer_levels_add:
 * @self: levels in the making
 * @node_id: a criterion
 * @level: what one peer claims of it; 0 says nothing
 */
void
ts_peer_levels_add (TsPeerLevels *self,
                    const char   *node_id,
                    int           level)
{
  GArray *levels;

  g_return_if_fail (self != NULL && node_id != NULL);

  if (level <= 0)
    return;

  levels = g_hash_table_lookup (self->levels, node_id);

  if (levels == NULL)
    {
      levels = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (self->levels, g_strdup (node_id), levels);
    }

  g_array_append_val (levels, level);
}

/**
 * ts_peer_levels_get_median:
 * @self: levels of peers
 * @node_id: a criterion
 * @n_peers: (out) (optional): how many peers have a level of it
 *
 * Returns: the median of their levels; 0 where fewer than %TS_PEER_LEVELS_FEWEST have one
 */
double
ts_peer_levels_get_median (const TsPeerLevels *self,
                           const char         *node_id,
                           guint              *n_peers)
{
  const GArray *levels;
  guint n;

  g_return_val_if_fail (self != NULL && node_id != NULL, 0);

  levels = g_hash_table_lookup (self->levels, node_id);
  n = levels != NULL ? levels->len : 0;

  if (n_peers != NULL)
    *n_peers = n;

  return n >= TS_PEER_LEVELS_FEWEST ? ts_median ((const int *) (void *) levels->data, n) : 0;
}

/**
 * ts_peer_levels_describe:
 * @self: levels of peers
 *
 * Returns: (transfer full): who the peers are, in a few words
 */
char *
ts_peer_levels_describe (const TsPeerLevels *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->basis)
    {
    case TS_PEER_BASIS_GROUP:
      /* Translators: who peers are: the name of a group that somebody has made */
      return g_strdup_printf (_("group “%s”"), self->name);

    case TS_PEER_BASIS_POPULATION:
      return g_strdup (_("nearest by population"));

    case TS_PEER_BASIS_REGION:
      /* Translators: who peers are: those that belong to the same organisation, such as an authority */
      return g_strdup_printf (_("also of %s"), self->name);

    case TS_PEER_BASIS_NONE:
    default:
      return g_strdup (_("no peers"));
    }
}
