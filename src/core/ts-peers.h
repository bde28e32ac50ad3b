/* ts-peers.h — with whom an organisation can fairly be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *ts_peers_find_nearest (const double *populations,
                               guint         n_populations,
                               guint         of,
                               guint         n_most);

G_END_DECLS
