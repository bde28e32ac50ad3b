/* ts-peers.c — with whom an organisation can fairly be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-peers.h"

#include <math.h>

typedef struct
{
  guint position;
  double distance;
} Candidate;

static int
compare_distances (gconstpointer a,
                   gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return first->position < second->position ? -1 : 1;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/**
 * ts_peers_find_nearest:
 * @populations: (array length=n_populations): how many people each organisation serves, NaN or less than 1 where that is not known
 * @n_populations: how many organisations there are
 * @of: one of them
 * @n_most: how many others are wanted
 *
 * Distance is that of proportions: half as many people is as far as twice as many. Of two as far, the first counts. Who has no known population is
 * nobody's peer.
 *
 * Returns: (transfer full) (element-type guint): the positions of the organisation and of its peers, rising
 */
GArray *
ts_peers_find_nearest (const double *populations,
                       guint         n_populations,
                       guint         of,
                       guint         n_most)
{
  GArray *peers;
  g_autoptr (GArray) candidates = NULL;

  g_return_val_if_fail (populations != NULL && of < n_populations, NULL);

  peers = g_array_new (FALSE, FALSE, sizeof (guint));
  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_append_val (peers, of);

  if (populations[of] >= 1)
    {
      for (guint i = 0; i < n_populations; i++)
        {
          Candidate candidate = { i, 0 };

          if (i == of || !(populations[i] >= 1))
            continue;

          candidate.distance = fabs (log (populations[i]) - log (populations[of]));
          g_array_append_val (candidates, candidate);
        }
    }

  g_array_sort (candidates, compare_distances);

  for (guint i = 0; i < candidates->len && i < n_most; i++)
    g_array_append_val (peers, g_array_index (candidates, Candidate, i).position);

  g_array_sort (peers, compare_positions);

  return peers;
}
