/* ts-round-conflicts.h — who of a round has a conflict of interest with which assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-round-snapshot.h"

G_BEGIN_DECLS

gboolean ts_round_conflicts_read (TsWorkplace      *workplace,
                                  TsRoundSnapshot  *self,
                                  GError          **error);

G_END_DECLS
