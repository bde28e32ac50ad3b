/* ts-agreement-layout.h
 *
 * Lays a chart of agreement out.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-agreement-data.h"

G_BEGIN_DECLS

TsScene *ts_agreement_layout (const TsAgreementData *data,
                              const TsChartOptions  *options);
double ts_agreement_get_natural_height (const TsAgreementData *data,
                                        const TsChartOptions  *options);

G_END_DECLS
