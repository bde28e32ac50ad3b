/* ts-organisation-record.h — an organisation with all that is known of its life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-organisation-index.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsOrganisationRecord:
 *
 * An organisation as it was when the book of them was read. Immutable. Properties: `title` (name and code, "Northmoor PCT (ZX1)").
 */
#define TS_TYPE_ORGANISATION_RECORD (ts_organisation_record_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationRecord, ts_organisation_record, TS, ORGANISATION_RECORD, GObject)

TsOrganisationIndex *ts_organisation_record_get_index (TsOrganisationRecord *self);
const TsOrganisationLife *ts_organisation_record_get_life (TsOrganisationRecord *self);
const char *ts_organisation_record_get_id (TsOrganisationRecord *self);
const char *ts_organisation_record_get_code (TsOrganisationRecord *self);
const char *ts_organisation_record_get_kind (TsOrganisationRecord *self);
const char *ts_organisation_record_get_name (TsOrganisationRecord *self);
const char *ts_organisation_record_get_title (TsOrganisationRecord *self);
const char *ts_organisation_record_get_parent_name (TsOrganisationRecord *self);
gboolean ts_organisation_record_is_open (TsOrganisationRecord *self);
gboolean ts_organisation_record_matches (TsOrganisationRecord *self,
                                         const char           *needle);
char *ts_organisation_record_fold (const char *text);

G_END_DECLS
