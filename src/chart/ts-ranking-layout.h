/* ts-ranking-layout.h
 *
 * Lays a ranking out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-ranking-data.h"

G_BEGIN_DECLS

TsScene *ts_ranking_layout (const TsRankingData  *data,
                            const TsChartOptions *options);
double ts_ranking_get_natural_height (const TsRankingData  *data,
                                      const TsChartOptions *options);

G_END_DECLS
