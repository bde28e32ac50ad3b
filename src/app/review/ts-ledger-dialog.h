/* ts-ledger-dialog.h — how the levels of one criterion came about
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsLedgerDialog:
 *
 * The five layers of a criterion with their reasons, who wrote them and when; as they are now, or as they stood at the end of a day.
 */
#define TS_TYPE_LEDGER_DIALOG (ts_ledger_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsLedgerDialog, ts_ledger_dialog, TS, LEDGER_DIALOG, AdwWindow)

GtkWidget *ts_ledger_dialog_new (GtkWindow    *parent,
                                 TsSession    *session,
                                 TsFramework  *framework,
                                 const char   *assessment_id,
                                 const TsNode *node);
void ts_ledger_dialog_show_day (TsLedgerDialog *self,
                                const char     *day);

G_END_DECLS
