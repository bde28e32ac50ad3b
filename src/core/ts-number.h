/* ts-number.h — measured values as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What no measured value goes beyond. */
#define TS_NUMBER_LARGEST 1e12

char *ts_number_format (double number);
gboolean ts_number_parse (const char  *text,
                          double      *number,
                          GError     **error);
gboolean ts_number_parse_typed (const char  *text,
                                gboolean     is_per_cent,
                                gboolean    *has_number,
                                double      *number,
                                GError     **error);

G_END_DECLS
