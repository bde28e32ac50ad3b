/* ts-decimate.h
 *
 * Leaves out what could not be seen of a long series.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *ts_decimate (const double *places,
                     const double *values,
                     guint         n_values,
                     guint         n_columns);

G_END_DECLS
