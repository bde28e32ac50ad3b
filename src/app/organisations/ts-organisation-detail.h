/* ts-organisation-detail.h — one organisation and its life
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
 * TsOrganisationDetail:
 *
 * Shows all that is known of an organisation, and lets it be changed.
 */
#define TS_TYPE_ORGANISATION_DETAIL (ts_organisation_detail_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationDetail, ts_organisation_detail, TS, ORGANISATION_DETAIL, AdwBin)

void ts_organisation_detail_set_editable (TsOrganisationDetail *self,
                                          gboolean              editable);
void ts_organisation_detail_show (TsOrganisationDetail *self,
                                  TsSession            *session,
                                  TsOrganisationBook   *book,
                                  TsOrganisationRecord *record);

G_END_DECLS
