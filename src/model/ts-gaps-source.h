/* ts-gaps-source.h — an assessment as a gap chart
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-gaps-data.h"
#include "core/ts-gap.h"

G_BEGIN_DECLS

TsGapsData *ts_gaps_source_build (const TsAssessmentState *state,
                                  const TsSection         *section,
                                  TsGapScope               scope,
                                  int                      target_year,
                                  const char              *organisation,
                                  const char              *year_label);

G_END_DECLS
