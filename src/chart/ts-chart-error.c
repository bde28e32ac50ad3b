/* ts-chart-error.c
 *
 * The error domain of charts.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-error.h"

G_DEFINE_QUARK (ts-chart-error-quark, ts_chart_error)
