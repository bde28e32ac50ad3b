/* ts-strip-layout.h
 *
 * Lays a strip plot out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-strip-data.h"

G_BEGIN_DECLS

TsScene *ts_strip_layout (const TsStripData    *data,
                          const TsChartOptions *options);
double ts_strip_get_natural_height (const TsStripData    *data,
                                    const TsChartOptions *options);

G_END_DECLS
