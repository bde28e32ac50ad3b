/* ts-transition-layout.h
 *
 * Lays a matrix of change out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-transition-data.h"

G_BEGIN_DECLS

TsScene *ts_transition_layout (const TsTransitionData *data,
                               const TsChartOptions   *options);
double ts_transition_get_natural_height (const TsTransitionData *data,
                                         const TsChartOptions   *options);

G_END_DECLS
