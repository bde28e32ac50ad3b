/* ts-save-copy.h — a copy of the workbook, wherever a person wants it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/ts-window.h"

G_BEGIN_DECLS

char *ts_save_copy_propose_name (const char *title,
                                 GDateTime  *now);
void ts_save_copy_ask (TsWindow *window);

G_END_DECLS
