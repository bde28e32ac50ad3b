/* ts-chart-number.h
 *
 * Numbers as a chart writes them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_CHART_NUMBER_MAX_DECIMALS 9

guint ts_chart_number_decimals (double      value,
                                double      largest);
char *ts_chart_number_text     (double      value,
                                guint       decimals);
char *ts_chart_number_plain    (double      value,
                                guint       decimals);
char *ts_chart_number_quantity (double      value,
                                guint       decimals,
                                const char *unit);
char *ts_chart_number_signed   (double      difference,
                                guint       decimals,
                                const char *unit);
char *ts_chart_number_level    (double      value);
char *ts_chart_number_levels   (double      difference);

G_END_DECLS
