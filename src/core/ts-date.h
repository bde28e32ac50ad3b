/* ts-date.h — days as they are kept and exchanged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ts_date_parse (const char *text,
                        GDate      *date);
gboolean ts_date_is_valid (const char *text);
char *ts_date_format (const GDate *date);

G_END_DECLS
