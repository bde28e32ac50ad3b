/* ts-notice.h — a bar that says something about the whole workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsNotice:
 *
 * A slim bar under the header bar, with a sentence and perhaps a button.
 */
#define TS_TYPE_NOTICE (ts_notice_get_type ())

G_DECLARE_FINAL_TYPE (TsNotice, ts_notice, TS, NOTICE, AdwBin)

void ts_notice_show (TsNotice   *self,
                     const char *title,
                     const char *button_label,
                     const char *action_name);
void ts_notice_hide (TsNotice *self);

G_END_DECLS
