/* ts-xlsx-check.h — whether a spreadsheet that was made is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean ts_xlsx_check_whole (GFile         *file,
                              const guint64 *least,
                              guint          n_sheets,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
