/* ts-organisations-page.h — the organisations of a workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsOrganisationsPage:
 *
 * All organisations of a workbook, closed ones too, to find, see and edit. It is a #TsAssessPage, and also works for a workbook that has no
 * assessment yet.
 */
#define TS_TYPE_ORGANISATIONS_PAGE (ts_organisations_page_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationsPage, ts_organisations_page, TS, ORGANISATIONS_PAGE, AdwBin)

GtkWidget *ts_organisations_page_new         (void);
void       ts_organisations_page_set_session (TsOrganisationsPage *self,
                                              TsSession           *session);

G_END_DECLS
