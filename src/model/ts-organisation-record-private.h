/* ts-organisation-record-private.h — for the model floor only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-organisation-record.h"

G_BEGIN_DECLS

TsOrganisationRecord *ts_organisation_record_new (TsOrganisationIndex      *index,
                                                  const TsOrganisationLife *life,
                                                  const char               *today);

G_END_DECLS
