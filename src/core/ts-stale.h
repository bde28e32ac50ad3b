/* ts-stale.h — evidence whose period has run out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

gboolean ts_evidence_is_stale (const TsRow *evidence,
                               int          year);
char *ts_evidence_explain_stale (const TsRow *evidence,
                                 int          year);

G_END_DECLS
