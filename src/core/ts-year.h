/* ts-year.h — financial years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The years that an assessment can be of: far beyond both ends of any use, and four digits in every file. */
#define TS_YEAR_FIRST 1948
#define TS_YEAR_LAST  2199

gboolean ts_year_parse (const char *text,
                        int        *year);
char *ts_year_format (int year);
void ts_year_get_dates (int    year,
                        GDate *first,
                        GDate *last);

G_END_DECLS
