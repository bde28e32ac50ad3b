/* ts-organisation-item.h — an organisation in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsOrganisationItem:
 *
 * An organisation, as lists name it. Properties: `id`, `code`, `name`, `kind`, `kind-title`. Immutable.
 */
#define TS_TYPE_ORGANISATION_ITEM (ts_organisation_item_get_type ())

G_DECLARE_FINAL_TYPE (TsOrganisationItem, ts_organisation_item, TS, ORGANISATION_ITEM, GObject)

const char *ts_organisation_item_get_id (TsOrganisationItem *self);
const char *ts_organisation_item_get_code (TsOrganisationItem *self);
const char *ts_organisation_item_get_name (TsOrganisationItem *self);
const char *ts_organisation_item_get_kind (TsOrganisationItem *self);
const char *ts_organisation_item_get_kind_title (TsOrganisationItem *self);

G_END_DECLS
