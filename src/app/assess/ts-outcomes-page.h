/* ts-outcomes-page.h — what the organisation wants to achieve for people's health
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsOutcomesPage:
 *
 * The outcomes of an assessment, each a row that opens to its chart and the table of its values. Actions: `outcomes.add`.
 */
#define TS_TYPE_OUTCOMES_PAGE (ts_outcomes_page_get_type ())

G_DECLARE_FINAL_TYPE (TsOutcomesPage, ts_outcomes_page, TS, OUTCOMES_PAGE, AdwBin)

GtkWidget *ts_outcomes_page_new (void);

G_END_DECLS
