/* ts-organisation-notes.h — what does not fit together in an organisation's life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-organisation-index.h"

G_BEGIN_DECLS

GPtrArray *ts_organisation_notes (const TsOrganisationIndex *index,
                                  const char                *organisation_id);

G_END_DECLS
