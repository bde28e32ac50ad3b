/* ts-report-making.h — what a workspace shows, as a document
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/ts-window.h"
#include "app/ts-workspace.h"

G_BEGIN_DECLS

char *ts_report_making_clean_name (const char *name);
void ts_report_making_ask (TsWindow    *window,
                           TsWorkspace *workspace);
void ts_report_making_save (TsWindow    *window,
                            TsWorkspace *workspace,
                            GFile       *file);
void ts_report_making_print (TsWindow    *window,
                             TsWorkspace *workspace);

G_END_DECLS
