/* ts-csv-guard.h — texts that a spreadsheet must not take for formulas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ts_csv_guard_is_needed (const char *text);
const char *ts_csv_guard_remove (const char *text);

G_END_DECLS
