/* ts-history-page.h — who changed what, when, from what to what
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsHistoryPage:
 *
 * The history of an assessment and of its organisation, newest first, by day; filtered by criterion, person and days. It leads to each
 * change, and to the assessment as it stood on any day. "history/5b" is the history of one criterion.
 */
#define TS_TYPE_HISTORY_PAGE (ts_history_page_get_type ())

G_DECLARE_FINAL_TYPE (TsHistoryPage, ts_history_page, TS, HISTORY_PAGE, AdwBin)

GtkWidget *ts_history_page_new (void);

G_END_DECLS
