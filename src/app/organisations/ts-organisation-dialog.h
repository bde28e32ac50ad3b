/* ts-organisation-dialog.h — one thing to enter about an organisation
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-organisation-book.h"
#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsOrganisationDialog:
 *
 * Asks for what an edit of an organisation needs, and says while it is typed what stands in its way: the rules that decide are those of core.
 */
#define TS_TYPE_ORGANISATION_DIALOG (ts_organisation_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationDialog, ts_organisation_dialog, TS, ORGANISATION_DIALOG, AdwMessageDialog)

void ts_organisation_dialog_present (GtkWidget              *origin,
                                     TsSession              *session,
                                     TsOrganisationBook     *book,
                                     TsOrganisationRecord   *record,
                                     TsOrganisationEditKind  kind,
                                     TsRow                  *row);
void ts_organisation_edit_now       (GtkWidget                *origin,
                                     TsSession                *session,
                                     const TsOrganisationEdit *edit);

G_END_DECLS
