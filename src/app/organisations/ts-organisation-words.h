/* ts-organisation-words.h — how an organisation's life is told
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-organisation-index.h"

G_BEGIN_DECLS

char *ts_organisation_day_text  (const char               *day);
char *ts_organisation_days_text (const char               *from,
                                 const char               *to);
char *ts_organisation_life_text (const TsOrganisationLife *life);

G_END_DECLS
