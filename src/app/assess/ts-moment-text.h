/* ts-moment-text.h — moments and days as people read them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ts_moment_format_day (gint64 at);
char *ts_moment_format_time (gint64 at);
char *ts_moment_format (gint64 at);
gint64 ts_moment_of_day (const char *day,
                         int         n_days_after);

G_END_DECLS
