/* ts-peer-levels.h — what others like an organisation claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fewer peers than this are no comparison. */
#define TS_PEER_LEVELS_FEWEST 3

/**
 * TsPeerBasis:
 * @TS_PEER_BASIS_NONE: nobody is known to be like it
 * @TS_PEER_BASIS_GROUP: somebody has put them into a group
 * @TS_PEER_BASIS_POPULATION: they serve about as many people
 * @TS_PEER_BASIS_REGION: they belong to the same organisation
 *
 * Why organisations are peers.
 */
typedef enum
{
  TS_PEER_BASIS_NONE,
  TS_PEER_BASIS_GROUP,
  TS_PEER_BASIS_POPULATION,
  TS_PEER_BASIS_REGION,
} TsPeerBasis;

/**
 * TsPeerLevels:
 *
 * The levels that the peers of an organisation claim themselves, by criterion. Filled by whoever makes it, then only read.
 */
typedef struct _TsPeerLevels TsPeerLevels;

TsPeerLevels *ts_peer_levels_new (TsPeerBasis  basis,
                                  const char  *name);
void ts_peer_levels_free (TsPeerLevels *self);
void ts_peer_levels_add (TsPeerLevels *self,
                         const char   *node_id,
                         int           level);

double ts_peer_levels_get_median (const TsPeerLevels *self,
                                  const char         *node_id,
                                  guint              *n_peers);
char *ts_peer_levels_describe (const TsPeerLevels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsPeerLevels, ts_peer_levels_free)

G_END_DECLS
