/* ts-scatter-layout.h
 *
 * Lays a scatter chart out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-scatter-data.h"

G_BEGIN_DECLS

TsScene *ts_scatter_layout (const TsScatterData  *data,
                            const TsChartOptions *options);

G_END_DECLS
