/* ts-rules-page.h — how far levels depend on the rule
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsRulesPage:
 *
 * Tells what would change, and for whom, if the roll-up rule were another.
 *
 * Actions: `page.rule` (the name of a rule), `page.copy-table`.
 */
#define TS_TYPE_RULES_PAGE (ts_rules_page_get_type ())

G_DECLARE_FINAL_TYPE (TsRulesPage, ts_rules_page, TS, RULES_PAGE, AdwBin)

GtkWidget *ts_rules_page_new (void);

G_END_DECLS
