/* ts-chart-middle.h
 *
 * The middle of many numbers.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ts_chart_middle (GArray *values,
                          double *middle);

G_END_DECLS
