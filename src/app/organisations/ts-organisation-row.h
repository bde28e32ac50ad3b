/* ts-organisation-row.h — an organisation in a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-organisation-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsOrganisationRow:
 *
 * An organisation's name, code, kind and what it is part of. One that is closed is dimmed, and says when it closed.
 */
#define TS_TYPE_ORGANISATION_ROW (ts_organisation_row_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationRow, ts_organisation_row, TS, ORGANISATION_ROW, AdwBin)

GtkWidget *ts_organisation_row_new        (void);
void       ts_organisation_row_set_record (TsOrganisationRow    *self,
                                           TsOrganisationRecord *record);
char      *ts_organisation_row_describe   (TsOrganisationRow    *self);

G_END_DECLS
