/* ts-consensus-layout.h
 *
 * Lays a consensus strip out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-consensus-data.h"

G_BEGIN_DECLS

TsScene *ts_consensus_layout (const TsConsensusData *data,
                              const TsChartOptions  *options);
double ts_consensus_get_natural_height (const TsConsensusData *data,
                                        const TsChartOptions  *options);

G_END_DECLS
