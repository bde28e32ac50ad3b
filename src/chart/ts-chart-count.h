/* ts-chart-count.h
 *
 * Counts and shares in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ts_chart_count_text          (guint count);
char *ts_chart_count_organisations (guint count);
char *ts_chart_count_share         (guint part,
                                    guint whole);

G_END_DECLS
