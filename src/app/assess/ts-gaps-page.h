/* ts-gaps-page.h — how far levels lie from their targets
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsGapsPage:
 *
 * The levels of an assessment in a table, each with its target, the gap between them and the change on last year, with a chart of the same beside
 * it. Any column sorts it, targets are chosen in it, and each name leads to its page.
 *
 * ## Actions
 *
 * `page.copy-table`, `page.order` ("framework", "name", "gap", "level", "target", "risen" or "fallen")
 */
#define TS_TYPE_GAPS_PAGE (ts_gaps_page_get_type ())

G_DECLARE_FINAL_TYPE (TsGapsPage, ts_gaps_page, TS, GAPS_PAGE, AdwBin)

GtkWidget *ts_gaps_page_new (void);

G_END_DECLS
