/* ts-organisation-name.h — which of an organisation's names it has on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

const char *ts_organisation_name_on (GPtrArray  *names,
                                     const char *organisation_id,
                                     const char *day);

G_END_DECLS
