/* ts-gaps-end.h
 *
 * What stands at the end of a gap chart's row: how many levels are missing, or that none is.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-gaps-data.h"
#include "chart/ts-scene-builder.h"

G_BEGIN_DECLS

double ts_gaps_end_measure (const TsGapsData     *data,
                            const TsChartOptions *options,
                            guint                 row,
                            double                text_size,
                            gboolean              terse);
void   ts_gaps_end_add     (const TsGapsData     *data,
                            const TsChartOptions *options,
                            guint                 row,
                            double                text_size,
                            gboolean              terse,
                            double                x,
                            double                middle,
                            TsSceneBuilder       *builder);

G_END_DECLS
