/* ts-organisation-item-private.h — for the model floor only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"
#include "model/ts-organisation-item.h"

G_BEGIN_DECLS

TsOrganisationItem *ts_organisation_item_new (TsRow      *organisation,
                                              const char *name);

G_END_DECLS
