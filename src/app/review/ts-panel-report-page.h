/* ts-panel-report-page.h — writing the panel’s report beside the facts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-review-page.h"

G_BEGIN_DECLS

#define TS_TYPE_PANEL_REPORT_PAGE (ts_panel_report_page_get_type ())

G_DECLARE_FINAL_TYPE (TsPanelReportPage, ts_panel_report_page, TS, PANEL_REPORT_PAGE, TsReviewPage)

G_END_DECLS
