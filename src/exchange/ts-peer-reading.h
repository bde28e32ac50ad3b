/* ts-peer-reading.h — reads what the peers of an organisation claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-peer-levels.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

TsPeerLevels *ts_peer_levels_read (TsWorkbook   *workbook,
                                   const TsRow  *assessment,
                                   GError      **error);

G_END_DECLS
