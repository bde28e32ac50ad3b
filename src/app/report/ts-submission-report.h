/* ts-submission-report.h — the assessment that is looked at, as a document
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/ts-window.h"

G_BEGIN_DECLS

char *ts_submission_report_propose_name (const char *organisation,
                                         const char *year_label);
void ts_submission_report_ask (TsWindow *window);
void ts_submission_report_save (TsWindow *window,
                                GFile    *file);
void ts_submission_report_print (TsWindow *window);

G_END_DECLS
