/* ts-similarity.h — what is alike stands together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Up to how many rows are clustered; more are laid out along one line. */
#define TS_SIMILARITY_MOST_CLUSTERED 1500

guint *ts_similarity_order (const guint8 *levels,
                            guint         n_rows,
                            guint         n_columns);

G_END_DECLS
