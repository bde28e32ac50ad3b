/* ts-address-dialog.h — a web address as evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsAddressDialog:
 *
 * Asks for a web address and what to call it, and attaches it to a criterion.
 */
#define TS_TYPE_ADDRESS_DIALOG (ts_address_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsAddressDialog, ts_address_dialog, TS, ADDRESS_DIALOG, AdwMessageDialog)

void  ts_address_dialog_present (GtkWidget         *origin,
                                 TsAssessmentModel *model,
                                 const char        *node_id);

char *ts_address_complete       (const char        *text);

G_END_DECLS
