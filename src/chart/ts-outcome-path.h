/* ts-outcome-path.h
 *
 * Where the line of an outcome's series runs.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-outcome-axes.h"

G_BEGIN_DECLS

/**
 * TsOutcomePathPoint:
 * @point: the point's position in the data
 * @at: where it is
 * @joined: whether a line leads to it from the one before: there is no missing year between
 * @alone: whether no line leads to it or from it
 */
typedef struct
{
  guint point;
  TsChartPoint at;
  gboolean joined;
  gboolean alone;
} TsOutcomePathPoint;

GArray *ts_outcome_path_new (const TsOutcomeData *data,
                             const TsOutcomeAxes *axes,
                             TsOutcomeSeries      series,
                             double               unit);

G_END_DECLS
