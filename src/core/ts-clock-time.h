/* ts-clock-time.h — times of a day as they are kept and exchanged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ts_clock_time_is_valid (const char *text);

G_END_DECLS
