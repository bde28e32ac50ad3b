/* ts-severity-layout.h
 *
 * Lays a chart of severity out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-severity-data.h"

G_BEGIN_DECLS

TsScene *ts_severity_layout (const TsSeverityData *data,
                             const TsChartOptions *options);
double ts_severity_get_natural_height (const TsSeverityData *data,
                                       const TsChartOptions *options);

G_END_DECLS
